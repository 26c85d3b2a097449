import {
  AGREES_TO_TERMS,
  hasOnlyBoxToRefuse,
  OTHER_CHOICE,
  SAID_TO_AGREE,
  TICKED_TO_REFUSE,
  withPlainBoxes,
} from './boxes.ts';
import type { ReadLanguage } from './languages.ts';
import { anyNameIn, anyOf, has, lowered, pattern, sentenceAt, since, until } from './names.ts';
import { isForAnotherUse } from './other-use.ts';
import { OF_RIGHTS, REFUSAL } from './refusals.ts';
import {
  AGREES,
  AND_AGREES,
  ANSWERED_NO,
  ANSWERED_YES,
  CONTRAST,
  EXCUSED,
  FOR_AN_ORDER,
  saysNoIn,
  WITHOUT,
} from './signs.ts';

/** As many places, so that whatever is found stays where it was. */
const blanked = (text: string, signs: RegExp): string => text.replace(signs, (found) => '_'.repeat(found.length));

/** A wording that was read once: what it says no with, and what it only informs of, are known. */
export interface ReadWording {
  /** Without what says "no" and denies nothing. */
  readonly text: string;
  /** The same, without what only informs of the right to refuse. */
  readonly refusing: string;
  readonly saysNo: RegExp;
  /** An act of it refuses: whoever does nothing agrees, which is no consent, but to what its sentence agrees to. */
  readonly isInverse: boolean;
  readonly isVerbLast: boolean;
}

/** Where a clause begins or ends; of a list of means, the second belongs to the clause of the first. */
export const CLAUSE_ENDS = pattern(
  '[.;:!?()☐☑•\\n,]|\\s[–—-]\\s|(?<![\\p{L}\\d])(?:mais|but|aber|sondern|pero|sino|bensì|maar)(?![\\p{L}\\d])|ma(?=\\s)(?<=,\\s{0,3}ma)',
);
/** One means of a list, without the space around it. */
const LIST_ITEM = pattern(
  '^(?:(?:et|ou|and|or|und|oder|y|o|e|en|of)\\s+)?(?:(?:par|via|by|per|por|mit|tramite)\\s+)?[\\p{L}\\d-]{0,20}$',
);
/** Where what is said of the first means ends and another begins, that is denied: "par e-mail et jamais par SMS". */
const AND_NOT = anyOf([
  '(?:et|and|und|y|e|en)\\s+(?:non|pas|jamais|not|never|no|nicht|kein\\p{L}*|niemals|nunca|mai|niet|geen|nooit)',
]);

/** What follows the last agreement that goes on from something else. */
export const sinceAgreed = (clause: string): string => since(clause, AND_AGREES);

/** The clause up to `from`; a list of means goes back to where it began. */
const clauseBefore = (text: string, from: number): string => {
  let until = from;
  for (const end of [...text.slice(0, from).matchAll(CLAUSE_ENDS)].reverse()) {
    const start = end.index + end[0].length;
    const isList = end[0] === ',' && has(text.slice(start, until).trim(), LIST_ITEM);
    if (!isList) return sinceAgreed(text.slice(start, from));
    until = end.index;
  }
  return sinceAgreed(text.slice(0, from));
};

const clauseAfter = (text: string, to: number): string => until(until(text.slice(to), CLAUSE_ENDS), AND_NOT);

/** Reads a wording for what it denies. */
export const readWording = (wording: string, language: ReadLanguage): ReadWording => {
  const text = blanked(blanked(withPlainBoxes(lowered(wording)), EXCUSED), OTHER_CHOICE);
  return {
    text,
    refusing: blanked(text, OF_RIGHTS),
    saysNo: saysNoIn(language),
    isInverse: has(text, TICKED_TO_REFUSE) || hasOnlyBoxToRefuse(text),
    isVerbLast: language === 'de' || language === 'nl',
  };
};

const SENTENCE_ENDS = /[.!;]|\?(?!\s*[☐☑])|(?<![:?,]\s{0,4})\n/u;
const BOX = /[☐☑]/u;

/** A refusal before it in the same sentence, that nothing agreed to since has ended. */
const isRefusedBefore = ({ refusing }: ReadWording, from: number): boolean => {
  const before = [...refusing.matchAll(REFUSAL)].filter(({ index }) => index < from).at(-1);
  if (before === undefined) return false;
  const between = refusing.slice(before.index + before[0].length, from);
  const lead = since(refusing.slice(0, before.index), SENTENCE_ENDS);
  const isAnotherBox = BOX.test(lead) && BOX.test(between);
  return (
    !SENTENCE_ENDS.test(between) &&
    !has(between, CONTRAST) &&
    !has(between, AGREES) &&
    !has(between, AND_AGREES) &&
    !isAnotherBox
  );
};

/** What follows in the sentence refuses it, where nothing agreed to it before: "les offres par mail, je m’y oppose". */
const isRefusedAfter = (read: ReadWording, from: number, to: number): boolean => {
  const rest = clauseAfter(read.text, to);
  const no = rest.search(read.saysNo);
  const deniesIt = no >= 0 && !anyNameIn(rest.slice(no));
  if (read.isVerbLast && (deniesIt || has(clauseAfter(read.refusing, to), REFUSAL))) return true;
  if (has(since(read.refusing.slice(0, from), SENTENCE_ENDS), AGREES)) return false;
  const after = until(read.refusing.slice(to), /[.!?;☐☑\n]/u);
  const refusal = after.search(REFUSAL);
  return deniesIt || (refusal >= 0 && !anyNameIn(after.slice(refusal)) && !has(after.slice(0, refusal), AGREES));
};

/** Where some act refuses, only what the sentence itself agrees to is agreed to; terms of sale are something else. */
const isLeftToSilence = ({ text, isInverse }: ReadWording, from: number, to: number): boolean => {
  if (!isInverse) return false;
  const sentence = sentenceAt(text, from, to, SENTENCE_ENDS).join(text.slice(from, to));
  const agreed = blanked(sentence, AGREES_TO_TERMS);
  return !has(/coch(?:ant|ez)/.test(sentence) ? agreed : blanked(agreed, SAID_TO_AGREE), AGREES);
};

/** What was asked is answered at its end: "les offres par e-mail de Maison Alba : non". */
const ANSWERED_NO_AT_END =
  /^((?:(?!\s[-–—]\s|\s(?:et|and|und)(?:\s+(?:je|i|ich)\s|\s*j[’'])|(?<!\p{L})mais\s)[^.,;:!?\n☐☑]){1,60}):\s*(?:non|no|nein|nee)(?:\s+(?:merci|thanks|danke|bedankt))?\s*(?:[.;!\n]|$)/u;
const isAnsweredNo = (after: string): boolean => {
  const between = ANSWERED_NO_AT_END.exec(after)?.[1];
  return has(after, ANSWERED_NO) || (between !== undefined && !anyNameIn(between));
};

/** What is at these places of the wording is denied or refused by it. */
export const isDeniedAt = (read: ReadWording, from: number, to: number): boolean => {
  const clause = clauseBefore(read.text, from);
  const after = read.text.slice(to);
  if (isLeftToSilence(read, from, to) || has(clause, read.saysNo) || has(clause, WITHOUT) || isAnsweredNo(after))
    return true;
  if (has(after, FOR_AN_ORDER) || isForAnotherUse(read.text, from, to)) return true;
  if (has(after, ANSWERED_YES)) return false;
  return isRefusedBefore(read, from) || isRefusedAfter(read, from, to);
};
