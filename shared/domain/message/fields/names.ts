import { namesOffer, saysOffer } from '../signs/advantages.ts';
import { folded } from './folded.ts';

/** Begins with a capital, or with a letter of a script that has none; what is joined to it may be small: "el-Amrani", "dell'Acqua". */
const A_WORD =
  "(?:(?:[dDlL]|[Dd](?:e|a)ll|[Nn]ell|[Ss]ull)['’]|(?:el|al|ben|bin)-)?[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}\\p{M}]*(?:['’.-][\\p{L}\\p{M}]+)*";
const IN_BETWEEN =
  "(?:de|du|des|la|le|les|van|von|vom|der|den|het|di|da|dal|del|della|dei|do|dos|das|el|al|bin|ben|ibn|st|ste|y|e|i|et|und|and|en|ten|ter|te|['’]t|zu|zum|zur|of|&)";
const SMALL_WORD = "[\\p{Ll}]{1,20}(?:['’-]\\p{Ll}{1,20}){0,2}";

const NAME = new RegExp(`^(?:${IN_BETWEEN} ){0,3}${A_WORD}\\.?(?: (?:${IN_BETWEEN} ){0,3}${A_WORD}\\.?){0,5}$`, 'u');
const ONE_SMALL_WORD = new RegExp(`^${SMALL_WORD}$`, 'u');

/**
 * Words of sentences, in no name of a person or place; what asks to buy; and what is free, in the forms in which nobody is called so. "Notre" and
 * "our" are but in "Notre-Dame" and "Our Lady".
 */
const OF_SENTENCES = new RegExp(
  `(?<![a-z])(?:${[
    'votre|vos|nos|vous|nous|pour|avec|jusqu|cette|une|demain|aujourd|week|notre(?= )(?! dame)',
    'your|for|with|this|every|today|tomorrow|now|only|our(?= )(?! (?:lady|saviour))|heute|jetzt',
    'gratis|gratuite|gratuites|gratuits|offerte|offertes|offerts|(?<= )offert',
    'profite[rz]|decouvrez|achete[rz]|achetee?s|commandez|offrez|venez|craquez|foncez|(?:buy|get) (?:one|two|three|now|\\d)',
    "\\d euros?|bons? d'achats?",
  ].join('|')})(?![a-z])`,
);

/** Written as lists of customers have them: a space at the end, or two between. */
const tidied = (value: string): string => value.normalize('NFC').replace(/ +/g, ' ').replace(/ $/, '');

/** As read without hyphens and with single spaces, so that nothing is hidden by them. */
const words = (read: string): string => read.replaceAll('-', ' ').replace(/ +/g, ' ');

/**
 * The name of a person: letters alone, each word with a capital but for those in between ("de", "van"); one alone may be without. What is
 * known for an offer ("Offre Exclusive") is none.
 */
export const isName = (value: string): boolean => {
  const read = folded(value, 60);
  if (read === undefined || saysOffer(words(read)) || namesOffer(words(read)) || OF_SENTENCES.test(words(read)))
    return false;
  return NAME.test(tidied(value)) || ONE_SMALL_WORD.test(tidied(value));
};

/** Kinds of streets that are nothing else: what follows the number is in any case, as customers type it. */
const STREET =
  '(?:rue|avenue|av\\.?|boulevard|bd|blvd|impasse|allee|allees|chemin|route|quai|ruelle|faubourg|lotissement|hameau|street|road|lane|calle|avenida|via|viale|piazza|strasse)';
/** Those that are something else as well, and small words of addresses. */
const SMALL_WORDS =
  '(?:rue|avenue|boulevard|impasse|allées?|chemin|route|quai|ruelle|faubourg|lotissement|hameau|place|cours|square|passage|esplanade|promenade|résidence|villa|cité|lieu-dit|sur|sous|lès|lez|aux?|à|in|on|upon|am|im|bei|n°|bis|ter|étage)';
const HOUSE = '\\d{1,5}(?: ?(?:bis|ter|quater|[a-h]))?';
const ADDRESS = new RegExp(`^${HOUSE} ${STREET} [a-z0-9'.]+(?: [a-z0-9'.]+){0,7}$`);
const WITHIN_A_HOUSE =
  /^(?:\d{1,3}(?:e|er|eme|st|nd|rd|th)? (?:etage|floor)|(?:batiment|bat\.?|etage|porte|escalier|esc\.?|appartement|apt\.?|appt\.?|bureau|floor|flat) (?:[a-z]|[a-z]?\d{1,4}[a-z]?))$/;
const NUMBER_ALONE = new RegExp(`^${HOUSE}$`);
const WITH_POSTCODE = /^(?:[a-z] )?\d{5} [a-z']{2,}$/;
const BRITISH_POSTCODE = /^[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}$/;

/** The day that a street is named after: "Rue du 11 novembre 1918", "Piazza 25 aprile". */
const A_DAY =
  '\\d{1,2}(?:er)? (?:de )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|aprile|maggio|giugno|settembre|mayo|julio|octubre)';
const TOKEN = `(?:${A_WORD}\\.?|${A_DAY}|${IN_BETWEEN}|${SMALL_WORDS}|\\d{1,5}[A-Za-z]?|\\d[A-Z]{2}|[A-Z]{1,2}\\d{1,4}[A-Z]?)`;
const NAMED = new RegExp(`^${TOKEN}(?: ${TOKEN}){0,8}$`, 'u');
const HAS_A_WORD = new RegExp(`(?:^| )${A_WORD}`, 'u');

/** What follows is the name of a street, a house or a shop: "1 place du Bon Plan", "Les Petits Prix". */
const WHOSE_NAME =
  /(?:(?<![a-z])(?:rue|avenue|boulevard|impasse|allee|chemin|route|quai|place|cours|square|passage|residence|hotel)(?: (?:de|du|des|la|le|les))* |^les )/;

const isPartOfLocation = (part: string): boolean => {
  const read = words(folded(part, 100) ?? '');
  if (namesOffer(read, WHOSE_NAME) || OF_SENTENCES.test(read)) return false;
  if ([ADDRESS, WITHIN_A_HOUSE, NUMBER_ALONE, WITH_POSTCODE, BRITISH_POSTCODE].some((shape) => shape.test(read)))
    return true;
  const written = part.normalize('NFC');
  return NAMED.test(written) && HAS_A_WORD.test(written);
};

/** An address on one line, a town, or the name of a place: what is no street, number or postcode is written with capitals. */
export const isLocation = (value: string): boolean => {
  const read = folded(value, 120);
  if (read === undefined || saysOffer(words(read))) return false;
  const parts = value.split(/, ?| [-–/] /);
  return parts.length <= 6 && (parts.every(isPartOfLocation) || ONE_SMALL_WORD.test(value.normalize('NFC')));
};
