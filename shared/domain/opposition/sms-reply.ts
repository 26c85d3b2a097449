import { channelsOpposedBy } from '../message/channel.ts';
import { channelsOf } from './channel-names.ts';
import { type NamedChannels, namedChannelsIn } from './named-channels.ts';
import { mayBeOfAny } from './of-any-means.ts';
import type { OppositionScope } from './opposition.ts';
import { clausesOf } from './words/clauses.ts';
import { isExcepted, maySayEverything, sayEverything } from './words/everything.ts';
import { foldReply } from './words/fold-reply.ts';
import { legible, legibleWithoutSigns } from './words/legible.ts';
import { isTakenBack, saysStopByMistake } from './words/mistaken.ts';
import { type Reading, withoutOurs } from './words/ours.ts';
import { reactionIn } from './words/reactions.ts';
import { saysNot } from './words/says-not.ts';
import { mayMeanIt, saysItPlainly, saysTheKeyword } from './words/says-stop.ts';
import { together } from './words/slang.ts';
import { SIGNS, WHOLE_REPLIES } from './words/stops.ts';

/** Version of the mapping below, kept with every opposition it finds. */
const SMS_REPLY_MAPPING = 'sms-reply/4';

/** How an opposition was found in a reply by SMS whose words are doubtful: until a human says otherwise, and final if nobody does (D20). */
const DOUBTFUL_SMS_REPLY = `${SMS_REPLY_MAPPING} doubtful`;

/** What a reply says of messages to come. */
export interface ReadReply {
  readonly of: OppositionScope;
  /** Only words that probably mean it say so: an opposition until a human says otherwise (D20), and named as such in its evidence. */
  readonly isDoubtful: boolean;
}

const TEXTS = channelsOpposedBy('reply');
const OF_TEXTS: OppositionScope = { scope: 'channel', channels: [...TEXTS] };

/** Texts, which are answered, and what else is refused by name; texts are left out where they are the only means that is wanted. */
const textsAnd = (named: NamedChannels | undefined): OppositionScope => {
  if (named === undefined) return OF_TEXTS;
  const own = named.kept.includes('texts') ? [] : TEXTS;
  return { scope: 'channel', channels: [...new Set([...own, ...channelsOf(named.refused)])] };
};

/** What the person's own words oppose. */
const readWords = (reply: string): ReadReply | undefined => {
  const clauses = clausesOf(reply);
  const isInDoubt = isTakenBack(clauses.map(({ words }) => words));
  const isWhole = !clauses.some(({ words }) => isExcepted(words));
  if (isWhole && sayEverything(clauses)) return { of: { scope: 'global' }, isDoubtful: isInDoubt };
  const whole = foldReply(reply);
  const isPlain =
    SIGNS.test(reply) ||
    WHOLE_REPLIES.has(whole) ||
    clauses.some((clause) => saysTheKeyword(clause) || saysItPlainly(clause));
  const isDenied = clauses.every(({ asks }) => !asks) && saysNot(clauses.map(({ words }) => words));
  const isByMistake = clauses.some(({ words }) => saysStopByMistake(words));
  const isDoubtful = !isPlain || isInDoubt;
  if (isWhole && clauses.some(maySayEverything)) return { of: { scope: 'global' }, isDoubtful };
  const named = namedChannelsIn(reply);
  const isFound = isPlain || isDenied || isByMistake || mayMeanIt(reply);
  if (!isFound && (named === undefined || named.kept.length === 0)) return undefined;
  if (isWhole && isFound && mayBeOfAny(clauses)) return { of: { scope: 'global' }, isDoubtful };
  return { of: textsAnd(named), isDoubtful };
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
 * What a reply opposes, if it does: the SMS family for a stop, what it refuses by name beside that, everything where the words say so; `undefined` for any
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

/** How an opposition was found in a reply, kept as its evidence: `sms-reply/4`, or `sms-reply/4 doubtful`. */
export const mappingOf = ({ isDoubtful }: Pick<ReadReply, 'isDoubtful'>): string =>
  isDoubtful ? DOUBTFUL_SMS_REPLY : SMS_REPLY_MAPPING;

/** Whether it stops texts: all do, but for one that wants texts alone. */
export const stopsTexts = ({ of }: Pick<ReadReply, 'of'>): boolean =>
  of.scope === 'global' || of.channels.some((each) => TEXTS.includes(each));
