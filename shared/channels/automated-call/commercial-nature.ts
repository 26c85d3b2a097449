import { saysUndenied } from '../content/denied.ts';
import { foldedLine } from '../content/fold.ts';

/** Where "commercial" is said of premises, and of no call. */
const NOT_PREMISES =
  '(?<!\\b(?:centre|zone|galerie|rue|local|locaux|bail|espace|parc|zona|centro|centros|locale|locali|local|locales) )';
/** Words of six languages, folded, by which a call says that it sells: of advertising, commerce, an offer, a sale, a discount. */
const COMMERCIAL = new RegExp(
  [
    'publici(?:t|dad)|pubblicit|\\bpub\\b|advertis|\\badvertentie|\\breclame|\\bwerb(?:ung\\b|e|lich)',
    `${NOT_PREMISES}(?:commerci|\\bcomercia|kommerzie)`,
    'marketing|\\bprospection|demarchage|\\bpromo|\\bpromozion',
    '\\boffres?\\b|\\boffrons\\b|\\boffers?\\b|\\bofertas?\\b|\\boffert[ae]\\b|angebot|\\baanbieding',
    '\\bventes?\\b|\\bvend(?:ons|re|ez)?\\b|\\bvendeu|\\bsales?\\b|\\bsell(?:ing)?\\b|verkauf|\\bverko[op]|\\bventas?\\b|\\bvender|\\bvendit',
    '\\bsoldes\\b|\\ben solde\\b|\\bsaldi\\b|\\brebajas?\\b|\\brabais\\b|\\breductions?\\b|\\bremises? (?:de |d.|exceptionnelle|immediate|speciale|sur )',
    'discount|\\brabatt|\\bkorting|\\bdescuentos?\\b|\\bscont[oi]\\b|\\bdeals?\\b|\\bbons? plans?\\b|\\bbons? d.achat|\\bvous propos(?:e|ons|er)\\b',
    '\\d ?%|\\bpour ?cent\\b|\\bper ?cent\\b|\\bprozent\\b|\\bpor ciento\\b|\\bper cento\\b|\\bprocent\\b',
    '\\bprix (?:reduit|special|bas|doux|casse)|\\btarifs? (?:reduit|special|preferentiel)|\\bspecial price|\\bsonderpreis|\\bactieprij',
  ].join('|'),
);

/** Words say that they are commercial, where nothing denies it ("ceci n’est pas un appel publicitaire") and beside the names of who calls. */
export const saysCommercialNature = (words: string, names: readonly string[]): boolean => {
  const beside = names
    .map(foldedLine)
    .filter((name) => name !== '')
    .reduce((left, name) => left.replaceAll(name, ' - '), foldedLine(words));
  return saysUndenied(beside, COMMERCIAL);
};
