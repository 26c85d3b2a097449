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
    '(?<!apres.|\\b(?:dossier|acte) de )\\b(?:tele)?ventes?\\b|\\bvend(?:ons|re|ez)?\\b(?! (?:rien|pas)\\b)|\\bvendeu|\\bsales?\\b|\\bsell(?:ing)?\\b(?! nothing)|verkauf(?!en nichts)|\\bverko[op](?!\\w+ niets)|\\bventas?\\b|\\bvender|\\bvendit',
    '\\bsoldes\\b|\\ben solde\\b|\\bsaldi\\b|\\brebajas?\\b|\\brabais\\b|\\breductions?\\b|\\b(?:une|cette|de) remises?\\b|\\bla remise\\b(?! (?:d[eu]|en))|(?<!\\bla )\\bremises? (?:de |d.|exceptionnelle|immediate|speciale|sur )',
    'discount|\\brabatt|\\bkorting|\\bdescuentos?\\b|\\bscont[oi]\\b|\\bdeals?\\b|\\bbons? plans?\\b|\\bbons? d.achat|\\bvous propos(?:e|ons|er)\\b|\\bbonnes? affaires?\\b|\\bachetez\\b|\\btout achat\\b',
    '\\d ?%|\\bpour ?cent\\b|\\bper ?cent\\b|\\bprozent\\b|\\bpor ciento\\b|\\bper cento\\b|\\bprocent\\b',
    '\\bmoitie prix|\\bprix (?:reduit|special|bas|doux|casse)|\\btarifs? (?:reduit|special|preferentiel)|\\bspecial price|\\bsonderpreis|\\bactieprij',
  ].join('|'),
);

/** By which the calls of Aval say it, and others like them: it is no name, whatever the name is ("Message publicitaire automatique de Publicitaire"). */
const NO_NAME = /\bme[ns]sa\w+ pub\w+ automati|\bautomated advertising|\bautomatische werbe|\bautomatisch reclame/;

/** Words without a name, where it is no part of a word ("CIT", and not "publi|cit|aire"). */
const without = (words: string, name: string): string =>
  words.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[$(-+.?[-^{|}]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu'),
    ' - ',
  );

/** Words say that they are commercial, where nothing denies it ("ceci n’est pas un appel publicitaire") and beside the names of who calls. */
export const saysCommercialNature = (words: string, names: readonly string[]): boolean => {
  const said = foldedLine(words);
  const beside = names
    .map(foldedLine)
    .filter((name) => name !== '')
    .toSorted((one, other) => other.length - one.length)
    .reduce(without, said);
  return saysUndenied(beside, COMMERCIAL) || saysUndenied(said, NO_NAME);
};
