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

/** What was found so far, and where what arrived is read on. */
interface Finding extends Differences {
  readonly received: string;
  at: number;
  /** A picture that is gone and has a tag within: what was read of it. */
  gone: string;
  readonly insertions: string[];
  readonly links: string[];
  readonly removed: string[];
  readonly lost: string[];
}

/** A piece that did not arrive whole, from the first byte on that differs. */
interface Cut {
  /** What was found of it. */
  readonly before: string;
  /** What is still to find. */
  readonly rest: string;
  /** A tag of the source is behind the piece. */
  readonly isBeforeTag: boolean;
}

/** What one kind of difference leaves to find of a piece; `undefined`: the piece does not differ so here. */
type Difference = (finding: Finding, cut: Cut) => string | undefined;

const replacedLink: Difference = (finding, { before, rest }) => {
  const [, quote = '', first = ''] = /href\s*=\s*(["'])([^"'<>]*)$/i.exec(before) ?? [];
  if (quote === '' || !rest.includes(quote)) return undefined;
  const end = rest.indexOf(quote);
  finding.links.push(first + rest.slice(0, end));
  finding.at = finding.received.indexOf(quote, finding.at);
  return rest.slice(end);
};

const insertedText: Difference = (finding, { rest }) => {
  const { received, at } = finding;
  const next = received.indexOf(rest, at);
  if (next < 0) return undefined;
  finding.insertions.push(fromItsTag(received.slice(at, next), received.slice(0, at)));
  finding.at = next;
  return rest;
};

/** The tag of a picture that is gone shares its first bytes with the tag that follows. */
const sharedStart = (before: string): string => /<[^<>]*$/.exec(before)?.[0] ?? '';

const removedPicture: Difference = (finding, { before, rest }) => {
  const shared = sharedStart(before);
  const picture = /^<img\b[^>]*>/i.exec(shared + rest)?.[0];
  if (picture === undefined) return undefined;
  finding.removed.push(picture);
  finding.at -= shared.length;
  return (shared + rest).slice(picture.length);
};

const removedPictureWithTag: Difference = (finding, { before, rest, isBeforeTag }) => {
  const shared = sharedStart(before);
  if (!isBeforeTag || !/^<img\b[^>]*$/i.test(shared + rest)) return undefined;
  finding.gone = shared + rest;
  finding.at -= shared.length;
  return '';
};

const lostRest = ({ lost }: Finding, rest: string): string => {
  lost.push(rest.slice(0, 80));
  return '';
};

/** Passes over what arrived as its author wrote it; returns what is left to find. */
const afterSame = (finding: Finding, rest: string): string => {
  const length = commonStart(rest, finding.received, finding.at);
  finding.at += length;
  return rest.slice(length);
};

/** A piece that is cut in two, or of which a part is gone: it begins where its first words are. */
const findParts = (finding: Finding, piece: string, isBeforeTag: boolean): void => {
  finding.at = startOf(piece, finding.received, finding.at);
  let rest = afterSame(finding, piece);
  while (rest !== '') {
    const cut = { before: piece.slice(0, piece.length - rest.length), rest, isBeforeTag };
    const left =
      replacedLink(finding, cut) ??
      insertedText(finding, cut) ??
      removedPicture(finding, cut) ??
      removedPictureWithTag(finding, cut) ??
      lostRest(finding, rest);
    rest = afterSame(finding, left);
  }
};

/** What is behind a picture that is gone and has this tag within; `undefined`: the picture does not end in this piece. */
const behindPicture = (finding: Finding, tag: string, piece: string): string | undefined => {
  const end = piece.indexOf('>') + 1;
  finding.gone += tag + (end === 0 ? piece : piece.slice(0, end));
  if (end === 0) return undefined;
  finding.removed.push(finding.gone);
  finding.gone = '';
  return piece.slice(end);
};

/** Finds a piece as it is, wherever it begins; false: it did not arrive whole. `isAfterPicture`: no tag is before it, so that what is there was put in. */
const findWhole = (finding: Finding, piece: string, isAfterPicture: boolean): boolean => {
  const { received, at } = finding;
  const whole = received.indexOf(piece, at);
  if (whole < 0) return false;
  if (isAfterPicture && whole > at) finding.insertions.push(received.slice(at, whole));
  finding.at = whole + piece.length;
  return true;
};

/**
 * Finds the source in what arrived, piece by piece: between two pieces is what came in the place of a tag; within a piece
 * is what was put in or taken out.
 */
export const differencesOf = (source: string, arrived: string): Differences => {
  const received = sameLines(arrived);
  const finding: Finding = { received, at: 0, gone: '', insertions: [], links: [], removed: [], lost: [] };
  const lines = sameLines(source);
  const tags = lines.match(TAG) ?? [];
  for (const [index, piece] of lines.split(TAG).entries()) {
    const isAfterPicture = finding.gone !== '';
    const rest = isAfterPicture ? behindPicture(finding, tags[index - 1] ?? '', piece) : piece;
    if (rest === undefined || findWhole(finding, rest, isAfterPicture)) continue;
    findParts(finding, rest, index < tags.length);
  }
  const { at, gone, insertions, links, removed, lost } = finding;
  if (gone !== '') lostRest(finding, gone);
  if (at < received.length) insertions.push(received.slice(at));
  return { insertions, links, removed, lost };
};
