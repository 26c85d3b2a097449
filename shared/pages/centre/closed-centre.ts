import type { Before } from '#shared/app/centre/act-in-centre.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import { MOST_A_DAY, MOST_AN_HOUR } from '#shared/domain/centre/code.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { momentOf } from '#shared/words/time-of.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { howToContact, lookOf, who } from '../opposition-page.ts';
import { channelWords } from '../opposition-words.ts';
import { reasonAsked } from '../reason-asked.ts';
import type { Kept } from './kept.ts';
import { isForRequest, saidBefore, whereOf } from './said.ts';
import { elsewherePart, withoutCode } from './way-back.ts';

/** The words of the two buttons that stop. */
export const stopWords = ({ channel, publicName }: OppositionNotice, language: ReaderLanguage) => ({
  channel: PAGE_WORDS[language].ask.act(channelWords(language, channel)),
  all: CENTRE_WORDS[language].stopAll(publicName),
  covers: html`<span class="covers">${CENTRE_WORDS[language].errands.everywhere}</span>`,
});

/** What it came to, by one name. */
type Came = 'nothing' | 'recorded' | Extract<Before, string> | 'sent' | 'too-many' | 'stopped';
const cameOf = (before: Before | undefined): Came => {
  if (before === undefined) return 'nothing';
  if (typeof before === 'string') return before;
  if ('stopped' in before) return 'stopped';
  return 'became' in before ? before.became : 'recorded';
};

const isAnother = (before: Before | undefined): boolean =>
  typeof before === 'object' && 'became' in before && before.became === 'sent' && before.isAnother === true;

/** By when another code may be asked for, where none may be now. */
const nextOf = (before: Before | undefined): Instant | undefined =>
  typeof before === 'object' && 'became' in before ? before.nextAt : undefined;

/** The same in words. */
const nextIn = (before: Before | undefined, language: ReaderLanguage): string | undefined => {
  if (typeof before !== 'object' || !('became' in before) || before.nextAt === undefined) return undefined;
  const { lastCode, reopen } = CENTRE_WORDS[language].errands;
  // Where it is said right under the heading already, how alone is.
  return before.became === 'too-many' ? reopen : `${lastCode(momentOf(language, before.nextAt, before.at))} ${reopen}`;
};

/** Where a code can be typed: after one was sent, now or before. */
const TAKES_CODE: readonly Came[] = ['sent', 'too-many', 'wrong-code', 'has-code'];
const IS_FAULT: readonly Came[] = ['too-many', 'no-sender', 'wrong-code', 'closed', 'not-understood'];

/** Which of the two buttons that stop has nothing left to stop, by what was stopped just now; what was before nobody knows here. */
const spentBy = (before: Before | undefined): { readonly channel: boolean; readonly all: boolean } => {
  const scope = typeof before === 'object' && 'stopped' in before ? before.stopped.scope : undefined;
  return { channel: scope === 'global' || scope === 'channel', all: scope === 'global' };
};

/** What is said by itself, right under the heading. */
const saidPart = (came: Came, words: string): Html =>
  IS_FAULT.includes(came)
    ? html`<p id="said" role="alert"><strong>${words}</strong></p>`
    : html`<p id="said" role="status"><strong>${words}</strong></p>`;

const button = (act: 'code' | 'have', words: string, kept: Html): Html =>
  html`<form method="post"><input type="hidden" name="act" value="${act}">${kept}<button class="second">${words}</button></form>`;

/** What was written before the page closed, to be shown again once the code is typed. */
const keptFields = ({ kind, words }: Kept): Html => {
  const field = (name: string, value: string) =>
    value === '' ? undefined : html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${field('kind', kind)}${field('words', words)}`;
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

interface CodeForm {
  readonly came: Came;
  readonly sheet: string;
  /** By when another code may be asked for, as the page says it: it comes back with a wrong one. */
  readonly next: string | undefined;
  readonly kept: Html;
}

const typeCode = ({ came, sheet, next, kept }: CodeForm, language: ReaderLanguage): Html => {
  const { type, typeLast, open } = CENTRE_WORDS[language].closed;
  const until = next === undefined ? undefined : html`<input type="hidden" name="next" value="${next}">`;
  const wrong =
    came === 'wrong-code' ? html` aria-invalid="true" aria-describedby="said hint"` : html` aria-describedby="hint"`;
  return html`<form method="post"><input type="hidden" name="act" value="open"><input type="hidden" name="sheet" value="${sheet}">${until}${kept}<label for="code">${came === 'too-many' ? typeLast : type}</label><input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required autofocus${wrong}><button>${open}</button></form>`;
};

/**
 * The preference centre by its link alone: who writes, two buttons that stop at once, by the route of the opposition page, and a code
 * for the rest. Nothing of the person. Right after something is recorded, that comes before the buttons, each of which is less heavy once it has nothing left to stop. Where a code is
 * typed, its field comes first, since it gives and keeps nothing, and its button is the plainest; the buttons that stop come right after it and before all else, as wide. Where no other code may be asked for now
 * it says so in place of the button, and where to ask without one.
 */
export const closedCentre = (
  notice: OppositionNotice,
  {
    token,
    before,
    sheet = '',
    kept = { kind: '', words: '' },
  }: {
    readonly token: string;
    readonly before?: Before | undefined;
    readonly sheet?: string | undefined;
    readonly kept?: Kept | undefined;
  },
  language: ReaderLanguage,
): Page => {
  const { closed: words, said } = CENTRE_WORDS[language];
  const came = cameOf(before);
  const stop = stopWords(notice, language);
  const title = words.title(notice.publicName);
  const where = whereOf(notice, language);
  const [rest, why] = isForRequest(notice)
    ? [words.restForRequest, words.whyForRequest(where)]
    : [words.rest(notice.publicName), words.why(where)];
  const isRefused = came === 'closed' || came === 'not-understood';
  const isTyped = TAKES_CODE.includes(came);
  const spent = spentBy(before);
  // Whoever says why has stopped something, and reads first that it is recorded.
  const isLight = isTyped || came === 'thanked';
  const weight = (isSpent: boolean) => (isLight || isSpent ? html` class="second"` : undefined);
  const stops = html`<form method="post" action="../o/${token}"><button${weight(spent.channel)}>${stop.channel}</button><button${weight(spent.all)} name="scope" value="all">${stop.all} ${stop.covers}</button></form>`;
  // Who stopped before is asked again by an old link: to everybody, since nobody knows who it is.
  const isAsked = !isTyped && !['stopped', 'thanked', 'recorded'].includes(came) && !isForRequest(notice);
  const already = isAsked ? html`<p>${PAGE_WORDS[language].ask.already}</p>` : undefined;
  const twoButtons =
    before === undefined && !isForRequest(notice)
      ? html`<p>${CENTRE_WORDS[language].errands.twoButtons}</p>`
      : undefined;
  const hasKept = came === 'closed' && kept.words.trim() !== '';
  const became =
    before === undefined
      ? undefined
      : saidPart(came, `${saidBefore(before, notice, language)}${hasKept ? ` ${said.kept}` : ''}`);
  const fields = keptFields(kept);
  // Of the advertiser alone: whoever has the link learns nothing of what the person stopped.
  const hasNoWayHere = came === 'no-sender' || (!isTyped && notice.hasForms !== true);
  const back = hasNoWayHere && !isForRequest(notice) ? elsewherePart(notice, false, language) : undefined;
  const typed = isTyped ? typeCode({ came, sheet, next: nextOf(before), kept: fields }, language) : undefined;
  const next = nextIn(before, language);
  const late = next === undefined ? words.late : CENTRE_WORDS[language].errands.lateForNow;
  const hint = isTyped
    ? html`<p class="hint" id="hint">${isAnother(before) ? `${CENTRE_WORDS[language].errands.sentWhere(where)} ` : ''}${came === 'sent' ? words.hint : words.last} ${late[addressKindOf(notice.channel) ?? KIND_NOT_KNOWN]}</p>`
    : undefined;
  // Which button was pressed says that it is another one: nothing that is stored does.
  const ask = isTyped
    ? button('code', words.again, html`<input type="hidden" name="again" value="1">${fields}`)
    : button('code', words.send, fields);
  // Where no code can be sent, what is said above says where else to ask.
  const section =
    came === 'no-sender'
      ? undefined
      : isTyped
        ? html`${next === undefined ? ask : html`<p>${next}</p>`}${withoutCode(notice, language)}`
        : html`<section><h2>${rest}</h2>${isForRequest(notice) ? undefined : behindPart(notice, language)}<p>${why}</p><p>${limitsIn(language)}</p>${ask}${button('have', words.have, fields)}</section>`;
  return {
    status: isRefused ? 422 : 200,
    language,
    title,
    look: lookOf(notice),
    content: html`<h1>${title}</h1>${became}${typed}${stops}${hint}${isTyped ? section : undefined}${already}<p>${words.free}${came === 'no-sender' ? undefined : ` ${words.part}`}</p>${twoButtons}${isTyped ? undefined : section}${back}${came === 'stopped' ? reasonAsked(language, {}) : undefined}<p class="who">${who(notice)}</p>${howToContact(notice, language)}`,
  };
};
