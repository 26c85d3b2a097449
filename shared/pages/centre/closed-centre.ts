import type { AcknowledgedNow, Before } from '#shared/app/centre/act-in-centre.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { acknowledgementIn } from '#shared/domain/rights/acknowledgement.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { howToContact, lookOf, who } from '../opposition-page.ts';
import { channelWords } from '../opposition-words.ts';
import { reasonAsked } from '../reason-asked.ts';

/** The words of the two buttons that stop. */
export const stopWords = ({ channel, publicName }: OppositionNotice, language: ReaderLanguage) => ({
  channel: PAGE_WORDS[language].ask.act(channelWords(language, channel)),
  all: CENTRE_WORDS[language].stopAll(publicName),
});

/** Where a code can be typed: after one was sent, now or before. */
const TAKES_CODE: readonly Before[] = ['sent', 'too-many', 'wrong-code'];
const IS_FAULT: readonly Before[] = ['too-many', 'no-sender', 'wrong-code', 'no-code', 'closed', 'not-understood'];

/** Which request is recorded, and by when it is answered. */
export const acknowledgedIn = (
  { kind, acknowledged, isConfirmed }: AcknowledgedNow,
  language: ReaderLanguage,
): string => {
  const { acknowledgement, open, said } = CENTRE_WORDS[language];
  const words = acknowledgementIn(acknowledgement, (at) => dayOf(language, at), acknowledged);
  return `${open.kinds[kind]}. ${isConfirmed ? `${said.confirmed} ` : ''}${words}`;
};

/** The link is of a request that the advertiser received: no message carried it. */
const isForRequest = ({ shortReference }: OppositionNotice): boolean => shortReference === undefined;

const said = (before: Before, notice: OppositionNotice, language: ReaderLanguage): Html => {
  if (typeof before === 'object')
    return html`<p id="said" role="status"><strong>${acknowledgedIn(before, language)}</strong></p>`;
  if (before === 'thanked')
    return html`<p id="said" role="status"><strong>${PAGE_WORDS[language].reason.thanks}</strong></p>`;
  const words = CENTRE_WORDS[language].said;
  const sentence = words[before === 'sent' && isForRequest(notice) ? 'sentForRequest' : before];
  return IS_FAULT.includes(before)
    ? html`<p id="said" role="alert"><strong>${sentence}</strong></p>`
    : html`<p id="said" role="status"><strong>${sentence}</strong></p>`;
};

const askForCode = (words: string): Html =>
  html`<form method="post"><input type="hidden" name="act" value="code"><button class="second">${words}</button></form>`;

const typeCode = (language: ReaderLanguage, isWrong: boolean): Html => {
  const { type, hint, open } = CENTRE_WORDS[language].closed;
  const wrong = isWrong ? html` aria-invalid="true" aria-describedby="said hint"` : html` aria-describedby="hint"`;
  return html`<form method="post"><input type="hidden" name="act" value="open"><label for="code">${type}</label><p class="hint" id="hint">${hint}</p><input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required${wrong}><button class="second">${open}</button></form>`;
};

const codePart = (before: Before | undefined, language: ReaderLanguage): Html => {
  const { send, again } = CENTRE_WORDS[language].closed;
  if (before === undefined || !TAKES_CODE.includes(before)) return askForCode(send);
  return html`${typeCode(language, before === 'wrong-code')}${askForCode(again)}`;
};

/**
 * The preference centre by its link alone: who writes, two buttons that stop at once, by the route of the opposition page, and a code
 * for the rest. Nothing of the person. Right after a stop, that it is recorded comes before the buttons, which are then less heavy.
 */
export const closedCentre = (
  notice: OppositionNotice,
  { token, before }: { readonly token: string; readonly before?: Before | undefined },
  language: ReaderLanguage,
): Page => {
  const words = CENTRE_WORDS[language].closed;
  const stop = stopWords(notice, language);
  const title = words.title(notice.publicName);
  const [rest, why] = isForRequest(notice)
    ? [words.restForRequest, words.whyForRequest]
    : [words.rest(notice.publicName), words.why];
  const isRefused = before === 'closed' || before === 'not-understood';
  const isStopped = before === 'stopped' || before === 'thanked';
  const weight = isStopped ? html` class="second"` : undefined;
  const stops = html`<form method="post" action="../o/${token}"><button${weight}>${stop.channel}</button><button${weight} name="scope" value="all">${stop.all}</button></form>`;
  const became = before === undefined ? undefined : said(before, notice, language);
  const takesCode = before !== undefined && TAKES_CODE.includes(before);
  // Where no code can be sent, what is said above says where else to ask.
  const section =
    before === 'no-sender'
      ? undefined
      : html`<section><h2>${rest}</h2>${takesCode ? undefined : html`<p>${why}</p>`}${codePart(before, language)}</section>`;
  return {
    status: isRefused ? 422 : 200,
    language,
    title,
    look: lookOf(notice),
    content: html`<h1>${title}</h1>${isStopped ? html`${became}${stops}` : html`${stops}${became}`}<p>${words.free}</p>${section}${before === 'stopped' ? reasonAsked(language, {}) : undefined}<p class="who">${who(notice)}</p>${howToContact(notice, language)}`,
  };
};
