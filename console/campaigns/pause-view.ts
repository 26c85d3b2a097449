import { wordsOfPause } from '#shared/domain/campaign/words/words-of-pauses.ts';
import type { Language } from '#tools/law/page/language.ts';
import { timeView } from '../frame/fields.ts';
import { causeView } from '../frame/said.ts';
import { type Html, html } from '../html.ts';
import type { Campaign } from './answers.ts';
import { CAMPAIGN_WORDS } from './words.ts';

/** Around the time at which a run that is paused ends. */
const RUN_ENDS: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  fr: ['L’envoi en cours prend fin au plus tard le ', ', même suspendu.'],
  en: ['The run that goes on ends at the latest on ', ', also while it is paused.'],
};

const endView = ({ state, runs }: Campaign, language: Language): Html | undefined => {
  const at = state === 'paused' ? runs.find((run) => run.state === 'running')?.validUntil : undefined;
  const [before, after] = RUN_ENDS[language];
  return at === undefined ? undefined : html`<p>${before}${timeView(at, language)}${after}</p>`;
};

/** Until when one that is paused may be resumed for its next run, when the run that goes on ends, that this starts late, and which ones did not take place. */
export const waitsView = (campaign: Campaign, language: Language): Html => {
  const { resumeBy, lateRun, skippedRuns = [] } = campaign;
  const words = CAMPAIGN_WORDS[language];
  const by = resumeBy && html`<p>${words.resumeBy}${timeView(resumeBy, language)}</p>`;
  const times = skippedRuns.map((at, index) => html`${index === 0 ? '' : ', '}${timeView(at, language)}`);
  const late = lateRun && html`<p>${words.late}</p>`;
  return html`${endView(campaign, language) ?? ''}${by ?? ''}${late ?? ''}${times.length === 0 ? '' : html`<p>${words.skipped}${times}</p>`}`;
};

/** Why it is paused and what to look at first, who paused it last, and whether an operator halts it. */
export const pauseView = (campaign: Campaign, language: Language): Html => {
  const words = CAMPAIGN_WORDS[language];
  const { pausedBecause, lastPause, haltedSince, control = '' } = campaign;
  const toDo = pausedBecause === undefined ? undefined : wordsOfPause(pausedBecause).remedy;
  const why =
    pausedBecause &&
    html`<p>${words.paused}${causeView(pausedBecause, words.causes, language)}</p><p>${toDo?.[language] ?? ''}</p>`;
  const key = lastPause?.keyName ?? lastPause?.apiKeyId ?? '';
  const names = { key: words.pausedByKey(key), itself: words.pausedByItself } as Readonly<Record<string, string>>;
  const who =
    lastPause &&
    html`<p>${names[lastPause.by ?? ''] ?? words.pausedLast}${timeView(lastPause.at, language)}${words.since[control] ?? ''}</p>`;
  const halted = haltedSince && html`<p>${words.halted}${timeView(haltedSince, language)}</p>`;
  return html`${why ?? ''}${who ?? ''}${halted ?? ''}`;
};
