import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { typedOppositionRecorded } from './address-form.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { howToContact, lookOf, who } from './opposition-page.ts';
import { channelWords } from './opposition-words.ts';
import { reasonAsked } from './reason-asked.ts';

/**
 * The choice after the first: everything from this advertiser, which also covers the person's linked contacts (D1).
 */
const widerChoice = ({ publicName }: OppositionNotice, language: ReaderLanguage): Html => {
  const { widerTitle, wider, widerAct } = PAGE_WORDS[language].recorded;
  return html`<section><h2>${widerTitle(publicName)}</h2><p>${wider(publicName)}</p><form method="post"><button class="second" name="scope" value="all">${widerAct(publicName)}</button></form></section>`;
};

/** The way to the preference centre, once the opposition is recorded and never in place of it. */
const otherChoices = (
  { shortReference }: OppositionNotice,
  token: string | undefined,
  language: ReaderLanguage,
): Html | undefined => {
  const { changedMind, otherChoices: words } = PAGE_WORDS[language].recorded;
  // By the link of a request, the page of choices is about that request.
  const before = shortReference === undefined ? undefined : html`${changedMind} `;
  return token === undefined ? undefined : html`<p>${before}<a href="../p/${token}">${words}</a></p>`;
};

/**
 * The page after `POST /o/{token}`: recorded, in which scope, the wider choice once, and by the `token` of the link the way to the preference
 * centre and, last, an optional reason. Without a `notice`, who wrote cannot be shown now: it is recorded all the same.
 */
export const oppositionRecorded = (
  notice: OppositionNotice | undefined,
  isEverything: boolean,
  language: ReaderLanguage,
  token?: string,
): Page => {
  const recorded = typedOppositionRecorded(language);
  if (notice === undefined) return recorded;
  const words = PAGE_WORDS[language].recorded;
  const { publicName, channel } = notice;
  const whatEnds = isEverything
    ? words.everything(publicName)
    : words.family(publicName, channelWords(language, channel));
  return {
    ...recorded,
    look: lookOf(notice),
    content: html`<p class="who">${who(notice)}</p><h1 class="done">${words.title}</h1><p>${whatEnds}</p><p>${words.mayArrive}</p>${isEverything ? undefined : widerChoice(notice, language)}<p>${words.close}</p>${otherChoices(notice, token, language)}${token === undefined ? undefined : reasonAsked(language, { action: `../p/${token}` })}${howToContact(notice, language)}`,
  };
};
