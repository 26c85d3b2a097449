import { readReply } from '../sms-reply.ts';
import { asMeant } from '../words/as-meant.ts';
import { ASKING, LIMITED, OTHER_THINGS } from '../words/beside.ts';
import { foldReply } from '../words/fold-reply.ts';
import { legible } from '../words/legible.ts';
import { isTakenBack } from '../words/mistaken.ts';
import { addsNothing, isOfMessages, withoutCourtesy } from '../words/nothing-more.ts';
import { matchesOneOf, spaced } from '../words/phrases.ts';
import { together } from '../words/slang.ts';
import { UNWANTED_OR_DONE } from '../words/stops.ts';
import {
  DOUBTFUL,
  DOUBTFUL_IN_A_MAIL,
  ELSE,
  HEDGED,
  PLAIN,
  POLITE,
  REMOVING_SOMETHING,
  WHOLE,
  WHOLE_ANSWER,
} from './signs.ts';

/** What the own words of a reply by mail say: that the person opposes, that a human must read them, or neither. */
export type MailReplyMeaning = 'opposition' | 'doubtful' | 'none';

/** A mail is prose: whoever says in thirty words that they do not want something may mean something else. */
const WORDS_OF_A_PLAIN_SENTENCE = 30;

interface Sentence {
  readonly words: string;
  readonly isQuestion: boolean;
}

/** Also where nobody set the mark. */
const asks = (sentence: string): boolean => /\?\s*$/.test(sentence) || spaced(foldReply(sentence)).search(ASKING) === 0;

/** Lines that a mail program folded are one sentence; an empty line ends it. */
const sentencesOf = (text: string): readonly Sentence[] =>
  text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => paragraph.replaceAll('\n', ' ').match(/[^.!?;]+[.!?;]*/g) ?? [])
    .map((sentence) => ({ words: asMeant(foldReply(sentence)), isQuestion: asks(sentence) }))
    .filter(({ words }) => words !== '');

/** What lies between two marks, or on a line. */
const clausesIn = (text: string): readonly string[] =>
  text
    .replaceAll(/(?<!\n)\n(?!\n)(?=\p{Ll})/gu, ' ')
    .split(/[.!?;,:()\n]|\s[-–—/]\s/)
    .map((clause) => asMeant(foldReply(clause)));

/** No article that is bought: "au titre de l'article 21 du RGPD". */
const ARTICLE_OF_LAW = /(?:^| )articles? \d+/g;

/** What is not wanted is what is sent: "je ne veux pas recevoir vos offres", "ne m'envoyez pas de mails". */
const REFUSED =
  /(^| )(veux|souhaite|desire|voulons|souhaitons) pas (recevoir|etre (contact|sollicit|derang|demarch))|^(merci de )?ne (me |m |nous )(envoyez|ecrivez|contactez|sollicitez|demarchez|relancez) pas/;

/** It is of what is bought, limited to a time, not wanted, or done. */
const isOfSomethingElse = (words: string): boolean =>
  OTHER_THINGS.test(spaced(words.replace(ARTICLE_OF_LAW, ' '))) ||
  LIMITED.test(spaced(words)) ||
  (UNWANTED_OR_DONE.test(words) && !REFUSED.test(words));

const saysPlainly = ({ words, isQuestion }: Sentence): boolean => {
  const [asked = ''] = words.split(ELSE, 1);
  return (
    !(isQuestion && !matchesOneOf(POLITE, words)) &&
    !HEDGED.test(words) &&
    !isOfSomethingElse(words) &&
    words.split(' ').length <= WORDS_OF_A_PLAIN_SENTENCE &&
    matchesOneOf(PLAIN, asked)
  );
};

/** What people say before they begin. */
const GREETING =
  /^(bonjour|bonsoir|salut|madame|monsieur|hello|hi|hey|dear|good|hallo|guten|sehr|liebe|hola|buen|estimad|ciao|buon|gentil|dag|goede|beste|geachte)/;

/** The first paragraph behind a greeting, as an answer of its own: names and addresses may follow. */
const isAnswered = (said: string): boolean => {
  const paragraphs = said.split(/\n\s*\n/).filter((each) => foldReply(each) !== '');
  const first = paragraphs.find((each) => !GREETING.test(foldReply(each))) ?? '';
  return WHOLE_ANSWER.has(foldReply(legible(first))) || readReply(first) !== undefined;
};

/** A short mail, in which one line may be the answer to all that was written. */
const WORDS_OF_A_SHORT_MAIL = 8;

/** Such a word, and beside it politeness, or what is sent: "Stop pub svp". */
const saysStopAlone = (line: string): boolean => {
  if (line.split(' ').length > WORDS_OF_A_SHORT_MAIL) return false;
  const left = withoutCourtesy(line)
    .split(' ')
    .filter((word) => !addsNothing(word));
  return WHOLE.has(line) || (WHOLE.has(left[0] ?? '') && left.slice(1).every(isOfMessages));
};

const ofLines = (ownWords: string, said: string): MailReplyMeaning => {
  const lines = ownWords.split('\n').map(foldReply);
  if (lines.some(saysStopAlone)) return 'opposition';
  const words = lines
    .join(' ')
    .split(' ')
    .filter((word) => word !== '');
  const isShort = words.length <= WORDS_OF_A_SHORT_MAIL;
  return (isShort && lines.some((line) => WHOLE_ANSWER.has(line))) || isAnswered(said) ? 'doubtful' : 'none';
};

/** What signs without a word say, by whether they are in doubt. */
const OF_SIGNS = { undefined: 'none', true: 'doubtful', false: 'opposition' } as const;

/**
 * What a reply by mail says, by the person's own words alone, without what they quote. Plain words in a sentence that asks nothing, or asks
 * in form alone, are an opposition, and so is such a word on a line of its own; words that may mean it, a question about it among them, are
 * doubtful. Generous by decision: a wrong stop costs one recipient until a human reads it, a stop missed is an offence (226-18-1 C. pén.).
 */
export const readMailReply = (said: string): MailReplyMeaning => {
  const ownWords = together(legible(said));
  const whole = foldReply(ownWords);
  const bySms = readReply(said);
  if (whole === '') return OF_SIGNS[`${bySms?.isDoubtful}`];
  const line = ofLines(ownWords, said);
  const isPlain = WHOLE_ANSWER.has(whole) || line === 'opposition' || sentencesOf(ownWords).some(saysPlainly);
  if (isPlain) return isTakenBack(clausesIn(ownWords)) ? 'doubtful' : 'opposition';
  const mayMeanIt = matchesOneOf([...PLAIN, ...DOUBTFUL, ...REMOVING_SOMETHING, ...DOUBTFUL_IN_A_MAIL], asMeant(whole));
  return mayMeanIt || bySms !== undefined ? 'doubtful' : line;
};
