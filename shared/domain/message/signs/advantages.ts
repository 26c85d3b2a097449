/**
 * Words of advantage in the value of a merge field, whatever its length, in plain French and English. A name of goods, of a person or of a
 * place may hold one of the single words; phrases are none of a name.
 */

const A_NUMBER = '(?<!\\d)\\d{1,6}(?:[.,]\\d{1,2})? ?(?:%|€|£|eur\\b|euros?\\b|pour ?cent)';
const anyOf = (...phrases: readonly string[]): RegExp => new RegExp(`(?<![a-z])(?:${phrases.join('|')})(?![a-z])`);

const SEVERAL =
  '\\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|one|two|three|four|five|six|seven|eight|nine|ten|twelve';

/** They offer wherever they are, in a name as well. */
const PHRASES = anyOf(
  'code (?:promo|avantage|reduction)|(?:promo|discount|voucher) code|(?:promo|discount) inside',
  '\\(code [a-z]{3,}\\d{1,2}',
  '(?:code|with|use|utilisez|saisissez) (?:le code |code )?[a-z]{4,}\\d{1,2}',
  `(?:remise|reduction|rabais|ristourne|economisez|save|cashback|moins|discount)s? (?:de |of |up to |jusqu'a )?[-–−]?(?:£ ?)?${A_NUMBER}`,
  '(?:save|save up to|get) £ ?\\d{1,6}',
  '£ ?\\d{1,6} off',
  "(?:jusqu'a|a|des|tout a) [-–−] ?\\d{1,6} ?(?:%|€)",
  `${A_NUMBER} (?:de (?:remise|reduction|rabais)|offerts?|off|cashback)`,
  'flash sale|(?:summer|winter|spring|autumn) sale|sale now on|sale ends|soldes (?:monstres?|flash|exceptionnels?)',
  "tout doit disparaitre|everything must go|a saisir|profitez(?:-en)?|n'attendez plus",
  'parrainez|refer a friend|invitez (?:un|une|vos) amie?s?|invite a friend',
  '(?<!papier )cadeau offert|votre cadeau|free gift',
  'free (?:shipping|delivery)|(?:buy|get) [a-z ]{0,20}free',
  '(?<!\\d)\\d{1,6} achetee?s? ?(?:=|,|et )? ?\\d{1,6} (?:offert|gratuit)e?s?',
  'deuxieme [a-z ]{0,20}a \\d{1,6} ?€|livraison a 0 ?€|\\d ?(?:%|€) (?:en plus|a depenser|vous attend(?:ent)?)|beneficiez',
  '(?:cadeaux?|surprises?|offres?|promotions?|remises?|avantages?) vous attend(?:ent)?',
  'deal of the (?:day|week)|promotions? (?:sur|du)',
  'tentez votre chance|gagnez|win an?|double points',
  "(?:plus que|n'en reste que) \\d{1,3}(?: en stock)?|(?:only|just) \\d{1,3} left(?! to)|faites vite|depechez-vous|don't miss",
  'pensez a (?:notre|nos) (?:assurances?|cartes?|extensions?|garanties?|offres?|coffrets?|accessoires?|formules?|abonnements?|idees?)',
  'en \\d fois sans frais|(?:panier|basket|cart) (?:vous attend|misses you)|shop now|complete your purchase|achetez maintenant|commandez vite',
);
/** They offer by themselves, and may be the name of goods, of a work or of a service: "Coffret Black Friday", the film "Dernière chance". */
const NOMINAL = anyOf(
  `(?:${SEVERAL}) (?:[a-z]+ ){0,4}?(?:(?:pour le|au) prix d'une?|(?:(?:pour le|au) prix de|for the price of) (?:${SEVERAL}))`,
  'remise exceptionnelle|remise immediate|remise de bienvenue|bons? de (?:reduction|remise)|cashback',
  'ventes? (?:flash|privees?)|black friday|cyber monday|french days|liquidation totale|braderie',
  'prix (?:casses|barres|sacrifies|mini|choc)|mini prix|petits prix|half price|a moitie prix|bons? plans?',
  'derni?eres? (?:chances?|heures)|derniers jours|last chance|limited time|en promotion|jeu concours|parrainage',
  'offres? (?:speciales?|exclusives?|limitees?|de bienvenue|du moment|exceptionnelles?)|special offers?',
  'nouvelles? collections?|new collection|new arrivals|points? doubles?',
  'cadeau (?:surprise|de bienvenue)|un cadeau|en cadeau|complimentary gift',
  'free (?:trial|samples?|month|access|upgrade)',
  '(?:un|une|premier|\\d) (?:mois|jours?|semaines?) (?:offerts?|gratuits?)|essai gratuit|echantillons? gratuits?',
  '[2-5] (?:pour 1|for 1)|[3-5] (?:pour|for) 2(?! (?:personnes|people))|\\d achetee?s? ?(?:=|,)',
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

/** A plain value holds a phrase that offers wherever it is. */
export const saysOffer = (value: string): boolean => PHRASES.test(value);

/** A plain value holds what offers are named by ("Black Friday"), but after words that say whose name it is. */
export const namesOffer = (value: string, except?: RegExp): boolean =>
  NOMINAL.test(except === undefined ? value : value.replace(new RegExp(`${except.source}${NOMINAL.source}`, 'g'), ' '));

const part = (names: string): RegExp => new RegExp(`(?:^|[._-])(?:${names})(?:[._-]?\\d*)?$`, 'i');
/** Fields that hold a name or a place. */
const OF_A_NAME = part(
  '(?:pre)?noms?|(?:first|last)?_?name|adresse|address|rue|street|ville|city|societe|company|enseigne|brand|magasin|store|shop|agence|conseiller|agent|client|customer',
);
/** Fields that hold the title of a work, an appointment, a ticket, a service, or how somebody is reached: what is free is what was taken. */
const OF_A_TITLE = part(
  'film|spectacle|show|livre|cours|formation|titre|intitule|evenement|event|hotel|restaurant|billet|ticket|tarif|place|seat|prestation|(?:objet_)?rdv|rendez_?vous|appointment|service|equipement|parking|wifi|numero|contact|telephone|phone|transport|emballage|option|statut|status|point(?:_relais)?|dossier|forfait|formule|abonnement|offre|instructions|motif|lieu',
);
/** What speaks to the reader, or of what is to come, is no title. */
const NO_TITLE = /[!%]|(?<![a-z])(?:prochaine?s?|week|demain|vous|votre|nos|notre|next|your|our)(?![a-z])/;
/** Fields of goods: a phrase at their beginning says what is offered, a phrase within is part of a name. */
const OF_GOODS = part('produits?|nom_?produit|products?|articles?|items?|lignes?|line|libelle|label');
/** A line of an order that costs nothing, as it shows. */
const AT_NO_COST = /[-–—:] ?0(?:[.,]00)? ?(?:€|eur)$/;
/** Fields of what an order line says of its price: what is taken off it, or what the delivery costs. */
const OF_A_DEDUCTION = part(
  '(?:libelle_?)?(?:remises?|reductions?|rabais|discounts?|avoir|(?:code_?)?promo|coupon|voucher|geste)(?:_?(?:libelle|label))?|libelle',
);
const OF_A_DELIVERY = part('frais(?:_de)?_?(?:port|livraison)?|port|livraison|expedition|shipping|delivery');
const FREE_DELIVERY =
  /^(?:livraison |frais de port |delivery |shipping )?(?:offerte?s?|gratuite?s?|free(?: delivery| shipping)?)$/;
const DEDUCTION = /^[-–−]? ?\d{1,6}(?:[.,]\d{1,2})? ?(?:%|€|£)(?: (?:avec le|with) code [a-z]+\d{0,4})?$/;
/** What was deducted, under its name: "Bon de réduction utilisé : -5 €", "ETE25 (-10 €)", "Remise de bienvenue". */
const NAMED_DEDUCTION =
  /^[a-z0-9' ]{1,60}(?::|\(|(?<= )) ?[-–−] ?\d{1,6}(?:[.,]\d{1,2})? ?(?:%|€|£)\)?$|^remise (?:de bienvenue|immediate|fidelite)$/;
/** It asks for something, or speaks of what is to come. */
const STILL_TO_COME = /(?<![a-z])(?:prochaine?s?|jusqu|des|demain|week|votre|vos|tout|next|[a-z]+ez)(?![a-z])/;
/** Where a firm is named, its name may hold any word. */
const FIRM = /(?<![a-z])(?:sarl|sas|sasu|sa|eurl|snc|ltd|inc|gmbh|plc)\.?$/;

const isDeduction = (value: string): boolean =>
  DEDUCTION.test(value) || (NAMED_DEDUCTION.test(value) && !STILL_TO_COME.test(value));

/** The detail of an order that its field asks for: "-20 %" in `remise`, "offerte" in `livraison`. */
export const isDetailOf = (field: string, value: string): boolean =>
  (OF_A_DEDUCTION.test(field) && isDeduction(value)) || (OF_A_DELIVERY.test(field) && FREE_DELIVERY.test(value));

/** A plain value offers an advantage in so many words. */
export const offersAdvantage = (field: string, value: string): boolean => {
  const left = value.replace(EXCUSED, ' ');
  if (WHOLE.test(left) || PHRASES.test(left)) return true;
  if ((OF_A_TITLE.test(field) && !NO_TITLE.test(left)) || AT_NO_COST.test(left)) return false;
  const isName = OF_A_NAME.test(field) || FIRM.test(left);
  if (isName) return /[!,:%]/.test(left) && NOMINAL.test(left);
  const nominal = left.search(NOMINAL);
  return (OF_GOODS.test(field) ? nominal === 0 : nominal >= 0) || WORDS.test(left);
};
