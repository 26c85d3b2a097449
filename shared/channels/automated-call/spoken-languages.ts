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

/** A digit by itself, that is no part of a number. */
const DIGIT = '\\d(?![ .-]?\\d)';
interface KeyWords {
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
/**
 * A key by its name, whatever follows; else a digit at the end of what is said, or before what it is for: "Wählen Sie die 2 besten
 * Weine" names none.
 */
const keyOf = ({ press, at, key, digits, before }: KeyWords): RegExp => {
  const pressed = `\\b(?:${press})(?: (?:${at}|${key}))*`;
  const digit = `(?:${DIGIT}|[*#]|(?:${digits})\\b)`;
  return new RegExp(`${pressed} (?:${key}) ${digit}|${pressed} ${digit}(?=\\s*(?:$|[,.;:!?]|(?:${before})\\b))`);
};

const CALLED = '(?:r?appele|contacte|demarche|sollicite)e?s?\\b';
const NAMES = 'zero|deux|trois|quatre|cinq|six|sept|huit|neuf|two|three|four|five|seven|eight|nine';
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
    '\\b(?:tape[rz]|appuye[rz]|presse[rz]|compose[rz]|faites|touche|press|hit)' +
      '(?: (?:sur|la|le|the|touche|chiffre|key|number))*' +
      ` (?:${DIGIT}|[*#]|(?:${NAMES}|etoile|diese|star|pound|hash)\\b|(?:un|one)$)`,
  ),
  shortNumber: /\b(?:appele[rz]|compose[rz]|faites|call|dial)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('et|ou|and|or'),
};

const GERMAN: SpokenLanguage = {
  stopping: new RegExp(
    [
      '\\b(?:nicht|nie) (?:\\w+ ){0,2}mehr (?:\\w+ ){0,3}(?:angerufen|kontaktiert)\\b',
      '\\bkeine (?:\\w+ ){0,2}(?:werbe)?(?:anrufe|werbung) (?:\\w+ ){0,2}mehr\\b|\\bkeine weiteren (?:werbe)?anrufe\\b',
      '\\bwiderspr(?:echen|uch)\\b|\\babzu(?:melden|bestellen)\\b|\\babbestell|\\babmeld(?:en|ung)\\b',
    ].join('|'),
  ),
  forSomething: /\b(?:um|fur|wenn|falls|zum|zur)\b/,
  key: keyOf({
    press: '(?:druck|tipp|wahl)(?:en|e|t)(?: sie)?(?: (?:bitte|einfach))?',
    at: 'auf|die',
    key: 'taste|ziffer',
    digits: 'null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|sterntaste|stern|rautetaste|raute',
    before: 'um|wenn|falls|fur|zum|zur',
  }),
  shortNumber: /\b(?:ruf(?:en|e|t)|wahl(?:en|e|t))\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('und|oder', 'um|wenn|falls'),
};

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
  key: keyOf({
    press: '(?:puls|presion|marc|marqu)(?:e|a|ar)',
    at: 'el|la|en',
    key: 'tecla|numero',
    digits: 'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|asterisco|almohadilla',
    before: 'para|si',
  }),
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
  key: keyOf({
    press: 'prem(?:a|i|ere)|digit(?:i|a|are)|schiacci(?:are)?',
    at: 'il|lo|la|sul|su',
    key: 'tasto|numero|cifra',
    digits: 'zero|uno|due|tre|quattro|cinque|sei|sette|otto|nove|asterisco|cancelletto',
    before: 'per|se',
  }),
  shortNumber: /\b(?:chiami|chiama|chiamare|telefoni|telefonare|componga|comporre)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('e|o|oppure'),
};

const DUTCH: SpokenLanguage = {
  stopping: new RegExp(
    [
      '\\bniet (?:\\w+ ){0,2}meer (?:\\w+ ){0,3}(?:gebeld|benaderd|gecontacteerd)\\b',
      '\\bgeen (?:\\w+ ){0,2}(?:oproepen|telefoontjes|belletjes|reclame) (?:\\w+ ){0,2}meer\\b',
      '\\bgeen (?:oproepen|telefoontjes|belletjes|reclame) meer\\b',
      '\\b(?:af te melden|afmeld\\w*|uit te schrijven|uitschrijv\\w*|bezwaar)\\b',
    ].join('|'),
  ),
  forSomething: /\b(?:om|als|voor|indien|wilt)\b/,
  key: keyOf({
    press: '(?:druk|toets|kies)t?(?: u)?(?: dan)?',
    at: 'op|de|het|een',
    key: 'toets|cijfer',
    digits: 'nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|sterretje|hekje',
    before: 'om|als|indien|voor',
  }),
  shortNumber: /\b(?:bel|belt)\b\D{0,20}\b(\d{4})(?![ .-]?\d)/,
  pause: pauseAt('en|of', 'om|als|indien'),
};

/** Every language that a spoken text is read in. */
export const SPOKEN_LANGUAGES: readonly SpokenLanguage[] = [FRENCH_AND_ENGLISH, GERMAN, SPANISH, ITALIAN, DUTCH];
