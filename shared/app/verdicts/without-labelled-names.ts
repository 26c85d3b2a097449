import { isHtml, withoutAnchors, wordsOfHtml } from '#shared/domain/message/signs/html.ts';
import { plain, withoutEntities } from '#shared/domain/message/signs/reading.ts';
import { offersInAnotherScript } from '#shared/domain/message/signs/text-language.ts';

/** What a name, an address or a title comes after. */
const LABEL =
  /^(?:livraison|livree? a|adresse(?: (?:de|du|a) ?\w*)?|expediee? a|envoyee? a|destinataire|noms?(?: et prenoms?)?|client|facturee? a|facturation|beneficiaire|voyageurs?|passagers?|participants?|livre|titre|ouvrage|articles?|produits?|film|spectacle|concert|hotel|lieu|point de retrait|restaurant|auteur|artiste|deliver(?:y|ed to)|delivery address|ship(?:ping|ped)?(?: to| address)?|bill(?:ing|ed)?(?: to| address)|address(?:ed to)?|recipient|name|customer|guests?|passengers?|title|book|items?|products?|movie|show|venue|location|pickup point|author|artist) ?(?::|$)/;

/** Who offers says one of these, in languages that are written in Latin letters and not weighed. */
const OFFERS =
  /ofert|promo|descuento|descont|gr[aá]tis|rabat|scont[io]|offert|angebot|korting|aanbieding|mitad de|metade|met[aà] prezzo|halbe|halve|p[oó]ł ceny|jum[aă]tate|f[eé]l [aá]ron|yar[iı] fiyat|indirim|zdarma|slev[ayu]|ilmaise|alennus|tarjous|erbjudand|halva priset|tilbud|halv pris/;
const offers = (said: string): boolean => OFFERS.test(said) || offersInAnotherScript(said);

const PRICE = / ?[-–—:] ?[\d.,  ]+ ?(?:€|eur|£|gbp)\.?$/i;
/** Longer ones are no name: characters, words of an alphabet, words of a script without capitals, signs of one without spaces. */
const LONGEST = 160;
const MOST_WORDS = 16;
const MOST_WITHOUT_CAPITALS = 8;
const MOST_SIGNS = 40;
/** A sentence ends in it. */
const ENDS = /[!?…。！？।။]|\p{L}{5}\.\s/u;

/** Of the words that are longer than small ones, as many as not begin with a capital. */
const isCapitalised = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length * 2 >= long.length;
};

/** By its shape a name, an address or a title: it ends no sentence, is written in capitals where its script has them, and offers nothing. */
const isName = (line: string): boolean => {
  const said = line.normalize('NFC').replace(PRICE, '').trim();
  if (said === '' || said.length > LONGEST || ENDS.test(said) || /[%€$£¥₽₩]/.test(said)) return false;
  const words = said.match(/[\p{L}\p{M}]+/gu) ?? [];
  const cased = words.filter((word) => /\p{Lu}|\p{Ll}/u.test(word));
  return (
    !offers(said.toLowerCase()) &&
    cased.length <= MOST_WORDS &&
    isCapitalised(cased) &&
    words.length - cased.length <= MOST_WITHOUT_CAPITALS &&
    words.filter((word) => !cased.includes(word)).join('').length <= MOST_SIGNS
  );
};

/** Lines that belong to one label: who, street, town, country. */
const MOST_LINES = 6;

const withoutNamesIn = (text: string): string => {
  let left = 0;
  return withoutEntities(isHtml(text) ? wordsOfHtml(withoutAnchors(text)) : text)
    .split('\n')
    .map((line) => {
      const [label] = LABEL.exec(plain(line)) ?? [];
      if (label === undefined) {
        if (line.trim() !== '') left = left > 0 && isName(line) ? left - 1 : 0;
        return left > 0 ? '' : line;
      }
      const value = line.includes(':') ? line.slice(line.indexOf(':') + 1).trim() : '';
      left = value === '' || isName(value) ? MOST_LINES : 0;
      return left > 0 ? '' : line;
    })
    .join('\n');
};

/**
 * Texts without the names, addresses and titles that come after a label: a reader's own name, in whatever script, offers
 * nothing.
 */
export const withoutLabelledNames = (texts: readonly string[]): readonly string[] => texts.map(withoutNamesIn);
