import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import {
  isNamedAfterStopping,
  onlyStops,
  saysNothing,
  speaksOfStopping,
  withForeignMeans,
} from '../../content/foreign-means.ts';
import { type FoundField, findFields } from '../../content/merge-fields.ts';
import { DEEPEST } from './content-trouble.ts';

/** A link of the author: its target, its words, the words of the sentence before and after it, and where its target is. */
interface Link {
  readonly target: string;
  words: string;
  before: string;
  after: string;
  readonly start: number;
  readonly end: number;
}

const BLOCKS = new Set('p div td th li h1 h2 h3 h4 h5 h6 center blockquote tr table body'.split(' '));
const UNSEEN = new Set(['style', 'script', 'title', 'head', 'template']);

/** Offsets of an attribute's value in its source: after `=` and the quote. */
const valueAt = (source: string, start: number, end: number): { start: number; end: number } | undefined => {
  const [head, quote = ''] = /^[^\s=]+\s*=\s*(["']?)/.exec(source.slice(start, end)) ?? [];
  return head === undefined ? undefined : { start: start + head.length, end: end - quote.length };
};

/** Links of a document in order, with the sentence around each: from the last stop, link or block to the next. */
class Reader {
  readonly links: Link[] = [];
  private sentence = '';
  private open: Link | undefined;
  private last: Link | undefined;
  private readonly source: string;
  private readonly base: number;

  constructor(source: string, base: number) {
    this.source = source;
    this.base = base;
  }

  read(node: Tree.Node, depth = 0): void {
    if (depth > DEEPEST) return;
    if ('value' in node) this.say(node.value);
    else if (node.nodeName === '#comment' && 'data' in node) this.readForOutlook(node);
    else if ('tagName' in node) this.readElement(node, depth);
    else if ('childNodes' in node) for (const child of node.childNodes) this.read(child, depth + 1);
  }

  private say(text: string): void {
    if (this.open !== undefined) {
      this.open.words += text;
      return;
    }
    const stop = /[.!?](?=\s)/.exec(text)?.index;
    if (this.last !== undefined) this.last.after += stop === undefined ? text : text.slice(0, stop);
    if (stop !== undefined) this.last = undefined;
    this.sentence = `${this.sentence}${text}`.replace(/^[\s\S]*[.!?]\s/, '').slice(-200);
  }

  private readElement(element: Tree.Element, depth: number): void {
    if (UNSEEN.has(element.tagName)) return;
    if (BLOCKS.has(element.tagName)) this.endSentence();
    const link = this.open === undefined ? this.linkOf(element) : undefined;
    if (link !== undefined) this.open = link;
    const children = 'content' in element ? (element as Tree.Template).content.childNodes : element.childNodes;
    for (const child of children) this.read(child, depth + 1);
    if (link !== undefined) {
      this.links.push(link);
      this.open = undefined;
      this.last = link;
      this.sentence = '';
    }
    if (element.tagName === 'img' && this.open !== undefined)
      this.open.words += element.attrs.find(({ name }) => name === 'alt')?.value ?? '';
    if (BLOCKS.has(element.tagName)) this.endSentence();
  }

  private endSentence(): void {
    this.sentence = '';
    this.last = undefined;
  }

  private linkOf(element: Tree.Element): Link | undefined {
    const target = element.attrs.find(({ name }) => name === 'href')?.value;
    const location = element.sourceCodeLocation?.attrs?.['href'];
    if (target === undefined || location === undefined || element.tagName === 'link' || element.tagName === 'base')
      return undefined;
    const at = valueAt(this.source, location.startOffset, location.endOffset);
    if (at === undefined) return undefined;
    return {
      target: target.trim(),
      words: '',
      before: this.sentence,
      after: '',
      start: this.base + at.start,
      end: this.base + at.end,
    };
  }

  /** What a conditional comment holds, Outlook shows. */
  private readForOutlook({ data, sourceCodeLocation }: Tree.CommentNode): void {
    const head = /^\[if[^\]]*\]>/.exec(data)?.[0];
    if (head === undefined || sourceCodeLocation == null) return;
    const base = this.base + sourceCodeLocation.startOffset + '<!--'.length + head.length;
    const inside = new Reader(data.slice(head.length), base);
    inside.read(parseFragment(data.slice(head.length), { sourceCodeLocationInfo: true }));
    this.links.push(...inside.links);
  }
}

const isForeign = ({ target, words, before, after }: Link): boolean => {
  if (!/^(?:https?:|mailto:|#|$|javascript:)/i.test(target)) return false;
  if (onlyStops(words)) return true;
  const sentence = `${before} ${words} ${after}`;
  if (saysNothing(words)) return isNamedAfterStopping(target) || speaksOfStopping(sentence);
  return isNamedAfterStopping(target) && (/^mailto:/i.test(target) || speaksOfStopping(sentence));
};

/** Targets of links by which another system, or nobody, would be told to stop: their place is our link's. */
const foreignLinks = (html: string): readonly FoundField[] => {
  const reader = new Reader(html, 0);
  reader.read(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  return reader.links
    .filter(isForeign)
    .map(({ start, end }) => ({ start, end, field: { kind: 'opposition-link' } as const }));
};

/** Every place of an HTML part that we fill: fields, ways to stop of other tools, and links that lead to other systems. */
export const findInHtml = (html: string): readonly FoundField[] =>
  withForeignMeans(findFields(html, 'html'), foreignLinks(html));
