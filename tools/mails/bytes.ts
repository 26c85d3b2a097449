/** How the HTML that arrived differs from its source. */
export interface Differences {
  /** Texts that were put in where the source has no tag, in order. */
  readonly insertions: readonly string[];
  /** Addresses of links that another took the place of, in order: the author's way to stop gives way to ours. */
  readonly links: readonly string[];
  /** Pictures that were taken out. */
  readonly removed: readonly string[];
  /** Parts of the source that did not arrive; empty when every other byte is as its author wrote it. */
  readonly lost: readonly string[];
}

/** Whatever may be a merge field or a way to stop of some tool: a value may be in its place. */
const TAG =
  /\{\{\{?[^{}]*\}?\}\}|\*\|[^|]*\|\*|\{%[\s\S]*?%\}|<%[\s\S]*?%>|%%[^%\n]+%%|\[\[[^[\]\n]*\]\]|\{\$?\w+\}|\[(?!endif)\w+\]|\{\w+=\w+\}|<\/?unsubscribe\b[^>]*>|%7B%7B[^\s"'<>]*?%7D%7D|%\w+%/gi;

const commonStart = (one: string, other: string, at: number): number => {
  let length = 0;
  while (length < one.length && one[length] === other[at + length]) length += 1;
  return length;
};

const startOf = (piece: string, text: string, at: number): number => {
  for (const length of [40, 20, 10, 4]) {
    const found = text.indexOf(piece.slice(0, length), at);
    if (found >= 0) return found;
  }
  return at;
};

/** What was put in before `</body>` begins with `<`, as what follows does: moved back until it begins with its own tag. */
const fromItsTag = (inserted: string, before: string): string => {
  for (let back = 0; back < before.length; back += 1) {
    const moved = before.slice(before.length - back) + inserted.slice(0, inserted.length - back);
    if (moved.startsWith('<')) return moved;
    if (before[before.length - 1 - back] !== inserted[inserted.length - 1 - back]) break;
  }
  return inserted;
};

const sameLines = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();

/**
 * Finds the source in what arrived, piece by piece: between two pieces is what came in the place of a tag; within a piece
 * is what was put in or taken out.
 */
export const differencesOf = (source: string, arrived: string): Differences => {
  const received = sameLines(arrived);
  const [insertions, links, removed, lost]: [string[], string[], string[], string[]] = [[], [], [], []];
  const lines = sameLines(source);
  const tags = lines.match(TAG) ?? [];
  let at = 0;
  // A picture that is gone and has a tag within: what was read of it.
  let gone = '';
  for (const [index, piece] of lines.split(TAG).entries()) {
    let rest = piece;
    const isAfterPicture = gone !== '';
    if (isAfterPicture) {
      const end = rest.indexOf('>') + 1;
      gone += tags[index - 1] + (end === 0 ? rest : rest.slice(0, end));
      if (end === 0) continue;
      removed.push(gone);
      gone = '';
      rest = rest.slice(end);
    }
    const start = rest;
    const whole = received.indexOf(rest, at);
    if (whole >= 0) {
      if (isAfterPicture && whole > at) insertions.push(received.slice(at, whole));
      at = whole + rest.length;
      continue;
    }
    // The piece is cut in two, or a part of it is gone: it begins where its first words are.
    at = startOf(rest, received, at);
    while (rest !== '') {
      const length = commonStart(rest, received, at);
      at += length;
      rest = rest.slice(length);
      if (rest === '') break;
      const [, quote = '', first = ''] =
        /href\s*=\s*(["'])([^"'<>]*)$/i.exec(start.slice(0, start.length - rest.length)) ?? [];
      if (quote !== '' && rest.includes(quote)) {
        const end = rest.indexOf(quote);
        links.push(first + rest.slice(0, end));
        rest = rest.slice(end);
        at = received.indexOf(quote, at);
        continue;
      }
      const next = received.indexOf(rest, at);
      // The tag of a picture that is gone shares its first bytes with the tag that follows.
      const shared = /<[^<>]*$/.exec(start.slice(0, start.length - rest.length))?.[0] ?? '';
      const picture = /^<img\b[^>]*>/i.exec(shared + rest)?.[0];
      if (next >= 0) {
        insertions.push(fromItsTag(received.slice(at, next), received.slice(0, at)));
        at = next;
      } else if (picture !== undefined) {
        removed.push(picture);
        at -= shared.length;
        rest = (shared + rest).slice(picture.length);
      } else if (/^<img\b[^>]*$/i.test(shared + rest) && index < tags.length) {
        gone = shared + rest;
        at -= shared.length;
        break;
      } else {
        lost.push(rest.slice(0, 80));
        break;
      }
    }
  }
  if (gone !== '') lost.push(gone.slice(0, 80));
  if (at < received.length) insertions.push(received.slice(at));
  return { insertions, links, removed, lost };
};
