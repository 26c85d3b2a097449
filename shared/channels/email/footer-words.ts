import type { Mentions, Why } from '../content/mentions.ts';

/** The sentences of the footer in one language; every argument is plain text. */
interface FooterWords {
  /** Who writes, where it is no advertising (D5). */
  readonly service: (publicName: string, legalName: string) => string;
  /** That it is advertising, and who writes. */
  readonly advertising: (publicName: string, legalName: string) => string;
  readonly address: (postalAddress: string) => string;
  readonly contact: (contact: string) => string;
  readonly why: (why: Why, publicName: string) => string;
  readonly stop: string;
  readonly stopHint: string;
  readonly notice: string;
}

const DAYS = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' }),
} as const;
/** French writes the first day of a month as an ordinal. */
const inWords = (language: 'fr' | 'en', instant: string): string => {
  const day = DAYS[language].format(new Date(instant));
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
};
const known = new Map<string, string>();

/** The day of an instant in Paris, in words; days repeat from one reader to the next, so they are kept. */
const dayOf = (language: 'fr' | 'en', instant: string): string => {
  const key = language + instant;
  const day = known.get(key) ?? inWords(language, instant);
  if (known.size > 5000) known.clear();
  known.set(key, day);
  return day;
};

const fr: FooterWords = {
  service: (publicName, legalName) =>
    publicName === legalName
      ? `Ce message vous est envoyé par ${publicName}.`
      : `Ce message vous est envoyé par ${publicName} (${legalName}).`,
  advertising: (publicName, legalName) =>
    publicName === legalName
      ? `Cet e-mail publicitaire vous est envoyé par ${publicName}.`
      : `Cet e-mail publicitaire vous est envoyé par ${publicName} (${legalName}).`,
  address: (postalAddress) => postalAddress,
  contact: (contact) => `Contact : ${contact}`,
  why: (why, publicName) => {
    switch (why.basis) {
      case 'consent':
        return `Vous le recevez parce que vous avez accepté le ${dayOf('fr', why.since)}${why.collectedBy === undefined ? '' : `, auprès de ${why.collectedBy},`} de recevoir les offres ${why.areOffersOfPartners ? 'des partenaires ' : ''}de ${publicName} par e-mail.`;
      case 'existing-customer':
        return `Vous le recevez parce que vous êtes client de ${publicName} (achat ou contrat du ${dayOf('fr', why.since)})${why.asksToRenew ? '' : ' et que cette offre porte sur des produits ou services analogues'}.`;
      case 'donation':
        return `Vous le recevez parce que vous avez fait un don à ${publicName} le ${dayOf('fr', why.since)}.`;
      case 'membership':
        return `Vous le recevez parce que vous avez adhéré à ${publicName} le ${dayOf('fr', why.since)}.`;
      case 'professional-interest':
        return `Vous le recevez à titre professionnel${why.asksToRenew ? '' : ', parce que cette offre concerne votre fonction'}. Source de vos coordonnées : ${why.source}${why.since === undefined ? '' : ` (${dayOf('fr', why.since)})`}.`;
      case 'legal-person':
        return `Vous le recevez à l'adresse générique d'une personne morale${why.asksToRenew ? '' : ', que cette offre peut intéresser'}.`;
      case 'relation':
        return `Il fait suite à votre relation avec ${publicName} ; vous pouvez refuser ces messages sans donner de motif.`;
      case 'service':
        return '';
    }
  },
  stop: 'Ne plus recevoir ces e-mails',
  stopHint: 'gratuit',
  notice: 'Vos données et vos droits',
};

const en: FooterWords = {
  service: (publicName, legalName) =>
    publicName === legalName
      ? `This message is sent to you by ${publicName}.`
      : `This message is sent to you by ${publicName} (${legalName}).`,
  advertising: (publicName, legalName) =>
    publicName === legalName
      ? `This is an advertising e-mail from ${publicName}.`
      : `This is an advertising e-mail from ${publicName} (${legalName}).`,
  address: (postalAddress) => postalAddress,
  contact: (contact) => `Contact: ${contact}`,
  why: (why, publicName) => {
    switch (why.basis) {
      case 'consent':
        return `You receive it because you agreed on ${dayOf('en', why.since)}${why.collectedBy === undefined ? '' : `, with ${why.collectedBy},`} to get offers from ${why.areOffersOfPartners ? 'partners of ' : ''}${publicName} by e-mail.`;
      case 'existing-customer':
        return `You receive it because you are a customer of ${publicName} (purchase or contract of ${dayOf('en', why.since)})${why.asksToRenew ? '' : ' and this offer is about similar goods or services'}.`;
      case 'donation':
        return `You receive it because you made a donation to ${publicName} on ${dayOf('en', why.since)}.`;
      case 'membership':
        return `You receive it because you became a member of ${publicName} on ${dayOf('en', why.since)}.`;
      case 'professional-interest':
        return `You receive it in your professional capacity${why.asksToRenew ? '' : ', because this offer concerns your function'}. Source of your details: ${why.source}${why.since === undefined ? '' : ` (${dayOf('en', why.since)})`}.`;
      case 'legal-person':
        return `You receive it at the general address of a legal person${why.asksToRenew ? '' : ' that this offer may interest'}.`;
      case 'relation':
        return `It follows up on your relation with ${publicName}; you can refuse such messages without giving a reason.`;
      case 'service':
        return '';
    }
  },
  stop: 'Stop receiving these e-mails',
  stopHint: 'free',
  notice: 'Your data and your rights',
};

const WORDS = { fr, en } as const;

/** The reader's words: French unless the reader is better served in English. */
export const footerWords = (mentions: Pick<Mentions, 'language'>): FooterWords => WORDS[mentions.language];
