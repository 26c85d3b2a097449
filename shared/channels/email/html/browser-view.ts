import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isBlank } from '#shared/domain/text/unseen.ts';
import { collapse } from '../../content/escape.ts';
import { FOOTER_MARK } from '../footer/footer.ts';
import { attributeOf, isElement } from './elements.ts';
import { declarationsOf, hidingOf, hidingRules, sizingRules } from './hidden-style.ts';
import { isAPixel } from './pixel-sizes.ts';
import { lastSaidOf } from './plain-selectors.ts';

/** A piece of what a reader sees, in document order. */
interface Seen {
  readonly kind: 'text' | 'image';
  readonly text: string;
  /** The element that it is in. */
  readonly element: Tree.Element | undefined;
  /** Target of the nearest link around it. */
  readonly href: string | undefined;
  /** 0 outside, else the number of the footer that contains it. */
  readonly footer: number;
}

/** A mail as a browser shows it, scripts off, style sheets read as far as they hide things. */
export interface BrowserView {
  readonly seen: readonly Seen[];
  /** Elements carrying our mark, visible or not, and how many of them hang straight from the body. */
  readonly footers: number;
  readonly footersInBody: number;
  /** After the last footer, an element is in the page that a style sheet could put over it, though it holds nothing. */
  readonly isElementAfter: boolean;
  /** After the last footer, Outlook alone would show something of a conditional comment. */
  readonly isOutlookContentAfter: boolean;
}

const NEVER_SHOWN = new Set(
  'head style script title template textarea select option iframe object audio video noembed noframes datalist'.split(
    ' ',
  ),
);
const SHOWN_WITHOUT_TEXT = new Set(['img', 'hr', 'input', 'button', 'svg', 'canvas', 'embed', 'image']);
/** Something to see though it holds no text; not the image of a pixel or less that counts opens. */
export const isShownWithoutText = (element: Tree.Element): boolean =>
  SHOWN_WITHOUT_TEXT.has(element.tagName) &&
  attributeOf(element, 'type') !== 'hidden' &&
  !isAPixel(
    (side) => attributeOf(element, side),
    element.tagName === 'img' ? declarationsOf(attributeOf(element, 'style') ?? '') : new Map(),
  );

/** Every node of a tree, in document order, with its depth-first ancestors known to the callback by `enter`'s result. */
interface Surroundings {
  readonly isHidden: boolean;
  readonly isTextHidden: boolean;
  readonly isInvisible: boolean;
  readonly href: string | undefined;
  readonly footer: number;
}

/** A sheet with a `media` of its own applies to some readers alone, as what is in `@media` does. */
const isForSome = (style: Tree.Element): boolean =>
  !/^\s*(?:(?:only\s+)?(?:all|screen)\s*)?$/i.test(attributeOf(style, 'media') ?? '');

/** What the author's own style sheets say to every reader, as text. */
export const styleSheets = (node: Tree.Node): readonly string[] => {
  if (isElement(node) && node.tagName === 'style' && isForSome(node)) return [];
  if (isElement(node) && node.tagName === 'style')
    return node.childNodes.map((child) => ('value' in child ? child.value : ''));
  return 'childNodes' in node ? node.childNodes.flatMap(styleSheets) : [];
};

/** Whether an element is hidden by a style sheet. */
export type IsHidden = (element: Tree.Element) => boolean;

/** Of the style sheets of a mail, as far as their selectors are plain. */
export const hiddenBySheets = (document: Tree.Node): IsHidden => {
  const hides = lastSaidOf(styleSheets(document).flatMap(hidingRules));
  return (element) => hides(element) !== undefined;
};

/** Whether letters have a size of their own, in what has none: by a style sheet, or as `<font>` says. */
const sizedBySheets = (document: Tree.Node): ((element: Tree.Element) => boolean) => {
  const sizes = lastSaidOf(styleSheets(document).flatMap(sizingRules));
  return (element) =>
    sizes(element) !== undefined || (element.tagName === 'font' && attributeOf(element, 'size') !== undefined);
};

/** What style sheets do to an element. */
interface BySheets {
  readonly isHidden: IsHidden;
  readonly isSized: (element: Tree.Element) => boolean;
}

const surroundingsOf = (
  element: Tree.Element,
  around: Surroundings,
  sheets: BySheets,
  footer: number,
): Surroundings => {
  const style = declarationsOf(attributeOf(element, 'style') ?? '');
  const hiding = hidingOf(style);
  const isHiddenElsewhere =
    NEVER_SHOWN.has(element.tagName) || attributeOf(element, 'hidden') !== undefined || sheets.isHidden(element);
  const isOurs = footer > 0;
  return {
    isHidden: around.isHidden || hiding.subtree || (isHiddenElsewhere && !isOurs),
    isTextHidden: hiding.text ?? (around.isTextHidden && (around.isInvisible || !sheets.isSized(element))),
    isInvisible: hiding.invisible ?? around.isInvisible,
    href: element.tagName === 'a' ? attributeOf(element, 'href') : around.href,
    footer,
  };
};

const CONDITIONAL = /<!--\[if\s(?!\s*!mso\])[^\]<>]*\]>(?!<!-->|-->)([\s\S]*?)<!\[endif\]-->/gi;
/** Nothing after the last `>` is a tag: a `<` there would be looked for an end from each of them. */
const withoutTags = (text: string): string => {
  const end = text.lastIndexOf('>') + 1;
  return text.slice(0, end).replace(/<[^>]*>/g, '') + text.slice(end);
};
/** Outlook reads the source in order: what a conditional comment shows after the last footer. */
const isOutlookContentAfter = (html: string): boolean => {
  const footer = html.lastIndexOf(FOOTER_MARK);
  const shown = footer === -1 ? [] : [...html.slice(footer).matchAll(CONDITIONAL)];
  return shown.some(([, content]) => collapse(withoutTags(content ?? '')) !== '');
};

/** What a reader sees of these bytes. */
export const viewHtml = (html: string): BrowserView => ({
  ...viewTree(parse(html, { scriptingEnabled: false })),
  isOutlookContentAfter: isOutlookContentAfter(html),
});

/** What a reader sees of a parsed mail. */
export const viewTree = (document: Tree.Document): BrowserView => {
  const seen: Seen[] = [];
  const sheets = { isHidden: hiddenBySheets(document), isSized: sizedBySheets(document) };
  let footers = 0;
  let footersInBody = 0;
  let isElementAfter = false;
  const enter = (element: Tree.Element, around: Surroundings): void => {
    const isFooter = attributeOf(element, FOOTER_MARK) !== undefined;
    if (isFooter) {
      footers += 1;
      isElementAfter = false;
      if (element.parentNode && 'tagName' in element.parentNode && element.parentNode.tagName === 'body')
        footersInBody += 1;
    }
    const surroundings = surroundingsOf(element, around, sheets, isFooter ? footers : around.footer);
    isElementAfter ||= footers > 0 && surroundings.footer === 0;
    if (!surroundings.isHidden && !surroundings.isInvisible && isShownWithoutText(element))
      seen.push({
        kind: 'image',
        text: attributeOf(element, 'alt') ?? '',
        element,
        href: surroundings.href,
        footer: surroundings.footer,
      });
    for (const child of element.childNodes) visit(child, surroundings);
  };
  const visit = (node: Tree.Node, surroundings: Surroundings): void => {
    if (isElement(node)) enter(node, surroundings);
    else if (node.nodeName === '#text' && 'value' in node && !surroundings.isHidden && !surroundings.isTextHidden) {
      const element = node.parentNode && isElement(node.parentNode) ? node.parentNode : undefined;
      seen.push({ kind: 'text', text: node.value, element, href: surroundings.href, footer: surroundings.footer });
    }
  };
  const outside: Surroundings = {
    isHidden: false,
    isTextHidden: false,
    isInvisible: false,
    href: undefined,
    footer: 0,
  };
  for (const child of document.childNodes) visit(child, outside);
  return { seen, footers, footersInBody, isElementAfter, isOutlookContentAfter: false };
};

/** The visible text of some of what is seen. */
export const textOf = (seen: readonly Seen[]): string =>
  collapse(seen.map(({ text, kind }) => (kind === 'text' ? text : ' ')).join(''));

/** True when something of it has ink: text other than blanks, or an image. */
export const hasInk = (seen: readonly Seen[]): boolean =>
  seen.some(({ kind, text }) => kind === 'image' || !isBlank(text));

/** What Outlook shows of a conditional comment; no other program shows any. */
export const shownByOutlook = (comment: string): readonly Tree.Node[] => {
  const head = /^\[if[^\]]*\]>/.exec(comment)?.[0];
  return head === undefined
    ? []
    : parseFragment(comment.slice(head.length).replace(/<!(?:\[endif\])?$/, '')).childNodes;
};

const isNothing = (node: Tree.Node): boolean => {
  if ('value' in node) return isBlank(node.value);
  if ('data' in node) return shownByOutlook(node.data).every(isNothing);
  return !isElement(node) || (node.tagName === 'img' && !isShownWithoutText(node));
};

/** Nothing is in a link, and it has no look of its own that could give it room: nobody sees it, so that nobody follows it. */
export const holdsNothing = ({ tagName, attrs, childNodes }: Tree.Element): boolean =>
  tagName === 'a' && childNodes.every(isNothing) && !attrs.some(({ name }) => ['style', 'class', 'id'].includes(name));
