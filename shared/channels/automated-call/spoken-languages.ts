import { chosenKey, chosenToStop, DIGIT, digitOf, endOr, type KeyWords, keyOf, ON_PHONE } from './key-words.ts';

/**
 * How a spoken text says to stop, by language, as folded words (`fold`). Narrow, since offers are made "non-stop" as well: what is
 * not found is refused, or asked of a human. French and English share one, so that a text that mixes them is read as one.
 */
export interface SpokenLanguage {
  /** Words by which a call speaks of stopping. */
  readonly stopping: RegExp;
  /** Words by which it says what something else is for. */
  readonly forSomething: RegExp;
  /** A key to press. */
  readonly key: RegExp;
  /** What is one only in a sentence that speaks of stopping: elsewhere it is an offer, "Wählen Sie drei, zahlen Sie zwei". */
  readonly keyToStop?: RegExp;
  /** A number of four digits to call. */
  readonly shortNumber: RegExp;
  /** A short pause within a sentence. Space and marks are read from their first character alone: however many there are, they are read once. */
  readonly pause: RegExp;
}

const LAST_MARK = '(?<![.!?])[.!?]+$';
/** A comma or the like, unless what follows it is a part of what was said; or one of these words. */
const pauseAt = (words: string, unlessBefore?: string): RegExp =>
  new RegExp(
    `(?<!\\s)\\s*[,;:]\\s+${unlessBefore === undefined ? '' : `(?!(?:${unlessBefore})\\b)`}|(?<!\\s)\\s+(?:${words})\\s+|${LAST_MARK}`,
  );

const CALLED = '(?:r?appele|contacte|demarche|sollicite)e?s?\\b';
const NAMES = 'zero|deux|trois|quatre|cinq|six|sept|huit|neuf|two|three|four|five|seven|eight|nine';
const PRESS = 'tape[rz]|appuye[rz]|presse[rz]|press|hit';
/** These make other things as well: "Faites deux heureux". */
const MAKE = 'compose[rz]|faites|touche';
const KEY_NAMES = '(?:etoile|diese|star|pound|hash)\\b';
const FRENCH_AT = '(?: (?:sur|la|le|the|touche|chiffre|key|number))*';
const FRENCH_DIGIT = `${DIGIT}|[*#]|${KEY_NAMES}|(?:${NAMES})\\b`;
const FRENCH_BEFORE = 'pour|afin|si|des|maintenant|et|to|for|if|now|and';
const FRENCH_AND_ENGLISH: SpokenLanguage = {
  stopping: new RegExp(
    [
      `\\bn(?:e |.)(?:\\w+ ){0,2}plus (?:\\w+ ){0,2}(?:recevoir|(?:etre )?(?:\\w+ )?${CALLED})`,
      `\\bne pas (?:recevoir|etre (?:\\w+ )?${CALLED})`,
      '\\boppos(?:er|ition)\\b|desabonn|desinscri|unsubscri|opt.?out',
      '\\b(?:refuser|arreter|cesser|bloquer|stop) (?:\\w+ ){0,2}(?:appels?|sollicitations?|messages?|calls?|calling)\\b',
      '\\bretir(?:er|e)e? (?:de|du) (?:\\w+ )?(?:listes?|fichiers?)\\b',
      '\\b(?:no longer|not) (?:w\\w+ to )?(?:receive|be (?:called|contacted))\\b',
    ].join('|'),
  ),
  forSomething: /\b(?:pour|afin|si|to|for|if)\b/,
  key: new RegExp(
    [
      `\\b(?:${PRESS})${FRENCH_AT} (?:${DIGIT}|[*#]|${KEY_NAMES}|(?:${NAMES})\\b${endOr(FRENCH_BEFORE)}|(?:un|one)(?:$|${ON_PHONE}))`,
      `\\b(?:${MAKE})${FRENCH_AT} (?:sur|la|le|touche|chiffre) (?:(?:${FRENCH_DIGIT})${endOr(FRENCH_BEFORE)}|un(?:$|${ON_PHONE}))`,
      `\\b(?:${MAKE}) (?:${DIGIT}|[*#])(?! pour (?:\\d|une?\\b|le prix))(?= (?:pour|afin|si)\\b)`,
      `\\b(?:${MAKE}) (?:${FRENCH_DIGIT})${ON_PHONE}`,
      `\\b(?:la touche|the key) (?:${FRENCH_DIGIT})`,
    ].join('|'),
  ),
  keyToStop: new RegExp(`\\b(?:${MAKE}) (?:${FRENCH_DIGIT})$`),
  shortNumber:
    /\b(?:appele[rz]|compose[rz]|telephone[rz]|joigne[rz]|joindre|contacte[rz]|faites|call|dial)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('et|ou|and|or'),
};

const GERMAN_ADVERBS = '(?:en|e|t)(?: sie)?(?: (?:bitte|einfach|jetzt|nun|dann|gleich))*';
const GERMAN_KEY: KeyWords = {
  press: `(?:druck|tipp)${GERMAN_ADVERBS}`,
  at: 'auf|die',
  key: 'taste|ziffer',
  digits: 'null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|sterntaste|stern|rautetaste|raute',
  before: 'um|wenn|falls|fur(?! den preis)|zum(?! preis)|zur',
};
const GERMAN_CHOICE: KeyWords = { ...GERMAN_KEY, press: `wahl${GERMAN_ADVERBS}` };

const GERMAN: SpokenLanguage = {
  stopping: new RegExp(
    [
      '\\b(?:nicht|nie) (?:\\w+ ){0,2}mehr (?:\\w+ ){0,3}(?:angerufen|kontaktiert)\\b',
      '\\bkeine (?:\\w+ ){0,2}(?:werbe)?(?:anrufe|werbung) (?:\\w+ ){0,2}mehr\\b|\\bkeine weiteren (?:werbe)?anrufe\\b',
      '\\bwiderspr(?:echen|uch)\\b|\\babzu(?:melden|bestellen)\\b|\\babbestell|\\babmeld(?:en|ung)\\b',
    ].join('|'),
  ),
  forSomething: /\b(?:um|fur|wenn|falls|zum|zur)\b/,
  key: new RegExp(`${keyOf(GERMAN_KEY)}|${chosenKey(GERMAN_CHOICE)}`),
  keyToStop: chosenToStop(GERMAN_CHOICE),
  shortNumber: /\b(?:ruf(?:en|e|t)|wahl(?:en|e|t))\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('und|oder', 'um|wenn|falls'),
};

const SPANISH_KEY: KeyWords = {
  press: '(?:puls|presion)(?:e|a|ar)',
  at: 'el|la|en',
  key: 'tecla|numero',
  digits: 'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|asterisco|almohadilla',
  before: 'para|si',
};
/** "La marca número 1" and "la marque 1" speak of a brand. */
const NO_BRAND =
  '(?<!\\b(?:la|una|de|su|tu|mi|nuestra|esta|primera|une|cette|notre|votre|sa|ma|les|des|il|le|per|una|nostra) )';
const SPANISH_DIALLED: KeyWords = {
  ...SPANISH_KEY,
  press: `${NO_BRAND}(?:marc|marqu)(?:e|a|ar)`,
  key: 'tecla(?: numero)?',
};
const SPANISH_NUMBER = `\\b${NO_BRAND}(?:marc|marqu)(?:e|a|ar) el numero ${digitOf(SPANISH_KEY.digits)}${endOr(SPANISH_KEY.before)}`;

const SPANISH: SpokenLanguage = {
  stopping: new RegExp(
    [
      '\\bno (?:\\w+ ){0,2}recibir (?:mas|nuevas)\\b|\\bno volver a (?:recibir|ser)\\b',
      '\\bno (?:\\w+ ){0,2}que (?:le|lo|la|te) (?:volvamos a (?:llamar|contactar)|llamemos|contactemos)\\b',
      '\\bno ser (?:llamad|contactad)[oa]s? mas\\b|\\bdejar de (?:recibir|ser)\\b',
      '\\bdar(?:se|me|te)? de baja\\b|\\boponer(?:se|me|te)\\b|\\boposicion\\b',
    ].join('|'),
  ),
  forSomething: /\b(?:para|si)\b/,
  key: new RegExp(`${keyOf(SPANISH_KEY)}|${keyOf(SPANISH_DIALLED)}|${SPANISH_NUMBER}`),
  shortNumber: /\b(?:llame|llama|llamar|marque|marca|marcar)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('y|o'),
};

const ITALIAN: SpokenLanguage = {
  stopping: new RegExp(
    [
      '\\bnon (?:\\w+ ){0,2}(?:ricevere|essere|esser) (?:piu|altre|ulteriori)\\b',
      '\\bnon (?:\\w+ ){0,2}piu (?:\\w+ ){0,2}(?:ricevere|essere (?:chiamat|contattat)[oa]|chiamat[oa]|contattat[oa])\\b',
      '\\boppo(?:rsi|sizione)\\b|\\bdisiscri|\\bdisdire (?:\\w+ ){0,2}(?:chiamate|telefonate)\\b',
    ].join('|'),
  ),
  forSomething: /\b(?:per|se)\b/,
  key: new RegExp(
    keyOf({
      press: 'prem(?:a|i|ere)|digit(?:i|a|are)|schiacci(?:are)?',
      at: 'il|lo|la|sul|su',
      key: 'tasto|numero|cifra',
      digits: 'zero|uno|due|tre|quattro|cinque|sei|sette|otto|nove|asterisco|cancelletto',
      before: 'per|se',
    }),
  ),
  shortNumber: /\b(?:chiami|chiama|chiamare|telefoni|telefonare|componga|comporre)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('e|o|oppure'),
};

const DUTCH_KEY: KeyWords = {
  press: '(?:druk|toets)t?(?: u)?(?: (?:dan|nu|gewoon))*',
  at: 'op|de|het|een',
  key: 'toets|cijfer',
  digits: 'nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|sterretje|hekje',
  before: 'om|als|indien|voor(?! de prijs)',
};
const DUTCH_CHOICE: KeyWords = { ...DUTCH_KEY, press: 'kiest?(?: u)?(?: (?:dan|nu|gewoon))*', at: 'de|het' };

const DUTCH: SpokenLanguage = {
  stopping: new RegExp(
    [
      '\\bniet (?:\\w+ ){0,2}(?:meer|langer) (?:\\w+ ){0,3}(?:gebeld|benaderd|gecontacteerd)\\b',
      '\\bgeen (?:\\w+ ){0,2}(?:oproepen|telefoontjes|belletjes|reclame) (?:\\w+ ){0,2}meer\\b',
      '\\bgeen (?:oproepen|telefoontjes|belletjes|reclame) meer\\b',
      '\\b(?:af te melden|afmeld\\w*|uit te schrijven|uitschrijv\\w*|bezwaar)\\b',
    ].join('|'),
  ),
  forSomething: /\b(?:om|als|voor|indien|wilt)\b/,
  key: new RegExp(`${keyOf(DUTCH_KEY)}|${chosenKey(DUTCH_CHOICE)}`),
  keyToStop: chosenToStop(DUTCH_CHOICE),
  shortNumber: /\b(?:bel|belt)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('en|of', 'om|als|indien'),
};

/** Every language that a spoken text is read in. */
export const SPOKEN_LANGUAGES: readonly SpokenLanguage[] = [FRENCH_AND_ENGLISH, GERMAN, SPANISH, ITALIAN, DUTCH];
