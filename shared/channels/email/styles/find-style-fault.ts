import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { FoundField } from '../../content/merge-fields.ts';
import { attributeOf } from '../html/elements.ts';
import { readStyle } from './css-rules.ts';
import { isElsewhere } from './elsewhere.ts';
import { SIDE } from './hiding-values.ts';
import type { StyleFault } from './judging.ts';
import { hasMargins, isInline, isOfCells, MAKES_BOXES, mostPull, pullOfDeclaration } from './pulling.ts';
import { pageOf } from './selecting/block-tree.ts';
import { faultsOfStyles } from './sheet-faults.ts';
import { type StyleSources, startOf, styleSources } from './sheets-of-mail.ts';
import {
  ATTRIBUTE_OF_THE_PAGE,
  FIELD_IN_STYLE,
  META,
  PULLS_THE_BLOCK,
  SHADOW_TREE,
  SHEET_ELSEWHERE,
} from './style-troubles.ts';

/** Attributes by which a page or its body takes all that it holds away, from the eye or from the keyboard. */
const DISABLES = new Set(['hidden', 'inert', 'popover', 'contenteditable', 'aria-hidden']);
const SIDES = new Set(['marginwidth', 'leftmargin', 'rightmargin']);

const faultsOfPage = (element: Tree.Element): readonly StyleFault[] =>
  element.attrs.flatMap(({ name, value }) => {
    const isOff = value.trim().toLowerCase() === 'false';
    const isFault = (DISABLES.has(name) && !isOff) || (SIDES.has(name) && SIDE(value.trim()));
    return isFault ? [{ offset: startOf(element, name), trouble: ATTRIBUTE_OF_THE_PAGE(element.tagName, name) }] : [];
  });

const faultOfElement = (element: Tree.Element): readonly StyleFault[] => {
  const offset = startOf(element);
  if (attributeOf(element, 'shadowrootmode') !== undefined) return [{ offset, trouble: SHADOW_TREE }];
  if (element.tagName === 'meta') {
    const name = (attributeOf(element, 'http-equiv') ?? '').trim().toLowerCase();
    return name === 'refresh' || name === 'content-security-policy' ? [{ offset, trouble: META(name) }] : [];
  }
  if (element.tagName !== 'link' || !/\bstylesheet\b/i.test(attributeOf(element, 'rel') ?? '')) return [];
  const address = (attributeOf(element, 'href') ?? '').trim();
  return isElsewhere(address) ? [{ offset, trouble: SHEET_ELSEWHERE(address) }] : [];
};

/** A first look at a `style` attribute, which most pass. */
const hasNegativeMargin = (style: string): boolean =>
  style.split(';').some((declaration) => declaration.includes('-') && /margin/i.test(declaration));

/** What the `style` attributes of all elements together pull up, in pixels, and the one that passes what is harmless. */
const pullOfElements = (
  { elements }: StyleSources,
  most: number,
): { readonly pull: number; readonly faults: readonly StyleFault[] } => {
  let pull = 0;
  for (const element of elements.filter(({ tagName }) => hasMargins(tagName))) {
    const style = attributeOf(element, 'style') ?? '';
    if (!hasNegativeMargin(style)) continue;
    for (const declaration of readStyle(style)) pull += pullOfDeclaration(declaration);
    if (pull > most)
      return { pull, faults: [{ offset: startOf(element, 'style'), trouble: PULLS_THE_BLOCK(style.trim()) }] };
  }
  return { pull, faults: [] };
};

const isRightToLeft = (element: Tree.Element | undefined): boolean =>
  element !== undefined && attributeOf(element, 'dir')?.trim().toLowerCase() === 'rtl';

/** A merge field within a style sheet, a `style` or a `class`; `undefined`: there is none. */
const fieldInStyle = ({ elements, sheets }: StyleSources, fields: readonly FoundField[]): StyleFault | undefined => {
  const ranges = [
    ...sheets.map(({ css, start }) => ({ start, end: start + css.length })),
    ...elements.flatMap(({ sourceCodeLocation }) =>
      ['style', 'class'].flatMap((name) => {
        const place = sourceCodeLocation?.attrs?.[name];
        return place === undefined ? [] : [{ start: place.startOffset, end: place.endOffset }];
      }),
    ),
  ];
  const field = fields.find(({ start }) => ranges.some((range) => range.start <= start && start < range.end));
  return field && { offset: field.start, trouble: FIELD_IN_STYLE };
};

/** A link of ours will be put between words: it is not known beforehand which elements are where. */
const putsLinksIntoText = ({ elements }: StyleSources, fields: readonly FoundField[]): boolean => {
  const links = fields.filter(({ field }) => field.kind !== 'value');
  const tags = elements.flatMap(({ sourceCodeLocation: place }) => place?.startTag ?? []);
  return links.some(({ start }) => !tags.some((tag) => tag.startOffset <= start && start < tag.endOffset));
};

const mayOverlay = (style: string): boolean => /position|transform/i.test(style) || hasNegativeMargin(style);

/**
 * What in the author's styles could keep a reader from seeing our block or from using its link, the first in the source; by
 * what may apply, at-rules included, not by what does. A merge field of `fields` in a style comes before all. `undefined`: nothing.
 */
export const findStyleFault = (source: string, fields: readonly FoundField[] = []): StyleFault | undefined => {
  const found = styleSources(source);
  const field = fields.length === 0 ? undefined : fieldInStyle(found, fields);
  if (field !== undefined) return field;
  const roots = [found.html, found.body].filter((root) => root !== undefined);
  const most = mostPull(found.elements);
  const inStyles = pullOfElements(found, most);
  const ofStyles = faultsOfStyles({
    page: pageOf(found.html),
    isWhole: !putsLinksIntoText(found, fields),
    pull: inStyles.pull,
    mostPull: most,
    makesBoxes: found.elements.some(
      (element) =>
        (isInline(element.tagName) || isOfCells(element.tagName)) &&
        MAKES_BOXES.test(attributeOf(element, 'style') ?? ''),
    ),
    arrangesGrid: found.elements.some((element) =>
      /grid|place-|justify|align-|order\s*:/i.test(attributeOf(element, 'style') ?? ''),
    ),
    hasContainers: found.elements.some((element) => /container/i.test(attributeOf(element, 'style') ?? '')),
    sheets: found.sheets,
    ofPage: roots.map((root) => ({
      name: root.tagName,
      style: attributeOf(root, 'style') ?? '',
      offset: startOf(root, 'style'),
    })),
    isRightToLeft: roots.some(isRightToLeft),
    hasOverlays: found.elements.some((element) => mayOverlay(attributeOf(element, 'style') ?? '')),
  });
  const faults = [
    ...roots.flatMap(faultsOfPage),
    ...found.elements.flatMap(faultOfElement),
    ...inStyles.faults,
    ...ofStyles,
  ];
  return faults.sort((a, b) => a.offset - b.offset)[0];
};
