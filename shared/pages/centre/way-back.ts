import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { HeldUse } from '#shared/domain/centre/held.ts';
import { isOffered } from '#shared/domain/centre/is-offered.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import { isAbout } from '#shared/domain/opposition/is-about.ts';
import { isOfTracking, type OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from '../html.ts';
import { linkOut } from '../link-out.ts';

/** Where on the open page it says how to receive again: by the forms there, or elsewhere. */
type Anchor = 'agree' | 'again';

type UseOf = Pick<HeldUse, 'purpose' | 'channels'>;

/** To the forms where one is for some of these uses. Tracking is nothing that one receives. */
const anchorOf = ({ offers, mayComeBack }: ShownCentre, uses: readonly UseOf[]): Anchor | undefined => {
  if (uses.some((use) => isOffered(offers, use))) return 'agree';
  return mayComeBack ? 'again' : undefined;
};

/** What a stop ended: of a wide one the offers of the advertiser itself where they are among it, so that nobody comes back to partners alone. */
const endedBy = ({ held }: ShownCentre, of: OppositionScope): readonly UseOf[] => {
  if (of.scope === 'purpose') return [of];
  const ended = (held?.uses ?? []).filter(
    ({ purpose, channels, stoppedAt }) =>
      stoppedAt !== undefined && purpose !== 'tracking' && isAbout(of, { channels, purpose }),
  );
  const own = ended.filter(({ purpose }) => purpose === 'own-offers');
  return own.length === 0 ? ended : own;
};

/** Where it is, for the links at the start of the page: where something that one receives is stopped. */
export const anchorOfBack = (shown: ShownCentre): Anchor | undefined => {
  const stopped = (shown.held?.uses ?? []).filter(
    ({ purpose, stoppedAt }) => purpose !== 'tracking' && stoppedAt !== undefined,
  );
  return stopped.length === 0 ? undefined : anchorOf(shown, stopped);
};

/** The link to it by what was stopped before. */
export const backOfUse = (
  shown: ShownCentre,
  use: HeldUse,
  what: string,
  language: ReaderLanguage,
): Html | undefined => {
  const anchor = use.purpose === 'tracking' ? undefined : anchorOf(shown, [use]);
  return anchor && html` <a href="#${anchor}">${CENTRE_WORDS[language].errands.back.use(what)}</a>`;
};

/** The link to it right after a stop: it is no button, and comes after those that stop. */
export const backAfterStop = (shown: ShownCentre, of: OppositionScope, language: ReaderLanguage): Html | undefined => {
  const anchor = isOfTracking(of) ? undefined : anchorOf(shown, endedBy(shown, of));
  return anchor && html`<p><a href="#${anchor}">${CENTRE_WORDS[language].errands.back.changed}</a></p>`;
};

const linkTo = (href: string, words: string, language: ReaderLanguage): Html =>
  html`<li>${linkOut(href, words, language)}</li>`;

const isMail = ({ contactLink }: OppositionNotice): boolean => contactLink?.startsWith('mailto:') === true;

/** The contact of the advertiser as a line: a link where something opens it, a mail with a subject that names nobody, and with the address in its words, since such a link opens no page. */
const contactLine = (notice: OppositionNotice, language: ReaderLanguage): Html => {
  const { write, mail, subject, contact } = CENTRE_WORDS[language].errands.back;
  const { publicName, contact: shown, contactLink } = notice;
  if (contactLink === undefined) return html`<li>${contact(publicName, shown)}</li>`;
  return isMail(notice)
    ? linkTo(`${contactLink}?subject=${encodeURIComponent(subject)}`, mail(shown), language)
    : linkTo(contactLink, write(publicName), language);
};

/** What to do where no code comes: the advertiser is asked without one, where it can be by a mail that shows whose it is. */
export const withoutCode = (notice: OppositionNotice, language: ReaderLanguage): Html => {
  const { heading, what, from, reply } = CENTRE_WORDS[language].errands.noCode;
  const { publicName, shortReference, channel } = notice;
  const shows =
    isMail(notice) && shortReference !== undefined
      ? html`<p>${from[addressKindOf(channel) ?? KIND_NOT_KNOWN]} ${PAGE_WORDS[language].contact.reference} ${shortReference}</p>`
      : undefined;
  return html`<section><h2>${heading}</h2><p>${what(publicName)}</p><ul>${[contactLine(notice, language)]}</ul>${shows}<p>${reply(publicName)}</p></section>`;
};

/**
 * How to receive again what no form here brings back: the site of the advertiser and its mailbox, or its contact as it is to be shown. `isKnown`: the page
 * knows that offers are stopped.
 */
export const elsewherePart = (notice: OppositionNotice, isKnown: boolean, language: ReaderLanguage): Html => {
  const { heading, elsewhere, stopped, site } = CENTRE_WORDS[language].errands.back;
  const lines = [
    ...(notice.site === undefined ? [] : [linkTo(notice.site, site(notice.publicName), language)]),
    ...(notice.contactLink === notice.site && notice.site !== undefined ? [] : [contactLine(notice, language)]),
  ];
  return html`<section id="again"><h2>${heading}</h2><p>${isKnown ? elsewhere(notice.publicName) : stopped}</p><ul>${lines}</ul></section>`;
};
