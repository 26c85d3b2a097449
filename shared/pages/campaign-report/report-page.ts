import type { ReasonInWords, ReportView } from '#shared/app/campaigns/report/report-view.ts';
import { isNotTakenUp, LAWFUL_HOUR_CAME, RecipientState, WAVE_LATER } from '#shared/domain/campaign/recipient.ts';
import type { WordsOfState } from '#shared/domain/campaign/words/said.ts';
import { isReportedOn } from '#shared/domain/message/channel.ts';
import { type Html, html } from '../html.ts';
import { type Language, TOKENS } from '../layout.ts';
import { timeOf } from '../time.ts';
import { dueView, hours, waves } from './report-hours.ts';
import { shown, table } from './report-table-view.ts';
import { REPORT_WORDS } from './report-words.ts';

/* One column that a narrow screen shows as it is; the colours are those of the public pages. */
const STYLE = `${TOKENS}
*{box-sizing:border-box}
body{margin:0;padding:2rem 1rem;background:var(--page);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:46rem;margin:0 auto;overflow-wrap:anywhere}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
h2{margin:2rem 0 .75rem;font-size:1.1875rem}
h3{margin:0 0 .25rem;font-size:1.0625rem}
p,ul,ol{margin:0 0 .75rem}
.soft{color:var(--soft);font-size:.9375rem}
.card{margin:0 0 .75rem;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:8px}
.card p:last-child{margin:0}
table{width:100%;border-collapse:collapse;background:var(--card)}
caption{padding:0 0 .5rem;text-align:left;font-weight:600}
th,td{padding:.5rem;border:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th,tfoot th,tfoot td{font-weight:600}
td.number,th.number{width:8.5rem;text-align:right;overflow-wrap:normal;font-variant-numeric:tabular-nums}
@media(max-width:36rem){td.number,th.number{width:1%}}
code{font-size:.875rem}
.plain{padding:0;list-style:none}`;

/** The provider refused them, to whom they are handed over once they are judged. */
const REFUSED_AT_HAND_OFF = /^(?:refused|rejected|unreachable):/;

/** Recipients who have had a verdict: they wait neither for us nor for their wave, unless the law had put them off before, and nobody ended it before their turn. */
const judgedIn = ({ sums: { totals }, reasons }: ReportView): number => {
  const {
    sent = 0,
    refused = 0,
    deferred = 0,
    expired = 0,
    unknown = 0,
    'in-review': inReview = 0,
    'unknown-final': final = 0,
  } = totals;
  const putOff = reasons.filter(
    ({ state, code }) => state === 'waiting' && (code === LAWFUL_HOUR_CAME || REFUSED_AT_HAND_OFF.test(code)),
  );
  const without = reasons.filter(
    ({ state, code }) => (state === 'deferred' && code === WAVE_LATER) || (state === 'expired' && isNotTakenUp(code)),
  );
  const asked = putOff.reduce((sum, { count }) => sum + count, 0);
  const all = sent + refused + deferred + expired + unknown + inReview + final + asked;
  return without.reduce((sum, { count }) => sum - count, all);
};

const funnel = (view: ReportView, language: Language): Html => {
  const { sums, channel } = view;
  const words = REPORT_WORDS[language];
  const { totals, bounced, complained, opposed, audience } = sums;
  const left = view.left?.count ?? 0;
  const selected =
    left === 0
      ? ([[words.selected, audience]] as const)
      : ([
          [words.selectedOrNot, audience + left],
          [words.selectedSoFar, audience],
        ] as const);
  // Of a channel whose bounces nobody counts a nought would be no measure.
  const reported = [
    [words.bounced, bounced],
    [words.complained, complained],
  ] as const;
  const rows = [
    ...selected,
    [words.judged, judgedIn(view)],
    [words.sent, totals.sent ?? 0],
    ...(isReportedOn(channel) ? reported : []),
    [words.opposed, opposed['this-message'] ?? 0],
  ] as const;
  return table({
    caption: words.funnel,
    columns: [words.heading, words.recipients],
    rows: rows.map(([name, count]) => [name, shown(language, count)] as const),
  });
};

const headings = ({ sums: { totals, audience }, left }: ReportView, language: Language): Html => {
  const words = REPORT_WORDS[language];
  const rows = RecipientState.options.flatMap((state) => {
    const count = totals[state] ?? 0;
    return count === 0 ? [] : [[words.states[state], shown(language, count)] as const];
  });
  return table({
    caption: words.headings,
    columns: [words.heading, words.recipients],
    rows: left === undefined ? rows : [...rows, [words.left, shown(language, left.count)] as const],
    foot: [words.sum, shown(language, audience + (left?.count ?? 0))],
  });
};

const reason = (
  language: Language,
  { state, code, count, sentence, remedy, examples, from, to }: ReasonInWords,
): Html => {
  const words = REPORT_WORDS[language];
  const toDo = remedy && html`<p><strong>${words.toDo}</strong> ${remedy[language]}</p>`;
  const when = from && to && html`<p class="soft">${words.comesUp(timeOf(language, from), timeOf(language, to))}</p>`;
  const named = examples.map((contactId, index) => html`${index === 0 ? '' : ', '}<code>${contactId}</code>`);
  return html`<li class="card"><h3>${words.states[state]}${language === 'fr' ? ' ' : ''}: ${shown(language, count)}</h3><p>${sentence[language]} <code>${code}</code></p>${toDo}${when}<p class="soft">${words.examples} ${named}</p></li>`;
};

/** Those who are not selected yet, why, and what to do. */
const leftCard = ({ left }: ReportView, language: Language): Html | undefined => {
  if (left === undefined) return undefined;
  const words = REPORT_WORDS[language];
  const toDo = left.remedy && html`<p><strong>${words.toDo}</strong> ${left.remedy[language]}</p>`;
  return html`<li class="card"><h3>${words.left}${language === 'fr' ? ' ' : ''}: ${shown(language, left.count)}</h3><p>${left.sentence[language]}</p>${toDo}</li>`;
};

/** Whether the campaign is paused, why, and what to look at first. */
const pause = (
  { pause: said, pausedBecause, lastPause, control, runEndsBy }: ReportView,
  language: Language,
): Html | undefined => {
  if (said === undefined) return undefined;
  const who =
    lastPause &&
    html`<p class="soft">${REPORT_WORDS[language].lastPause(lastPause)} ${timeOf(language, lastPause.at)}${REPORT_WORDS[language].since[control] ?? ''}.</p>`;
  const code = pausedBecause && html` <code>${pausedBecause}</code>`;
  const toDo = said.remedy && html`<p><strong>${REPORT_WORDS[language].toDo}</strong> ${said.remedy[language]}</p>`;
  const { runEnds } = REPORT_WORDS[language];
  const until = runEndsBy && html`<p>${runEnds[0]} ${timeOf(language, runEndsBy)}${runEnds[1]}</p>`;
  return html`<div class="card"><p><strong>${said.sentence[language]}</strong>${code}</p>${toDo}${until}${who}</div>`;
};

/** Something to be done about all of it: that many readers called its mails spam, or what stops it though nobody paused it. */
const toDoCard = (
  said: (WordsOfState & { readonly code?: string }) | undefined,
  language: Language,
): Html | undefined => {
  const code = said?.code && html` <code>${said.code}</code>`;
  return (
    said &&
    html`<div class="card"><p><strong>${said.sentence[language]}</strong>${code}</p><p><strong>${REPORT_WORDS[language].toDo}</strong> ${said.remedy?.[language] ?? ''}</p></div>`
  );
};

/** Later runs that did not start, since the campaign was paused at their time. */
const skipped = ({ skippedRuns = [] }: ReportView, language: Language): Html | undefined => {
  if (skippedRuns.length === 0) return undefined;
  const times = skippedRuns.map((at) => html`<li>${timeOf(language, at)}</li>`);
  return html`<div class="card"><p>${REPORT_WORDS[language].skipped}</p><ul>${times}</ul></div>`;
};

const oppositions = ({ sums: { opposed } }: ReportView, language: Language): Html => {
  const words = REPORT_WORDS[language];
  const [by = 0, after = 0] = [opposed['this-message'], opposed['after-it']];
  const found =
    by + after === 0
      ? html`<p>${words.noOpposition}</p>`
      : html`<ul><li>${words.opposed}${language === 'fr' ? ' ' : ''}: ${shown(language, by)}</li><li>${words.opposedAfter}${language === 'fr' ? ' ' : ''}: ${shown(language, after)}</li></ul>`;
  return html`<h2>${words.oppositions}</h2>${found}<p class="soft">${words.aboutOppositions}</p>`;
};

/** The page of a report, for people: a document that is whole by itself, loads nothing and runs nothing. */
export const campaignReportPage = (view: ReportView, language: Language): string => {
  const words = REPORT_WORDS[language];
  const title = `${words.title} – ${view.name}`;
  const about = html`<h1>${title}</h1><p>${dueView(view, language)}. ${words.asked} ${timeOf(language, view.askedAt)}.</p><p><strong>${view.isFinal ? words.final : words.notFinal}</strong></p>${pause(view, language)}${toDoCard(view.stop, language)}${toDoCard(view.manyComplaints, language)}${skipped(view, language)}<p class="soft">${words.noAddresses} ${words.parisTime} ${words.notMeasured}</p>`;
  const isEmpty = view.sums.audience === 0 && view.left === undefined;
  const cards = html`<ul class="plain">${leftCard(view, language)}${view.reasons.map((each) => reason(language, each))}</ul>`;
  const nobody = view.isFinal ? words.nobody : words.nobodyYet;
  const why = html`<h2>${words.reasons}</h2>${isEmpty ? html`<p>${nobody}</p>` : cards}`;
  const content = html`${about}${funnel(view, language)}${headings(view, language)}${why}${hours(view, language)}${waves(view, language)}${oppositions(view, language)}`;
  return `<!doctype html>\n${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="robots" content="noindex"><title>${title}</title><style>${{ markup: STYLE }}</style></head><body><main>${content}</main></body></html>`
      .markup
  }`;
};
