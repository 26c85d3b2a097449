import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { linkAsFollowed } from '../../content/written-links.ts';
import { attributeOf, isElement } from '../html/elements.ts';
import { readSheet } from '../styles/css-rules.ts';
import type { Rule } from '../styles/css-sheet.ts';
import { type Node, nodesOf } from '../styles/selecting/block-tree.ts';
import { styleSources } from '../styles/sheets-of-mail.ts';
import { type Applied, appliedBySheets, isHeld, ownOf } from './cascade.ts';
import { OUTLOOK } from './clients.ts';
import { type Colour, colourOf, colourOfAttribute } from './colours.ts';
import { type Asked, above, askedOf } from './leaves.ts';
import { readingOf } from './looked-at.ts';

/** Whether the mail says that it has a look of its own for the dark: its page is then dark, and its words light. */
export const isMadeForDark = (html: string): boolean =>
  /(?<!prefers-)color-scheme\s*:[^;{}()"']*\bdark\b/i.test(html) ||
  /<meta\b[^<>]{0,200}\bcolor-schemes?\b[^<>]{0,200}\bdark\b/i.test(html);

/** Links of a mail, with what may style them. */
interface StyledLinks {
  readonly links: readonly Asked[];
  /** What is seen of the links, and of what was asked for beside them, with all that they are in. */
  readonly elements: ReadonlySet<Tree.Element>;
  readonly ofElement: ReadonlyMap<Tree.Element, readonly Applied[]>;
  /** The colour that the page gives to links. */
  readonly linkInk: Colour | undefined;
  /** All rules of its sheets, those that apply to nothing of it included. */
  readonly rules: readonly Rule[];
  /** Not all of what styles it was read. */
  readonly isTooMuch: boolean;
}

/** The links that are asked for, the elements beside them, and each declaration that may apply to them or to what they are in. */
export const styledLinks = (
  html: string,
  isAsked: (href: string) => boolean,
  document: Tree.Document,
  beside: readonly Tree.Element[],
): StyledLinks => {
  const root = document.childNodes.find(isElement);
  const nodes = root === undefined ? new Map<Tree.Element, Node>() : nodesOf(root);
  const links = [...nodes.keys()].flatMap((link) => {
    const href = link.tagName === 'a' ? attributeOf(link, 'href') : undefined;
    return href !== undefined && isAsked(href) ? [askedOf(linkAsFollowed(href), link)] : [];
  });
  const read = styleSources(html).sheets.map(({ css, media, isForOutlook }) => ({
    ...readSheet(css),
    ofSheet: [...(media === '' ? [] : [`media ${media}`]), ...(isForOutlook ? [OUTLOOK] : [])],
  }));
  const rules = read.flatMap(({ rules, ofSheet }) => rules.map((rule) => ({ ...rule, ofSheet })));
  const held = rules.filter(isHeld);
  const elements = new Set<Tree.Element>();
  for (const element of [...links.flatMap(({ leaves }) => leaves.map((leaf) => leaf.element)), ...beside])
    for (let at: Tree.Element | undefined = element; at !== undefined && !elements.has(at); at = above(at))
      elements.add(at);
  const reading = readingOf(html, document.mode === 'quirks');
  const applied = appliedBySheets(held, nodes, elements, reading);
  const ofElement = new Map(
    [...elements].map((element) => {
      const node = nodes.get(element);
      const sheets = node === undefined ? [] : (applied?.get(node) ?? []);
      return [element, [...sheets, ...ownOf(element, held.length, reading)]];
    }),
  );
  const body = [...nodes.keys()].find(({ tagName }) => tagName === 'body');
  return {
    links,
    elements,
    ofElement,
    linkInk: colourOf(colourOfAttribute((body && attributeOf(body, 'link')) ?? '')),
    rules,
    isTooMuch: applied === undefined || read.some(({ isTooDeep }) => isTooDeep),
  };
};
