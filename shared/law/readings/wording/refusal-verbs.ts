import { anyOf, has, SENTENCE_ENDS } from './names.ts';
import { isOfAPart } from './refusal-in-fact.ts';
import { AGREES } from './signs.ts';

/** By which words else than "no" and "refuse" a checkout lets one refuse offers (L. 34-5, al. 4: "expresse et dénuée d’ambiguïté"). Signs, in six languages. */

/** What an advertiser sends, lists of those who get it, and that somebody is reached. */
const OFFERS =
  '(?:offres?|promo\\p{L}*|pubs?|publici\\p{L}*|prospection|démarchage|actualités?|nouvelles|nouveautés|commercia\\p{L}*|newsletters?|infolettres?|campagnes?|mailings?|informations?\\s+commercia\\p{L}*|sollicit\\p{L}*|communications?|e-?mails?|mails?|courriels?|sms|mms|textos?|texts|appels?|calls?|messages|envois?|listes?|fichiers?|diffusion|recevoir|recontact\\p{L}*|contact\\p{L}*|offers?|marketing|advertis\\p{L}*|ads|news|promotions?|lists?|werb\\p{L}+|angebote?n?|ofertas?|publicidad|pubblicità|offerte|promozioni|reclame|aanbiedingen)';
/** It is said of them, in the same part of the sentence. */
const OF_THEM = `(?:-\\p{L}+)?\\s+(?:[dl][’']|(?!(?:et|mais|pour|avec|grâce|and|but|to|with|und|y|con|e|en|met)\\s)[\\p{L}’'-]+\\s+){0,6}?(?:[dl][’'])?${OFFERS}`;
/** Nothing but refuses. */
const BY_THEMSELVES = [
  "ne|n[’']\\p{L}+|pas|rien|nothing(?=\\s+(?:from|by)\\s)|(?<=^[\\s☐]*)plus\\s+d(?:e|[’']\\p{L}+)|niets|niente|nichts|gegen|untick|jamais|cesser|retirer|renonc\\p{L}+|não|ikke|inte|nie|(?:laiss\\p{L}*(?:-\\p{L}+)?|être)\\s+(?:\\p{L}+\\s+)?tranquille|oubli(?:ez|e)-moi|m[’']oublier|(?:leave|let)\\s+me\\s+(?:alone|be)",
];
/** These refuse what they are said of: "dispensez-moi de vos offres" beside "dispense de frais", "exclusion des offres" beside "exclusivité". */
const SAID_OF_THEM = [
  `(?:(?:évit|épargn|dispens|exempt|absten|abstien|ignor|déclin|écart|ôt|éloign|bloqu|supprim|suppress)\\p{L}*|(?<!à\\s+l[’'])exclusion|exclu(?:re|ez)|(?<![ld][’'])exclue?s?(?=\\s+de\\s+(?:vos|votre|nos|toute|la\\s+list))|hors(?!\\s+(?:sms|mms|e-?mails?|appels?)(?!\\p{L}))|(?:en\\s+)?dehors|oubli\\p{L}*|(?:me|m[’']en)\\s+pass(?:er|erai|e)|pass(?:er|ez)(?=\\s+(?:vos|les|ces|toutes)\\s)|ferm(?:er|ez)|suspend\\p{L}*)${OF_THEM}`,
  `(?:skip|spare|exclude|mute|ignore|(?:keep|leave)\\s+(?:me|us|my\\s+\\p{L}+)\\s+(?:out|off|away))${OF_THEM}`,
  `(?:verschon\\p{L}*|ausschlie\\p{L}+|überspring\\p{L}*|exclu(?:ir|ya)\\p{L}*|omitir|evitar|esclud\\p{L}+|salta(?:re)?|evita(?:re)?|ignorar?e?|bespaar|negeer|sla)${OF_THEM}`,
  `(?:gard(?:er|ez)\\s+vos|keep\\s+your)\\s+(?:[\\p{L}-]+\\s+){0,3}?${OFFERS}(?=\\s*(?:$|[.,;:!?()☐_]|(?:pour\\s+vous|to\\s+yourselves|to\\s+yourself)(?!\\p{L})))`,
];
const REFUSES_THEM = anyOf(SAID_OF_THEM);
const REFUSES = anyOf(BY_THEMSELVES, SAID_OF_THEM);

/** A text in lower case refuses by such a word. */
export const refusesByAVerb = (words: string): boolean => has(words, REFUSES);

/** Asked for, or joined: no refusal is in it. */
export const ASKS = anyOf([
  "accept(?:e|ez|er)|acepta|accetta|einverstanden|akkoord|\\p{L}+[zs]-moi|[ms][’'](?:inscri|abonn)\\p{L}+|profiter",
  '(?:sign|keep|count)\\s+(?:me|up)|subscribe|agree|hear\\s+from',
]);
const INVITES = anyOf([
  '(?<!vous\\s)recevez|(?<=^[\\s_]*)recevoir|inscrivez-vous|abonnez-vous|profitez|rejoignez|découvrez|suivez|je\\s+(?:reçois|profite)|(?:get|receive)(?=\\s+our\\s)|erhalten\\s+sie|recib[ae]|ricevi|ontvang',
]);
const PARTS =
  /[.;:!?,()\n☐☑–—]|\s(?=(?:et|mais|sans|même|avant|tant|and|but|without|und|ohne|y|sin|e|senza|en(?!\s+recevoir)|zonder)\s)/u;
/** It asks politely for what is beside it: "No offers, please." */
const COURTESY = /^[\s_]*please[\s_]*$/u;
/** A "no", of whatever it is. */
const DENIES = anyOf([
  "ne|n[’'](?=\\p{L})\\p{L}*|pas|plus|non|aucune?s?|sans|jamais|rien|ni|refus\\p{L}*|oppos\\p{L}*|not?|never|\\p{L}+n[’']t|without|nicht|nichts|keine?n?|nein|ohne|sin|senza|geen|niets?|niente|zonder|contre|against|gegen|tegen",
]);
/** A "no" to what is sent: somebody wishes none, leaves or objects, or answers no. */
const SAYS_NO = anyOf([
  "(?:ne|n[’'])\\s*(?:(?:me|nous|vous|le|la|les|y|en|pas|plus)\\s+|[ml][’']\\s*)*(?:souhait|veu(?!ill)|voul|désir|accept|consen|autoris|contact|sollicit|envoy|écri)\\p{L}*|(?:ne|n[’'])\\s*(?:me\\s+|m[’'](?:(?:en|y)\\s+)?)(?:(?:inscri|abonn|ajout|propos|adress|dérang|importun|appel|relanc)\\p{L}+\\s+(?:pas|plus|rien|jamais)|intéress\\p{L}+)|ne\\s+(?:pas|plus|jamais|rien)\\s+\\p{L}+",
  `n[’']utilisez\\s+(?:pas|plus|jamais)\\s+(?:[\\p{L}-]+\\s+){1,4}?(?:pour|à)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:d[’'])?${OFFERS}`,
  "(?:pas|plus|not)\\s+(?:interested|intéressée?s?|pour\\s+moi)|n[’']y\\s+tiens|n[’']en\\s+ai\\s+(?:pas|aucun)\\s+(?:besoin|envie)",
  "refus\\p{L}*|(?:[mtsv][’']y?\\s?|y\\s+|vous\\s+)?oppos\\p{L}*|décoch\\p{L}*|désabonn\\p{L}*|désinscri\\p{L}*|déclin\\p{L}*|renonc\\p{L}*|cess\\p{L}*|retir\\p{L}*|stop|sauf|unless|except|(?:laiss\\p{L}*(?:-\\p{L}+)?|être)\\s+(?:\\p{L}+\\s+)?tranquille|oubli(?:ez|e)-moi|m[’']oublier|contre|against|gegen|tegen|arrêt(?:er|ez|ons)|(?:mettre|mets|mettez)\\s+fin",
  `(?:pas|plus|aucune?s?|sans|jamais|zéro|non|no|never|not|keine?n?|ohne|sin|senza|geen|zonder)\\s+(?:(?:de|des|aux?|à|vos|nos|les|la|your|our|the|any|more)\\s+|d[’']\\s*){0,3}${OFFERS}|(?:pas|plus|jamais|not|never)\\s+(?:être\\s+|be\\s+)?(?:utilis|serv|exploit|used)\\p{L}*\\s+(?:(?:à|pour|des?|fins|la|for)\\s+){0,3}(?:d[’'])?${OFFERS}`,
  "object\\p{L}*|opt\\s+(?:me\\s+)?out|decline|unsubscribe|rather\\s+not|(?:do\\s+not|don[’']t)\\s+(?:want|wish|agree|consent|like|send|contact|e-?mail|text|sign|add)|not\\s+to\\s+receive|to\\s+not\\s+receive",
  'widersp\\p{L}*|ablehn\\p{L}*|abmeld\\p{L}*|rechaz\\p{L}*|opong\\p{L}*|baja|rifiut\\p{L}*|oppong\\p{L}*|disiscri\\p{L}*|weiger\\p{L}*|bezwaar|afmeld\\p{L}*|untick',
  '(?:no|non)\\s+(?:quiero|deseo|acepto|voglio|desidero|accetto)|(?:möchte|will|wünsche|wil|wens)\\s+(?:\\p{L}+\\s+){0,3}?(?:nichts?|keine?n?|geen|niets?)',
  '(?<=^[\\s_]*)(?:et\\s+|ou\\s+|or\\s+)?(?:(?:non|no|nein|nee)(?:\\s+(?:merci|thanks|danke|gracias|grazie|bedankt))?|sans\\s+façon)(?=[\\s_]*$)|oui[\\s/|•○◯□_[\\]-]{1,8}(?:ou\\s+)?non|yes\\s*/\\s*no|ja\\s*/\\s*(?:nein|nee)|s[íì]\\s*/\\s*no',
]);

/**
 * Where words in lower case agree to offers or invite to them, the parts that say no to what is sent; `undefined`: nothing agrees there. "Recevez nos
 * offres, pas de spam" says no to something else, and who leaves that box empty has refused nothing.
 */
export const refusingBesideYes = (words: string): readonly string[] | undefined => {
  const parts = words.split(PARTS);
  const saysNo = (part: string): boolean => has(part, SAYS_NO) || has(part, REFUSES_THEM);
  const isYes = (part: string): boolean =>
    [AGREES, ASKS, INVITES].some((signs) => has(part, signs)) &&
    !has(part, DENIES) &&
    !COURTESY.test(part) &&
    !saysNo(part);
  const sentences = words.split(SENTENCE_ENDS).filter((sentence) => !isOfAPart(sentence));
  return parts.some(isYes)
    ? parts.filter((part) => saysNo(part) && sentences.some((each) => each.includes(part)))
    : undefined;
};
