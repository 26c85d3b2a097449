/** How the HTML that arrived differs from its source. */
export interface Differences {
  /** Texts that were put in where the source has no tag, in order. */
  readonly insertions: readonly string[];
  /** Pictures that were taken out. */
  readonly removed: readonly string[];
  /** Parts of the source that did not arrive; empty when every other byte is as its author wrote it. */
  readonly lost: readonly string[];
}

/** Whatever may be a merge field or a way to stop of some tool: a value may be in its place. */
const TAG =
  /\{\{\{?[^{}]*\}?\}\}|\*\|[^|]*\|\*|\{%[\s\S]*?%\}|<%[\s\S]*?%>|%%[^%\n]+%%|\[\[[^[\]\n]*\]\]|\{\$?\w+\}|\[\w+\]|%\w+%/g;

const commonStart = (one: string, other: string, at: number): number => {
  let length = 0;
  while (length < one.length && one[length] === other[at + length]) length += 1;
  return length;
};

const sameLines = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();

/**
 * Finds the source in what arrived, piece by piece: between two pieces is what came in the place of a tag; within a piece
 * is what was put in or taken out.
 */
export const differencesOf = (source: string, arrived: string): Differences => {
  const received = sameLines(arrived);
  const [insertions, removed, lost]: [string[], string[], string[]] = [[], [], []];
  let at = 0;
  for (const piece of sameLines(source).split(TAG)) {
    let rest = piece;
    const whole = received.indexOf(rest, at);
    if (whole >= 0) {
      at = whole + rest.length;
      continue;
    }
    // The piece is cut in two: it begins where as much of it as possible follows.
    at = Math.max(at, received.indexOf(rest.slice(0, 40), at));
    while (rest !== '') {
      const length = commonStart(rest, received, at);
      at += length;
      rest = rest.slice(length);
      if (rest === '') break;
      const picture = /^<img\b[^>]*>/i.exec(rest)?.[0];
      const next = received.indexOf(rest, at);
      if (next >= 0) {
        insertions.push(received.slice(at, next));
        at = next;
      } else if (picture !== undefined) {
        removed.push(picture);
        rest = rest.slice(picture.length);
      } else {
        lost.push(rest.slice(0, 80));
        break;
      }
    }
  }
  if (at < received.length) insertions.push(received.slice(at));
  return { insertions, removed, lost };
};
