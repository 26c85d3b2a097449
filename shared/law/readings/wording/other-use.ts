import { anyOf, has, pattern, SENTENCE_SIGNS, sentenceAt } from './names.ts';
import { AGREES } from './signs.ts';

const ONLY = [
  'uniquement',
  'seulement',
  'exclusivement',
  'strictement',
  'only',
  'solely',
  'exclusively',
  'nur',
  'ausschlie(?:ß|ss)lich',
  'lediglich',
  's[oó]lo',
  'solamente',
  '[uú]nicamente',
  'exclusivamente',
  'soltanto',
  'esclusivamente',
  'unicamente',
  'alleen',
  'enkel',
  'uitsluitend',
].join('|');
/** What is done with a datum: "sert à", "est utilisé", "is used", "dient", "wird verwendet". */
const USE = [
  'ser(?:t|vent|ve|vira|viront|vir|vant)',
  '(?:utilis|employ|exploit|demand|recueill|destin|réserv|conserv)\\p{L}*',
  'used?',
  '(?:dient|dienen|verwende[nt]|nutzen|genutzt|benutzt)',
  '(?:sirven?|servirá|usa(?:rá|do|da|mos)?|utiliza(?:rá|do|da|n|mos)?|usan?)',
  '(?:serv(?:e|ono|irà|iranno)|utilizz(?:at\\p{L}|iamo)|us(?:at\\p{L}|iamo))',
  '(?:gebruikt|gebruiken|gevraagd)',
].join('|');
const TO = '(?:à|au|aux|afin|pour|dans|to|for|in\\s+order|für|zu[rm]?|dazu|um|para|per|ad?|voor|om)';
/** A use that is said to be the only one: both words, either first, and "ne sert qu’à". */
const FOR_ONE_USE = anyOf([
  `(?:${USE})(?:\\s+[\\p{L}’'-]+){0,3}?\\s+(?:${ONLY})\\s+(?:${TO})`,
  `(?:${ONLY})\\s+(?:${TO})(?:\\s+[\\p{L}’'-]+){0,8}?\\s+(?:${USE})`,
  `(?:${ONLY})\\s+(?:${USE})(?:\\s+[\\p{L}’'-]+){0,3}?\\s+(?:${TO})`,
  `(?:${USE})(?:\\s+[\\p{L}’'-]+){0,3}?\\s+qu(?:e\\s+(?:pour|dans|afin)|['’](?:à|au|aux|afin))`,
]);
/** Right behind the name of a means: "par SMS uniquement pour la livraison". */
const FOR_ONE_USE_BEHIND = pattern(`^[\\s:,(–-]{0,4}(?:(?:${USE})\\s+)?(?:${ONLY})\\s+(?:${TO})(?!\\p{L})`);

/** What is sent because of an order or an account, and is no offer. */
export const OF_SERVICE = anyOf(
  [
    'livr(?:aison|er|é|ée|eur)s?',
    'commandes?',
    'colis',
    'expédi\\p{L}+',
    'rendez-vous',
    'factur\\p{L}+',
    'sécurité',
    'retrait',
  ],
  [
    'deliver\\p{L}*',
    'parcels?',
    'receipts?',
    'invoices?',
    'bookings?',
    'appointments?',
    'shipping',
    'security',
    'orders?',
  ],
  [
    '\\p{L}*liefer\\p{L}*',
    '\\p{L}*zustell\\p{L}*',
    'bestell\\p{L}*',
    'rechnung\\p{L}*',
    'termin\\p{L}*',
    'versand\\p{L}*',
  ],
  [
    'entregas?',
    'pedidos?',
    'env[ií]os?',
    'facturas?',
    'citas?',
    'consegn\\p{L}+',
    'spedizion\\p{L}',
    'ordin[ei]',
    'appuntament\\p{L}',
    'fattur\\p{L}',
  ],
  [
    'levering\\p{L}*',
    'bezorg\\p{L}*',
    'bestelling\\p{L}*',
    'factu\\p{L}+',
    'afspra\\p{L}+',
    'verzending\\p{L}*',
    'pakket\\p{L}*',
  ],
);
/** What offers, or brings to buy. */
export const OF_OFFERS = anyOf(
  [
    'ventes\\s+(?:privées?|flash|exclusives?)|(?:nos|vos|les|des)\\s+ventes',
    "avant-premières?|bons?\\s+d[’']achats?|avantages?|exclusivités?|conseils?|démarch\\p{L}+|coupons?",
    '(?:private|flash|summer|our|your)\\s+sales?|previews?|vouchers?|advice|tips|rewards?|perks',
    'gutschein\\p{L}*|vorteil\\p{L}*|tipps|\\p{L}*verkäufe\\p{L}*|vorpremieren?',
    'ventajas?|consejos?|cup[oó]n(?:es)?|vales?|ventas\\s+privadas|preestrenos?',
    'buon[oi](?:\\s+sconto)?|vantagg\\p{L}+|consigli|anteprim\\p{L}|vendite\\s+private|sconto',
    'voorde(?:el|len)\\p{L}*|waardebon\\p{L}*|privéverkoop|voorproefjes?',
  ],
  [
    'offres?',
    'promo\\p{L}*',
    'newsletters?',
    'actualités?',
    'nouveautés?',
    'publicit\\p{L}+',
    'prospection',
    'bons?\\s+plans?',
  ],
  [
    'commercia\\p{L}+',
    'marketing',
    "lettres?\\s+d['’]informations?",
    'infolettres?',
    'catalogues?',
    'invitations?',
    'réductions?',
    'soldes',
    'offers?',
    'deals?',
    'discounts?',
    'advertis\\p{L}+',
    'news',
  ],
  ['angebot\\p{L}*', 'werb\\p{L}+', 'aktion\\p{L}*', 'neuigkeit\\p{L}*', 'rabatt\\p{L}*'],
  ['ofertas?', 'publicidad', 'novedades', 'descuentos?', 'offert[ae]', 'pubblicit\\p{L}', 'novità', 'sconti'],
  ['aanbieding\\p{L}*', 'reclame\\p{L}*', 'nieuws\\p{L}*', 'acties', 'korting\\p{L}*'],
);

/** It is for what is no offer: an order is followed, an appointment confirmed; or nothing in its sentence is agreed to. */
const isOther = (use: string, sentence: string): boolean =>
  !has(use, OF_OFFERS) && (has(use, OF_SERVICE) || !has(sentence, AGREES));

/**
 * The means at these places is said to be used for something else alone than offers: "le numéro sert uniquement à vous prévenir par SMS de
 * la livraison" (L. 34-5, al. 2: "spécifique"). Signs, in six languages: what they miss is seen by who approves the form.
 *
 * @param text a wording in lower case
 */
export const isForAnotherUse = (text: string, from: number, to: number): boolean => {
  const [before, after] = sentenceAt(text, from, to, SENTENCE_SIGNS);
  if (has(after, FOR_ONE_USE_BEHIND) && has(after, OF_SERVICE) && !has(after, OF_OFFERS)) return true;
  const sentence = `${before}${text.slice(from, to)}${after}`;
  const mark = [...sentence.matchAll(FOR_ONE_USE)].filter(({ index }) => index < before.length).at(-1);
  return mark !== undefined && isOther(sentence.slice(mark.index), sentence);
};
