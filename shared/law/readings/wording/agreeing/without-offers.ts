import type { ReadWording } from '../denied.ts';
import { anyOf, has, marked, namesElse, pattern, SENTENCE_SIGNS, sentenceAt, until } from '../names.ts';
import { withoutOffersOfOthers } from '../of-others.ts';
import { OF_OFFERS } from '../other-use.ts';
import { readOnce } from '../read-once.ts';
import { offers } from '../service-alone.ts';

const AN_OFFER = `(?:${OF_OFFERS.source}|sollicitations?|pubs?)`;
/** Small words alone: what is said of handing data on, or of other offers, leaves out none. */
const FEW =
  '(?:(?:d[eu]s?|la|les?|une?|à|aux?|pour|par|toute?s?|aucune?|utilisée?s?|fins?|vos|nos|any|all|the|for|to|of|your|our|want|wish|be|used)\\s+){0,5}?';
/** Of others: the advertiser's own are left ("jamais de publicité extérieure"). */
const OF_ELSEWHERE =
  "(?!\\s+(?:extérieure?s?|externes?|étrangères?|tierces?|d[’']autrui|(?:venant\\s+)?d[’']ailleurs|(?:pour|d[’']|de|des)\\s*(?:d[’'])?autres\\s)(?!\\s+(?:ni|ou|et)\\s))";
/** Of one manner: who gets "vos SMS, sans publicité intrusive" gets the others. */
const OF_ONE_MANNER = pattern(
  '^\\s+(?:intrusives?|invasives?|mensongères?|trompeuses?|abusives?|excessives?|agressives?|indésirables?|répétées?|non\\s+sollicitées?|ciblées?|personnalisées?|superflues?|inutiles?|cachées?|déguisées?|à\\s+répétition)(?!\\s+(?:ni|ou|et)\\s)',
);
const YOUR_MESSAGES = pattern(
  '(?<!\\p{L})(?:vos|nos|your|our)\\s+(?:e-?mails?|mails?|courriels?|sms|mms|textos?|messages?)(?=\\s*(?:[,.;:!(]|$|(?:sans|jamais|et|ou)\\s))',
);
/** Offers are left out: "à l’exclusion de toute offre commerciale", "pas de publicité", "à des fins non commerciales". */
const LEFT_OUT = anyOf([
  `(?<!(?:manqu|rat|loup|oubli|miss)\\p{L}*\\s)(?:à\\s+l[’']ex(?:clusion|ception)|hors|hormis|sauf|sans|z[ée]ro|pas|jamais|aucune?s?|ni|non|refus\\p{L}*|except|excluding|not?|never|without|keine?\\p{L}?|nicht|ohne|sin|senza|geen|zonder)[\\s-]+${FEW}(?:[dl][’'])?${AN_OFFER}(?:\\s+${AN_OFFER}){0,2}(?![\\p{L}])${OF_ELSEWHERE}`,
]);
const leavesOut = readOnce((text) => has(text, LEFT_OUT));

/**
 * The wording leaves offers out and speaks of none beside: "j’accepte d’être contacté par SMS, à l’exclusion de toute offre commerciale". Nobody agreed
 * there to offers by the means at these places, nor refused the means: a human is asked (D9; L. 34-5, al. 2: "spécifique"). What is said of others,
 * or of another means, leaves out none of its own. Signs, in six languages.
 */
export const isWithoutOffers = ({ refusing }: ReadWording, from: number, to: number): boolean => {
  if (!leavesOut(refusing)) return false;
  const name = refusing.slice(from, to);
  const said = withoutOffersOfOthers(refusing);
  const isOfElse = (end: number): boolean => namesElse(until(said.slice(end), SENTENCE_SIGNS), name);
  const isKept = (end: number): boolean =>
    isOfElse(end) || (has(said.slice(end), OF_ONE_MANNER) && has(said, YOUR_MESSAGES));
  const left = said.replace(LEFT_OUT, (found, at: number) => (isKept(at + found.length) ? found : ' _ '));
  return left !== said && !offers(left);
};

const THIS =
  "(?:ce|cet|cette|la|le|l[’']|this|the)\\s*(?:produit|article|taille|modèle|référence|pointure|couleur|product|item|size|model)(?:\\s\\d+)?";
/** One thing alone: what is there again, a post, an offer of a contract that was asked for, a basket, a request. */
const ONE_THING = anyOf([
  `(?:retours?|remise|de\\s+nouveau|à\\s+nouveau)\\s+en\\s+stock|réassort\\p{L}*|back\\s+in\\s+stock|wieder\\s+(?:verfügbar|lieferbar)|disponible\\s+de\\s+nuevo|di\\s+nuovo\\s+disponibil\\p{L}|weer\\s+(?:beschikbaar|leverbaar)`,
  `${THIS}\\s+(?:(?:est|sera|is|becomes|comes)\\s+)?(?:(?:de|à)\\s+nouveau\\s+)?(?:disponible|réapprovisionn\\p{L}+|revien\\p{L}+|en\\s+stock|available|back)|disponibilité\\s+de\\s+${THIS}|ouverture\\s+de\\s+la\\s+(?:billetterie|prévente)`,
  "(?:offres?|alertes?)\\s+(?:d[’'])?emplois?|offres?\\s+de\\s+stages?|job\\s+(?:offers?|alerts?)",
  "(?:mon|ma|l[’'])\\s*offre\\s+(?:préalable\\s+)?de\\s+(?:prêt|crédit|contrat|financement|location)|proposition\\s+commerciale\\s+pour\\s+mon|my\\s+(?:loan|credit|contract)\\s+offer",
  '(?:rappel\\p{L}*|remind\\p{L}*)\\s[^.;!?\\n]{0,50}?(?:mon|votre|my|your)\\s+(?:panier|basket|cart)',
  'dans\\s+le\\s+cadre\\s+de\\s+(?:ma|mon|cette|votre)\\s+\\p{L}+(?:\\s+de\\s+\\p{L}+)?(?:\\s+et\\s+de\\s+la\\s+relation\\s+commerciale)?',
]);
const OF_IT = anyOf([THIS]);
const ENDS = /[.!?;\n]|(?<=[☐☑])|(?=[☐☑])/u;

const speaksOfOne = readOnce((text) => has(text, ONE_THING));
/** The sentence of the means at these places asks for one thing alone, and for no offers: "m’avertir par e-mail du retour en stock". Signs, as above. */
export const isOfOneThing = ({ refusing }: ReadWording, from: number, to: number): boolean => {
  if (!speaksOfOne(refusing)) return false;
  const sentence = sentenceAt(refusing, from, to, ENDS).join(refusing.slice(from, to));
  return speaksOfOne(sentence) && !offers(marked(marked(sentence, ONE_THING), OF_IT));
};
