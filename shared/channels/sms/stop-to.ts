/** A code or number to which a text says that one writes STOP; "non-stop" and "non stop" say no such thing. */
const STOP_TO =
  /(?<![\p{L}\p{N}\p{Pd}])(?<!(?<![\p{L}\p{N}])non?[\s\p{Pd}]{1,3})STOP(?:\s+SMS)?\s*(?:au|to|=>|:)?\s*(\+?\d{5,15})(?!\d)/giu;

/** The codes and numbers to which a text says that one writes STOP, in their order. */
export const stopCodesIn = (text: string): readonly string[] =>
  [...text.matchAll(STOP_TO)].flatMap(([, code]) => (code === undefined ? [] : [code]));
