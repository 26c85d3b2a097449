import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { styleSheets } from './browser-view.ts';
import { declarationsOf, plainRules } from './hidden-style.ts';
import { lastSaidOf } from './plain-selectors.ts';

/** Pixels between which a width may be that of a whole mail: narrower is a column, wider a mistake. */
const [NARROWEST, WIDEST] = [440, 1200];
/** Elements that lay a mail out. */
const LAYS_OUT = new Set(['table', 'td', 'div', 'center', 'section', 'main', 'article']);

const pixels = (value: string | undefined): number | undefined => {
  const [, number] = /^\s*(\d{3,4})(?:\.\d+)?(?:px)?\s*(?:!\s*important)?\s*$/i.exec(value ?? '') ?? [];
  const width = Number(number);
  return width >= NARROWEST && width <= WIDEST ? width : undefined;
};

const stated = (style: ReadonlyMap<string, string>): number | undefined =>
  pixels(style.get('max-width')) ?? pixels(style.get('width'));

/** A plain selector of a style sheet, and the width that it states. */
interface SheetWidth {
  readonly selector: string;
  readonly width: number;
}

const sheetWidths = (document: Tree.Node): readonly SheetWidth[] =>
  styleSheets(document)
    .flatMap(plainRules)
    .flatMap(({ selector, declarations }) => {
      const width = stated(declarations);
      return width === undefined ? [] : [{ selector, width }];
    });

type WidthInSheets = (element: Tree.Element) => SheetWidth | undefined;

const ownWidth = (element: Tree.Element, inSheets: WidthInSheets): number | undefined => {
  if (!LAYS_OUT.has(element.tagName)) return undefined;
  const written = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value;
  return stated(declarationsOf(written('style') ?? '')) ?? inSheets(element)?.width ?? pixels(written('width'));
};

const widthBelow = (node: Tree.Node, inSheets: WidthInSheets): number | undefined => {
  const own = 'tagName' in node ? ownWidth(node, inSheets) : undefined;
  if (own !== undefined || !('childNodes' in node)) return own;
  for (const child of node.childNodes) {
    const width = widthBelow(child, inSheets);
    if (width !== undefined) return width;
  }
  return undefined;
};

/**
 * The width that the author's mail has, in pixels: of the first element, in the order of the source, that lays it out and
 * states one in its style, by its class, id or name in a style sheet outside any at-rule, or in its `width` attribute.
 * Absent: none does.
 */
export const authorWidth = (document: Tree.Node): number | undefined =>
  widthBelow(document, lastSaidOf(sheetWidths(document)));
