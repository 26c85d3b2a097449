import { pattern } from './names.ts';

/** Who is not the advertiser: partners and third parties, in six languages, as a source. */
export const OTHERS = [
  '(?:soci[ée]t[ée]s|entreprises|marques|organismes|companies|brands)\\s+(?:tierces|partenaires|tiers|partner)',
  '(?:partenaires?|tiers|third[\\s-]part(?:y|ies)|partners?)',
  '(?:partnern?|dritten?|socios?|terceros?|terzi|derden)',
].join('|');
const WHOSE =
  '(?:(?:vos|nos|ses|leurs|les|des|certains|tous|autres|sociétés|votre|notre|your|our|its|the|any|other|selected|ihrer?n?|unserer?n?|sus|nuestros|vostri|nostri|uw|onze)\\s+){0,3}';
const OF = "(?:(?:de|des|par|from|of|by|von|di|van|door|da)\\s+|d[’'])";
/** Offers of others, and no other ones: "les offres commerciales de vos partenaires", "partner offers". */
const OF_OTHERS = pattern(
  `(?<![\\p{L}\\d])\\p{L}+(?:\\s+(?:commercia|promotionne|publicitaire)\\p{L}*)?\\s+${OF}${WHOSE}(?:${OTHERS})(?![\\p{L}\\d])` +
    `|^\\s*${OF}${WHOSE}(?:${OTHERS})(?![\\p{L}\\d])|(?<![\\p{L}\\d])\\p{L}+\\s+(?:ihrer|unserer)\\s+partner(?![\\p{L}\\d])` +
    `|(?<![\\p{L}\\d])(?:offres?|offers?)\\s+(?:tierces|${OTHERS})(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?:${OTHERS})[\\s-]+(?:offers?|marketing|advertising|angebote)(?![\\p{L}\\d])`,
);

/** A text in lower case, with a mark for what it says of offers of others alone. */
export const withoutOffersOfOthers = (text: string): string => text.replace(OF_OTHERS, ' _ ');
