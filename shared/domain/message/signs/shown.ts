import type { TransactionalReason } from '../transactional-reason.ts';
import { ENGLISH } from './english.ts';
import { featuresOf } from './features.ts';
import { FRENCH } from './french.ts';
import type { Language } from './language.ts';
import { hasOtherLink } from './links.ts';
import type { Passages } from './reading.ts';
import type { Shown } from './weighing.ts';

const LANGUAGES = [FRENCH, ENGLISH] as const;

/** Less than this share of small words: a text in a language that is not read here. */
const LEAST_SMALL = 0.15;
/** Too short for its language to show. */
const SHORTEST_TEXT = 12;

/** The language of a text, and whether it is one of those that are read. */
export const languageOf = (sentences: readonly string[]): { readonly language: Language; readonly isRead: boolean } => {
  const words = sentences.join(' ').match(/[a-z']+/g) ?? [];
  const [french = 0, english = 0] = LANGUAGES.map(({ small }) => words.filter((word) => small.has(word)).length);
  const isRead = words.length < SHORTEST_TEXT || Math.max(french, english) / words.length >= LEAST_SMALL;
  return { language: english > french ? ENGLISH : FRENCH, isRead };
};

/** What passages show to the weights, in their order. */
export const shownIn = (
  { sentences, links }: Passages,
  { reason, ownHosts }: { readonly reason: TransactionalReason | undefined; readonly ownHosts: readonly string[] },
): Shown => {
  const { language } = languageOf(sentences);
  return {
    sentences: sentences.map((sentence) => featuresOf(sentence, language, reason)),
    hasOtherLink: hasOtherLink({ links }, ownHosts, language),
  };
};
