import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { contentFault, contentRefused } from '../../content/content-fault.ts';
import type { FoundField } from '../../content/merge-fields.ts';
import { FIELD_IN_SCRIPT } from '../content-troubles.ts';
import { childrenOf, isElement } from './elements.ts';

/** The position of a field once the mail is parsed as a browser would. */
export interface HoleContext {
  /** `running-text`: text where an anchor is allowed; `attribute` covers everything inside a tag. */
  readonly at: 'running-text' | 'text' | 'attribute' | 'comment';
  /** A value here could hide or show something: the fast verification does not apply. */
  readonly shapesTheMail: boolean;
}

/** Attributes whose value changes no structure and hides nothing. */
const INERT_ATTRIBUTES = new Set([
  'href',
  'src',
  'alt',
  'title',
  'aria-label',
  'background',
  'content',
  'name',
  'value',
]);
const RAW = new Set(['style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);
const NO_ANCHOR = new Set(['a', 'title', 'textarea', 'option', 'select', 'button', 'svg', 'math', 'template']);

/** A prefix of stand-ins that occurs nowhere in the source. */
const prefixFor = (source: string): string => {
  let prefix = 'avalfield';
  while (source.toLowerCase().includes(prefix)) prefix += 'x';
  return prefix;
};

/** The source with a plain word in the place of each field, and the word of each. */
export const withPlaceholders = (
  source: string,
  found: readonly FoundField[],
): { html: string; words: readonly string[] } => {
  const prefix = prefixFor(source);
  const words = found.map((_, index) => `${prefix}${index}q`);
  let html = '';
  let from = 0;
  for (const [index, { start, end }] of found.entries()) {
    html += source.slice(from, start) + words[index];
    from = end;
  }
  return { html: html + source.slice(from), words };
};

const textContext = (element: Tree.Element | undefined, ancestors: readonly string[]): HoleContext => {
  const isRaw = element !== undefined && RAW.has(element.tagName);
  const at = isRaw || ancestors.some((tag) => NO_ANCHOR.has(tag)) ? 'text' : 'running-text';
  return { at, shapesTheMail: isRaw };
};

/** The context of each field. Throws the fault of one inside a script, where no escaping is safe. */
export const holeContexts = (
  document: Tree.Document,
  source: string,
  found: readonly FoundField[],
  words: readonly string[],
): readonly HoleContext[] => {
  const contexts: HoleContext[] = found.map(() => ({ at: 'attribute', shapesTheMail: true }));
  const numbers = new RegExp(`${words[0]?.slice(0, -2) ?? 'none'}(\\d+)q`, 'gi');
  const note = (text: string, context: HoleContext) => {
    for (const [, index] of text.matchAll(numbers)) contexts[Number(index)] = context;
  };
  const noteText = (text: string, parent: Tree.Element | undefined, ancestors: readonly string[]): void => {
    if (parent?.tagName === 'script') refuseInScript(text, numbers, source, found);
    note(text, textContext(parent, ancestors));
  };
  const noteAttributes = ({ attrs }: Tree.Element): void => {
    for (const { name, value } of attrs) note(value, { at: 'attribute', shapesTheMail: !INERT_ATTRIBUTES.has(name) });
  };
  const visit = (node: Tree.Node, parent: Tree.Element | undefined, ancestors: readonly string[]): void => {
    if ('value' in node) noteText(node.value, parent, ancestors);
    if (node.nodeName === '#comment' && 'data' in node) note(node.data, { at: 'comment', shapesTheMail: false });
    const element = isElement(node) ? node : undefined;
    if (element !== undefined) noteAttributes(element);
    const inside = element === undefined ? ancestors : [...ancestors, element.tagName];
    for (const child of childrenOf(node)) visit(child, element ?? parent, inside);
  };
  if (found.length > 0) visit(document, undefined, []);
  return contexts;
};

const refuseInScript = (text: string, numbers: RegExp, source: string, found: readonly FoundField[]): void => {
  for (const [, index] of text.matchAll(numbers)) {
    const start = found[Number(index)]?.start ?? 0;
    throw contentRefused(contentFault('html', source, start, FIELD_IN_SCRIPT));
  }
};

/** The tree of a mail, read as a client without scripts reads it. */
export const parseMail = (html: string): Tree.Document => parse(html, { scriptingEnabled: false });
