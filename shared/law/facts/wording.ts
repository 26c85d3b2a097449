import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { WORDS_FOR } from '../readings/channel-words.ts';

/** Signs that a clause says no, in French and English: words of its own, whatever else it says. */
const SAYS_NO =
  /(?<![\p{L}\p{N}])(?:jamais|pas|ni|aucune?s?|sauf|except[ée]e?s?|hormis|hors|refuse|never|not|nor|no|except|without)(?![\p{L}\p{N}])|n['’]t(?![\p{L}\p{N}])/iu;
/** Right before the words: "sans SMS", "non par SMS". Further away it may speak of something else: "sans engagement". */
const WITHOUT = /(?<![\p{L}\p{N}])(?:sans|non)\s+(?:(?:par|via|les|vos|de)\s+|d['’])?$/iu;
/** Right after the words, as a whole answer: "par SMS : non". */
const ANSWERED_NO = /^[\s:,]*(?:jamais|non|never|no)(?: merci)?\s*(?:[.;:,!?)(☐•\n]|$)/iu;
/** Where a clause begins; of a list of means, the second belongs to the clause of the first. */
const CLAUSE_ENDS = /[.;:!?()☐☑•\n,]|(?<![\p{L}\p{N}])(?:mais|but)(?![\p{L}\p{N}])/giu;
/** One means of a list, without the space around it. */
const LIST_ITEM = /^(?:(?:et|ou|and|or)\s+)?(?:(?:par|via|by)\s+)?[\p{L}\p{N}-]{0,20}$/iu;

/** The clause of an occurrence at `from`, up to it; a list of means goes back to where it began. */
const clauseBefore = (wording: string, from: number): string => {
  let until = from;
  for (const end of [...wording.slice(0, from).matchAll(CLAUSE_ENDS)].reverse()) {
    const start = end.index + end[0].length;
    if (end[0] !== ',' || !LIST_ITEM.test(wording.slice(start, until).trim())) return wording.slice(start, from);
    until = end.index;
  }
  return wording.slice(0, from);
};

const isDenied = (wording: string, words: string, from: number): boolean => {
  const clause = clauseBefore(wording, from);
  return SAYS_NO.test(clause) || WITHOUT.test(clause) || ANSWERED_NO.test(wording.slice(from + words.length));
};

/**
 * Quoted words that hold a clause or more can deny the channel themselves: "par courriel mais jamais par SMS". The channel is
 * named in them, at least once where the clause does not say no; words without any of its names say no nowhere.
 */
const areFreeOfDenial = (wording: string, words: string, from: number, channel: Channel): boolean => {
  const named = [...words.matchAll(WORDS_FOR[channel])];
  if (named.length === 0) return !SAYS_NO.test(words);
  return named.some(({ 0: name, index }) => !isDenied(wording, name, from + index));
};

/**
 * The words occur in the wording, at least once where no clause before or in them denies the channel: "jamais par SMS"
 * carries no text message (D9). Words are signs; what they miss is seen by the human who approves the form.
 */
export const carries = (wording: string, { words, channel }: FormVersion['channels'][number]): boolean => {
  for (let from = wording.indexOf(words); from >= 0; from = wording.indexOf(words, from + 1))
    if (!isDenied(wording, words, from) && areFreeOfDenial(wording, words, from, channel)) return true;
  return false;
};
