import type { ReportView } from '#shared/app/campaigns/report/report-view.ts';
import { runAt } from '#shared/domain/campaign/local-time.ts';
import { sumOf } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../layout.ts';
import { timeOf } from '../time.ts';
import { FRENCH_ZONES } from './french-zones.ts';
import { shown, table, timesIn } from './report-table-view.ts';
import { REPORT_WORDS } from './report-words.ts';

/** A wave of which somebody is sent to so long after its hour was late. */
const LATE_MS = 30 * 60_000;

type Rows = readonly (readonly [string, ...string[]])[];

const localOf = ({ schedule }: ReportView): string | undefined => ('waves' in schedule ? schedule.waves : undefined);

/** A local time as clocks show it, in the zone of `timeOf`; one that Paris skips is shown as the first minute after it. */
const wallOf = (language: Language, local: string): string => timeOf(language, runAt(local, 'Europe/Paris').at);

/** When it was to leave: of one that leaves at an hour of each reader its own day, and then when its first hour comes. */
export const dueView = (view: ReportView, language: Language): string => {
  const words = REPORT_WORDS[language];
  const [local, first] = [localOf(view), timeOf(language, view.scheduledAt)];
  return local === undefined
    ? `${words.due} ${first}`
    : `${words.due} ${words.dueThere(wallOf(language, local), first)}`;
};

/** Who was sent to, by the hour at which the provider took it. */
export const hours = ({ sums }: ReportView, language: Language): Html | undefined => {
  const words = REPORT_WORDS[language];
  const { sent = 0 } = sums.totals;
  if (sent === 0) return undefined;
  const known = sumOf(sums.hours);
  const byHour = Object.entries(sums.hours).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const times = timesIn(
    language,
    byHour.map(([hour]) => hour),
  );
  const rows: Rows = byHour.map(([, count], index) => [times[index] ?? '', shown(language, count)]);
  const unknown: Rows = known === sent ? [] : [[words.hourUnknown, shown(language, sent - known)]];
  return html`<h2>${words.hours}</h2>${table({
    caption: words.aboutHours,
    columns: [words.hour, words.states.sent],
    rows: [...rows, ...unknown],
    foot: [words.sum, shown(language, sent)],
  })}`;
};

/** The hour of a wave: in Paris, where else it is the hour that was asked for, and whether it left late. */
const waveName = (view: ReportView, language: Language, wave: string): string => {
  const words = REPORT_WORDS[language];
  const local = localOf(view);
  const zones = FRENCH_ZONES.filter(({ zone }) => local !== undefined && runAt(local, zone).at === wave);
  const hour = local?.slice(11) ?? '';
  const there = zones.length === 0 ? '' : ` (${hour} ${zones.map((each) => each[language]).join(', ')})`;
  const until = view.sentUntil[wave];
  const isLate = until !== undefined && millisecondsOf(until) - millisecondsOf(wave as Instant) > LATE_MS;
  return `${timeOf(language, wave)}${there}${isLate ? `. ${words.late} ${timeOf(language, until)}` : ''}`;
};

/** Every recipient, by the wave for which they waited; of no wave where they waited for none. */
export const waves = (view: ReportView, language: Language): Html | undefined => {
  const words = REPORT_WORDS[language];
  const { totals, audience, waves: byWave } = view.sums;
  const counted = Object.entries(byWave)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([wave, ofWave]) => ({ name: waveName(view, language, wave), sent: ofWave.sent ?? 0, all: sumOf(ofWave) }));
  if (counted.length === 0) return undefined;
  const { sent = 0 } = totals;
  const none = {
    name: words.noWave,
    sent: sent - counted.reduce((sum, each) => sum + each.sent, 0),
    all: audience - counted.reduce((sum, each) => sum + each.all, 0),
  };
  const lines = none.all === 0 ? counted : [...counted, none];
  return html`<h2>${words.waves}</h2>${table({
    caption: words.aboutWaves,
    columns: [words.wave, words.states.sent, words.others],
    rows: lines.map(({ name, ...each }) => [name, shown(language, each.sent), shown(language, each.all - each.sent)]),
    foot: [words.sum, shown(language, sent), shown(language, audience - sent)],
  })}`;
};
