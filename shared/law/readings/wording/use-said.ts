import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { isDeniedAt, type ReadWording, readWording } from './denied.ts';
import { languageOfWording } from './languages.ts';
import { anyOf, has, lowered, SENTENCE_SIGNS, sentenceAt } from './names.ts';
import { OF_RIGHTS, REFUSAL } from './refusals.ts';
import { sensitiveWordsOf } from './sensitive-words.ts';
import { offers } from './service-alone.ts';
import { AGREES, CONTRAST } from './signs.ts';

/** Why the words that a form quotes for a use do not name it. */
type UseFault = 'words-name-nothing' | 'denied' | 'language';
/** The same, or a category without words. */
export type UseLack = UseFault | 'former-category';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Small letters without accents, each at its place. */
const bare = (text: string): string =>
  [...lowered(text)]
    .map((sign) => {
      const plain = sign.normalize('NFD').replace(/\p{M}/gu, '');
      return plain.length === sign.length ? plain : sign;
    })
    .join('');

const isOfAWord = (sign = ''): boolean => /[\p{L}\d]/u.test(sign);
/** One word that is a name is one where it is written as one: "Santé" is a shop, "ma santé" is not. */
const isWrittenAsName = (written: string, name: string): boolean =>
  /\s/.test(name) || lowered(name) === name || lowered(written) !== written;

/** Where whole names are: each from its first to its last letter. */
const namesIn = (text: string, names: readonly string[]): readonly Place[] => {
  const within = bare(text);
  return names.flatMap((given) => {
    const name = given.normalize('NFC').trim();
    const places: Place[] = [];
    for (let from = within.indexOf(bare(name)); name !== '' && from >= 0; from = within.indexOf(bare(name), from + 1)) {
      const to = from + name.length;
      const isWhole = !isOfAWord(within[from - 1]) && !isOfAWord(within[to]);
      if (isWhole && isWrittenAsName(text.slice(from, to), name)) places.push({ from, to });
    }
    return places;
  });
};

/** What somebody agrees to or is sent: a denial up to here is of the offers; what follows says what they are about. */
const OF_OFFERS = anyOf([
  'offres?',
  '(?:promotion|communication|message|information|publicité|actualité|conseil)s?',
  '(?:accepte|autorise|souhaite|veux|désire|consens|(?:recevoir|être)(?=\\s+d))(?:\\s+(?:pas|plus|jamais|aucune?))?',
  ...['offers?', 'deals?', '(?:advertis|message|promotion)\\p{L}*', '(?:want|wish|agree|accept|consent)(?:\\s+not)?'],
  ...['angebote?n?', 'werbung', '(?:möchte|will|willige|stimme|wünsche)(?:\\s+(?:nicht|kein\\p{L}*))?'],
  ...['ofertas?', 'publicidad', '(?:acepto|deseo|quiero|autorizo)', 'offert[ae]', 'pubblicità'],
  ...[
    '(?:accetto|desidero|voglio|vorrei|acconsento)',
    'aanbiedingen',
    'reclame',
    '(?:wil|ga|geef|wens)(?:\\s+(?:niet|geen))?',
  ],
]);
/** What ends a sentence with a verb, and may deny all that was named before it: "nicht erhalten", "je les refuse". */
const AT_THE_END = anyOf([
  '(?:nicht|niet|kein\\p{L}*|geen)\\s+(?:\\p{L}+\\s+)?(?:erhalten|bekommen|haben|zu|empfangen|ontvangen|krijgen|hebben)',
  "ne\\s+m['’]intéress\\p{L}+\\s+(?:pas|plus)",
]);

/**
 * Where denials of a quotation are looked for: outside of what it says that the offers are about. "Sans offres de" denies what follows it,
 * "offres sans" does not: before the offers, and behind them.
 */
const subjectsIn = ({ text }: ReadWording, quoted: Place, word: Place): readonly Place[] => {
  const lead = text.slice(quoted.from, word.from);
  const last = [...lead.matchAll(OF_OFFERS)].at(-1);
  const rest = text.slice(word.to, quoted.to);
  const goesOn = [AGREES, REFUSAL, AT_THE_END].some((signs) => has(rest, signs));
  const to = goesOn ? word.to : quoted.to;
  if (last === undefined) return [{ from: quoted.from, to }];
  const from = quoted.from + last.index;
  return [
    { from, to },
    { from: from + last[0].length, to },
  ];
};

/** It only says what one may do later. */
const isOfRights = (text: string, { from, to }: Place): boolean => {
  const sentence = sentenceAt(text, from, to, SENTENCE_SIGNS).join(text.slice(from, to));
  return has(sentence, OF_RIGHTS) && !has(sentence, AGREES);
};

/** Somebody refuses that a datum is used, up to its name: "je refuse que …", "refus de l’usage de …". */
const REFUSES_A_USE = anyOf([
  "refus\\p{L}*|(?:[mts][’']y?\\s*|[ld][’'])?oppos\\p{L}*|interdi\\p{L}*|(?:ne|n[’'])\\s*(?:souhait|veu|accept|autoris|consen)\\p{L}*\\s+pas",
  "object|decline|(?:do\\s+not|don[’']t)\\s+(?:want|agree|consent|accept)",
  'widerspr\\p{L}*|untersag\\p{L}*|opongo|rechazo|oppongo|rifiuto|weiger|bezwaar',
]);
/** It is said not to be used, or to be kept out; "à rien d’autre" leaves a use. */
const NOT_USED = anyOf([
  "(?:(?:ne|n[’'])\\s*(?:s\\p{L}+|est)\\s+(?:pas|jamais|plus|nullement)\\s+(?:utilis|exploit|trait|employ)\\p{L}*|(?:ne|n[’'])\\s*(?:serv|utilis|exploit|trait)\\p{L}*\\s+(?:pas|jamais|plus|aucune?)|(?:est|ser(?:a|ont)|sont)\\s+(?:exclue?s?|interdite?s?)|(?:not|never)\\s+(?:be\\s+)?(?:used?|processed))(?![^.;!?\\n]{0,15}(?:autre|other))",
]);
/** It goes on with what an earlier sentence agreed to, or is the label of a box. */
const GOES_ON = anyOf(["[ei]ls|elles|celles|ceux|il\\s+s[’']agit|they|these|those|sie|ellas|esse|ze"]);

/** Its sentence refuses the use, or agrees to nothing: "nous ne traitons aucune donnée de santé", "hébergées chez un hébergeur agréé". */
const faultOfSentence = ({ text, refusing }: ReadWording, { from, to }: Place): UseFault | undefined => {
  const [lead, tail] = sentenceAt(refusing, from, to, SENTENCE_SIGNS);
  const refusal = [...lead.matchAll(REFUSES_A_USE)].at(-1);
  const since = refusal === undefined ? '' : lead.slice(refusal.index + refusal[0].length);
  if (refusal !== undefined && !has(since, AGREES) && !has(since, CONTRAST)) return 'denied';
  const sentence = `${lead}${text.slice(from, to)}${tail}`;
  if (!has(lead.split(CONTRAST).at(-1) ?? '', AGREES) && has(sentence, NOT_USED)) return 'denied';
  const isAsked =
    has(sentence, AGREES) ||
    offers(sentence) ||
    has(sentence, GOES_ON) ||
    /[☐☑]\s*$/u.test(text.slice(0, from - lead.length));
  return isAsked ? undefined : 'words-name-nothing';
};

/** What is around it denies it. */
const faultAround = (read: ReadWording, quoted: Place, word: Place): UseFault | undefined =>
  subjectsIn(read, quoted, word).some(({ from, to }) => isDeniedAt(read, from, to)) ? 'denied' : undefined;

/** Why one quotation does not name a use; `undefined` where it does. Pure. */
export const faultOfQuotation = (
  { wording, language }: FormVersion,
  quoted: string,
  names: readonly string[],
): UseFault | undefined => {
  const [text, words] = [wording.normalize('NFC'), quoted.normalize('NFC').trim()];
  const known = languageOfWording(text, language);
  if (known === undefined) return 'language';
  const read = readWording(text, known);
  const own = namesIn(text, names);
  const speaking = [...bare(text).matchAll(sensitiveWordsOf(known))]
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
    .filter(({ from, to }) => !own.some((name) => name.from <= from && to <= name.to))
    .filter((place) => !isOfRights(read.text, place));
  let fault: UseFault = 'words-name-nothing';
  for (let from = text.indexOf(words); words !== '' && from >= 0; from = text.indexOf(words, from + 1)) {
    const place = { from, to: from + words.length };
    const here = speaking.filter((word) => word.from >= place.from && word.to <= place.to);
    const faults = here.map((word) => faultOfSentence(read, word) ?? faultAround(read, place, word));
    if (here.length > 0 && faults.every((found) => found === undefined)) return undefined;
    if (faults.includes('denied')) fault = 'denied';
  }
  return fault;
};

/**
 * What a form lacks to name the use of a sensitive category outright (SENS-1; GDPR, art. 9(2)(a)); `undefined` where one quotation does: its
 * words occur in the wording, they speak of what art. 9 is about, beyond the names of the advertiser, and the wording does not deny them.
 * A language that is not read is unknown, which names nothing (D2). `unsaid`: the form says nothing of this category.
 */
export const useLack = (
  form: FormVersion,
  category: string,
  names: readonly string[],
): UseLack | 'unsaid' | undefined => {
  const quoted = (form.explicitWords ?? []).filter((each) => each.category === category);
  if (quoted.length === 0) return form.explicitFor?.includes(category) ? 'former-category' : 'unsaid';
  const faults = quoted.map(({ words }) => faultOfQuotation(form, words, names));
  return faults.includes(undefined) ? undefined : faults[0];
};

/** Whether the wording names the use of a sensitive category outright. No words: it does not. */
export const namesUse = (form: FormVersion, category: string, names: readonly string[]): boolean =>
  useLack(form, category, names) === undefined;
