/** How many letters of a sentence are compared before the whole. */
const PIECE = 15;

/**
 * Which of these sentences a text holds. A text that a sentence of twice `PIECE` is in has one of its first pieces at a multiple of `PIECE`: the text is read once
 * in pieces, where `includes` would read it once for each sentence. Throws of a shorter sentence.
 */
export const heldBy = (text: string, sentences: readonly string[]): readonly string[] => {
  const begun = new Map<string, Set<string>>();
  for (const sentence of sentences) {
    if (sentence.length < 2 * PIECE) throw new Error(`It is too short to be looked for: ${sentence}`);
    for (let from = 0; from < PIECE; from += 1) {
      const piece = sentence.slice(from, from + PIECE);
      begun.set(piece, (begun.get(piece) ?? new Set()).add(sentence));
    }
  }
  const held = new Set<string>();
  for (let at = 0; at < text.length; at += PIECE) {
    for (const sentence of begun.get(text.slice(at, at + PIECE)) ?? []) {
      if (text.slice(Math.max(0, at - PIECE), at + sentence.length).includes(sentence)) held.add(sentence);
    }
  }
  return [...held];
};
