import { foldReply, readReply } from '../sms-reply.ts';
import { DOUBTFUL, ELSE, HEDGED, PLAIN, POLITE, WHOLE, WHOLE_ANSWER } from './signs.ts';

/** What the own words of a reply by mail say: that the person opposes, that a human must read them, or neither. */
export type MailReplyMeaning = 'opposition' | 'doubtful' | 'none';

/** A mail is prose: whoever says in thirty words that they do not want something may mean something else. */
const WORDS_OF_A_PLAIN_SENTENCE = 30;

interface Sentence {
  readonly words: string;
  readonly isQuestion: boolean;
}

/** Lines that a mail program folded are one sentence; an empty line ends it. */
const sentencesOf = (text: string): readonly Sentence[] =>
  text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => paragraph.replaceAll('\n', ' ').match(/[^.!?;]+[.!?;]*/g) ?? [])
    .map((sentence) => ({ words: foldReply(sentence), isQuestion: /\?\s*$/.test(sentence) }))
    .filter(({ words }) => words !== '');

const matchesOneOf = (signs: readonly RegExp[], words: string): boolean => signs.some((each) => each.test(words));

const saysPlainly = ({ words, isQuestion }: Sentence): boolean => {
  const [asked = ''] = words.split(ELSE, 1);
  return (
    !(isQuestion && !matchesOneOf(POLITE, words)) &&
    !HEDGED.test(words) &&
    words.split(' ').length <= WORDS_OF_A_PLAIN_SENTENCE &&
    matchesOneOf(PLAIN, asked)
  );
};

/** A short mail, in which one line may be the answer to all that was written. */
const WORDS_OF_A_SHORT_MAIL = 8;

const ofLines = (ownWords: string): MailReplyMeaning => {
  const lines = ownWords.split('\n').map(foldReply);
  if (lines.some((line) => WHOLE.has(line))) return 'opposition';
  const words = lines
    .join(' ')
    .split(' ')
    .filter((word) => word !== '');
  return words.length <= WORDS_OF_A_SHORT_MAIL && lines.some((line) => WHOLE_ANSWER.has(line)) ? 'doubtful' : 'none';
};

/**
 * What a reply by mail says, by the person's own words alone, without what they quote. Plain words in a sentence that asks nothing, or asks
 * in form alone, are an opposition, and so is such a word on a line of its own; words that may mean it, a question about it among them, are
 * doubtful. Generous by decision: a wrong stop costs one recipient until a human reads it, a stop missed is an offence (226-18-1 C. pén.).
 */
export const readMailReply = (ownWords: string): MailReplyMeaning => {
  const whole = foldReply(ownWords);
  const bySms = readReply(ownWords);
  if (whole === '') return bySms === undefined ? 'none' : 'opposition';
  const line = ofLines(ownWords);
  if (WHOLE_ANSWER.has(whole) || line === 'opposition') return 'opposition';
  if (sentencesOf(ownWords).some(saysPlainly)) return 'opposition';
  const mayMeanIt = matchesOneOf(PLAIN, whole) || matchesOneOf(DOUBTFUL, whole) || bySms !== undefined;
  return mayMeanIt ? 'doubtful' : line;
};
