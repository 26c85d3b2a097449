import { deName } from '#shared/domain/french.ts';
import type { Mentions, Why } from '../content/mentions.ts';

/** The sentences of the footer in one language; every argument is plain text. */
interface FooterWords {
  /** Who writes, where it is no advertising (D5). `who` is from `whoOf`. */
  readonly service: (who: string) => string;
  /** That it is advertising, and who writes. */
  readonly advertising: (who: string) => string;
  readonly why: (why: Why, publicName: string) => string;
  /** The words of the link, and what follows them to make a sentence. */
  readonly stop: string;
  readonly stopEnd: string;
  /** The same in brackets, where the address follows. */
  readonly stopHint: string;
  readonly notice: string;
  readonly noticeEnd: string;
  /** The sign between words and the address of their link, in plain text. */
  readonly colon: string;
}

const DAYS = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' }),
} as const;
/** A space at which no line is broken. */
const NO_BREAK = '\u00a0';
/** French writes the first day of a month as an ordinal. No line is broken within a date. */
const inWords = (language: 'fr' | 'en', instant: string): string => {
  const day = DAYS[language].format(new Date(instant));
  return (language === 'fr' ? day.replace(/^1 /, '1er ') : day).replaceAll(' ', NO_BREAK);
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

/** Who writes and how to reach them: "Caves Dubois (Caves Dubois SARL, 3 rue du Port, 33000 Bordeaux, bonjour@…)". */
export const whoOf = (mentions: Pick<Mentions, 'publicName' | 'legalName' | 'postalAddress' | 'contact'>): string => {
  const { publicName, legalName, postalAddress, contact } = mentions;
  const more = [...(legalName === publicName ? [] : [legalName]), postalAddress ?? '', contact];
  return `${publicName} (${more.filter((words) => words !== '').join(', ')})`;
};

const fr: FooterWords = {
  service: (who) => `Ce message vous est envoyé par ${who}.`,
  advertising: (who) => `Cet e-mail publicitaire vous est envoyé par ${who}.`,
  why: (why, publicName) => {
    const of = deName(publicName);
    switch (why.basis) {
      case 'consent':
        return `Vous le recevez parce que vous avez accepté le ${dayOf('fr', why.since)}${why.collectedBy === undefined ? '' : `, auprès ${deName(why.collectedBy)},`} de recevoir les offres ${why.areOffersOfPartners ? 'des partenaires ' : ''}${of} par e-mail.`;
      case 'existing-customer':
        return `Vous le recevez parce que vous êtes client ${of} (achat ou contrat du ${dayOf('fr', why.since)})${why.asksToRenew ? '' : ' et que cette offre porte sur des produits ou services analogues'}.`;
      case 'donation':
        return `Vous le recevez parce que vous avez fait un don à ${publicName} le ${dayOf('fr', why.since)}.`;
      case 'membership':
        return `Vous le recevez parce que vous avez adhéré à ${publicName} le ${dayOf('fr', why.since)}.`;
      case 'professional-interest':
        return `Vous le recevez à titre professionnel${why.asksToRenew ? '' : ', parce que cette offre concerne votre fonction'}\u00a0; vos coordonnées viennent de la source suivante\u00a0: ${why.source}${why.since === undefined ? '' : ` (${dayOf('fr', why.since)})`}.`;
      case 'legal-person':
        return `Vous le recevez à l’adresse générique d’une personne morale${why.asksToRenew ? '' : ', que cette offre peut intéresser'}.`;
      case 'relation':
        return `Il fait suite à votre relation avec ${publicName}\u00a0; vous pouvez refuser ces messages sans donner de motif.`;
      case 'test':
        return `Vous le recevez parce que vous avez accepté le ${dayOf('fr', why.since)} de recevoir les messages d’essai ${of}.`;
      case 'service':
        return '';
    }
  },
  stop: 'Ne plus recevoir ces e-mails',
  stopEnd: '\u00a0: c’est gratuit, et vous n’avez pas à dire pourquoi.',
  stopHint: 'gratuit, sans motif à donner',
  notice: 'Vos données et vos droits',
  noticeEnd: '\u00a0: à quoi servent vos données, et comment les consulter, les corriger ou les effacer.',
  colon: '\u00a0: ',
};

const en: FooterWords = {
  service: (who) => `This message is sent to you by ${who}.`,
  advertising: (who) => `This is an advertising e-mail from ${who}.`,
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
        return `You receive it in your professional capacity${why.asksToRenew ? '' : ', because this offer concerns your function'}; your details come from this source: ${why.source}${why.since === undefined ? '' : ` (${dayOf('en', why.since)})`}.`;
      case 'legal-person':
        return `You receive it at the general address of a legal person${why.asksToRenew ? '' : ' that this offer may interest'}.`;
      case 'relation':
        return `It follows up on your relation with ${publicName}; you can refuse such messages without giving a reason.`;
      case 'test':
        return `You receive it because you agreed on ${dayOf('en', why.since)} to get test messages from ${publicName}.`;
      case 'service':
        return '';
    }
  },
  stop: 'Stop receiving these e-mails',
  stopEnd: ': it is free, and you need not say why.',
  stopHint: 'free, no reason needed',
  notice: 'Your data and your rights',
  noticeEnd: ': what your data are used for, and how to see, correct or erase them.',
  colon: ': ',
};

const WORDS = { fr, en } as const;

/** The reader's words: French unless the reader is better served in English. */
export const footerWords = (mentions: Pick<Mentions, 'language'>): FooterWords => WORDS[mentions.language];
