import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { declarationsOf } from './hidden-style.ts';

/** Pixels between which a width may be that of a whole mail: narrower is a column, wider a mistake. */
const [NARROWEST, WIDEST] = [440, 1200];
/** Elements that lay a mail out. */
const LAYS_OUT = new Set(['table', 'td', 'div', 'center', 'section', 'main', 'article']);

const pixels = (value: string | undefined): number | undefined => {
  const [, number] = /^\s*(\d{3,4})(?:\.\d+)?(?:px)?\s*(?:!\s*important)?\s*$/i.exec(value ?? '') ?? [];
  const width = Number(number);
  return width >= NARROWEST && width <= WIDEST ? width : undefined;
};

const ownWidth = (element: Tree.Element): number | undefined => {
  if (!LAYS_OUT.has(element.tagName)) return undefined;
  const written = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value;
  const style = declarationsOf(written('style') ?? '');
  return pixels(style.get('max-width')) ?? pixels(style.get('width')) ?? pixels(written('width'));
};

/**
 * The width that the author's mail has, in pixels: of the first element, in the order of the source, that lays it out and
 * states one in its style or its `width` attribute. Absent: none does.
 */
export const authorWidth = (node: Tree.Node): number | undefined => {
  const own = 'tagName' in node ? ownWidth(node) : undefined;
  if (own !== undefined || !('childNodes' in node)) return own;
  for (const child of node.childNodes) {
    const width = authorWidth(child);
    if (width !== undefined) return width;
  }
  return undefined;
};
