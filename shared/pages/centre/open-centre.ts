import type { Done } from '#shared/app/centre/act-in-centre.ts';
import type { OfferedForm } from '#shared/app/centre/offered-forms.ts';
import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import { ASKED_IN_CENTRE } from '#shared/domain/centre/asked.ts';
import type { HeldUse } from '#shared/domain/centre/held.ts';
import { formLabelOf } from '#shared/domain/consent/form-version.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { markOf } from '#shared/domain/rights/identity-link.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { howToContact, lookOf, who } from '../opposition-page.ts';
import { reasonAsked } from '../reason-asked.ts';
import { acknowledgedIn, stopWords } from './closed-centre.ts';
import { awaitingWords, basisWords, familyWords, oppositionWords, sentWords } from './words.ts';

const doneWords = (done: Done, language: ReaderLanguage): Html => {
  const { said, open } = CENTRE_WORDS[language];
  if (done === 'settled') return html`<p role="alert"><strong>${said.settled}</strong></p>`;
  if (done === 'wrong-words') return html`<p role="alert"><strong>${open.wrongWords}</strong></p>`;
  if (done === 'thanked')
    return html`<p class="done" role="status"><strong>${PAGE_WORDS[language].reason.thanks}</strong></p>`;
  const words = typeof done === 'string' ? said[done] : acknowledgedIn(done, language);
  return html`<p class="done" role="status"><strong>${words}</strong></p>`;
};

const opens = (pass: string, act: 'stop' | 'ask' | 'agree' | 'mine'): Html =>
  html`<input type="hidden" name="act" value="${act}"><input type="hidden" name="pass" value="${pass}">`;

const useOf = (use: HeldUse, name: string, pass: string, language: ReaderLanguage): Html => {
  const { family, purpose, bases, stoppedAt, channels } = use;
  const words = CENTRE_WORDS[language].open;
  const what = CENTRE_WORDS[language].purposes[purpose](name);
  const by = familyWords(language, [family]);
  const listed = bases.map((basis) => html`<li>${basisWords(language, basis)}</li>`);
  const end =
    stoppedAt === undefined
      ? html`<form method="post">${opens(pass, 'stop')}<button name="of" value="purpose:${purpose}:${channels.join(',')}">${words.stop(what, by)}</button></form>`
      : html`<p>${words.stoppedSince(dayOf(language, stoppedAt))}</p>`;
  return html`<section><h2>${words.use(what, by)}</h2><ul>${listed}</ul>${end}</section>`;
};

const heldPart = (
  { held, maskedAddress, notice, mayComeBack }: ShownCentre,
  pass: string,
  language: ReaderLanguage,
): Html => {
  const words = CENTRE_WORDS[language].open;
  const { publicName } = notice;
  const address = maskedAddress === undefined ? undefined : html`<p>${words.address(maskedAddress)}</p>`;
  if (held === undefined) return html`${address ?? html`<p>${words.nothing(publicName)}</p>`}`;
  const uses = held.uses.map((use) => useOf(use, publicName, pass, language));
  const refused = held.oppositions.map((each) => html`<li>${oppositionWords(language, each, publicName)}</li>`);
  const back = mayComeBack ? html`<p>${words.backAgain(publicName)}</p>` : undefined;
  return html`${address}<p>${words.since(dayOf(language, held.firstRecordedAt))}</p>${held.isRestricted ? html`<p>${words.restricted}</p>` : undefined}${uses.length === 0 ? html`<p>${words.none}</p>` : uses}${refused.length === 0 ? undefined : html`<section><h2>${words.refused}</h2><ul>${refused}</ul>${back}</section>`}${held.hasDeclared ? html`<p>${words.declared}</p>` : undefined}`;
};

/** What the advertiser received in their name, and gave this link for: nothing is confirmed but by its button. */
const awaitingPart = ({ awaiting, notice }: ShownCentre, pass: string, language: ReaderLanguage): Html | undefined => {
  const { heading, why, notMine, mine } = CENTRE_WORDS[language].open.awaiting;
  if (awaiting === undefined) return undefined;
  const form = html`<form method="post">${opens(pass, 'mine')}<p id="asked">${awaitingWords(language, awaiting)}</p><button class="second" name="of" value="${markOf(awaiting.id)}" aria-describedby="asked">${mine}</button></form>`;
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
  const link =
    notice?.url === undefined ? undefined : html`<p><a href="${notice.url}" rel="noreferrer">${formNotice}</a></p>`;
  return html`<form method="post">${opens(pass, 'agree')}<input type="hidden" name="seen" value="${`${seen}`}"><div id="${read}" lang="${form.language}"><p class="wording">${wording}</p>${partners}</div>${link}<button class="second" name="of" value="${formLabelOf(form)}" aria-describedby="${read}">${act}</button></form>`;
};

const offersPart = ({ offers, seen }: ShownCentre, pass: string, language: ReaderLanguage): Html | undefined => {
  const { agree, free } = CENTRE_WORDS[language].open;
  if (offers.length === 0) return undefined;
  return html`<section><h2>${agree}</h2><p>${free}</p>${offers.map((each) => offerOf(each, { pass, seen }, language))}</section>`;
};

const messagesPart = ({ messages }: ShownCentre, language: ReaderLanguage): Html => {
  const words = CENTRE_WORDS[language].open;
  const sent = messages.map((each) => html`<li>${sentWords(language, each)}</li>`);
  return html`<section><h2>${words.messages}</h2>${sent.length === 0 ? html`<p>${words.noMessages}</p>` : html`<ul>${sent}</ul>`}<p>${words.texts}</p></section>`;
};

const askPart = (pass: string, language: ReaderLanguage): Html => {
  const { ask, kind, kinds, words, hint, send } = CENTRE_WORDS[language].open;
  const options = ASKED_IN_CENTRE.map((each) => html`<option value="${each}">${kinds[each]}</option>`);
  return html`<section><h2>${ask}</h2><form method="post">${opens(pass, 'ask')}<label for="kind">${kind}</label><select id="kind" name="kind">${options}</select><label for="words">${words}</label><p class="hint" id="hint">${hint}</p><textarea id="words" name="words" rows="4" maxlength="4000" aria-describedby="hint"></textarea><button class="second">${send}</button></form></section>`;
};

/**
 * The preference centre once the code was typed: what stops comes first, and right after a stop that it is recorded, then the request that the person may confirm, what is held, each use with its basis, its date and a
 * button of its own, then what can be asked for.
 */
export const openCentrePage = (
  shown: ShownCentre,
  { pass, done }: { readonly pass: string; readonly done?: Done | undefined },
  language: ReaderLanguage,
): Page => {
  const words = CENTRE_WORDS[language].open;
  const { notice, maskedAddress } = shown;
  const stop = stopWords(notice, language);
  const title = words.title(notice.publicName);
  const isStopped = done === 'stopped' || done === 'thanked';
  const weight = isStopped ? html` class="second"` : undefined;
  const stops = html`<form method="post">${opens(pass, 'stop')}<button${weight} name="of" value="channel">${stop.channel}</button><button${weight} name="of" value="all">${stop.all}</button></form>`;
  const became = done === undefined ? undefined : doneWords(done, language);
  return {
    status: done === 'wrong-words' || done === 'settled' ? 422 : 200,
    language,
    title,
    look: lookOf(notice),
    content: html`<h1>${title}</h1>${isStopped ? html`${became}${stops}` : html`${stops}${became}`}${awaitingPart(shown, pass, language)}${heldPart(shown, pass, language)}${done === 'stopped' ? reasonAsked(language, { pass }) : undefined}${offersPart(shown, pass, language)}${shown.held === undefined ? undefined : messagesPart(shown, language)}${maskedAddress === undefined ? undefined : askPart(pass, language)}<p class="who">${who(notice)}</p><p>${words.ends}</p>${howToContact(notice, language)}`,
  };
};
