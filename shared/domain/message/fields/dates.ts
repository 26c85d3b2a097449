import { folded } from './folded.ts';

const WEEKDAY =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\\.?)';
const MONTH =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|(?:janv|jan|fevr|fev|feb|mar|avr|apr|juil|jul|jun|aug|sept|sep|oct|okt|nov|dec|dez)\\.?)';
const YEAR = '(?:19|20)\\d{2}';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:er|st|nd|rd|th|\\.|°|º)?';
const NUMERIC = `(?:${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[/.-](?:0?[1-9]|[12]\\d|3[01])(?:[/.-](?:${YEAR}|\\d{2})|\\.)?)`;
const WRITTEN = `(?:${DAY} (?:of |de )?${MONTH}(?:,? (?:de |del )?${YEAR})?|${MONTH} ${DAY}(?:,? ${YEAR})?|${MONTH} ${YEAR})`;
const BEFORE = '(?:le |the |on |am |el |il |op |den )?';
const ONE_DAY = `${BEFORE}(?:${WEEKDAY},? ${BEFORE})?(?:${NUMERIC}|${WRITTEN})`;

const HOUR =
  "(?:(?:[01]?\\d|2[0-4]) ?(?:h|heures?|hrs?)(?: ?[0-5]\\d)?|(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?::[0-5]\\d)?(?: ?(?:h|hrs?|am|pm|a\\.m\\.|p\\.m\\.|uhr|uur))?|(?:0?\\d|1\\d|2[0-4]) ?(?:am|pm|a\\.m\\.|p\\.m\\.|uhr|uur|o'clock)|midi|minuit|noon|midnight)";
const BARE_HOUR = '(?:[01]?\\d|2[0-4])';
const ANY_HOUR = `(?:${HOUR}|${BARE_HOUR})`;
const FROM = '(?:de |des |from |von |ab |dalle |van |desde )?';
const UNTIL = '(?: ?- ?| a | to | bis | alle | tot | hasta )';
const BETWEEN = '(?:entre|between|zwischen|tra|tussen)';
const AND = '(?: et | and | und | y | e | en )';
const AT = '(?:a |vers |des |from |ab |at |um |gegen |om |a las |alle )?';
const HOURS = `(?:${AT}${HOUR}|${FROM}${HOUR}${UNTIL}${ANY_HOUR}|${FROM}${BARE_HOUR}${UNTIL}${HOUR}|${BETWEEN} ${ANY_HOUR}${AND}${ANY_HOUR})`;

const TIME = new RegExp(`^${HOURS}$`);
const INSTANT = new RegExp(
  `^${YEAR}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:z|[+-]\\d{2}:?\\d{2})?$`,
);
const DAYS = `(?:${ONE_DAY}|(?:du |from |vom |dal |del |van )?(?:${BEFORE}(?:${WEEKDAY} )?${DAY}|${ONE_DAY})(?: ?- ?| au | to | bis | al | tot )${ONE_DAY})`;
const DATE = new RegExp(`^${DAYS}(?:,? ${HOURS})?$`);

/** A day or several, with the hour or without, in the six languages of messages, or as ISO 8601 writes it. */
export const isDate = (value: string): boolean => {
  const read = folded(value, 80) ?? '';
  return DATE.test(read) || INSTANT.test(read);
};

/** An hour, or from one to another. */
export const isTime = (value: string): boolean => TIME.test(folded(value, 40) ?? '');
