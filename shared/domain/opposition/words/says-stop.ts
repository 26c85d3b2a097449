import { DOUBTFUL, HEDGED, PLAIN, REMOVING_SOMETHING } from '../mail-reply/signs.ts';
import { asMeant } from './as-meant.ts';
import { LIMITED, OF_MESSAGES, OTHER_THINGS } from './beside.ts';
import { refusesByASign } from './by-a-sign.ts';
import { type Clause, has } from './clauses.ts';
import { refusesAll } from './everything.ts';
import { foldReply } from './fold-reply.ts';
import { saysNoMore } from './no-more.ts';
import { addsNothing, isOfMessages, withoutCourtesy } from './nothing-more.ts';
import { matchesOneOf, spaced } from './phrases.ts';
import { REFUSALS } from './refusals.ts';
import { saysNoAlone } from './says-not.ts';
import {
  ASKS_WHAT_IT_IS,
  BY_ITSELF,
  ELSEWHERE,
  ENDING,
  GOES_ON,
  KEYWORD,
  OFF_THE_LIST,
  REMOVING,
  STOPS,
  TAKEN_OFF,
  UNWANTED_OR_DONE,
} from './stops.ts';

/** Whoever says in thirty words that something shall end may mean something else. */
const WORDS_OF_A_PLAIN_CLAUSE = 30;
/** Behind the keyword that comes first: more words than these are a sentence, which may be of something else. */
const WORDS_BEHIND_THE_KEYWORD = 3;

const refuses = (words: string): boolean => matchesOneOf(REFUSALS, spaced(words)) || STOPS.test(words);

/** The keyword first, or behind what adds nothing, and behind it words of messages, a few of no other thing, or a refusal. */
export const saysTheKeyword = ({ words, asks }: Clause): boolean => {
  const each = withoutCourtesy(words).split(' ');
  const at = each.findIndex((word) => !addsNothing(word));
  if (at < 0 || !KEYWORD.test(each[at] ?? '') || GOES_ON.test(words) || ASKS_WHAT_IT_IS.test(words)) return false;
  const behind = each.slice(at + 1);
  if (behind.every(isOfMessages)) return true;
  const rest = behind.join(' ');
  if (asks || has(OTHER_THINGS, rest)) return false;
  return behind.length <= WORDS_BEHIND_THE_KEYWORD || has(OF_MESSAGES, rest) || refuses(rest);
};

/** A stem in a statement that is of messages, or of nothing else. */
export const saysItPlainly = ({ words, asks }: Clause): boolean => {
  if (
    asks ||
    GOES_ON.test(words) ||
    ASKS_WHAT_IT_IS.test(words) ||
    UNWANTED_OR_DONE.test(words) ||
    HEDGED.test(words) ||
    BY_ITSELF.test(words)
  )
    return false;
  if (words.split(' ').length > WORDS_OF_A_PLAIN_CLAUSE || has(OTHER_THINGS, words) || has(LIMITED, words))
    return false;
  if (has(OFF_THE_LIST, words) || has(REMOVING, words) || matchesOneOf(ELSEWHERE, words)) return true;
  if (!has(ENDING, words)) return false;
  const others = withoutCourtesy(spaced(words).replace(ENDING, '').trim());
  return others === '' || others.split(' ').every(isOfMessages) || endsMessages(words);
};

/** What ends is what is sent: the stem, and behind it a word of messages. */
const endsMessages = (words: string): boolean => {
  const behind = /(?:^| )(?:ar+et|aret|cess|stop|aufhor|ophoud)[^ ]*(.*)$/.exec(words)?.[1] ?? '';
  return has(OF_MESSAGES, behind);
};

/** What may mean it, in the words of a text or of a mail. */
export const mayMeanIt = (reply: string): boolean => {
  const words = asMeant(foldReply(reply));
  if (refusesByASign(reply, words)) return true;
  if (words === '') return false;
  return (
    (STOPS.test(words) && !(BY_ITSELF.test(words) && !has(OF_MESSAGES, words))) ||
    has(OFF_THE_LIST, words) ||
    TAKEN_OFF.test(words) ||
    matchesOneOf(ELSEWHERE, words) ||
    KEYWORD.test(words.split(' ')[0] ?? '') ||
    matchesOneOf(PLAIN, words) ||
    matchesOneOf(DOUBTFUL, words) ||
    matchesOneOf(REFUSALS, spaced(words)) ||
    (matchesOneOf(REMOVING_SOMETHING, words) && !has(OTHER_THINGS, words)) ||
    saysNoMore(words) ||
    refusesAll(words) ||
    saysNoAlone(words)
  );
};
