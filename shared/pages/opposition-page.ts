import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { linkOut } from './link-out.ts';
import type { AdvertiserLook } from './look.ts';
import { channelWords } from './opposition-words.ts';

const wordsOf = (name: string): string =>
  ` ${name
    .split(/[\s,;()]+/u)
    .filter(Boolean)
    .join(' ')} `;
/** A name is within another by whole words: "Val" is not within "Maison Valmy". */
const isWithin = (name: string, other: string): boolean => wordsOf(other).includes(wordsOf(name));

/** Who writes, by every name that a reader may know, as every page of an opposition says it: never whom it is written to. */
export const who = ({ publicName, otherNames = [], legalName }: OppositionNotice): string => {
  const names = [publicName, ...otherNames].filter((name) => !isWithin(name, legalName));
  return names.length === 0 ? legalName : `${names.join(', ')} (${legalName})`;
};

/** The colour and logo of the advertiser, as every page that names it has them. */
export const lookOf = ({ publicName, look }: OppositionNotice): AdvertiserLook | undefined =>
  look === undefined ? undefined : { ...look, name: publicName };

/** How to reach the advertiser, and its processing notice (D12). */
export const howToContact = (
  { contact, contactLink, shortReference, noticeUrl }: OppositionNotice,
  language: ReaderLanguage,
): Html => {
  const { at, reference, notice } = PAGE_WORDS[language].contact;
  const quoted = shortReference === undefined ? undefined : html`<p>${reference} ${shortReference}</p>`;
  const shown = contactLink === undefined ? contact : linkOut(contactLink, contact, language);
  return html`<footer><p>${at} ${shown}</p>${quoted}<p>${linkOut(noticeUrl, notice, language)}</p></footer>`;
};

/**
 * The page of `GET /o/{token}`: one button right under the heading, where the smallest screen shows it, then in which
 * scope the opposition would hold, and who writes. Under the button, by the `token` of the link: the way to the preference centre.
 */
export const oppositionPage = (notice: OppositionNotice, language: ReaderLanguage, token: string): Page => {
  const { title, heading, act, means, free, beyond, choices, already } = PAGE_WORDS[language].ask;
  const { publicName, channel } = notice;
  const family = channelWords(language, channel);
  return {
    status: 200,
    language,
    title: title(publicName, family),
    look: lookOf(notice),
    content: html`<h1>${heading(publicName, family)}</h1><form method="post"><button>${act(family)}</button></form><p><a href="../p/${token}">${choices}</a></p><p>${already}</p><p>${means(publicName, family)}</p><p>${free}</p><p>${beyond}</p><p class="who">${who(notice)}</p>${howToContact(notice, language)}`,
  };
};
