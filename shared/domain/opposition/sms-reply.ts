import { channelsOpposedBy } from '../message/channel.ts';
import { plainWords } from '../text/unseen.ts';
import { DOUBTFUL, HEDGED, PLAIN, POLITE, REMOVING_SOMETHING } from './mail-reply/signs.ts';
import type { OppositionScope } from './opposition.ts';
import { asMeant } from './words/as-meant.ts';
import { ASKING, LIMITED, OF_MESSAGES, OTHER_THINGS } from './words/beside.ts';
import { refusesByASign } from './words/by-a-sign.ts';
import { OF_EVERYTHING } from './words/everything.ts';
import { legible, legibleWithoutSigns } from './words/legible.ts';
import { isTakenBack, saysStopByMistake } from './words/mistaken.ts';
import { saysNoMore } from './words/no-more.ts';
import { addsNothing, isOfMessages, withoutCourtesy } from './words/nothing-more.ts';
import { type Reading, withoutOurs } from './words/ours.ts';
import { matchesOneOf, spaced } from './words/phrases.ts';
import { reactionIn } from './words/reactions.ts';
import { REFUSALS } from './words/refusals.ts';
import { saysNoAlone, saysNot } from './words/says-not.ts';
import { together } from './words/slang.ts';
import {
  ASKS_WHAT_IT_IS,
  BY_ITSELF,
  ELSEWHERE,
  ENDING,
  GOES_ON,
  KEYWORD,
  OFF_THE_LIST,
  REMOVING,
  SIGNS,
  STOPS,
  TAKEN_OFF,
  UNWANTED_OR_DONE,
  WHOLE_REPLIES,
} from './words/stops.ts';

/** Version of the mapping below, kept with every opposition it finds. */
const SMS_REPLY_MAPPING = 'sms-reply/3';

/** How an opposition was found in a reply by SMS whose words are doubtful: until a human says otherwise, and final if nobody does (D20). */
const DOUBTFUL_SMS_REPLY = `${SMS_REPLY_MAPPING} doubtful`;

/** Lower case without accents and without characters that show nothing; punctuation and white space of all kinds become one space. */
export const foldReply = (text: string): string =>
  plainWords(text)
    .replace(/\p{Cf}+/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** What a reply says of messages to come. */
export interface ReadReply {
  readonly of: OppositionScope;
  /** Only words that probably mean it say so: an opposition until a human says otherwise (D20), and named as such in its evidence. */
  readonly isDoubtful: boolean;
}

/** What lies between two marks of a reply, as it is meant. */
interface Clause {
  readonly words: string;
  readonly asks: boolean;
}

/** Whoever says in thirty words that something shall end may mean something else. */
const WORDS_OF_A_PLAIN_CLAUSE = 30;
/** Behind the keyword that comes first: more words than these are a sentence, which may be of something else. */
const WORDS_BEHIND_THE_KEYWORD = 3;

const has = (phrases: RegExp, words: string): boolean => phrases.test(spaced(words));
const refuses = (words: string): boolean => matchesOneOf(REFUSALS, spaced(words)) || STOPS.test(words);

const clausesOf = (reply: string): readonly Clause[] =>
  (reply.match(/[^.!?…\n]+[.!?…]*/g) ?? []).flatMap((sentence) => {
    const beginsAsking = spaced(asMeant(foldReply(sentence))).search(ASKING) === 0;
    const asks = beginsAsking || /\?[^\p{L}\p{N}]*$/u.test(sentence);
    return sentence
      .split(/[,;:()]|\s[-–—/]\s/)
      .map((clause) => ({ words: asMeant(foldReply(clause)), asks }))
      .map(({ words, asks }) => ({ words, asks: asks && !matchesOneOf(POLITE, words) }))
      .filter(({ words }) => words !== '');
  });

/** The keyword first, or behind what adds nothing, and behind it words of messages, a few of no other thing, or a refusal. */
const saysTheKeyword = ({ words, asks }: Clause): boolean => {
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
const saysItPlainly = ({ words, asks }: Clause): boolean => {
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
const mayMeanIt = (reply: string): boolean => {
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
    saysNoAlone(words)
  );
};

const OF_TEXTS: OppositionScope = { scope: 'channel', channels: [...channelsOpposedBy('reply')] };

/** What the person's own words oppose. */
const readWords = (reply: string): ReadReply | undefined => {
  const clauses = clausesOf(reply);
  const isInDoubt = isTakenBack(clauses.map(({ words }) => words));
  if (
    clauses.some(
      ({ words, asks }) => !asks && OF_EVERYTHING.test(words) && !has(LIMITED, words) && !has(OTHER_THINGS, words),
    )
  )
    return { of: { scope: 'global' }, isDoubtful: isInDoubt };
  const whole = foldReply(reply);
  const isPlain =
    SIGNS.test(reply) ||
    WHOLE_REPLIES.has(whole) ||
    clauses.some((clause) => saysTheKeyword(clause) || saysItPlainly(clause));
  const isDenied = clauses.every(({ asks }) => !asks) && saysNot(clauses.map(({ words }) => words));
  const isByMistake = clauses.some(({ words }) => saysStopByMistake(words));
  if (!isPlain && !isDenied && !isByMistake && !mayMeanIt(reply)) return undefined;
  return { of: OF_TEXTS, isDoubtful: !isPlain || isInDoubt };
};

/** What may oppose where a sign was lost: no denial alone, of which a letter may be lost that makes it another word. */
const readWithoutSigns = (reply: string): ReadReply | undefined =>
  WHOLE_REPLIES.has(foldReply(reply)) || mayMeanIt(reply) ? { of: OF_TEXTS, isDoubtful: true } : undefined;

const READING: Reading = { fold: foldReply, refuses: (text) => readWords(text) !== undefined };

/** What a reply opposes without a text of ours in it; final where what is certainly the person's own is. */
const readOwnWords = (reply: string, read: (words: string) => ReadReply | undefined): ReadReply | undefined => {
  const { words, beside } = withoutOurs(reply, READING);
  const found = read(words);
  if (found === undefined || beside === undefined) return found;
  return { ...found, isDoubtful: read(beside)?.isDoubtful !== false };
};

/**
 * What a reply opposes, if it does: the SMS family for a stop, everything where the words say so; `undefined` for any
 * other reply. Generous by decision: a wrong stop costs one recipient, a stop missed is an offence (226-18-1 C. pén.). What is plain nobody can
 * lift, so that a word of refusal in a question, or in a sentence about something else, is doubtful. What a text quotes of ours, which
 * teaches STOP, is nobody's word; that a telephone says its owner dislikes it is doubtful.
 */
export const readReply = (said: string): ReadReply | undefined => {
  const reply = together(legible(said));
  const reaction = reactionIn(reply, READING);
  if (reaction !== undefined) return reaction === 'no' ? { of: OF_TEXTS, isDoubtful: true } : undefined;
  const read = readOwnWords(reply, readWords);
  if (read !== undefined) return read;
  const withoutSigns = together(legibleWithoutSigns(said));
  return withoutSigns === reply ? undefined : readOwnWords(withoutSigns, readWithoutSigns);
};

/** How an opposition was found in a reply, kept as its evidence: `sms-reply/3`, or `sms-reply/3 doubtful`. */
export const mappingOf = ({ isDoubtful }: Pick<ReadReply, 'isDoubtful'>): string =>
  isDoubtful ? DOUBTFUL_SMS_REPLY : SMS_REPLY_MAPPING;
