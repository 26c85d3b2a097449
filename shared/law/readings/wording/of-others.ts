import { pattern } from './names.ts';

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
const WHOSE =
  '(?:(?:vos|nos|ses|leurs|les|des|certains|tous|autres|sociétés|votre|notre|your|our|its|the|any|other|selected|ihrer?n?|unserer?n?|sus|nuestros|vostri|nostri|uw|onze)\\s+){0,3}';
const OF = "(?:(?:de|des|par|from|of|by|von|di|van|door|da)\\s+|d[’'])";
/** Offers of others, and no other ones: "les offres commerciales de vos partenaires", "partner offers". */
const OF_OTHERS = pattern(
  `(?<![\\p{L}\\d])(?:à|aux?|avec|to|with|an|a|aan)\\s+${WHOSE}(?:${OTHERS})(?![\\p{L}\\d])[^.;!?\\n,]{0,60}?\\s(?:leurs?|their|loro|hun)\\s+\\p{L}+|` +
    `(?<![\\p{L}\\d])\\p{L}+(?:\\s+(?:commercia|promotionne|publicitaire)\\p{L}*)?\\s+${OF}${WHOSE}(?:${OTHERS})(?![\\p{L}\\d])` +
    `|^\\s*${OF}${WHOSE}(?:${OTHERS})(?![\\p{L}\\d])|(?<![\\p{L}\\d])\\p{L}+\\s+(?:ihrer|unserer)\\s+partner(?![\\p{L}\\d])` +
    `|(?<![\\p{L}\\d])(?:offres?|offers?)\\s+(?:tierces|${OTHERS})(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?:${OTHERS})[\\s-]+(?:offers?|marketing|advertising|angebote)(?![\\p{L}\\d])`,
);

/** A text in lower case, with a mark for what it says of offers of others alone. */
export const withoutOffersOfOthers = (text: string): string => text.replace(OF_OTHERS, ' _ ');
/** What leaves offers out: "sans offres de partenaires", "je refuse les offres de vos partenaires". */
const LEFT_OUT = /(?<!\p{L})(?:sans|aucune?|pas|jamais|refus\p{L}*|without|no|not)(?:\s+\p{L}+){0,3}\s+_ /gu;

/** Whether a wording speaks of offers of others, and does not leave them out: who shows it opens to them, whatever its form declares. */
export const speaksOfOffersOfOthers = (wording: string): boolean => {
  const text = wording.toLowerCase();
  const marked = withoutOffersOfOthers(text);
  return marked !== text && marked.replace(LEFT_OUT, ' ').includes(' _ ');
};
