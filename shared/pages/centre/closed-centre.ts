import type { Before } from '#shared/app/centre/act-in-centre.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { howToContact, lookOf, who } from '../opposition-page.ts';
import { channelWords } from '../opposition-words.ts';
import { reasonAsked } from '../reason-asked.ts';
import { askForCode, besideField, type Came, cameOf, codeField, type Shown, takesCode } from './code-parts.ts';
import { type Kept, NOTHING_KEPT } from './kept.ts';
import { isForRequest, saidBefore } from './said.ts';
import { elsewherePart } from './way-back.ts';

/** The words of the two buttons that stop. */
export const stopWords = ({ channel, publicName }: OppositionNotice, language: ReaderLanguage) => ({
  channel: PAGE_WORDS[language].ask.act(channelWords(language, channel)),
  all: CENTRE_WORDS[language].stopAll(publicName),
  covers: html`<span class="covers">${CENTRE_WORDS[language].errands.everywhere}</span>`,
});

/** Which of the two buttons that stop has nothing left to stop, by what was stopped just now; what was before nobody knows here. */
const spentBy = (before: Before | undefined): { readonly channel: boolean; readonly all: boolean } => {
  const scope = typeof before === 'object' && 'stopped' in before ? before.stopped.scope : undefined;
  return { channel: scope === 'global' || scope === 'channel', all: scope === 'global' };
};

const IS_FAULT: readonly Came[] = ['too-many', 'no-sender', 'wrong-code', 'closed', 'not-understood'];

/** What is said by itself, right under the heading. */
const saidPart = (came: Came, words: string): Html =>
  IS_FAULT.includes(came)
    ? html`<p id="said" role="alert"><strong>${words}</strong></p>`
    : html`<p id="said" role="status"><strong>${words}</strong></p>`;

/** What became of what was asked before, where something was. */
const becamePart = ({ notice, before, came, kept, language }: Shown): Html | undefined => {
  if (before === undefined) return undefined;
  const words = saidBefore(before, notice, language);
  const isKept = came === 'closed' && kept.words.trim() !== '';
  return saidPart(came, isKept ? `${words} ${CENTRE_WORDS[language].said.kept}` : words);
};

/** The two buttons that stop: less heavy once something is stopped, or where a code is typed. */
const stopsPart = ({ notice, before, came, language }: Shown, token: string): Html => {
  const { channel, all, covers } = stopWords(notice, language);
  const spent = spentBy(before);
  // Whoever says why has stopped something, and reads first that it is recorded.
  const isLight = takesCode(came) || came === 'thanked';
  const weight = (isSpent: boolean) => (isLight || isSpent ? html` class="second"` : undefined);
  return html`<form method="post" action="../o/${token}"><button${weight(spent.channel)}>${channel}</button><button${weight(spent.all)} name="scope" value="all">${all} ${covers}</button></form>`;
};

/** Stopping is free; and where else a part of it is stopped, but for who gets no code. */
const freePart = ({ came, language }: Shown): Html => {
  const { free, part } = CENTRE_WORDS[language].closed;
  return html`<p>${free}${came === 'no-sender' ? undefined : ` ${part}`}</p>`;
};

/** Who stopped before is asked again by an old link: to everybody, since nobody knows who it is. */
const alreadyPart = ({ notice, came, language }: Shown): Html | undefined =>
  isForRequest(notice) || ['stopped', 'thanked', 'recorded'].includes(came)
    ? undefined
    : html`<p>${PAGE_WORDS[language].ask.already}</p>`;

const twoButtonsPart = ({ notice, before, language }: Shown): Html | undefined =>
  before !== undefined || isForRequest(notice) ? undefined : html`<p>${CENTRE_WORDS[language].errands.twoButtons}</p>`;

/** Where to receive again. Of the advertiser alone: whoever has the link learns nothing of what the person stopped. */
const backPart = ({ notice, came, language }: Shown): Html | undefined =>
  isForRequest(notice) || (came !== 'no-sender' && notice.hasForms === true)
    ? undefined
    : elsewherePart(notice, false, language);

/** What comes after the buttons that stop, where no code is typed. Where none can be sent, what is said above says where else to ask. */
const restPart = (shown: Shown): Html => {
  const { came, language } = shown;
  const ask = came === 'no-sender' ? undefined : askForCode(shown);
  const why = came === 'stopped' ? reasonAsked(language, {}) : undefined;
  return html`${alreadyPart(shown)}${freePart(shown)}${twoButtonsPart(shown)}${ask}${backPart(shown)}${why}`;
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
    kept = NOTHING_KEPT,
  }: {
    readonly token: string;
    readonly before?: Before | undefined;
    readonly sheet?: string | undefined;
    readonly kept?: Kept | undefined;
  },
  language: ReaderLanguage,
): Page => {
  const came = cameOf(before);
  const shown: Shown = { notice, before, came, sheet, kept, language };
  const title = CENTRE_WORDS[language].closed.title(notice.publicName);
  const stops = stopsPart(shown, token);
  const parts = takesCode(came)
    ? html`${codeField(shown)}${stops}${besideField(shown)}${freePart(shown)}`
    : html`${stops}${restPart(shown)}`;
  return {
    status: came === 'closed' || came === 'not-understood' ? 422 : 200,
    language,
    title,
    look: lookOf(notice),
    content: html`<h1>${title}</h1>${becamePart(shown)}${parts}<p class="who">${who(notice)}</p>${howToContact(notice, language)}`,
  };
};
