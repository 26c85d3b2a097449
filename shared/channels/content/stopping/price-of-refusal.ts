import { costsMore } from '#shared/domain/message/surcharge.ts';

/** What makes of a sum one that is given, or one of goods: "5 € offerts", "contre 5 € de remise", "5 € la bouteille". */
const NOT_TO_BE_PAID =
  '(?!\\s?(?:ttc )?(?:offert|en (?:caisse|magasin|boutique)|de (?:remise|reduction|rabais|moins|credit|bon|cadeau)|en bon|d.economie|rembours|off\\b|rabatt|geschenkt|di sconto|de descuento|korting|(?:la|le|l.|les|the|a) ?(?!minute|min\\b|appel|envoi|sms|message|texto|text\\b|call\\b|message)\\p{L}))';
/** A sum of money in figures, or in words as a voice says it; not a sum of nought. */
const SUM = `(?:(?<![\\d.,])(?!0+(?:[.,]0+)?\\s?(?:€|e))\\d+(?:[.,]\\d+)?\\s?(?:€|euros?\\b|eur\\b|cents?\\b|centimes?\\b|cts?\\b)|€\\s?(?!0+(?:[.,]0+)?(?![\\d.,]))\\d+(?:[.,]\\d+)?(?![\\d.,]*\\d)|\\b(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quarante|cinquante|cent|one|two|three|four|five|ten) (?:euros?|centimes?|cents?)\\b)${NOT_TO_BE_PAID}`;
const NOT_BEFORE = '(?<!\\b(?:non|pas|jamais|plus|rien|sans|sans etre|ni|not|never|no|nicht|niet|ne) )(?<!\\bnon-)';
/** What is to be paid, whatever it is; "au prix d’un SMS" is what it costs to pass a refusal on. */
const CHARGED = `${NOT_BEFORE}\\b(?:factur(?:e|ee|es|ees)|payante?s?|surtaxee?s?|tarif(?:ication)? majoree?|charged|kostenpflichtig|de pago|a pagamento|betaald)\\b|\\b(?:non|pas|not|nicht|niet) (?:gratuite?|free|kostenlos|gratis)\\b`;
const AT_NORMAL_COST =
  /\b(?:prix|cout|tarif|cost|price) (?:d.une? |of an? )?(?:appel|sms|texto|message|communication|call|text)|\b(?:tarif|prix|cout) (?:\w+ )?(?:normal|local|standard|operateur)|\b(?:standard|normal|local) rate|\bcomme une? (?:appel|sms)/;
/** The acts and services that a refusal is: "le prix du désabonnement". */
const OF_IT =
  '(?:du|de la|de l.|d.une?|de ce|de cet|de cette|for|of|of the) ?(?:desabonnement|desinscription|opposition|service|operation|envoi|stop|sms|message|unsubscri\\w*)';
/** A sum for each of what is sent. */
const EACH = `${SUM}\\s?(?:ttc )?(?:/|par |l.|le |la |per )\\s?(?:sms|envoi|message|texto?|demande|request)`;
const COSTS =
  '(?:\\b(?:factur\\w*|coute\\w*|couts?\\b|frais\\b|moyennant|contre\\b|charg\\w*|costs?\\b|fees?\\b|kostet|gebuhr\\w*|cuesta|costa\\b|kost\\b|(?:pay|pay(?:er|ez)|regl(?:er|ez)|vers(?:er|ez)|zahlen|pagare?|betalen)\\b(?! en \\d))|\\b(?:au|a un|le) ?(?:prix|tarif)\\b|\\bpaiement de\\b|\\bprice of\\b';
const COSTS_A_SUM = new RegExp(
  [
    `${COSTS}|\\b(?:prix|tarif|price) ${OF_IT})[^.!?]{0,40}?${SUM}`,
    `${SUM}\\s?(?:ttc\\s?)?\\+`,
    `${SUM}\\s?(?:ttc |ht )?(?:de frais|of fees|fee\\b)`,
    `^[^\\p{L}\\p{N}]{0,4}[(:=]\\s*${SUM}`,
    `^\\s?[(] ?(?:prix|tarif|price|(?:sms|envoi|service) a) ?[:=]? ?${SUM}`,
    `\\b(?:prix|tarif|price) ?[:=]? ?${EACH}`,
    `^\\s*(?:(?:sms )?a )?${EACH}`,
    `^\\s*(?:(?:pour|a|for|fur|por|per|voor) )?${SUM}(?=\\s?(?:ttc\\b|ht\\b|par\\b|per\\b|l.envoi|/\\s?(?:sms|envoi|message|text)|[),;+]|stop\\b|$))`,
  ].join('|'),
  'u',
);
const IS_CHARGED = new RegExp(CHARGED, 'u');
/** What is said of goods, and of whom one calls about them: their prices, what it costs to bring them, "Service client : 0 892…". */
const OF_GOODS =
  /\b(?:prix|tarifs?|prices?) (?:ttc|ht|conseill\w*|publics?|valables?|mini\w*|maxi\w*|barres?|promo\w*|indicatifs?|unitaires?|de vente|des|a partir|valid|from)\b[^!?]*|\b(?:frais|couts?) de (?:port|livraison|expedition|transport|dossier|resiliation)\b[^!?]*|\b(?:livraison|port|delivery|shipping) (?:\w+ )?(?:payante?|\d)[^!?]*|(?<!\b(?:le|du|au|notre|votre|par|our|the) )\b(?:service|relations?) (?:clients?|clientele|consommateurs?|apres.vente)\b[^!?]*|\bnous (?:contacter|joindre|appeler) ?:[^!?]*|\bcustomer (?:service|care)\b[^!?]*/g;

/** True for folded words behind those of a means of refusal, by which it has a price beyond that of passing it on. */
export const hasPrice = (folded: string): boolean => {
  const words = folded.replace(OF_GOODS, ' ');
  return costsMore(words) || COSTS_A_SUM.test(words) || (IS_CHARGED.test(words) && !AT_NORMAL_COST.test(words));
};

const SPEAKS_OF_IT = new RegExp(
  [
    '^\\s*(?:(?:ce|le) service(?! client)|cette operation|cet envoi|(?:ce|le) (?:sms|message|numero|code) (?:est|coute|sera)',
    '(?:cela|ca|ceci)\\b|c.est (?:un |une )?(?:\\p{L}+ )?(?:payant|factur|surtax)|l.appel|(?:sms|envoi|numero) (?:surtax|payant|factur)',
    'this (?:service|costs?|is charged|number|text|message)|it (?:costs?|is charged)|the call',
    `(?:le |la |les |the )?(?:couts?|frais|cost|fee)(?: ${OF_IT})?(?: est| is| sont)?(?: de)?\\s*:?\\s*${SUM}`,
    `(?:le |la |les |the )?(?:prix|tarif|price) (?:${OF_IT}|[:=]? ?${EACH})`,
    `${SUM}\\s?(?:ttc )?(?:/|par |l.|le |per )\\s?(?:sms|envoi|message|text))`,
  ].join('|'),
  'u',
);
/** True for the folded sentence after one that names a means of refusal, which gives it a price: "Ce service est facturé 3 €". */
export const givesItAPrice = (next: string): boolean => SPEAKS_OF_IT.test(next) && hasPrice(next);

const LEADS_WITH_PRICE = new RegExp(
  [
    `^[^\\p{L}\\p{N}]*pour ${SUM}(?: seulement)? ?, *(?:(?:tapez|appuyez|dites|composez)\\b[^.!?]{0,20})?$`,
    `^[^\\p{L}\\p{N}]*(?:contre|moyennant) ${SUM} ?, (?:vous pouvez )?$`,
    `^[^\\p{L}\\p{N}]*${SUM} (?:pour|to|for) (?:(?:vous|se|envoyer|send|text|reply) ?)*["«“ ]*$`,
    `\\b(?:participation|contribution) de ${SUM}[^.!?]{0,30}\\b(?:pour|to) (?:(?:vous|se) ?)*$`,
    `${EACH} ?[:–-]? *$`,
    `(?:^|[:,]\\s?)[^\\p{L}\\p{N}]*(?:pour|contre|moyennant) ${SUM}[ ,]+(?:envoyez|repondez|tapez|textez|ecrivez)(?: par| le mot)?["«“ ]*$`,
    `\\b(?:payez|reglez|versez|pay) ${SUM} (?:pour|to) (?:(?:vous|se|envoyer|send|text|reply) ?)*["«“ ]*$`,
    `${NOT_BEFORE}\\b(?:(?:sms|message) (?:payant|surtaxe|facture)[ :,-]*|(?:envoi|numero) (?:payant|surtaxe|facture) ?[:–-][ ]*)["«“ ]*$`,
  ].join('|'),
  'u',
);
/** True for the folded words of a sentence that lead to a means of refusal and give it a price: "SMS payant : |STOP". */
export const leadsWithPrice = (before: string): boolean => LEADS_WITH_PRICE.test(before);
