import type { Done } from '#shared/app/centre/act-in-centre.ts';
import type { OfferedForm } from '#shared/app/centre/offered-forms.ts';
import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import { MOST_A_DAY, MOST_AN_HOUR } from '#shared/domain/centre/code.ts';
import type { HeldOpposition, HeldUse } from '#shared/domain/centre/held.ts';
import { formLabelOf } from '#shared/domain/consent/form-version.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import { isReported } from '#shared/domain/opposition/opposition.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { markOf } from '#shared/domain/rights/identity-link.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { linkOut } from '../link-out.ts';
import { howToContact, lookOf, who } from '../opposition-page.ts';
import { reasonAsked } from '../reason-asked.ts';
import { askPart, faultOfAsk, requestsPart } from './ask-part.ts';
import { stopWords } from './closed-centre.ts';
import type { Kept } from './kept.ts';
import { messagesPart, onPagePart, recipientsPart } from './listed-parts.ts';
import { alreadyPart, refusedIn } from './refused-already.ts';
import { acknowledgedIn, agreedIn, type Sentences, stillIn, stoppedIn } from './said.ts';
import { backAfterStop, backOfUse, elsewherePart } from './way-back.ts';
import { awaitingWords, basisWords, familyWords, oppositionWords } from './words.ts';

/** What was done, right under the heading. A fault of the request is none: it is said by its field. */
const doneWords = (
  done: Done,
  [first, more]: Sentences,
  language: ReaderLanguage,
): readonly [above: Html, below?: Html] => {
  if (done === 'settled') return [html`<p role="alert"><strong>${CENTRE_WORDS[language].said.settled}</strong></p>`];
  const above = html`<p class="done" id="said" role="status"><strong>${first}</strong></p>`;
  return more === undefined ? [above] : [above, html`<p>${more}</p>`];
};

const wordsOf = (done: Done, { notice: { publicName }, comes }: ShownCentre, language: ReaderLanguage): Sentences => {
  if (done === 'thanked') return [PAGE_WORDS[language].reason.thanks];
  if (typeof done === 'string') return [''];
  if ('agreed' in done) return agreedIn(done, publicName, language);
  if ('stopped' in done)
    return [[stoppedIn(done, publicName, language), ...stillIn(comes, publicName, language)].join(' ')];
  return 'acknowledged' in done ? acknowledgedIn(done, language) : [''];
};

const opens = (pass: string, act: 'stop' | 'ask' | 'agree' | 'mine'): Html =>
  html`<input type="hidden" name="act" value="${act}"><input type="hidden" name="pass" value="${pass}">`;

interface Opened {
  readonly shown: ShownCentre;
  readonly pass: string;
}

/** One use, with a button of its own where the address of this page is what it reaches: a stop here ends nothing at another address. */
const useOf = (use: HeldUse, { shown, pass }: Opened, language: ReaderLanguage): Html => {
  const { family, purpose, bases, stoppedAt, channels } = use;
  const words = CENTRE_WORDS[language].open;
  const what = CENTRE_WORDS[language].purposes[purpose](shown.notice.publicName);
  const by = familyWords(language, [family]);
  // Two agreements of one day in the same words are one line.
  const listed = [...new Set(bases.map((basis) => basisWords(language, basis)))].map((line) => html`<li>${line}</li>`);
  const kind = shown.address?.kind;
  const isElsewhere = channels.every((channel) => ![undefined, kind].includes(addressKindOf(channel)));
  const name = `${family}-${purpose}`;
  const stop = () =>
    html`<form method="post" action="#said">${opens(pass, 'stop')}<button name="of" value="purpose:${purpose}:${channels.join(',')}" aria-describedby="${name}">${words.stop[purpose]}</button></form>`;
  const end =
    stoppedAt !== undefined
      ? html`<p>${words.stoppedSince(dayOf(language, stoppedAt))}${backOfUse(shown, use, what, language)}</p>`
      : isElsewhere && kind !== undefined
        ? html`<p>${words.only[kind](shown.notice.publicName)}</p>`
        : stop();
  return html`<section><h3 id="${name}">${words.use(what, by)}</h3><ul>${listed}</ul>${end}</section>`;
};

/** Which address the page is of, and that it is of no other; where others are named; and that one does all at once. */
const addressPart = ({ address, notice }: ShownCentre, language: ReaderLanguage): Html | undefined => {
  const { open: words, errands } = CENTRE_WORDS[language];
  if (address === undefined) return undefined;
  return html`<p>${words.address[address.kind](address.shown)}</p><p>${errands.others} <a href="#ask">${errands.askCopy}</a></p><p>${words.only[address.kind](notice.publicName)}</p><p>${errands.oneGo(String(MOST_AN_HOUR), String(MOST_A_DAY))}</p>`;
};

/** What is refused, but what its use says already. */
const refusedPart = ({ held, notice, mayComeBack }: ShownCentre, language: ReaderLanguage): Html | undefined => {
  const { refused } = CENTRE_WORDS[language].open;
  const isByUse = ({ of, families, via }: HeldOpposition): boolean =>
    of.scope === 'purpose' &&
    !isReported(via) &&
    families.every((family) =>
      held?.uses.some((use) => use.family === family && use.purpose === of.purpose && use.stoppedAt !== undefined),
    );
  const listed = held?.oppositions.filter((each) => !isByUse(each)) ?? [];
  const lines = listed.map((each) => html`<li>${oppositionWords(language, each, notice.publicName)}</li>`);
  return html`${lines.length === 0 ? undefined : html`<section><h2>${refused}</h2><ul>${lines}</ul></section>`}${mayComeBack ? elsewherePart(notice, true, language) : undefined}`;
};

const heldPart = (opened: Opened, language: ReaderLanguage): Html => {
  const words = CENTRE_WORDS[language].open;
  const { held, address, notice } = opened.shown;
  if (held === undefined) return address === undefined ? html`<p>${words.nothing(notice.publicName)}</p>` : html``;
  const uses = held.uses.map((use) => useOf(use, opened, language));
  return html`<div id="held"><h2>${CENTRE_WORDS[language].errands.onPage.held}</h2><p>${words.texts}</p>${held.isRestricted ? html`<p>${words.restricted}</p>` : undefined}${uses.length === 0 ? html`<p>${words.none}</p>` : uses}</div>${refusedPart(opened.shown, language)}`;
};

/** Since when, and that there is more than a page shows. */
const morePart = ({ held }: ShownCentre, language: ReaderLanguage): Html | undefined => {
  const words = CENTRE_WORDS[language].open;
  if (held === undefined) return undefined;
  return html`${held.hasDeclared ? html`<p>${words.declared}</p>` : undefined}<p>${words.since(dayOf(language, held.firstRecordedAt))}</p>`;
};

/** What the advertiser received in their name, and gave this link for: nothing is confirmed but by its button. */
const awaitingPart = ({ awaiting, notice }: ShownCentre, pass: string, language: ReaderLanguage): Html | undefined => {
  const { heading, why, notMine, mine } = CENTRE_WORDS[language].open.awaiting;
  if (awaiting === undefined) return undefined;
  const form = html`<form method="post" action="#said">${opens(pass, 'mine')}<p id="asked">${awaitingWords(language, awaiting)}</p><button class="second" name="of" value="${markOf(awaiting.id)}" aria-describedby="asked">${mine}</button></form>`;
  return html`<section><h2>${heading}</h2><p>${why(notice.publicName)}</p><p>${notMine}</p>${form}</section>`;
};

const offerOf = (
  { form }: OfferedForm,
  { pass, seen }: { readonly pass: string; readonly seen: number },
  language: ReaderLanguage,
): Html => {
  const { act, formNotice } = CENTRE_WORDS[language].open;
  const { formId, version, wording, notice, partnersNamed } = form;
  const read = `wording-${formId}-${version}`;
  const partners =
    partnersNamed.length === 0 ? undefined : html`<ul>${partnersNamed.map(({ name }) => html`<li>${name}</li>`)}</ul>`;
  const link = notice?.url === undefined ? undefined : html`<p>${linkOut(notice.url, formNotice, language)}</p>`;
  return html`<form method="post" action="#said">${opens(pass, 'agree')}<input type="hidden" name="seen" value="${`${seen}`}"><div id="${read}" lang="${form.language}"><p class="wording">${wording}</p>${partners}</div>${link}<button class="second" name="of" value="${formLabelOf(form)}" aria-describedby="${read}">${act}</button></form>`;
};

const offersPart = ({ offers, seen }: ShownCentre, pass: string, language: ReaderLanguage): Html | undefined => {
  const { agree, free } = CENTRE_WORDS[language].open;
  if (offers.length === 0) return undefined;
  return html`<section id="agree"><h2>${agree}</h2><p>${free}</p>${offers.map((each) => offerOf(each, { pass, seen }, language))}</section>`;
};

/** What the person wrote with a request, given back so that they see what is asked: it comes after what stops. */
const wrotePart = (wrote: string, language: ReaderLanguage): Html | undefined =>
  wrote === ''
    ? undefined
    : html`<p>${CENTRE_WORDS[language].errands.youWrote}</p><blockquote class="wording">${wrote}</blockquote>`;

/**
 * The preference centre once the code was typed: what was done now, then what stops, what follows from what was done, the request that the person may confirm, what was asked for before, what is held, each use with its basis, its date and a
 * button of its own, to whom data went, then what can be asked for and what was sent; an optional reason comes last.
 */
export const openCentrePage = (
  shown: ShownCentre,
  {
    pass,
    done,
    kept,
    wrote = '',
  }: {
    readonly pass: string;
    readonly done?: Done | undefined;
    readonly kept: Kept;
    /** What the person wrote with the request that is recorded now. */
    readonly wrote?: string | undefined;
  },
  language: ReaderLanguage,
): Page => {
  const words = CENTRE_WORDS[language].open;
  const { notice, address } = shown;
  const stop = stopWords(notice, language);
  const title = words.title(notice.publicName);
  const isStopped = typeof done === 'object' && 'stopped' in done;
  const refused = refusedIn(shown);
  const isLess = isStopped || done === 'thanked';
  /** Paler where it has nothing left to stop: what was refused in part is not refused. */
  const weight = (isSpent: boolean) => (isSpent ? html` class="second"` : undefined);
  const stops = html`<form method="post" action="#said">${opens(pass, 'stop')}<button${weight(refused.channel)} name="of" value="channel">${stop.channel}</button><button${weight(refused.everything)} name="of" value="all">${stop.all} ${stop.covers}</button></form>`;
  const already = isLess ? undefined : alreadyPart(notice, refused, language);
  const fault = faultOfAsk(done, language);
  const [became, follows] =
    done === undefined || fault !== undefined ? [] : doneWords(done, wordsOf(done, shown, language), language);
  const asking =
    address === undefined
      ? undefined
      : html`${recipientsPart(shown, language)}${askPart({ kept, fault, opens: opens(pass, 'ask'), name: notice.publicName, kind: address.kind }, language)}`;
  const back = isStopped ? backAfterStop(shown, done.stopped, language) : undefined;
  return {
    status: fault !== undefined || done === 'settled' ? 422 : 200,
    language,
    title,
    look: lookOf(notice),
    content: html`<h1>${title}</h1>${became}${stops}${already}${follows}${back}${wrotePart(wrote, language)}${addressPart(shown, language)}${onPagePart(shown, language)}${awaitingPart(shown, pass, language)}${requestsPart(shown, language)}${heldPart({ shown, pass }, language)}${offersPart(shown, pass, language)}${asking}${shown.held === undefined ? undefined : messagesPart(shown, language)}${morePart(shown, language)}${isStopped ? reasonAsked(language, { pass, action: '#said' }) : undefined}<p class="who">${who(notice)}</p>${howToContact(notice, language)}`,
  };
};
