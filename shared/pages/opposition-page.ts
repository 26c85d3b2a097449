import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { deName } from '#shared/domain/french.ts';
import { type Html, html } from './html.ts';
import type { Language, Page } from './layout.ts';
import { channelWords } from './opposition-words.ts';

/** Who writes, as every page of an opposition says it: never whom it is written to. */
export const who = ({ publicName, legalName }: OppositionNotice): string =>
  publicName === legalName ? publicName : `${publicName} (${legalName})`;

/** How to reach the advertiser, and its processing notice (D12). */
export const howToContact = (notice: OppositionNotice, language: Language): Html => {
  const words = { fr: 'Vos données et vos droits', en: 'Your data and your rights' }[language];
  const reference = { fr: 'Référence du message :', en: 'Reference of the message:' }[language];
  return html`<footer><p>Contact${language === 'fr' ? ' ' : ''}: ${notice.contact}</p><p>${reference} ${notice.shortReference}</p><p><a href="${notice.noticeUrl}" rel="noreferrer">${words}</a></p></footer>`;
};

const frenchAsk = (notice: OppositionNotice): Html => {
  const { messages, ofMessages, address } = channelWords('fr', notice.channel);
  return html`<h1>Ne plus recevoir de publicité ${deName(notice.publicName)} ?</h1><form method="post"><button>Ne plus recevoir ${ofMessages}</button></form><p>En appuyant sur le bouton, vous vous opposez à tous les ${messages} ${deName(notice.publicName)} ${address}.</p><p>C’est gratuit et immédiat. Seul un nouveau consentement de votre part pourrait y mettre fin.</p><p class="who">${who(notice)}</p>${howToContact(notice, 'fr')}`;
};

const englishAsk = (notice: OppositionNotice): Html => {
  const { messages, address } = channelWords('en', notice.channel);
  return html`<h1>Stop advertising from ${notice.publicName}?</h1><form method="post"><button>Stop ${messages}</button></form><p>By pressing the button you object to all ${messages} from ${notice.publicName} ${address}.</p><p>It is free and takes effect at once. Only a new consent of yours could end it.</p><p class="who">${who(notice)}</p>${howToContact(notice, 'en')}`;
};

/**
 * The page of `GET /o/{token}`: one button right under the heading, where the smallest screen shows it, then in which
 * scope the opposition would hold, and who writes.
 */
export const oppositionPage = (notice: OppositionNotice, language: Language): Page => ({
  status: 200,
  language,
  title:
    language === 'fr'
      ? `Ne plus recevoir de publicité ${deName(notice.publicName)}`
      : `Stop advertising from ${notice.publicName}`,
  content: language === 'fr' ? frenchAsk(notice) : englishAsk(notice),
});
