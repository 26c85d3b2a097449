import { plainWords } from '../../text/unseen.ts';

/** Lower case without accents and without characters that show nothing; punctuation and white space of all kinds become one space. */
export const foldReply = (text: string): string =>
  plainWords(text)
    .replace(/\p{Cf}+/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
