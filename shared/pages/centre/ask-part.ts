import type { Done } from '#shared/app/centre/act-in-centre.ts';
import type { ShownRequest } from '#shared/app/centre/show-held.ts';
import { ASKED_IN_CENTRE } from '#shared/domain/centre/asked.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { type Html, html } from '../html.ts';
import type { Kept } from './kept.ts';

/** What is wrong with a request that was not recorded, and with which part of its form. */
export const faultOfAsk = (
  done: Done | undefined,
  language: ReaderLanguage,
): { readonly of: 'kind' | 'words'; readonly said: string } | undefined => {
  const { noKind, wrongWords, missing } = CENTRE_WORDS[language].open;
  if (done === 'no-kind') return { of: 'kind', said: noKind };
  if (done === 'wrong-words') return { of: 'words', said: wrongWords };
  return typeof done === 'object' && 'missing' in done ? { of: 'words', said: missing[done.missing] } : undefined;
};

interface Asking {
  readonly kept: Kept;
  readonly fault: ReturnType<typeof faultOfAsk>;
  /** What says that the page is open. */
  readonly opens: Html;
}

/** The form of a request: a line for each kind, none of them chosen beforehand; what is wrong is said by its part, which the keyboard begins at. */
export const askPart = ({ kept, fault, opens }: Asking, language: ReaderLanguage): Html => {
  const { ask, kind, kinds, words, hint, send, ends } = CENTRE_WORDS[language].open;
  const faultOf = (part: 'kind' | 'words') =>
    fault?.of === part ? html`<p id="fault" role="alert"><strong>${fault.said}</strong></p>` : undefined;
  const lines = ASKED_IN_CENTRE.map((each, index) => {
    const checked = each === kept.kind ? html` checked` : undefined;
    const first = fault?.of === 'kind' && index === 0 ? html` autofocus aria-describedby="fault"` : undefined;
    return html`<label class="line"><input type="radio" name="kind" value="${each}" required${checked}${first}>${kinds[each]}</label>`;
  });
  const wrong =
    fault?.of === 'words'
      ? html` autofocus aria-invalid="true" aria-describedby="fault words-hint"`
      : html` aria-describedby="words-hint"`;
  return html`<section><h2>${ask}</h2><form method="post">${opens}<fieldset><legend>${kind}</legend>${faultOf('kind')}${lines}</fieldset><label for="words">${words}</label><p class="hint" id="words-hint">${hint} ${ends}</p>${faultOf('words')}<textarea id="words" name="words" rows="4" maxlength="4000"${wrong}>${kept.words}</textarea><button class="second">${send}</button></form></section>`;
};

/** What was asked for before, and what became of it. */
export const requestsPart = (requests: readonly ShownRequest[], language: ReaderLanguage): Html | undefined => {
  const { requests: words, asked } = CENTRE_WORDS[language].open;
  if (requests.length === 0) return undefined;
  const day = (at: ShownRequest['acknowledged']['receivedAt']) => dayOf(language, at);
  const lines = requests.map(({ kind, acknowledged: { receivedAt, next } }) => {
    const [what, received] = [asked[kind], day(receivedAt)];
    if (next === 'late') return html`<li>${words.late(what, received)}</li>`;
    if ('dueAt' in next) return html`<li>${words.due(what, received, day(next.dueAt))}</li>`;
    return html`<li>${words.answered(what, received, day(next.answeredAt))}</li>`;
  });
  return html`<section><h2>${words.heading}</h2><ul>${lines}</ul></section>`;
};
