import { foldReply, readReply } from '../sms-reply.ts';
import { DOUBTFUL, HEDGED, PLAIN, WHOLE } from './signs.ts';

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

const saysPlainly = ({ words, isQuestion }: Sentence): boolean =>
  !isQuestion &&
  !HEDGED.test(words) &&
  words.split(' ').length <= WORDS_OF_A_PLAIN_SENTENCE &&
  PLAIN.some((each) => each.test(words));

/**
 * What a reply by mail says, by the person's own words alone, without what they quote. Plain words in a sentence that asks nothing are an
 * opposition; words that may mean it, a question about it among them, are doubtful. Generous by decision: a wrong stop costs one
 * recipient until a human reads it, a stop missed is an offence (226-18-1 C. pén.).
 */
export const readMailReply = (ownWords: string): MailReplyMeaning => {
  const whole = foldReply(ownWords);
  if (whole === '') return 'none';
  if (WHOLE.has(whole)) return 'opposition';
  if (sentencesOf(ownWords).some(saysPlainly)) return 'opposition';
  if (PLAIN.some((each) => each.test(whole))) return 'doubtful';
  if (DOUBTFUL.some((each) => each.test(whole))) return 'doubtful';
  return readReply(ownWords) === undefined ? 'none' : 'doubtful';
};
