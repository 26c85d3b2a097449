import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type ContentFault, lineAt, type Trouble } from '../../content/content-fault.ts';
import {
  COMMENT_WITHOUT_END,
  FRAMESET,
  hiddenAndNeverClosed,
  hidesItsContent,
  NOTHING_VISIBLE,
  nestedTooDeep,
  neverClosed,
  TAG_WITHOUT_END,
} from '../content-troubles.ts';
import { declarationsOf, hidingOf } from './hidden-style.ts';

const RAW_TEXT = new Set(['title', 'style', 'script', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

const fault = (html: string, offset: number, trouble: Trouble): ContentFault => ({
  part: 'html',
  line: lineAt(html, offset),
  trouble,
});

interface Found {
  readonly offset: number;
  readonly trouble: Trouble;
  /** Well formed, so to blame only where nothing else is. */
  readonly isClosed?: boolean;
}

const troubleOf = (element: Tree.Element): Found | undefined => {
  const location = element.sourceCodeLocation;
  if (!location) return undefined;
  const offset = location.startOffset;
  if (element.tagName === 'frameset') return { offset, trouble: FRAMESET };
  const isClosed = location.endTag !== undefined;
  if (!isClosed && RAW_TEXT.has(element.tagName)) return { offset, trouble: neverClosed(element.tagName) };
  const style = element.attrs.find(({ name }) => name === 'style')?.value ?? '';
  const hiding = hidingOf(declarationsOf(style));
  if (!hiding.subtree && !hiding.text) return undefined;
  return isClosed
    ? { offset, trouble: hidesItsContent(element.tagName), isClosed }
    : { offset, trouble: hiddenAndNeverClosed(element.tagName) };
};

const troublesIn = (node: Tree.Node): readonly Found[] => {
  const own = 'tagName' in node ? troubleOf(node) : undefined;
  const children = 'childNodes' in node ? node.childNodes.flatMap(troublesIn) : [];
  return own === undefined ? children : [own, ...children];
};

/** The start of a comment that never ends, or -1. */
const openComment = (html: string): number => {
  const start = html.lastIndexOf('<!--');
  return start === -1 || /-->|--!>/.test(html.slice(start + 4)) ? -1 : start;
};

/** A tag that the end of the mail cuts, as an attribute without its closing quote does; or undefined. */
export const cutTag = (html: string): ContentFault | undefined => {
  let isCut = false;
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code }) => {
      isCut ||= code === 'eof-in-tag';
    },
  });
  return isCut ? fault(html, startOfCutTag(document), TAG_WITHOUT_END) : undefined;
};

/** The cut tag is no node: it starts where the last node written in the source ends. */
const startOfCutTag = (document: Tree.Document): number => {
  let last = 0;
  const visit = (node: Tree.Node): void => {
    const location = node.sourceCodeLocation;
    if (location && 'tagName' in node) last = Math.max(last, node.sourceCodeLocation?.startTag?.endOffset ?? 0);
    else if (location) last = Math.max(last, location.endOffset);
    if (location && 'tagName' in node) last = Math.max(last, node.sourceCodeLocation?.endTag?.endOffset ?? 0);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(document);
  return last;
};

/** Browsers put what is nested deeper into the last element they keep. */
export const DEEPEST = 512;

/** Elements are nested deeper than browsers go. */
export const isNestedTooDeep = (document: Tree.Document): boolean => {
  const left: { node: Tree.Node; depth: number }[] = [{ node: document, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) return true;
    if ('childNodes' in node) for (const child of node.childNodes) left.push({ node: child, depth: depth + 1 });
  }
  return false;
};

/** The line of an element nested deeper than browsers go; or undefined. */
export const tooDeep = (html: string, document: Tree.Document): ContentFault | undefined =>
  isNestedTooDeep(document) ? fault(html, html.length, nestedTooDeep(DEEPEST)) : undefined;

/** Why no footer can stand visible and last in this mail, naming the line where it goes wrong. */
export const explainTrouble = (html: string): ContentFault => {
  const troubles = troublesIn(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  const comment = openComment(html);
  const all = comment === -1 ? troubles : [...troubles, { offset: comment, trouble: COMMENT_WITHOUT_END }];
  const [first] = all.toSorted(
    (a, b) => Number(a.isClosed ?? false) - Number(b.isClosed ?? false) || a.offset - b.offset,
  );
  return first === undefined ? fault(html, 0, NOTHING_VISIBLE) : fault(html, first.offset, first.trouble);
};
