import { anyNameIn, anyOf, has, pattern, SENTENCE_SIGNS, since, until } from './names.ts';
import { ANY, DOES_NOT_WANT, REFUSAL, REFUSES } from './refusals.ts';
import { AGREES, few } from './signs.ts';

/** A box of whatever shape is one sign afterwards; what is ticked is recorded by the act (D9). */
export const withPlainBoxes = (text: string): string =>
  text.replace(/[□○◯●▢◻☒❏❑⬜]|\[[ x]?\]|\( \)/gu, (found) => '☐'.padEnd(found.length));

const YES =
  "(?:j['’](?:accepte|autorise)|je\\s+(?:souhaite|consens|veux)|oui|yes|I\\s+(?:agree|accept|consent)|ja|ich\\s+(?:stimme\\s+zu|willige\\s+ein)|sí|acepto|sì|acconsento|accetto|presto\\s+il\\s+consenso|ik\\s+ga\\s+akkoord)";
const NO =
  "(?:je\\s+(?:refuse|n(?:['’]|e\\s+)\\p{L}+\\s+pas)|non?\\s+(?:acconsento|accetto|acepto|consiento)|nego\\s+il\\s+consenso|I\\s+do(?:n['’]t|\\s+not)\\s+(?:agree|accept|consent)|I\\s+(?:decline|refuse))";
/** The second of two choices on one thing: "☐ J’accepte ☐ Je refuse de recevoir …". */
export const OTHER_CHOICE = pattern(
  `(?<=[☐☑]\\s*${YES}\\s*(?:[/,;]\\s*|(?:ou|or|oder|o|of)\\s+)?)[☐☑]\\s*${NO}(?![\\p{L}])`,
);

/** One agrees to these by any order, and to no offers. */
const TERMS =
  '(?:cg[vu]s?|conditions|mentions|politique|terms|policy|agb|nutzungsbedingungen|datenschutz\\p{L}*|términos|condiciones|política|termini|condizioni|informativa|voorwaarden)';
export const AGREES_TO_TERMS = anyOf([
  `(?:(?:j['’]|vous\\s+)accepte[sz]?|I\\s+(?:agree|accept|consent)|ich\\s+(?:akzeptiere|stimme|willige)|acepto|accetto|ik\\s+(?:ga|accepteer))\\s+${few(5)}${TERMS}`,
]);
/** The seller says that the customer agrees, who did nothing for it. */
export const SAID_TO_AGREE = /vous\s+acceptez(?!-vous)/g;

const TICK =
  '(?:d[ée])?coch\\p{L}+|(?:un)?tick(?:ing)?|check\\s+(?:this|the|here)|ankreuzen|kreuzen|marque|marcar?|spunt\\p{L}+|barr(?:i|are)|aanvinken|vink|kruis';
const TO = "pour|si|afin\\s+d[e’']|to|if|um|wenn|falls|para|per|se|om|als";
const A_NO = "ne|n['’]\\p{L}+|pas|plus|not|nicht|keine?\\p{L}*|no|non|niet|geen|do\\s+not|don['’]t";
const FEW_PLAIN = '(?:\\s+[^\\s,.;:!?]+)';
const UNASKED = "par\\s+défaut|d[’']office|automati(?:que(?:ment)?|cally)|by\\s+default";
const ENTERED = '(?:inscri|abonn|subscrib|enrol)\\p{L}*';
/** A box that is ticked to refuse, or words of refusal that ask to tick it. */
export const TICKED_TO_REFUSE = anyOf([
  `(?:${TICK})${FEW_PLAIN}{0,4}?,?\\s+(?:${TO})${FEW_PLAIN}{0,4}?\\s+(?:${A_NO}|${REFUSES.join('|')})`,
  "(?:sauf|à\\s+défaut\\s+d[’']|sans)\\s*(?:opposition|refus|avis\\s+contraire|mention\\s+contraire)",
  `(?:sauf\\s+si|à\\s+moins\\s+(?:que|de))${ANY}{0,40}?(?:coch\\p{L}+|oppos\\p{L}+|refus\\p{L}*|avis\\s+contraire|dites)`,
  `refus\\p{L}*\\s${ANY}{0,20}?en\\s+cochant`,
  'à\\s+défaut\\s+de\\s+cocher',
  `laiss\\p{L}+\\s${ANY}{0,20}?case\\s+(?:vide|vierge|blanche|non\\s+coch\\p{L}+|décochée)`,
  'sans\\s+(?:réponse|nouvelles?|retour|réaction)\\s+de\\s+votre\\s+part',
  '(?:votre|le)\\s+silence\\s+(?:vaut|vaudra|signifie|équivaut)(?!\\s+(?:refus|à\\s+un\\s+refus|opposition))',
  `(?:pour|to|um|para|per|om)\\s${ANY}{0,20}?(?:${[...REFUSES, ...DOES_NOT_WANT].join('|')})${ANY}{0,40}?(?:${TICK})`,
  "(?:don['’]t|do\\s+not)\\s+want\\s+(?:them|it|this|these|any)\\s*\\?\\s*(?:please\\s+)?tick",
  `(?:${UNASKED})[^.;!?\\n☐☑]{0,30}?\\s${ENTERED}|${ENTERED}[^.;!?\\n☐☑]{0,60}?\\s(?:${UNASKED})`,
  'unless\\s+you\\s+(?:tick|check|object|tell|opt|say)',
  '(?:sofern|wenn)\\s+sie\\s+(?:dem\\s+)?nicht\\s+widersprechen',
  'salvo\\s+(?:que\\s+|su\\s+)?(?:oposición|opposizione|se\\s+oponga|diverso\\s+avviso)',
  'tenzij\\s+u',
  `(?:si|if|wenn|falls|se|als)\\s${ANY}{0,80}?(?:${[...REFUSES, ...DOES_NOT_WANT].join('|')})${ANY}{0,60}?(?<!(?:ne|not|nicht|no|non)\\s)(?:${TICK})`,
]);

const SIGN = /[☐☑]/u;
/** The one box of a form refuses: "Nous utiliserons votre e-mail … ☐ Je m’y oppose". */
export const hasOnlyBoxToRefuse = (text: string): boolean => {
  if (text.split(SIGN).length !== 2) return false;
  const label = until(since(text, SIGN), SENTENCE_SIGNS).trim() || since(until(text, SIGN).trim(), SENTENCE_SIGNS);
  if (/^(?:non|no|nein|nee),? (?:merci|thanks|thank you|danke|gracias|grazie|bedankt)/.test(label)) return true;
  return has(label, REFUSAL) && !has(label, AGREES) && !anyNameIn(label);
};
