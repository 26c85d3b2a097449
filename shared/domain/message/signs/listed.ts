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

/** A sentence of fewer words is a name, a number or an item: only a discount and an invitation are looked for in it. */
const SHORTEST_PROSE = 5;

/** It has as many words as a sentence has. */
export const isProse = (sentence: string): boolean => (sentence.match(/[a-z]+/g) ?? []).length >= SHORTEST_PROSE;

/** An invitation to buy, in a few words. */
export const asksToBuy = (sentence: string): boolean =>
  /\b(?:profitez|decouvrez|achetez|commandez|offrez|venez|craquez|buy|shop|discover|enjoy)\b/.test(sentence);
