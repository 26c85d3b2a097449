import type { Before } from '#shared/app/centre/act-in-centre.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import { MOST_A_DAY, MOST_AN_HOUR } from '#shared/domain/centre/code.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { momentOf } from '#shared/words/time-of.ts';
import { type Html, html } from '../html.ts';
import type { Kept } from './kept.ts';
import { isForRequest, whereOf } from './said.ts';
import { withoutCode } from './way-back.ts';

/** What it came to, by one name. */
export type Came = 'nothing' | 'recorded' | Extract<Before, string> | 'sent' | 'too-many' | 'stopped';
export const cameOf = (before: Before | undefined): Came => {
  if (before === undefined) return 'nothing';
  if (typeof before === 'string') return before;
  if ('stopped' in before) return 'stopped';
  return 'became' in before ? before.became : 'recorded';
};

/** Where a code can be typed: after one was sent, now or before. */
const TAKES_CODE: readonly Came[] = ['sent', 'too-many', 'wrong-code', 'has-code'];
export const takesCode = (came: Came): boolean => TAKES_CODE.includes(came);

/** The closed page as it is shown: of what, and after what. */
export interface Shown {
  readonly notice: OppositionNotice;
  readonly before: Before | undefined;
  readonly came: Came;
  /** Where the code is awaited. */
  readonly sheet: string;
  readonly kept: Kept;
  readonly language: ReaderLanguage;
}

const isAnother = (before: Before | undefined): boolean =>
  typeof before === 'object' && 'became' in before && before.became === 'sent' && before.isAnother === true;

/** By when another code may be asked for, where none may be now. */
const nextAtOf = (before: Before | undefined): Instant | undefined =>
  typeof before === 'object' && 'became' in before ? before.nextAt : undefined;

/** The same in words. */
const nextInWords = (before: Before | undefined, language: ReaderLanguage): string | undefined => {
  if (typeof before !== 'object' || !('became' in before) || before.nextAt === undefined) return undefined;
  const { lastCode, reopen } = CENTRE_WORDS[language].errands;
  // Where it is said right under the heading already, how alone is.
  return before.became === 'too-many' ? reopen : `${lastCode(momentOf(language, before.nextAt, before.at))} ${reopen}`;
};

const button = (act: 'code' | 'have', words: string, kept: Html): Html =>
  html`<form method="post"><input type="hidden" name="act" value="${act}">${kept}<button class="second">${words}</button></form>`;

/** What was written before the page closed, to be shown again once the code is typed. */
const keptFields = ({ kind, words }: Kept): Html => {
  const field = (name: string, value: string) =>
    value === '' ? undefined : html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${field('kind', kind)}${field('words', words)}`;
};

/** The field of the code, by itself. By when another may be asked for comes back with a wrong one. */
export const codeField = ({ came, before, sheet, kept, language }: Shown): Html => {
  const { type, typeLast, open } = CENTRE_WORDS[language].closed;
  const next = nextAtOf(before);
  const until = next === undefined ? undefined : html`<input type="hidden" name="next" value="${next}">`;
  const wrong =
    came === 'wrong-code' ? html` aria-invalid="true" aria-describedby="said hint"` : html` aria-describedby="hint"`;
  return html`<form method="post"><input type="hidden" name="act" value="open"><input type="hidden" name="sheet" value="${sheet}">${until}${keptFields(kept)}<label for="code">${came === 'too-many' ? typeLast : type}</label><input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required autofocus${wrong}><button>${open}</button></form>`;
};

/** What comes after that field: where the code was sent, how to have another, and what to do without one. */
export const besideField = ({ notice, came, before, kept, language }: Shown): Html => {
  const { closed: words, errands } = CENTRE_WORDS[language];
  const next = nextInWords(before, language);
  const late = (next === undefined ? words.late : errands.lateForNow)[addressKindOf(notice.channel) ?? KIND_NOT_KNOWN];
  const sent = isAnother(before) ? `${errands.sentWhere(whereOf(notice, language))} ` : '';
  const hint = html`<p class="hint" id="hint">${sent}${came === 'sent' ? words.hint : words.last} ${late}</p>`;
  // Which button was pressed says that it is another one: nothing that is stored does.
  const again = html`<input type="hidden" name="again" value="1">${keptFields(kept)}`;
  const another = next === undefined ? button('code', words.again, again) : html`<p>${next}</p>`;
  return html`${hint}${another}${withoutCode(notice, language)}`;
};

/** How many codes one gets, so that nobody leaves an open page for what they could do on it. */
const limitsIn = (language: ReaderLanguage): string =>
  CENTRE_WORDS[language].errands.limits(String(MOST_AN_HOUR), String(MOST_A_DAY));

/** What the code opens. */
const behindPart = ({ publicName, hasForms }: OppositionNotice, language: ReaderLanguage): Html => {
  const { intro, choose, again, see, ask } = CENTRE_WORDS[language].errands.behind;
  const back = hasForms === true ? html`<li>${again}</li>` : undefined;
  return html`<p>${intro}</p><ul><li>${choose}</li>${back}<li>${see(publicName)}</li><li>${ask}</li></ul>`;
};

/** What a code is for, and the buttons of who wants one and of who has one. */
export const askForCode = ({ notice, kept, language }: Shown): Html => {
  const { closed: words } = CENTRE_WORDS[language];
  const where = whereOf(notice, language);
  const fields = keptFields(kept);
  const buttons = html`<p>${limitsIn(language)}</p>${button('code', words.send, fields)}${button('have', words.have, fields)}`;
  return isForRequest(notice)
    ? html`<section><h2>${words.restForRequest}</h2><p>${words.whyForRequest(where)}</p>${buttons}</section>`
    : html`<section><h2>${words.rest(notice.publicName)}</h2>${behindPart(notice, language)}<p>${words.why(where)}</p>${buttons}</section>`;
};
