/** How a spoken text names a key to press, as folded words (`fold`). */

/** A digit by itself, that is no part of a number. */
export const DIGIT = '\\d(?![ .-]?\\d)';

/** The words of a language that name a key. */
export interface KeyWords {
  /** To press. */
  readonly press: string;
  /** Between it and the digit. */
  readonly at: string;
  /** A key by its name. */
  readonly key: string;
  readonly digits: string;
  /** What begins what it is for. */
  readonly before: string;
}

const ON =
  'sur|de|du|a|au|a partir de|depuis|on|of|from|using|auf|an|am|von|op|van|en|del|desde|sul|sulla|della|dal|dalla';
const YOUR =
  'votre|ton|le|la|les|un|son|your|the|a|ihre[mnr]?|deine[mnr]?|de[mnr]|einem|uw|je|jouw|de|het|su|tu|el|suo|sua|tuo|tua|il';
const PHONE =
  'clavier|telephone|combine|portable|mobile|keypad|keyboard|phone|handset|(?:telefon)?tastatur|tastenfeld|telefons?|handys?|' +
  'toetsenbord|telefoon|toestel|teclado|telefono|movil|tastiera|tastierino|cellulare';
/** Where the key is: "sur votre clavier", "on your keypad", "Ihres Telefons". */
export const ON_PHONE = `(?= (?:(?:${ON})(?: (?:${YOUR}))?|ihre[rs]|deine[rs]|des) (?:${PHONE})\\b)`;

/** One digit, a star or a hash, or these words for one. */
export const digitOf = (digits: string): string => `(?:${DIGIT}|[*#]|(?:${digits})\\b)`;
/** At the end of what is said, before what it is for, or before where the key is. */
export const endOr = (before: string): string => `(?:(?=\\s*(?:$|[,.;:!?]|(?:${before})\\b))|${ON_PHONE})`;
/**
 * A key by its name, whatever follows; else a digit at the end of what is said, or before what it is for: "Wählen Sie die 2 besten
 * Weine" names none.
 */
export const keyOf = ({ press, at, key, digits, before }: KeyWords): string => {
  const pressed = `\\b(?:${press})(?: (?:${at}|${key}))*`;
  const digit = digitOf(digits);
  return `${pressed} (?:${key}) ${digit}|${pressed} ${digit}${endOr(before)}`;
};
/** The same by a word that says to choose as well: the key must have its name, its article, or what it is on. */
export const chosenKey = ({ press, at, key, digits, before }: KeyWords): string => {
  const digit = digitOf(digits);
  const named = `\\b(?:${press})(?: (?:${at}))? (?:${key}) ${digit}`;
  return `${named}|\\b(?:${press}) (?:(?:${at}) ${digit}${endOr(before)}|${digit}${ON_PHONE})`;
};
/** By that word alone, at the very end of what is said. */
export const chosenToStop = ({ press, digits }: KeyWords): RegExp => new RegExp(`\\b(?:${press}) ${digitOf(digits)}$`);
