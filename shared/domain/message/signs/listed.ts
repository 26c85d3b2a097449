import type { TransactionalReason } from '../transactional-reason.ts';
import type { Passages } from './reading.ts';
import { type SentenceSign, signsOfSentence } from './sentences.ts';
import { languageOf } from './text-language.ts';

/** What the lists say of sentences. */
export const listedSigns = (
  { sentences }: Pick<Passages, 'sentences'>,
  reason: TransactionalReason | undefined,
): readonly SentenceSign[] => {
  const { language } = languageOf(sentences);
  return sentences.flatMap((sentence) => signsOfSentence(sentence, language, reason));
};
