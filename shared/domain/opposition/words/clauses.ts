import { POLITE } from '../mail-reply/signs.ts';
import { asMeant } from './as-meant.ts';
import { ASKING } from './beside.ts';
import { foldReply } from './fold-reply.ts';
import { matchesOneOf, spaced } from './phrases.ts';

/** What lies between two marks of a reply, as it is meant. */
export interface Clause {
  readonly words: string;
  readonly asks: boolean;
}

/** True where one of the phrases of a list is among these words. */
export const has = (phrases: RegExp, words: string): boolean => phrases.test(spaced(words));

/** What a reply says between its marks, in its order. */
export const clausesOf = (reply: string): readonly Clause[] =>
  (reply.match(/[^.!?…\n]+[.!?…]*/g) ?? []).flatMap((sentence) => {
    const beginsAsking = spaced(asMeant(foldReply(sentence))).search(ASKING) === 0;
    const asks = beginsAsking || /\?[^\p{L}\p{N}]*$/u.test(sentence);
    return sentence
      .split(/[,;:()]|\s[-–—/]\s/)
      .map((clause) => ({ words: asMeant(foldReply(clause)), asks }))
      .map(({ words, asks }) => ({ words, asks: asks && !matchesOneOf(POLITE, words) }))
      .filter(({ words }) => words !== '');
  });
