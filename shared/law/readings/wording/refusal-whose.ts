import { anyOf, has, marked, pattern } from './names.ts';
import { FIRMS, OTHERS } from './of-others.ts';

/** Whose offers a refusal at a checkout is of, where it names partners or third parties (L. 34-5, al. 4). Signs, in six languages. */

const WHOSE =
  '(?:(?:vos|nos|ses|leurs|les|la|le|des|certains|tous|autres|votre|notre|your|our|its|the|any|other|selected|carefully|trusted|soigneusement|sélectionnée?s|commercia\\p{L}+|ihren|unseren|sus|nuestros|vostri|nostri|uw|onze|anderen?)\\s+){0,4}';
const KIND =
  '(?:\\s+(?:commercia\\p{L}+|financiers|publicitaires|privilégiés|officiels|sélectionnée?s|de\\s+confiance|tiers|partenaires)){0,2}(?:[\\s-]+(?:offers?|marketing|advertising|angebote)(?![\\p{L}]))?';
const PARTY = `${WHOSE}(?:${OTHERS})(?![\\p{L}\\d])${KIND}`;
const FROM =
  "(?:(?:de\\s+la\\s+part\\s+(?=d)|on\\s+behalf\\s+(?=of))?(?:de|des|du|par|from|of|by|von|vom|di|dei|del|degli|delle|da|dai|dal|van|door|por)\\s+|(?:de\\s+la\\s+part\\s+)?d[’'])";
const JOIN = '(?:et(?:\\s?/\\s?ou)?|ou|ni|and(?:/or)?|or|nor|und|oder|noch|y|o|e|en|né|of(?=\\s+(?:van|door)\\s))';
const AT_WORD = '(?<![\\p{L}\\d])';
const WORD = "[\\p{L}\\d&’'-]+";

/** Somebody else beside them: "de vous ni de vos partenaires", "de ses partenaires et d’Alba". */
const BESIDE_OTHERS = pattern(
  `(?<!(?:${FIRMS})\\s)${AT_WORD}${FROM}(?:(?!(?:${OTHERS})(?![\\p{L}]))${WORD}\\s*,?\\s+){1,4}${JOIN}\\s+(?:${FROM})?${PARTY}(?![\\p{L}\\d])` +
    `|${AT_WORD}${FROM}${PARTY},?\\s+${JOIN}\\s+${FROM}(?!${WHOSE}(?:${OTHERS})|leurs?\\s)(?=\\p{L})`,
);

/** Words of offers, or that somebody is reached, from which a sentence goes on to whose they are. */
const HEAD =
  '(?:bons?\\s+plan|conseil|invitation|avantage|réduction|remise|solde|catalogue|offre|promo|publicit|prospection|démarch|actualité|actus|nouve|sollicit|commercia|communication|information|message|e-?mail|courriel|newsletter|offer|marketing|advert|news|deal|werbung|angebot|oferta|publicidad|comunicac|offert|pubblicit|comunicaz|aanbieding|reclame|utilis|exploit|contact|used?|using)\\p{L}*';
const OWN_WORD =
  '(?:vos|nos|votre|notre|your|our|ihre|unsere|sus|nuestras|vostre|nostre|uw|onze|celles?|ceux|celui|those|vôtres)';
const LISTED = `(?!(?:${OWN_WORD}|${FROM}|${JOIN})(?![\\p{L}-]))(?!d[’'])${WORD}`;
/** After an agent or a receiver, what they do it for, up to something else that is refused. */
const WHAT_FOR = `(?:(?!(?:,|\\s${JOIN})\\s+(?:(?:de|à)\\s+)?(?:l[ae]s?\\s|l[’']|${OWN_WORD}\\s|qu|recevoir|(?:to\\s+)?receiv|par\\s|by\\s|vous\\s|you\\s|utilis|used|être|be\\s))[^.;:!?\\n☐☑(])*`;
/** Offers of others, and no other ones: "les offres commerciales de vos partenaires", "offres et promotions de vos partenaires", "partner offers". */
const OF_OTHERS = pattern(
  [
    `(?<!${OWN_WORD}\\s)${AT_WORD}${HEAD}(?:\\s+(?!(?:${OWN_WORD}|${JOIN})(?![\\p{L}-]))${WORD}){0,8}?\\s+${FROM}${PARTY}`,
    `(?<!${OWN_WORD}\\s)${AT_WORD}${HEAD}(?:\\s+${LISTED}){0,2}?(?:(?:\\s*,|\\s+${JOIN})\\s+(?:(?:l[ae]s?|des?|the)\\s+|[dl][’'])?(?:${LISTED})(?:\\s+${LISTED}){0,2}?){1,4}?\\s+${FROM}${PARTY}`,
    `${AT_WORD}\\p{L}+(?:\\s+(?:commercia|promotionne|publicitaire)\\p{L}*)?\\s+${FROM}${PARTY}`,
    `${AT_WORD}(?:angebot|werb)\\p{L}*\\s+(?:(?:ihrer|unserer|eurer|der|ausgewählter|anderer)\\s+){1,2}(?:${OTHERS})(?![\\p{L}\\d])`,
    `${AT_WORD}${HEAD}\\s+(?:tierces|${OTHERS})(?![\\p{L}\\d])|${AT_WORD}partner(?:angebot|werb|newsletter)\\p{L}*`,
    `${AT_WORD}(?:${OTHERS})[\\s-]+(?:offers?|marketing|advertising|angebote)(?![\\p{L}\\d])`,
  ].join('|'),
);
/** The same, as those who do it: "utilisées par vos partenaires à des fins de prospection". */
const DONE_BY_OTHERS = pattern(
  `(?:(?<!${OWN_WORD}\\s)${AT_WORD}${HEAD}(?:\\s+(?!(?:${OWN_WORD}|${JOIN})(?![\\p{L}-]))${WORD}){0,8}?\\s+|${AT_WORD}\\p{L}+\\s+)(?:par|by|door|por)\\s+${PARTY}${WHAT_FOR}` +
    `|${AT_WORD}(?:recevoir|receive|erhalten|recibir|ricevere)\\s*,?\\s+${FROM}${PARTY}${WHAT_FOR}` +
    `|${AT_WORD}(?:que|dass|want|that|wish|like|che|dat)\\s+${PARTY}${WHAT_FOR}` +
    `|(?<=(?:^|[.;!?\\n☐])\\s{0,3})${PARTY}\\s+(?:pourr|peuv|may|will|can|könn|pued|podr|poss|potr|kunn)\\p{L}*${WHAT_FOR}`,
);
/** Data that go to others, and what for. */
const PASSED_ON = pattern(
  `${AT_WORD}(?:transm[ie]\\p{L}+|f(?:er\\p{L}+|aire|ait)\\s+suivre|forward\\p{L}*|transfer\\p{L}*|comm?uni(?:qué|quer|quen|quons|quez)\\p{L}*|céd\\p{L}+|cession|partag\\p{L}+|communication\\s+de\\s+m\\p{L}+|vend\\p{L}+|revent\\p{L}+|revend\\p{L}+|lou\\p{L}+|shar\\p{L}+|sold|pass\\p{L}*\\s+on|disclos\\p{L}+|weitergegeben|weitergabe|übermitt\\p{L}+|ced\\p{L}+|cesión|cession[ei]|comunicazione\\s+dei|comunicati|condivi\\p{L}+|gedeeld|delen|doorgegeven)[^.;!?\\n]{0,60}?(?<!\\p{L})${PARTY}${WHAT_FOR}` +
    `|${AT_WORD}(?:an|mit|met|con|a|aan)\\s+${PARTY}[^.;:!?\\n,]{0,40}?(?:weitergegeben|übermittelt|geteilt|gedeeld|doorgegeven)(?![\\p{L}])${WHAT_FOR}` +
    `|${AT_WORD}(?:céd\\p{L}+|cession|revend\\p{L}*|vend\\p{L}*|partag\\p{L}*|shar\\p{L}+|sell\\p{L}*|transm[ie]\\p{L}+)\\s+(?:de\\s+)?(?:mon|ma|mes|my)\\s${WHAT_FOR}`,
);
/** Trackers, profiles and pages, even where they say what for. */
const OF_TRACKERS = anyOf([
  `(?:(?:utilis\\p{L}+|uses?|using)\\s+(?:(?:des|les|de|the)\\s+|d[’'])?)?(?:cookies?|traceurs?|trackers?|ciblage|profilage|profiling|géolocalisation)(?:\\s+(?!${JOIN}\\s+(?:(?:vos|nos|votre|notre|your|our)\\s|(?:les\\s|the\\s|l[’'])?(?:offre|offer)|la\\s+prosp))(?:[dl][’'])?\\p{L}+){0,6}`,
  '(?:personnalisation|ciblage)\\s+d\\p{L}*\\s+(?:publicités?|annonces)|(?:publicités?|annonces)\\s+(?:ciblée?s?|personnalisée?s?)',
  '(?:targeted|personali[sz]ed)\\s+(?:advertis\\p{L}*|ads)',
]);

/** The advertiser says that it hands nothing over: "nous ne cédons pas vos données à des tiers". */
const NOT_DONE = pattern(
  `${AT_WORD}(?:nous\\s+ne|(?:vos|les)\\s+\\p{L}+(?:\\s+\\p{L}+)?\\s+ne|we\\s+(?:do\\s+not|don[’']t|never|will\\s+(?:not|never)|won[’']t)|your\\s+\\p{L}+\\s+(?:(?:is|are)|will)\\s+(?:not|never)|wir\\s+(?:geben|teilen)|(?:nunca|no)\\s+(?:cedemos|compartimos)|non\\s+(?:cediamo|condividiamo)|wij?\\s+delen)\\s[^.;!?\\n)☐☑]*(?:${OTHERS})[^.;!?\\n)☐☑,]*`,
);
const MEANS =
  '(?:e-?mails?|courriels?|sms|mms|textos?|texts?|téléphone|phone|post|courriers?(?:\\s+électroniques?)?|voie\\s+\\p{L}+)';
/** By which means they are sent: it parts no offers from whose they are. */
const BY_MEANS = pattern(
  `\\s*,?${AT_WORD}(?:par|by|per|via|por)\\s+${MEANS}(?:(?:\\s*,|\\s+${JOIN})\\s+(?:(?:par|by|per|via|por)\\s+)?${MEANS})*(?![\\p{L}\\d]),?`,
);

/** Theirs, where they are named: "être communiquée à des tiers et recevoir leurs offres". */
const THEIRS = pattern(`${AT_WORD}(?:leurs?|their)\\s+${HEAD}`);
/** Goods named in pairs are one thing to offer. */
const GOODS =
  'produits?|services?|prestations?|articles?|biens|products?|goods|produkten?|dienst\\p{L}*|productos|servicios|prodotti|servizi|producten';
const AND_SERVICES = pattern(
  `(?<=${AT_WORD}(?:${GOODS}))\\s+${JOIN}\\s+(?:(?:de|des|of|von|di|van)\\s+)?(?:${GOODS})(?![\\p{L}])`,
);

/** Of a sentence that refuses, what is not of others, of data that go to them or of trackers. */
export interface Left {
  readonly text: string;
  /** Somebody else is named beside them, with the same offers. */
  readonly isShared: boolean;
  /** It is of others alone, but for what is left. */
  readonly isOfOthers: boolean;
}

/** What a sentence in lower case leaves when what is of others alone is taken out of it. */
export const withoutOthers = (sentence: string): Left => {
  const done = sentence.replace(NOT_DONE, ' ');
  const kept = marked(marked(done, PASSED_ON), OF_TRACKERS);
  if (has(kept, BESIDE_OTHERS)) return { text: kept, isShared: true, isOfOthers: false };
  const withoutMeans = kept.replace(BY_MEANS, '').replace(AND_SERVICES, '');
  const left = marked(marked(withoutMeans, DONE_BY_OTHERS), OF_OTHERS);
  const others = left === withoutMeans ? kept : left;
  const text = others === sentence ? sentence : marked(others, THEIRS);
  return { text, isShared: false, isOfOthers: text !== done };
};
