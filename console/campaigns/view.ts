import { foreseenToLeave } from '#shared/domain/campaign/dry-run.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { wordsOfLeft } from '#shared/domain/campaign/words/words-of-left.ts';
import { MANY_COMPLAINTS } from '#shared/domain/campaign/words/words-of-pauses.ts';
import { withFirstDay } from '#shared/domain/time/day-in-words.ts';
import type { Language } from '#tools/law/page/language.ts';
import type { Problem } from '../frame/answers.ts';
import { hidden, timeView } from '../frame/fields.ts';
import { problemView, remedyView } from '../frame/said.ts';
import { PATHS, WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import type { Campaign, Counts, DryRun, Run } from './answers.ts';
import type { Control } from './control-words.ts';
import { pauseView, waitsView } from './pause-view.ts';
import { CAMPAIGN_WORDS } from './words.ts';

/** Where the page of a report is, by the job that made it. */
export const reportPath = (language: Language): string => `${PATHS[language].campaigns}/report`;

/** Where a campaign is paused, resumed or cancelled. */
export const controlPath = (language: Language): string => `${PATHS[language].campaigns}/control`;

/** A campaign with what was found out of it, by the instant of a run: its dry run, the latest asked for last, and the job of its report. */
export interface Followed {
  readonly campaign: Campaign;
  readonly dryRuns: ReadonlyMap<string, DryRun>;
  readonly reports: ReadonlyMap<string, string>;
  /** Why a dry run of it is not shown that is there. */
  readonly unread?: readonly Problem[];
}

/** Days of the shortest month. */
const SHORTEST_MONTH = 28;
/** States in which a recipient comes up again. */
const NOT_FINAL: readonly string[] = ['waiting', 'deferred', 'in-review', 'unknown'];

/** Whoever leaves or may leave comes first, then the others as a report has them. */
const IN_ORDER: readonly string[] = ['allowed', 'sent', ...RecipientState.options];

/** What recurs, and from which day on: `every Tuesday from 1 December 2026`. */
const recurrenceIn = (every: string, from: string, language: Language): string => {
  const words = CAMPAIGN_WORDS[language];
  const first = new Date(from);
  const format = (how: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(WORDS[language].zone, { ...how, timeZone: 'UTC' }).format(first);
  const day = first.getUTCDate();
  const named = words.every[every]?.({ weekday: format({ weekday: 'long' }), day, isInAll: day <= SHORTEST_MONTH });
  return `${named ?? every} ${words.from(format({ dateStyle: 'long' }))}`;
};

/** A local date and time, as the clock of each reader shows it. */
const wallIn = (local: string, language: Language): string =>
  withFirstDay(
    new Intl.DateTimeFormat(WORDS[language].zone, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
      new Date(`${local}:00Z`),
    ),
    language,
  );

const scheduleIn = ({ schedule }: Campaign, language: Language): string => {
  const words = CAMPAIGN_WORDS[language];
  const { at, zone, waves, every, from } = schedule as Readonly<Record<string, string | undefined>>;
  if (waves !== undefined) return words.waves(wallIn(waves, language));
  if (every !== undefined && from !== undefined)
    return `${recurrenceIn(every, from, language)}, ${words.at(at ?? '', zone ?? '')}`;
  return at === 'now' ? words.now : words.at(wallIn(at ?? '', language), zone ?? '');
};

const inOrder = (counts: Counts): readonly (readonly [name: string, count: number])[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => IN_ORDER.indexOf(a) - IN_ORDER.indexOf(b));

const countsView = (counts: Counts, language: Language, all?: number): Html => {
  const words = CAMPAIGN_WORDS[language];
  const first = all === undefined ? '' : html`<div><dt>${words.selected}</dt><dd>${all}</dd></div>`;
  return html`<dl class="counts">${first}${inOrder(counts).map(([name, count]) => html`<div><dt>${words.counts[name] ?? name}</dt><dd>${count}</dd></div>`)}</dl>`;
};

const reportView = ({ campaign, reports }: Followed, run: Run, advertiser: string, language: Language): Html => {
  const words = CAMPAIGN_WORDS[language];
  const job = reports.get(run.scheduledAt);
  const link =
    job === undefined
      ? ''
      : html`<p><a href="${reportPath(language)}?${new URLSearchParams({ advertiser, job })}">${words.report}</a></p>`;
  return html`${link}<form method="post" action="${PATHS[language].campaigns}">${hidden({ advertiser, campaign: campaign.campaignId, scheduledAt: run.scheduledAt })}<button>${job === undefined ? words.make : words.again}</button></form>`;
};

/** What the instant of a run is called: of one in waves its audience is read then, before the hour of anybody. */
const runName = ({ schedule }: Campaign, name: string, language: Language): string =>
  'waves' in schedule ? CAMPAIGN_WORDS[language].fixed : name;

/** What was foreseen of the run of that instant. A campaign that does not recur has one run, whatever it was approved for meanwhile. */
const foreseenOf = ({ campaign, dryRuns }: Followed, scheduledAt: string | undefined): DryRun | undefined =>
  'every' in campaign.schedule && scheduledAt !== undefined ? dryRuns.get(scheduledAt) : [...dryRuns.values()].at(-1);

/** What was foreseen beside what came of it, in one line. */
const comparedView = ({ forecasts }: DryRun, { settled }: Run, language: Language): Html => {
  const words = CAMPAIGN_WORDS[language];
  const { sent = 0, ...others } = settled;
  const rest = inOrder(others).map(([name, count]) => `${count} ${words.counts[name] ?? name}`);
  const foreseen = foreseenToLeave(forecasts);
  return html`<p>${words.compared({ foreseen, later: forecasts.deferred ?? 0, sent, rest: rest.join(', ') })}</p>`;
};

const runView = (followed: Followed, run: Run, index: string, advertiser: string, language: Language): Html => {
  const words = CAMPAIGN_WORDS[language];
  const { scheduledAt, state, selected, settled, pausedItself, manyComplaints, allSelected = true, heldBy } = run;
  const done = Object.entries(settled).reduce((sum, [name, count]) => sum + (NOT_FINAL.includes(name) ? 0 : count), 0);
  const dryRun = foreseenOf(followed, scheduledAt);
  const lookedAt = Object.values(dryRun?.forecasts ?? {}).reduce((sum, count) => sum + count, 0);
  const isMore = !allSelected && lookedAt > selected;
  const most = isMore ? lookedAt : selected;
  const label = allSelected
    ? words.progress(done, selected)
    : words.soFar({ done, selected, ...(isMore ? { about: lookedAt } : {}) });
  const bar =
    state === 'finished' || selected === 0
      ? ''
      : html`<p><label for="${index}">${label}</label><progress id="${index}" value="${done}" max="${most}"></progress></p>`;
  const held = heldBy && wordsOfLeft({ cause: heldBy, isPaused: false, isOver: false });
  const why = held && html`<p>${held.sentence[language]} ${held.remedy?.[language] ?? ''}</p>`;
  const named = runName(followed.campaign, words.run, language);
  const isUnderWay = state === 'running' && followed.campaign.state !== 'cancelling';
  const note = pausedItself && isUnderWay ? html`<p>${words.pausedItself}</p>` : '';
  const many = manyComplaints && html`<p>${MANY_COMPLAINTS.sentence[language]} ${MANY_COMPLAINTS.remedy[language]}</p>`;
  const foreseen = dryRun && html`${comparedView(dryRun, run, language)}${dryRunView(dryRun, language)}`;
  return html`<section><h3>${named}${timeView(scheduledAt, language)} (${words.runStates[state]})</h3>${bar}${why ?? ''}${note}${many ?? ''}${countsView(settled, language, selected)}${foreseen ?? ''}${reportView(followed, run, advertiser, language)}</section>`;
};

/** Of those who wait for an hour: between which instants it is their turn. */
const untilView = (from: string | undefined, to: string | undefined, language: Language): Html | '' =>
  from === undefined || to === undefined
    ? ''
    : html`<p>${CAMPAIGN_WORDS[language].between(timeView(from, language), timeView(to, language))}</p>`;

/** What the provider would bill: in money where a price is known, or else in what it bills. */
const costView = ({ cost }: DryRun, language: Language): Html | '' => {
  const words = CAMPAIGN_WORDS[language];
  if (cost?.usd !== undefined) return html`<p>${words.costs(cost.usd)}</p>`;
  return cost?.units === undefined ? '' : html`<p>${words.bills(cost.units, cost.per ?? '')}</p>`;
};

const dryRunView = (dryRun: DryRun, language: Language): Html => {
  const words = CAMPAIGN_WORDS[language];
  const { forecasts, reasons, lastLeavesAt, heldBy } = dryRun;
  const held = heldBy && wordsOfLeft({ cause: heldBy, isPaused: false, isOver: false });
  const heldNow =
    held && html`<p>${words.heldWhenAsked}${held.sentence[language]}</p><p>${held.remedy?.[language] ?? ''}</p>`;
  const last = lastLeavesAt && html`<p>${words.lastLeaves(timeView(lastLeavesAt, language))}</p>`;
  const why = reasons.map(
    ({ sentence, code, recipients, forecast, remedy, from, to }) =>
      html`<li>${words.counts[forecast] ?? forecast} (${recipients})${WORDS[language].colon}<strong>${sentence[language]}</strong> <code>${code}</code>${untilView(from, to, language)}${remedyView(remedy, language)}</li>`,
  );
  return html`<details><summary>${words.dryRun}</summary>${heldNow ?? ''}${countsView(forecasts, language)}${last ?? ''}${costView(dryRun, language)}<ul>${why}</ul></details>`;
};

/** What may be made of a campaign in this state; of one that is over, nothing. */
const CONTROLS_OF: Readonly<Record<string, readonly Control[]>> = {
  'awaiting-approval': ['cancel'],
  scheduled: ['pause', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
};

/** A button for each, with what happens to those who wait; a campaign is cancelled after a second look. */
const controlsView = ({ campaignId, state }: Campaign, advertiser: string, language: Language): Html => {
  const words = CAMPAIGN_WORDS[language];
  const forms = (CONTROLS_OF[state] ?? []).map((to) => {
    const [button, whatHappens] = words.controls[to];
    const form = html`<form method="post" action="${controlPath(language)}">${hidden({ advertiser, campaign: campaignId, to })}<p class="about">${whatHappens}</p><button>${button}</button></form>`;
    return to === 'cancel' ? html`<details><summary>${words.cancelling}</summary>${form}</details>` : form;
  });
  return html`${forms}`;
};

/** One campaign: when and to whom, how far each run is, and what was foreseen. */
export const campaignView = (followed: Followed, index: number, advertiser: string, language: Language): Html => {
  const [words, frame] = [CAMPAIGN_WORDS[language], WORDS[language]];
  const { campaign, unread = [] } = followed;
  const { campaignId, name, state, channel, purpose, template, nextRun, runs } = campaign;
  const ahead = nextRun === undefined && runs.length > 0 ? undefined : foreseenOf(followed, nextRun);
  const runViews = runs.map((run, at) => runView(followed, run, `run-${index}-${at}`, advertiser, language));
  return html`<article class="card" id="${campaignId}" aria-labelledby="name-${index}">
    <p class="meta"><span class="state">${words.states[state] ?? state}</span><span>${frame.channels[channel] ?? channel}</span><span>${frame.purposes[purpose] ?? purpose}</span><span>${words.template(template.templateId, template.version)}</span></p>
    <h2 id="name-${index}">${name}</h2><p>${scheduleIn(campaign, language)}</p>
    ${nextRun === undefined ? '' : html`<p>${runName(campaign, words.next, language)}${timeView(nextRun, language)}</p>`}${waitsView(campaign, language)}${pauseView(campaign, language)}
    ${unread.map((each) => problemView(words.unreadDryRun, each, language))}${ahead === undefined ? '' : dryRunView(ahead, language)}${runViews}${controlsView(campaign, advertiser, language)}</article>`;
};
