import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isBlank } from '#shared/domain/text/unseen.ts';
import { isPurpose, onLines, piecesOf } from '../../content/stopping/leading-lines.ts';
import { holdsNothing, isShownWithoutText, shownByOutlook } from './browser-view.ts';
import { DEEPEST } from './content-trouble.ts';
import { BLOCKS } from './elements.ts';
import { filledCellsIn } from './filled-cells.ts';
import type { Around } from './words-around.ts';

/** Offsets in a source. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A link of the author: its target and where that is, its words, the words of the sentence before and after it. */
export interface Link extends Place, Around {
  readonly target: string;
  words: string;
  /** Words that Outlook alone shows. */
  toOutlook: string;
  before: string;
  after: string;
  /** The link that the words after it lead to. */
  next: Link | undefined;
  /** The link that its words before follow. */
  readonly previous: Link | undefined;
  /** Of the whole element. */
  readonly element: Place;
}

const UNSEEN = new Set(['style', 'script', 'title', 'head', 'template']);

/** Offsets of an attribute's value in its source: after `=` and the quote. */
const valueAt = (source: string, start: number, end: number): Place | undefined => {
  const [head, quote = ''] = /^[^\s=]+\s*=\s*(["']?)/.exec(source.slice(start, end)) ?? [];
  return head === undefined ? undefined : { start: start + head.length, end: end - quote.length };
};

/** What is being read: the links so far, the sentence so far, the link that is open and the one whose sentence goes on. */
interface Reading {
  readonly source: string;
  /** Offset of `source` in the whole. */
  readonly base: number;
  readonly links: Link[];
  sentence: string;
  /** The last line of the block before, where it says what for. */
  above: string;
  /** The row before has several cells that hold something. */
  hasColumns: boolean;
  open: Link | undefined;
  last: Link | undefined;
}

const say = (reading: Reading, text: string): void => sayLine(reading, text.replaceAll(/\s+/g, ' '));

/** The same, of which a line break is one that a reader sees. */
const sayLine = (reading: Reading, text: string): void => {
  if (reading.open !== undefined) {
    reading.open.words += text;
    return;
  }
  if (reading.last !== undefined && reading.last.after.length < FARTHEST_AFTER) {
    const after = onLines(`${reading.last.after}${text}`);
    const stop = /[.!?](?= )/.exec(after)?.index;
    reading.last.after = after.slice(0, Math.min(stop ?? FARTHEST_AFTER, FARTHEST_AFTER));
    if (stop !== undefined) reading.last = undefined;
  }
  reading.sentence = onLines(`${reading.sentence}${text}`)
    .replace(/^[\s\S]*[.!] /, '')
    .slice(-FARTHEST);
};
/** Characters that are read of what is before a link, and after it. */
const FARTHEST = 200;
const FARTHEST_AFTER = 400;

const endSentence = (reading: Reading): void => {
  if (/\p{L}/u.test(reading.sentence)) {
    const line = piecesOf(reading.sentence).findLast((piece) => /\p{L}/u.test(piece)) ?? '';
    reading.above = isPurpose(line) ? line : '';
  }
  reading.sentence = '';
  reading.last = undefined;
};

const linkOf = ({ source, base, sentence, above, last }: Reading, element: Tree.Element): Link | undefined => {
  const target = element.attrs.find(({ name }) => name === 'href')?.value;
  const whole = element.sourceCodeLocation;
  const href = whole?.attrs?.href;
  if (
    target === undefined ||
    whole == null ||
    href === undefined ||
    element.tagName === 'link' ||
    element.tagName === 'base'
  )
    return undefined;
  const at = valueAt(source, href.startOffset, href.endOffset);
  if (at === undefined) return undefined;
  return {
    target: target.trim(),
    words: '',
    toOutlook: '',
    before: sentence,
    above,
    after: '',
    next: undefined,
    previous: last,
    start: base + at.start,
    end: base + at.end,
    element: { start: base + whole.startOffset, end: base + whole.endOffset },
  };
};

const altOf = (element: Tree.Element): string => element.attrs.find(({ name }) => name === 'alt')?.value ?? '';

/** A part of a picture that leads somewhere: where it is written says nothing of where it is seen, so that it is in no sentence. */
const readArea = (reading: Reading, element: Tree.Element): void => {
  const link = linkOf({ ...reading, sentence: '', above: '', last: undefined }, element);
  if (link !== undefined) reading.links.push({ ...link, words: altOf(element) });
};

const readElement = (reading: Reading, element: Tree.Element, depth: number): void => {
  if (UNSEEN.has(element.tagName)) return;
  if (element.tagName === 'area') readArea(reading, element);
  else if (element.tagName === 'br') sayLine(reading, '\n');
  else readAround(reading, element, depth);
};

/** Columns of one row lead to those of the next as they are written, and not the last to the first. */
const beginRow = (reading: Reading, row: Tree.Element): void => {
  const hasColumns = filledCellsIn(row) > 1;
  if (hasColumns && reading.hasColumns) reading.above = '';
  reading.hasColumns = hasColumns;
};

const readAround = (reading: Reading, element: Tree.Element, depth: number): void => {
  const isBlock = BLOCKS.has(element.tagName);
  if (isBlock) endSentence(reading);
  if (element.tagName === 'tr') beginRow(reading, element);
  if (element.tagName === 'img' && reading.open !== undefined && isShownWithoutText(element))
    reading.open.words += altOf(element);
  const link = reading.open === undefined && !holdsNothing(element) ? linkOf(reading, element) : undefined;
  if (link !== undefined) {
    if (reading.last !== undefined) reading.last.next = link;
    reading.open = link;
  }
  for (const child of element.childNodes) read(reading, child, depth + 1);
  if (link !== undefined) {
    if (isBlank(link.words)) link.words = link.toOutlook;
    reading.links.push(link);
    reading.open = undefined;
    reading.last = link;
    reading.sentence = '';
    reading.above = '';
  }
  if (isBlock) endSentence(reading);
};

const wordsOf = (nodes: readonly Tree.Node[], depth = 0): string =>
  nodes
    .map((node) => {
      if ('value' in node) return node.value;
      return 'childNodes' in node && depth < DEEPEST ? wordsOf(node.childNodes, depth + 1) : '';
    })
    .join(' ')
    .replaceAll(/\s+/g, ' ');

/** What a conditional comment holds, Outlook shows. */
const readForOutlook = (reading: Reading, { data, sourceCodeLocation }: Tree.CommentNode): void => {
  const head = /^\[if[^\]]*\]>/.exec(data)?.[0];
  if (head === undefined || sourceCodeLocation == null) return;
  if (reading.open !== undefined) reading.open.toOutlook += wordsOf(shownByOutlook(data));
  const base = reading.base + sourceCodeLocation.startOffset + '<!--'.length + head.length;
  reading.links.push(...linksIn(data.slice(head.length), base));
};

const read = (reading: Reading, node: Tree.Node, depth: number): void => {
  if (depth > DEEPEST) return;
  if ('value' in node) say(reading, node.value);
  else if (node.nodeName === '#comment' && 'data' in node) readForOutlook(reading, node);
  else if ('tagName' in node) readElement(reading, node, depth);
  else if ('childNodes' in node) for (const child of node.childNodes) read(reading, child, depth + 1);
};

const UNREAD = { sentence: '', above: '', hasColumns: false, open: undefined, last: undefined } as const;
/** Links of a source in order, with the sentence around each: from the last stop, link or block to the next. */
export const linksIn = (source: string, base = 0): readonly Link[] => {
  const reading: Reading = { ...UNREAD, source, base, links: [] };
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false };
  read(reading, base === 0 ? parse(source, options) : parseFragment(source, options), 0);
  return reading.links;
};
