import { type Content, partsOf } from './content.ts';
import { replaceClosed } from './signs/html.ts';

/**
 * Parts of a template that promote inside a message that is no prospecting (D5), between `{{#prospecting}}` and
 * `{{/prospecting}}`: where prospecting is refused they are left out, and the rest is sent.
 */
const MARK = /\{\{\s*([#/])\s*prospecting\s*\}\}/g;
const CLOSING_MARK = /\{\{\s*\/\s*prospecting\s*\}\}/g;
const BLOCK = /\{\{\s*#\s*prospecting\s*\}\}[\s\S]*?\{\{\s*\/\s*prospecting\s*\}\}/g;

/** Each opening mark is followed by its closing mark, and none is inside another. */
const isBalanced = (text: string): boolean => {
  const marks = [...text.matchAll(MARK)].map(([, kind]) => kind);
  return marks.length % 2 === 0 && marks.every((kind, index) => kind === (index % 2 === 0 ? '#' : '/'));
};

const partsWhere = (content: Content, holds: (text: string) => boolean): readonly string[] =>
  Object.entries(partsOf(content)).flatMap(([part, text]) => (text !== undefined && holds(text) ? [part] : []));

/** Applies to every part that there is. */
const inEveryPart = (content: Content, change: (text: string) => string): Content => {
  const changed = Object.entries(partsOf(content)).map(([part, text]) => [part, text && change(text)] as const);
  return { ...content, ...Object.fromEntries(changed) };
};

/** True when it contains a mark of a block. */
export const hasProspectingBlocks = (content: Content): boolean =>
  Object.values(partsOf(content)).some((text) => text !== undefined && text.search(MARK) >= 0);

/** The parts in which a mark is alone, or in another block: `html`. */
export const partsWithLooseMarks = (content: Content): readonly string[] =>
  partsWhere(content, (text) => !isBalanced(text));

/** The content with its blocks, and without the marks. */
export const withProspectingBlocks = (content: Content): Content =>
  inEveryPart(content, (text) => text.replace(MARK, ''));

/** The content without its blocks. */
export const withoutProspectingBlocks = (content: Content): Content =>
  inEveryPart(content, (text) => replaceClosed(text, BLOCK, CLOSING_MARK, ''));

/** The parts that are empty without their blocks. */
export const partsLeftEmpty = (content: Content): readonly string[] =>
  partsWhere(withoutProspectingBlocks(content), (text) => text.trim() === '');
