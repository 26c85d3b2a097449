import { has, marked, pattern } from './names.ts';

/** Kinds of houses. */
export const FIRMS =
  'soci[ée]t[ée]s?|entreprises?|marques?|organismes?|magasins?|boutiques?|enseignes?|companies|brands|businesses';
/** What is sent, or determines: no house, so that partners' own are beside it ("promotions et offres partenaires"). */
const NO_KIND =
  "(?!(?:nos|vos|ses|les|des|leurs|tous|toutes|certains|autres|celles|d[’'])[\\s,]|(?:offres|promotions|promos|nouveautés|newsletters|infolettres|lettres|avantages|conseils|services|produits|prestations|actualités|actus|informations|infos|invitations|réductions|remises|plans|publicités|communications|messages|e-?mails|courriels|catalogues|commerciales|commerciaux|promotionnelles|alertes|événements|ventes|soldes|cadeaux|coupons)[\\s,])";
/** Kinds of houses, named as partners: "assureurs et banques partenaires". */
const KINDS_OF_PARTNERS = `(?:${NO_KIND}\\p{L}{4,}s(?:\\s*,|\\s+(?:et|ou))\\s+(?:d[’']|de\\s+|des\\s+|les\\s+)?){0,4}${NO_KIND}\\p{L}{4,}s\\s+partenaires`;
const LIST_OF_PARTNERS = pattern(`(?<![\\p{L}\\d])${KINDS_OF_PARTNERS}`);
/** A text whose lists of partners by their trade hold no comma: a clause ends behind them, and not within. */
export const withPartnersJoined = (text: string): string =>
  text.replace(LIST_OF_PARTNERS, (found) => found.replaceAll(',', ' et'));
/** Who is not the advertiser: partners, third parties, those that sell to it or belong to it; in six languages, as a source. */
export const OTHERS = [
  KINDS_OF_PARTNERS,
  `(?:${FIRMS})\\s+(?:suivantes?|ci-(?:dessous|après)|listées?|énumérée?s)`,
  `(?:${FIRMS})\\s+(?:tierces|partenaires?|tiers|partner)|(?:autres?|other)\\s+(?:${FIRMS})|(?:${FIRMS})\\s+du\\s+(?:même\\s+secteur|groupe)|(?:${FIRMS})\\s+(?:de\\s+(?:votre|notre|son)\\s+groupe|sœurs|sélectionnée?s|affiliée?s|liée?s)|(?:selected|sister|affiliated|group)\\s+(?:${FIRMS})|filiales?|affiliates?|affiliés|fournisseurs?|suppliers?|subsidiar(?:y|ies)`,
  '(?:partenaires?|tiers|third[\\s-]part(?:y|ies)|partners?|sponsors?|annonceurs?|advertisers)',
  '(?:partner(?:banken|versicherungen|firmen|händler\\p{L}*|shops?|marken|verzekeraars|bedrijven|winkels|merken)|\\p{L}+partnern)(?:(?:\\s*,|\\s+(?:und|en))\\s+\\p{L}{4,})?|(?:banche|assicurazioni|negozi|marchi|imprese)(?:\\s+e\\s+\\p{L}+)?\\s+partner|\\p{L}{4,}s\\s+y\\s+\\p{L}{4,}s\\s+(?:colaborador\\p{L}*|asociad[oa]s)|(?:bancos|aseguradoras|tiendas|marcas)\\s+(?:colaborador\\p{L}*|asociad[oa]s)',
  '(?:partnern?|partnerunternehmen|drittanbieter\\p{L}*|dritten?|andere[nr]?\\s+(?:unternehmen|firmen|bedrijven)|derden|tochter(?:gesellschaft|unternehmen|firm|bedrij)\\p{L}*|lieferanten|leveranciers)',
  '(?:socios?|terceros?|(?:empresas\\s+)?(?:colaborador\\p{L}*|asociadas)|(?:società|aziende)\\s+(?:terze|partner)|terzi|proveedores|fornitori|filiali|società\\s+(?:affiliate|controllate|del\\s+gruppo)|empresas\\s+del\\s+grupo|anunciantes|inserzionisti|adverteerders|werbetreibende\\p{L}*)',
].join('|');
const OFFERED = '(?:offr|offer|promo|newsl|angebot|aanbied|ofert)\\p{L}*';
const AND = 'et|ainsi\\s+que|and|as\\s+well\\s+as|und|sowie|y|e|en';
/** What leads to somebody else again, or to where something counts: "de Valmy et", "chez", "pour moi et mon". */
const NO_MORE = `(?:${OFFERED}|${AND}|ou|ni|or|nor|oder|o|of|à|aux?|avec|chez|dans|pour|sur|with|at|in|for|bei|mit|für|con|presso|para|per|bij|met|voor|mon|my|mein\\p{L}*|mijn)\\s`;
/** Articles and adjectives before who it is: "ses nombreux", "carefully selected". */
const WHOSE = `(?:(?!${NO_MORE})(?:[\\p{L}-]+\\s+|d[’'])){0,3}`;
const OF =
  "(?:(?:de|des|par|from|of|by|von|di|van|door|da|dei|degli|delle|dai|dagli|dalle)\\s+|d[’'])(?:la\\s+part\\s+(?:de\\s+|d[’']))?";
/** German says whose by its endings: "Angebote ausgewählter Partner", "Werbung anderer Unternehmen", "Angebote Dritter". */
const GENITIVE = `(?:(?:der|\\p{L}+er)\\s+(?:(?!${NO_MORE})\\p{L}+\\s+){0,2}\\p{L}*partner\\p{L}*|dritter|anderer\\s+(?:unternehmen|firmen|anbieter|händler))`;
const AT_WORD = '(?<![\\p{L}\\d])';
const PARTY = `(?:${OTHERS})(?![\\p{L}\\d])(?:\\s+commercia\\p{L}*)?`;
/** Offers of others, and no other ones: "les offres commerciales de vos partenaires", "partner offers". */
const OF_OTHERS = pattern(
  `${AT_WORD}(?:à|aux?|avec|to|with|an|a|aan)\\s+${WHOSE}${PARTY}[^.;!?\\n,]{0,60}?\\s(?:leurs?|their|loro|hun)\\s+\\p{L}+|` +
    `${AT_WORD}\\p{L}+(?:\\s+(?:commercia|promotionne|publicitaire)\\p{L}*)?\\s+${OF}${WHOSE}${PARTY}` +
    `|^\\s*${OF}${WHOSE}${PARTY}|${AT_WORD}\\p{L}+\\s+${GENITIVE}` +
    `|${AT_WORD}(?:offres?|offers?|(?:bons?\\s+)?plans?|promo\\p{L}*|newsletters?|réductions?|avantages?)\\s+(?:tierces|${OTHERS})(?![\\p{L}\\d])|${AT_WORD}(?:${OTHERS})(?:[\\s-]+(?:offers?|marketing|advertising)|-angebote)(?![\\p{L}\\d])` +
    `|${AT_WORD}partner(?:angebot|werb|newsletter|aktion|aanbieding|acties)\\p{L}*`,
);
/** "Offers from some of our partners": those are theirs too. */
const OF_SOME = pattern(`${AT_WORD}\\p{L}+\\s+${OF} _ `);

/** A text in lower case, with a mark for what it says of offers of others alone. */
export const withoutOffersOfOthers = (text: string): string => marked(marked(text, OF_OTHERS), OF_SOME);
/** Who sends, where no one joins them: "que les partenaires de Valmy m’envoient", "les offres que vos partenaires souhaitent m’adresser". */
const SENT_BY_OTHERS = pattern(
  `(?:^|${AT_WORD}(?:\\p{L}+\\s+)?(?:que|that|which|dass|dat|che|qu(?=[’'])))[\\s’',]*(?:(?:mir|mich|mij|me|mi|to|a|aan|à)\\s+)?${WHOSE}${PARTY}` +
    `(?!(?:\\s+(?:de|du|of|von|van|di)(?:\\s+(?!m[’'])[^\\s,.;:]+){1,4}?)?,?\\s+(?:${AND})\\s+(?!${WHOSE}${PARTY}))`,
);
const HANDS =
  '(?:(?:communiqu|communication\\s+de\\s+m|transm[ie]|transf|céd|cession|partag|fourni|vend|lou[ée]|donné|remis|diffus|divulg|passe|shar|sold|disclos|given|provid|weitergegeb|weiterg[ai]b|übermittel|doorge|gedeeld|delen|verstrek|cedid|ceda|cesión|compart|comunic|facilit|cedut|condivi|trasme)\\p{L}*|mis\\p{L}*\\s+à\\s+disposition)';
const TO_OTHERS = `(?:à|aux?|auprès\\s+de|avec|to|with|an|mit|con|a|ai|agli|alle|aan|met)\\s+${WHOSE}${PARTY}`;
/** Who gets the data: "que mon adresse e-mail soit communiquée aux partenaires de Valmy", "an Partner weitergegeben". */
const GIVEN_TO_OTHERS = pattern(
  `${AT_WORD}${HANDS}\\s(?:[^.;!?\\n]{0,60}?\\s)?${TO_OTHERS}|${AT_WORD}${TO_OTHERS}[^.;!?\\n]{0,60}?\\s${HANDS}`,
);
/** Own offers behind it: "à un tiers pour l’envoi des offres de Valmy", "et vos offres". */
const AND_OWN = pattern(
  `${AT_WORD}(?:(?:les|the|die|las|le|l[’']\\p{L}+\\s+des)\\s+${OFFERED}\\s+${OF}(?!${WHOSE}${PARTY})|(?:nos|vos|our|your|unsere\\p{L}*|uw)\\s+${OFFERED}|(?:${AND})\\s+(?:les\\s+(?:vôtres|nôtres|siennes)|yours|ours))`,
);

/** What a clause says before others send or get what the person agrees to; `undefined`: nobody else does, or own offers are spoken of behind it. */
export const beforeDoneByOthers = (clause: string): string | undefined => {
  const at = [SENT_BY_OTHERS, GIVEN_TO_OTHERS].map((signs) => clause.search(signs)).filter((found) => found >= 0);
  const begins = Math.min(...at);
  return at.length === 0 || has(clause.slice(begins), AND_OWN) ? undefined : clause.slice(0, begins);
};
/** What leaves offers out: "sans offres de partenaires", "je refuse les offres de vos partenaires". */
const LEFT_OUT = /(?<!\p{L})(?:sans|aucune?|pas|jamais|refus\p{L}*|without|no|not)(?:\s+\p{L}+){0,3}\s+_ /gu;

/** Whether a wording speaks of offers of others, and does not leave them out: who shows it opens to them, whatever its form declares. */
export const speaksOfOffersOfOthers = (wording: string): boolean => {
  const text = wording.toLowerCase();
  const said = withoutOffersOfOthers(text);
  return said !== text && said.replace(LEFT_OUT, ' ').includes(' _ ');
};

/** Others and their offers, right behind a "no": "hors partenaires", "à l’exclusion de ses partenaires", "pas celles de vos partenaires". */
const NO_OTHERS = pattern(
  `${AT_WORD}(?:à\\s+l[’']exclusion|hors|hormis|sauf|sans|pas|jamais|aucune?|ni|non|except|excluding|not?|never|without|keine?n?|nicht|ohne)\\s+(?:(?:d[eu]s?|les?|ceux|celles?|par|aux?|offres?|promotions?|publicités?|commerciales?|ses|nos|vos|leurs?|son|of|those|from|any|the|its|your|our|offers?|angebote|werbung|von|der|unsere[rn]?)\\s+|d[’']){0,6}(?:${OTHERS})(?![\\p{L}])`,
);
const SOME_OTHERS = pattern(`${AT_WORD}(?:${OTHERS})(?![\\p{L}])`);
/** A wording in lower case leaves offers of others out, and speaks of others nowhere else: nobody agreed to theirs. */
export const leavesOthersOut = (text: string): boolean => {
  const left = marked(text, NO_OTHERS);
  return left !== text && !has(left, SOME_OTHERS);
};
