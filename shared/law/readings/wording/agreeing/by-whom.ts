import type { ReadWording } from '../denied.ts';
import { anyOf, has, marked, pattern, SENTENCE_SIGNS, sentenceAt } from '../names.ts';
import { readOnce } from '../read-once.ts';

const NEAR =
  '(?:ami(?:e|s|es)?|enfants?|fils|fille|conjointe?|mari|femme|époux|épouse|parents?|mère|père|frère|sœur|collègues?|proches?|filleule?s?|friends?|child(?:ren)?|son|daughter|husband|wife|spouse|partner|mother|father|colleagues?)';
const THEIR = '(?:mon|ma|mes|my|notre|our)';
/** Somebody else agrees: "mon ami accepte de recevoir", "j’ai l’accord de mon ami". */
const ANOTHER = anyOf([
  `${THEIR}\\s+${NEAR}\\s+(?:(?:veu(?:t|lent)|consent(?!\\s+to)|accept|souhait|désir|autoris|agree|want|wish|would\\s+like|sont\\s+d[’']accord|est\\s+d[’']accord)\\p{L}*)`,
  `j[’']ai\\s+l[’']accord\\s+de\\s+${THEIR}\\s+${NEAR}|i\\s+have\\s+${THEIR}\\s+${NEAR}(?:[’']s)?\\s+(?:consent|permission|agreement)`,
  `accord\\s+de\\s+${THEIR}\\s+${NEAR}[^.;!?\\n]{0,20}?(?<!\\p{L})lui`,
]);
const anotherAgrees = readOnce((sentence) => has(sentence, ANOTHER));
/** What the person says is agreed to by somebody else, who alone can (GDPR, art. 4, 11; L. 34-5, al. 2): a human is asked. Signs, in French and English. */
export const isAgreedByAnother = ({ refusing }: ReadWording, from: number, to: number): boolean =>
  anotherAgrees(refusing) &&
  anotherAgrees(sentenceAt(refusing, from, to, SENTENCE_SIGNS).join(refusing.slice(from, to)));

const SENTENCE_ENDS_OR_BOXES = /[.!?;\n☐☑]/u;
const A_MACHINE =
  '(?:automat\\p{L}*|robots?|robo-?calls?|pr[ée]-?enregistr\\p{L}*|pre-?recorded|serveurs?\\s+voca\\p{L}+)';
const MACHINE = anyOf([A_MACHINE]);
/** No machine calls: "par téléphone (sans automate)". */
const NOT = '(?:sans|pas|jamais|aucune?|hors|ni|non|z[ée]ro|refus\\p{L}*|not?|never|without)';
const NO_MACHINE = anyOf([`${NOT}[\\s-]+(?:[\\p{L}’']+\\s+){0,3}?(?:[dl][’'])?${A_MACHINE}`]);
/** The same, and nothing else in its sentence: "Pas d’automate." */
const NO_MACHINE_ALONE = pattern(
  `^[\\s,:()«»_–-]*${NOT}[\\s-]+(?:[\\p{L}]{1,3}\\s+)?(?:messages?\\s+)?(?:[dl][’'])?${A_MACHINE}[\\s,:()«»_–-]*$`,
);
/** Who calls is somebody: an adviser, who sells. */
const SOMEBODY = anyOf([
  "(?:une?|vos|nos|votre|an?|your|our)\\s+(?:(?:de\\s+vos|de\\s+nos|sales|of\\s+(?:your|our))\\s+)?(?:conseill(?:er|ère)s?|vendeu(?:r|se)s?|télé(?:vend|prosp|op)\\p{L}+|commercia(?:l(?=\\s+(?:m[’']|vous|peut))|ux)|collaborat\\p{L}+|advis[eo]rs?|agents?)",
]);

/** It speaks of calls, or of whom one is reached by. */
const OF_CALLS = anyOf([
  'r?appel\\p{L}*|n[’' +
    "'" +
    ']appel\\p{L}*|télé\\p{L}*|contact\\p{L}*|sollicit\\p{L}*|démarch\\p{L}*|phone\\p{L}*|calls?|calling|ring|robo-?calls?|voix|voca\\p{L}+|voice',
]);
/** The same, of a machine that speaks, and not of what is decided or sent by itself: "aucune décision automatisée". */
const NO_SUCH_MACHINE = anyOf([
  `${NOT}[\\s-]+(?:[\\p{L}’']+\\s+){0,3}?(?:[dl][’'])?(?:automates?|robots?|robo-?calls?|pr[ée]-?enregistr\\p{L}*|pre-?recorded|serveurs?\\s+voca\\p{L}+|(?:systèmes?|machines?|messages?|systems?)\\s+automat\\p{L}*|automated\\s+systems?)`,
]);
/** Who somebody is, or what reads a page: "je ne suis pas un robot". */
const NO_CALLER = anyOf([
  "(?:suis|êtes|sommes|être|am|are|be)\\s+(?:pas\\s+|not\\s+)?(?:une?|des|an?)\\s+robots?|robots?\\s+(?:n[’'](?:index|accèd|li)\\p{L}*|d[’']indexation)",
]);
const leavesMachinesOut = (sentence: string): boolean =>
  has(sentence, NO_MACHINE) &&
  (has(sentence, OF_CALLS) || has(sentence, NO_MACHINE_ALONE) || has(marked(sentence, NO_CALLER), NO_SUCH_MACHINE));

/** The call at these places is named by no machine, and the wording leaves machines out of calls. */
export const isOfNoMachine = ({ text }: ReadWording, from: number, to: number): boolean => {
  if (has(text.slice(from, to), MACHINE) || !has(text, NO_MACHINE)) return false;
  return text.split(SENTENCE_ENDS_OR_BOXES).some(leavesMachinesOut);
};
/** The same, and somebody is said to call: whether a machine may is for a human to say (L. 34-5, al. 1: "par ce moyen"). */
export const isOfSomebody = ({ text }: ReadWording, from: number, to: number): boolean => {
  const sentence = sentenceAt(text, from, to, SENTENCE_SIGNS).join(text.slice(from, to));
  return has(sentence, SOMEBODY) && !has(sentence, MACHINE);
};
