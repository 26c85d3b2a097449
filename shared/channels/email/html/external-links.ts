import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import {
  isNamedAfterStopping,
  onlyStops,
  saysNothing,
  speaksOfStopping,
  withExternalMeans,
} from '../../content/external-means.ts';
import { type FoundField, findFields } from '../../content/merge-fields.ts';
import { holdsNothing, isShownWithoutText } from './browser-view.ts';
import { DEEPEST } from './content-trouble.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A link of the author: its target and where that is, its words, the words of the sentence before and after it. */
interface Link extends Place {
  readonly target: string;
  words: string;
  before: string;
  after: string;
  leadsOn: boolean; // the words after it, to another link
  /** Of the whole element. */
  readonly element: Place;
}

const BLOCKS = new Set('p div td th li h1 h2 h3 h4 h5 h6 center blockquote tr table body'.split(' '));
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
  open: Link | undefined;
  last: Link | undefined;
}

const say = (reading: Reading, text: string): void => {
  if (reading.open !== undefined) {
    reading.open.words += text;
    return;
  }
  const stop = /[.!?](?=\s)/.exec(text)?.index;
  if (reading.last !== undefined) reading.last.after += stop === undefined ? text : text.slice(0, stop);
  if (stop !== undefined) reading.last = undefined;
  reading.sentence = `${reading.sentence}${text}`.replace(/^[\s\S]*[.!?]\s/, '').slice(-200);
};

const endSentence = (reading: Reading): void => {
  reading.sentence = '';
  reading.last = undefined;
};

const linkOf = ({ source, base, sentence }: Reading, element: Tree.Element): Link | undefined => {
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
    before: sentence,
    after: '',
    leadsOn: false,
    start: base + at.start,
    end: base + at.end,
    element: { start: base + whole.startOffset, end: base + whole.endOffset },
  };
};

const readElement = (reading: Reading, element: Tree.Element, depth: number): void => {
  if (UNSEEN.has(element.tagName)) return;
  const isBlock = BLOCKS.has(element.tagName);
  if (isBlock) endSentence(reading);
  if (element.tagName === 'img' && reading.open !== undefined && isShownWithoutText(element))
    reading.open.words += element.attrs.find(({ name }) => name === 'alt')?.value ?? '';
  const link = reading.open === undefined && !holdsNothing(element) ? linkOf(reading, element) : undefined;
  if (link !== undefined) {
    if (reading.last !== undefined) reading.last.leadsOn = true;
    reading.open = link;
  }
  for (const child of element.childNodes) read(reading, child, depth + 1);
  if (link !== undefined) {
    reading.links.push(link);
    reading.open = undefined;
    reading.last = link;
    reading.sentence = '';
  }
  if (isBlock) endSentence(reading);
};

/** What a conditional comment holds, Outlook shows. */
const readForOutlook = (reading: Reading, { data, sourceCodeLocation }: Tree.CommentNode): void => {
  const head = /^\[if[^\]]*\]>/.exec(data)?.[0];
  if (head === undefined || sourceCodeLocation == null) return;
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

/** Links of a source in order, with the sentence around each: from the last stop, link or block to the next. */
const linksIn = (source: string, base = 0): readonly Link[] => {
  const reading: Reading = { source, base, links: [], sentence: '', open: undefined, last: undefined };
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false };
  read(reading, base === 0 ? parse(source, options) : parseFragment(source, options), 0);
  return reading.links;
};

/** A page or a mailbox, or what is none: nothing, a script, a tag that nobody filled in. */
const MAY_BE_FOLLOWED = /^(?:https?:|mailto:|#|$|javascript:|[*{[%])/i;

const isExternal = ({ target, words, before, after, leadsOn }: Link): boolean => {
  if (!MAY_BE_FOLLOWED.test(target)) return false;
  if (onlyStops(words)) return true;
  // After a picture that nobody describes, or a mark, words that lead on to another link are said of that one.
  const sentence = leadsOn && !/\p{L}/u.test(words) ? before : `${before} ${words} ${after}`;
  if (saysNothing(words)) return isNamedAfterStopping(target) || speaksOfStopping(sentence);
  return isNamedAfterStopping(target) && (/^mailto:/i.test(target) || speaksOfStopping(sentence));
};

/** Without one of these letters, no link speaks of stopping, however its accents are written. */
const MAY_STOP =
  /unsub|sabonn|sinscri|oppos|opt[-_ ]?out|recevoir|receiv|stop|remove|abmeld|abbestell|mehr|de baja|recibir|isiscri|ricevere|afmeld|uitschrijv|meer/i;

const targetsOf = (links: readonly Link[]): readonly FoundField[] =>
  links.map(({ start, end }) => ({ start, end, field: { kind: 'opposition-link' } }));

/** Targets of links by which another system, or nobody, would be asked to stop: their place is our link's. */
export const externalLinks = (html: string): readonly FoundField[] =>
  MAY_STOP.test(html) ? targetsOf(linksIn(html).filter(isExternal)) : [];

/** A mailbox or a page, written out as the words of a link. */
const IS_AN_ADDRESS = /^\s*(?:[\w.+-]+@[\w.-]+|(?:https?:\/\/|www\.)\S+)\s*$/i;

/** The same, and those whose words are their own address, in a sentence that says how to stop: one may stop by writing to them. */
export const waysToStopIn = (html: string): readonly FoundField[] => {
  if (!MAY_STOP.test(html)) return [];
  const isWritten = ({ target, words, before, after }: Link): boolean =>
    /^(?:https?:|mailto:)/i.test(target) && IS_AN_ADDRESS.test(words) && speaksOfStopping(`${before} ${after}`);
  return targetsOf(linksIn(html).filter((link) => isExternal(link) || isWritten(link)));
};

/** A link to which a tag within it gives the words: our address goes into it, unless a value is to come there. */
const linkAround = (links: readonly Link[], fields: readonly FoundField[], tag: Place): Link | undefined => {
  const link = links.find(({ element }) => element.start < tag.start && tag.end < element.end);
  const isFilled =
    link !== undefined &&
    fields.some(({ start, end, field }) => field.kind === 'value' && start < link.end && link.start < end);
  return isFilled ? undefined : link;
};

/** Every position of an HTML part that we fill: fields, ways to stop of other tools, and links that lead to other systems. */
export const findInHtml = (html: string): readonly FoundField[] => {
  const fields = findFields(html, 'html');
  if (!MAY_STOP.test(html)) return fields;
  const links = linksIn(html);
  const around = new Set<Link>();
  const written = fields.map((found): FoundField => {
    const { field } = found;
    if (field.kind === 'value' || field.words === undefined) return found;
    const link = linkAround(links, fields, found);
    if (link === undefined) return found;
    around.add(link);
    return { ...found, field: { ...field, isInLink: true } };
  });
  return withExternalMeans(written, targetsOf(links.filter((link) => around.has(link) || isExternal(link))));
};
