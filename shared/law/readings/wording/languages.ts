import { wordsOf } from '#shared/domain/message/signs/language.ts';

/** Small words of the languages in which wordings are read, and words that stand in most wordings. */
const READ = {
  fr: 'je j de des du vos nos par les la le et à vous votre offres recevoir être pour un une au aux mes mon ma sur que qui ne oui non pas dans en l d m avec se ce cette plus sans me',
  en: 'i to by the and of you your offers me from my for with be yes not no it this is are am only in on an or we a as',
  de: 'ich und per der die das zu von mit mir sie ihre angebote werbung zum nicht ja möchte über bin den ein keine kein da',
  es: 'de por la el los las y que en recibir ofertas sus con acepto no mi para una correo quiero deseo sí al del a me sin pero solo ni',
  it: 'di e il la le via che per ricevere offerte con non del dei gli desidero accetto dalla sì mi una ma alle a da dai senza né',
  nl: 'ik en de het van per met voor wil aanbiedingen u uw niet mij ontvangen graag ja geen op een als maar wel me',
} as const;
export type ReadLanguage = keyof typeof READ;

/** The same of languages that are not read, so that a text in one of them is not taken for its neighbour. */
const UNREAD: readonly string[] = [
  'não você receber ofertas aceito por as os suas da do meu em com uma ou vossas quero nas na sim de a sem mas nem só apenas exceto enviar me',
  'vull rebre ofertes per les amb accepto els i que no del vostres',
  'și de prin sunt acord oferte să nu primesc cu pe la dori vreau mă',
  'nie na się i przez oraz moje z w chcę zgadzam wyrażam zgodę oferty drogą tak o od',
  'a na souhlasím s se nabídky přes se zasíláním že nechci ano po pro so súhlasím',
  'jag och att på från godkänner erbjudanden inte via vill ha av till med era',
  'jeg og at på fra tilbud ikke accepterer godtar vil ha få via til med jeres',
  'haluan ja en tarjouksia hyväksyn sähköpostitse kyllä saada tekstiviestillä',
  'a az és hogy nem elfogadom ajánlatok kérek szeretnék igen hozzájárulok',
  've ile bir için kabul ediyorum istiyorum hayır evet teklifleri',
];

const LANGUAGES = Object.keys(READ) as readonly ReadLanguage[];
const READ_WORDS = LANGUAGES.map((language) => ({ language, words: new Set(wordsOf(READ[language])) }));
const UNREAD_WORDS = UNREAD.map((words) => new Set(wordsOf(words)));

/** A text of fewer words may hold no small one. */
const SHORTEST_TEXT = 6;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}{3}/u;

/**
 * The language of a wording, by its most common words; `undefined`: it is none of those that are read, so that what it denies
 * is not known. `declared` is what the form says of it: two letters.
 */
export const languageOfWording = (wording: string, declared: string): ReadLanguage | undefined => {
  const said = LANGUAGES.find((language) => language === declared);
  if (said === undefined) return undefined;
  // The first letter of "e-mail" is no word: in Italian it would be "and".
  const found =
    wording
      .toLowerCase()
      .replaceAll(/\be-(?=mail)/g, '')
      .match(/\p{L}+/gu) ?? [];
  const hits = (words: ReadonlySet<string>): number => found.filter((word) => words.has(word)).length;
  const unread = Math.max(...UNREAD_WORDS.map(hits));
  const counted = READ_WORDS.map(({ language, words }) => ({ language, count: hits(words) }));
  const best = counted.reduce((most, each) => (each.count > most.count ? each : most));
  if (best.count < unread || (best.count === 0 && (found.length >= SHORTEST_TEXT || NOT_LATIN.test(wording))))
    return undefined;
  return best.count === 0 ? said : best.language;
};
