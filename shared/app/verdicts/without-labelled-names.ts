import { isHtml, withoutAnchors, wordsOfHtml } from '#shared/domain/message/signs/html.ts';
import { plain, withoutEntities } from '#shared/domain/message/signs/reading.ts';
import { offersInAnotherScript } from '#shared/domain/message/signs/text-language.ts';
import { speaksToReader } from './words-to-readers.ts';

/** What a name, an address or a title comes after. */
const LABEL =
  /^(?:votre |your )?(?:livraison(?: a(?: l'adresse suivante)?)?|livree? a|adresse(?: (?:de|du|a) ?\w*)?(?: et de facturation)?|expediee? a|envoyee? a|commande sera (?:livree|expediee|envoyee) a|destinataire|noms?(?: et prenoms?| complet| du (?:destinataire|client))?|client|facturee? a|facturation|beneficiaire|voyageurs?|passagers?|participants?|livre|titre|ouvrage|articles?|produits?|film|spectacle|concert|hotel|lieu|point de retrait|restaurant|auteur|artiste|deliver(?:y|ed to)|delivery address|ship(?:ping|ped)?(?: to| address)?|bill(?:ing|ed)?(?: to| address)|address(?:ed to)?|recipient|name|customer|guests?|passengers?|title|book|items?|products?|movie|show|venue|location|pickup point|author|artist) ?(?::|$)/;
/** A greeting holds its reader's name and nothing more. */
const GREETING = /^\s*(?:bonjour|bonsoir|ch[eè]re?|hello|hi|dear)\s+([^,!:]{1,80})\s*[,!]?\s*$/iu;

/** Who offers says one of these, in languages that are written in Latin letters and not weighed. */
const OFFERS =
  /ofert|promo|descuento|descont|gr[aá]tis|rabat|scont[io]|offert|angebot|korting|aanbieding|mitad de|metade|met[aà] prezzo|halbe|halve|p[oó]ł ceny|jum[aă]tate|f[eé]l [aá]ron|yar[iı] fiyat|indirim|zdarma|slev[ayu]|ilmaise|alennus|tarjous|erbjudand|halva priset|tilbud|halv pris/;
const offers = (said: string): boolean => OFFERS.test(said) || offersInAnotherScript(said);

const PRICE = / ?[-–—:] ?[\d.,  ]+ ?(?:€|eur|£|gbp)\.?$/i;
const LONGEST = 160;
const MOST_WORDS = 16;
/** Words without capitals: a name holds fewer than an address, which holds a number. */
const MOST_WITHOUT_CAPITALS = { ofName: 5, ofAddress: 12 } as const;
/** Signs of a script without capitals, spaces left out. */
const MOST_SIGNS = { ofName: 40, ofAddress: 60 } as const;
/** The same, where no space is put between words. */
const MOST_SIGNS_WITHOUT_SPACES = { ofName: 16, ofAddress: 40 } as const;
/** On a line of its own, what has no number is shorter. */
const SHORT = { words: 4, signs: 10 } as const;

/** Words before a full stop in addresses. */
const ABBREVIATED =
  /(?<!\p{L})(?:вул|просп|бульв|наб|пер|буд|корп|стр|кварт|обл|str|apt|ste|bldg|ave|blvd|urb|edif)\./giu;
/** A sentence ends in it. */
const ENDS = /[!?…。！？।።]|\p{L}{3}\.\s|\p{L}{2}\.$/u;
/** Part of an address, which no capital begins. */
const OF_ADDRESS =
  /^(?:улица|проспект|площадь|переулок|бульвар|набережная|корпус|подъезд|этаж|квартира|город|область|район|строение|οδος|λεωφορος|οροφος|πλατεια|calle|avenida|plaza|piso|puerta)$/;
/** Parts of names that are written as words. */
const PARTICLE = /^(?:بن|ابن|بنت|عبد|ابو|ابي|ال|آل|בן|בת)$/;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;

/** Words of a script that has capitals. */
const CASED = /[\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\p{M}]*/gu;
const UNCASED = /[\p{Lo}\p{Lm}][\p{Lo}\p{Lm}\p{M}]*/gu;

/** Of the words that are longer than small ones, three in five begin with a capital. */
const isCapitalised = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 3 && !OF_ADDRESS.test(plain(word)));
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 5 >= long.length * 3;
};
/** Written in capitals alone, which say nothing of what is a name. */
const isInCapitals = (words: readonly string[]): boolean => words.every((word) => word === word.toUpperCase());

const saidOn = (line: string): string => line.normalize('NFC').replace(PRICE, '').trim();
const cased = (said: string): readonly string[] => said.match(CASED) ?? [];
const uncased = (said: string): readonly string[] => (said.match(UNCASED) ?? []).filter((word) => !PARTICLE.test(word));
const lengthOf = (words: readonly string[]): number => words.join('').replace(/\p{M}/gu, '').length;
const hasNumber = (said: string): boolean => /\d/.test(said);

const isShort = (said: string): boolean => {
  const words = [...cased(said), ...uncased(said)];
  const signs = said.match(WITHOUT_SPACES) ?? [];
  return words.length <= SHORT.words && signs.length <= SHORT.signs;
};

/** Of words without capitals: no more than names and addresses have. */
const isBrief = (said: string): boolean => {
  const words = uncased(said);
  const kind = hasNumber(said) ? 'ofAddress' : 'ofName';
  return (
    words.length <= MOST_WITHOUT_CAPITALS[kind] &&
    lengthOf(words) <= MOST_SIGNS[kind] &&
    (said.match(WITHOUT_SPACES) ?? []).length <= MOST_SIGNS_WITHOUT_SPACES[kind]
  );
};

/**
 * By its shape a name, an address or a title: it ends no sentence, is written in capitals where its script has them, speaks
 * to nobody and offers nothing.
 */
const isName = (line: string): boolean => {
  const said = saidOn(line);
  if (said === '' || said.length > LONGEST || /[%€$£¥₽₩]/.test(said)) return false;
  if (ENDS.test(said.replace(ABBREVIATED, '')) || speaksToReader(said) || offers(said.toLowerCase())) return false;
  const words = cased(said);
  if (words.length > 0 && isInCapitals(words) && !hasNumber(said) && words.length > SHORT.words) return false;
  return words.length <= MOST_WORDS && isCapitalised(words) && isBrief(said);
};

/** Who, street, town, country: on a line of its own after a label, a name of few words or an address with its number. */
const isLineOfBlock = (line: string, isOpen: boolean): boolean => {
  const said = saidOn(line);
  const needsNumber = !isOpen || cased(said).length === 0 || uncased(said).length > 0;
  return isName(line) && (!needsNumber || hasNumber(said) || isShort(said));
};

/** A single letter is a number of a house: A座. */
const LATIN = /\p{Script=Latin}{2}/u;
/** It says something else: another label, thanks. */
const SAYS_MORE = /:|^(?:merci|total|reference|thanks?|cordialement|regards|a bientot)\b/;
/** Lines that belong to one label. */
const MOST_LINES = 6;

/** What a line says behind its label; empty: nothing. */
const valueOn = (line: string): string => (line.includes(':') ? line.slice(line.indexOf(':') + 1).trim() : '');

/** Whom a greeting names: few words, where an offer may be greeted as well. */
const isNameGreeted = (greeted: string): boolean =>
  isName(greeted) && [...cased(greeted), ...uncased(greeted)].length <= SHORT.words + 1;

const withoutNamesIn = (text: string): string => {
  let left = 0;
  /** What the label's own line holds; empty: its lines come below. */
  let value = '';
  let before = '';
  /** In the script of what came before, but for the first line below a label and the one after it: a name, and an address in another; goods after goods. */
  const goesOn = (line: string): boolean =>
    ((value === '' && left >= MOST_LINES - 1) || LATIN.test(before) === LATIN.test(line)) &&
    (!PRICE.test(before) || PRICE.test(line));
  const beginLabel = (line: string): void => {
    value = valueOn(line);
    left = value === '' || isName(value) ? MOST_LINES : 0;
    before = value;
  };
  const isLeftOut = (line: string): boolean => {
    const said = plain(line);
    if (LABEL.test(said)) {
      beginLabel(line);
      return left > 0;
    }
    if (said === '') {
      if (value !== '') left = 0;
      return false;
    }
    const [, greeted] = GREETING.exec(line) ?? [];
    if (greeted !== undefined) return isNameGreeted(greeted);
    const isOfBlock = left > 0 && !SAYS_MORE.test(said) && goesOn(line) && isLineOfBlock(line, value === '');
    left = isOfBlock ? left - 1 : 0;
    before = line;
    return isOfBlock;
  };
  return withoutEntities(isHtml(text) ? wordsOfHtml(withoutAnchors(text)) : text)
    .split('\n')
    .map((line) => (isLeftOut(line) ? '' : line))
    .join('\n');
};

/**
 * Texts without the names, addresses and titles that come after a label: a reader's own name, in whatever script, offers
 * nothing.
 */
export const withoutLabelledNames = (texts: readonly string[]): readonly string[] => texts.map(withoutNamesIn);
