import type { HeldBasis, HeldFamily, HeldOpposition } from '#shared/domain/centre/held.ts';
import type { SentMessage } from '#shared/domain/centre/sent-lately.ts';
import { deName } from '#shared/domain/french.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Purpose } from '#shared/domain/message/channel.ts';
import type { SaleType } from '#shared/domain/sale/sale.ts';
import { dayInWords } from '#shared/domain/time/day-in-words.ts';
import type { Language } from '../layout.ts';

/** What a family of channels is called. */
const FAMILIES: Readonly<Record<Language, Readonly<Record<HeldFamily, string>>>> = {
  fr: { email: 'e‑mail', text: 'SMS et MMS', voice: 'appel téléphonique', other: 'un autre moyen' },
  en: { email: 'e‑mail', text: 'text message', voice: 'telephone call', other: 'other means' },
};
export const familyWords = (language: Language, families: readonly HeldFamily[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(families.map((family) => FAMILIES[language][family]));

/** What a purpose is called. */
export const purposeWords = (language: Language, purpose: Purpose, name: string): string => {
  if (language === 'fr')
    return {
      'own-offers': `Offres ${deName(name)}`,
      'partner-offers': `Offres de partenaires ${deName(name)}`,
      tracking: 'Suivi des ouvertures et des clics',
    }[purpose];
  return {
    'own-offers': `Offers of ${name}`,
    'partner-offers': `Offers of partners of ${name}`,
    tracking: 'Tracking of opens and clicks',
  }[purpose];
};

const SALES: Readonly<Record<Language, Readonly<Record<SaleType, string>>>> = {
  fr: {
    order: 'Votre commande du',
    'service-contract': 'Votre contrat du',
    'paid-subscription': 'Votre abonnement du',
    'free-account': 'Votre compte gratuit, ouvert le',
    donation: 'Votre don du',
    membership: 'Votre adhésion du',
    'account-only': 'Votre compte, ouvert le',
    quote: 'Votre demande de devis du',
    lead: 'Votre demande de renseignements du',
    contest: 'Votre participation à un jeu, le',
    basket: 'Votre panier du',
  },
  en: {
    order: 'Your order of',
    'service-contract': 'Your contract of',
    'paid-subscription': 'Your subscription of',
    'free-account': 'Your free account, since',
    donation: 'Your donation of',
    membership: 'Your membership of',
    'account-only': 'Your account, since',
    quote: 'Your request for a quote of',
    lead: 'Your enquiry of',
    contest: 'Your entry in a contest, on',
    basket: 'Your basket of',
  },
};

/** Why the advertiser may write, or might have, and since when. */
export const basisWords = (language: Language, basis: HeldBasis): string => {
  const at = dayInWords(language, basis.at);
  if (basis.kind === 'sale') return `${SALES[language][basis.type]} ${at}.`;
  const ended = basis.endedAt === undefined ? '' : dayInWords(language, basis.endedAt);
  if (language === 'fr')
    return {
      given: `Votre accord du ${at}.`,
      pending: `Votre accord du ${at}, qui n’est pas confirmé.`,
      withdrawn: `Votre accord du ${at}, que vous avez retiré le ${ended}.`,
      invalidated: `Votre accord du ${at}, écarté le ${ended}.`,
    }[basis.state];
  return {
    given: `Your agreement of ${at}.`,
    pending: `Your agreement of ${at}, which is not confirmed.`,
    withdrawn: `Your agreement of ${at}, which you withdrew on ${ended}.`,
    invalidated: `Your agreement of ${at}, set aside on ${ended}.`,
  }[basis.state];
};

const AGREED_SINCE: Readonly<Record<Language, string>> = {
  fr: ', sauf ce que vous avez accepté après cette date',
  en: ', except what you agreed to after that date',
};

/** What the person refuses, and since when. */
export const oppositionWords = (language: Language, refused: HeldOpposition, name: string): string => {
  const { of, families, at, isLiftedInPart } = refused;
  const since = `${dayInWords(language, at)}${isLiftedInPart ? AGREED_SINCE[language] : ''}.`;
  const by = familyWords(language, families);
  if (language === 'fr') {
    if (of.scope === 'global') return `Toute publicité, depuis le ${since}`;
    if (of.scope === 'channel') return `Toute publicité par ${by}, depuis le ${since}`;
    return `« ${purposeWords('fr', of.purpose, name)} » par ${by}, depuis le ${since}`;
  }
  if (of.scope === 'global') return `All advertising, since ${since}`;
  if (of.scope === 'channel') return `All advertising by ${by}, since ${since}`;
  return `“${purposeWords('en', of.purpose, name)}” by ${by}, since ${since}`;
};

/** A message that left: the day, and by what. */
export const sentWords = (language: Language, { at, family }: SentMessage): string => {
  const [day, by] = [dayInWords(language, at), familyWords(language, [family])];
  return language === 'fr' ? `Le ${day}, par ${by}.` : `On ${day}, by ${by}.`;
};

export const sinceWords = (language: Language, at: Instant): string =>
  language === 'fr'
    ? `Vous n’en recevez plus depuis le ${dayInWords('fr', at)}.`
    : `You have received none since ${dayInWords('en', at)}.`;
