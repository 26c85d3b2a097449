/**
 * Words of advantage in the value of a merge field, whatever its length, in plain French and English. A name of goods, of a person or of a
 * place may hold one of the single words; phrases are none of a name.
 */

const A_NUMBER = '\\d+(?:[.,]\\d+)? ?(?:%|€|£|eur\\b|euros?\\b|pour ?cent)';
const anyOf = (...phrases: readonly string[]): RegExp => new RegExp(`(?<![a-z])(?:${phrases.join('|')})(?![a-z])`);

/** They offer wherever they are, in a name as well. */
const PHRASES = anyOf(
  'code (?:promo|avantage|reduction)|(?:promo|discount|voucher) code|(?:promo|discount) inside',
  '(?:code|with|use) (?:code )?[a-z]{4,}\\d{1,2}',
  `(?:remise|reduction|rabais|ristourne|economisez|save|cashback|moins|discount)s? (?:de |of |up to |jusqu'a )?[-–−]?(?:£ ?)?${A_NUMBER}`,
  '(?:save|save up to|get) £ ?\\d+',
  '£ ?\\d+ off',
  "(?:jusqu'a|a|des|tout a) [-–−] ?\\d+ ?(?:%|€)",
  `${A_NUMBER} (?:de (?:remise|reduction|rabais)|offerts?|off|cashback)`,
  'remise exceptionnelle|remise immediate|remise de bienvenue|bons? de (?:reduction|remise)|cashback',
  'ventes? (?:flash|privees?)|flash sale|(?:summer|winter|spring|autumn) sale|sale now on|sale ends',
  'prix (?:casses|barres|sacrifies|mini|choc)|mini prix|petits prix|half price|a moitie prix',
  'black friday|cyber monday|french days|tout doit disparaitre|everything must go|liquidation totale',
  "derni?eres? (?:chances?|heures)|derniers jours|last chance|limited time|a saisir|profitez(?:-en)?|n'attendez plus",
  'offres? (?:speciales?|exclusives?|limitees?|de bienvenue|du moment|exceptionnelles?)|special offers?',
  'nouvelles? collections?|new collection|new arrivals',
  'parrainez|parrainage|refer a friend|invitez (?:un|une|vos) amie?s?|invite a friend',
  'cadeau (?:surprise|offert|de bienvenue)|(?:votre|un) cadeau|en cadeau|free gift',
  'free (?:shipping|delivery|trial|samples?|month|access|upgrade)|(?:buy|get) [a-z ]{0,20}free',
  '(?:un|une|premier|\\d+) (?:mois|jours?|semaines?) (?:offerts?|gratuits?)|essai gratuit|echantillons? gratuits?',
  '[2-5] (?:pour 1|for 1)|[3-5] (?:pour|for) 2|\\d+ achetee?s? ?(?:=|,)',
  'deuxieme [a-z ]{0,20}a \\d+ ?€|livraison a 0 ?€|\\d+ ?(?:%|€) (?:en plus|a depenser)|braderie|beneficiez|vous attendent',
  'complimentary gift|deal of the (?:day|week)|en promotion|promotions? (?:sur|du)',
  'jeu concours|tentez votre chance|gagnez|win an?|points? doubles?|double points',
  'en \\d fois sans frais|(?:panier|basket|cart) (?:vous attend|misses you)|shop now|achetez maintenant|commandez vite|bons? plans?',
);
/** One word of an offer, that a name may hold too. */
const WORDS = anyOf(
  'offert(?:e|s|es)?',
  'gratuit(?:e|s|es|ement)?',
  'soldes',
  'promos?',
  'destockage',
  'clearance',
  'nouveautes',
);
/** The same where the value is nothing but it. */
const WHOLE = /^[-–−] ?\d{1,2} ?%$|^\d ?\+ ?\d$|^promotions?$/;

/** What says "free" of an order: how it is handed over or sent back. */
const EXCUSED = /(?<![a-z])(?:retrait|retour|annulation|echange)s? gratuite?s?(?![a-z])/g;

const part = (names: string): RegExp => new RegExp(`(?:^|[._-])(?:${names})(?:[._-]?\\d*)?$`, 'i');
/** Fields that hold a name or a place. */
const OF_A_NAME = part(
  '(?:pre)?noms?|(?:first|last)?_?name|adresse|address|rue|street|ville|city|societe|company|enseigne|brand|magasin|store|shop|agence|conseiller|agent|client|customer',
);
/** Fields of what an order line says of its price: what is taken off it, or what the delivery costs. */
const OF_A_DEDUCTION = part('remises?|reductions?|rabais|discounts?|avoir');
const OF_A_DELIVERY = part('frais(?:_de)?_?(?:port|livraison)?|port|livraison|expedition|shipping|delivery');
const FREE_DELIVERY =
  /^(?:livraison |frais de port |delivery |shipping )?(?:offerte?s?|gratuite?s?|free(?: delivery| shipping)?)$/;
const DEDUCTION = /^[-–−]? ?\d+(?:[.,]\d+)? ?(?:%|€|£)$/;
/** Where a firm is named, its name may hold any word. */
const FIRM = /(?<![a-z])(?:sarl|sas|sasu|sa|eurl|snc|ltd|inc|gmbh|plc)\.?$/;

/** The detail of an order that its field asks for: "-20 %" in `remise`, "offerte" in `livraison`. */
export const isDetailOf = (field: string, value: string): boolean =>
  (OF_A_DEDUCTION.test(field) && DEDUCTION.test(value)) || (OF_A_DELIVERY.test(field) && FREE_DELIVERY.test(value));

/** A plain value offers an advantage in so many words. */
export const offersAdvantage = (field: string, value: string): boolean => {
  const left = value.replace(EXCUSED, ' ');
  const isName = OF_A_NAME.test(field) || FIRM.test(left);
  if (isName && !/[!,:%]/.test(left)) return false;
  return WHOLE.test(left) || PHRASES.test(left) || (!isName && WORDS.test(left));
};
