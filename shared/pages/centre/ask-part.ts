import type { Done } from '#shared/app/centre/act-in-centre.ts';
import type { ShownCentre, ShownRequest } from '#shared/app/centre/show-held.ts';
import type { AddressKind } from '#shared/channels/record.ts';
import { ASK_LINES, type AskLine } from '#shared/domain/centre/asked.ts';
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
  /** Who answers, and by what the person is reached. */
  readonly name: string;
  readonly kind: AddressKind;
}

/** The form of a request: a line for each kind, none of them chosen beforehand; what is wrong is said by its part, which the keyboard begins at. */
export const askPart = ({ kept, fault, opens, name, kind: addressKind }: Asking, language: ReaderLanguage): Html => {
  const { notes, answer } = CENTRE_WORDS[language].errands;
  const noteOf = (line: AskLine) => Object.entries(notes).find(([of]) => of === line)?.[1];
  const { ask, kind, kinds, words, hint, send, ends } = CENTRE_WORDS[language].open;
  const faultOf = (part: 'kind' | 'words') =>
    fault?.of === part ? html`<p id="fault" role="alert"><strong>${fault.said}</strong></p>` : undefined;
  const lines = ASK_LINES.map((each, index) => {
    const checked = each === kept.kind ? html` checked` : undefined;
    const isFirst = fault?.of === 'kind' && index === 0;
    const note = noteOf(each);
    const by = [...(isFirst ? ['fault'] : []), ...(note === undefined ? [] : [`note-${each}`])].join(' ');
    const described = by === '' ? undefined : html` aria-describedby="${by}"`;
    const said = note === undefined ? undefined : html`<p class="hint note" id="note-${each}">${note}</p>`;
    return html`<label class="line"><input type="radio" name="kind" value="${each}" required${checked}${isFirst ? html` autofocus` : undefined}${described}>${kinds[each]}</label>${said}`;
  });
  const wrong =
    fault?.of === 'words'
      ? html` autofocus aria-invalid="true" aria-describedby="fault words-hint"`
      : html` aria-describedby="words-hint"`;
  return html`<section id="ask"><h2>${ask}</h2><p>${answer[addressKind](name)}</p><form method="post" action="#said">${opens}<fieldset><legend>${kind}</legend>${faultOf('kind')}${lines}</fieldset><label for="words">${words}</label><p class="hint" id="words-hint">${hint} ${ends}</p>${faultOf('words')}<textarea id="words" name="words" rows="4" maxlength="4000"${wrong}>${kept.words}</textarea><button class="second">${send}</button></form></section>`;
};

/** What was asked for before, and what became of it. */
export const requestsPart = (
  { requests, notice, address }: Pick<ShownCentre, 'requests' | 'notice' | 'address'>,
  language: ReaderLanguage,
): Html | undefined => {
  const { open, errands } = CENTRE_WORDS[language];
  const { requests: words, asked } = open;
  if (requests.length === 0) return undefined;
  const day = (at: ShownRequest['acknowledged']['receivedAt']) => dayOf(language, at);
  const comes = address && errands.answerComes[address.kind](notice.publicName);
  const lines = requests.map(({ kind, via, acknowledged: { receivedAt, next } }) => {
    const [what, received] = [asked[kind], day(receivedAt)];
    if (next === 'late') return html`<li>${words.late(what, received)}</li>`;
    // Another way may have brought it than this page, and be the one by which it is answered.
    const where = via === 'preference-page' && comes !== undefined ? ` ${comes}` : '';
    if ('dueAt' in next) return html`<li>${words.due(what, received, day(next.dueAt))}${where}</li>`;
    return html`<li>${words.answered(what, received, day(next.answeredAt))}</li>`;
  });
  return html`<section><h2>${words.heading}</h2><ul>${lines}</ul></section>`;
};
