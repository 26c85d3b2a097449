import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isBlank } from '#shared/domain/text/unseen.ts';
import { isShownWithoutText } from '../html/browser-view.ts';
import { attributeOf, isElement } from '../html/elements.ts';

/** The element around another. */
export const above = ({ parentNode }: Tree.Element): Tree.Element | undefined =>
  parentNode !== null && isElement(parentNode) ? parentNode : undefined;

/** What a reader sees of a link: its words and pictures, each with the element that it is in. */
interface Leaf {
  readonly element: Tree.Element;
  /** Absent: a picture. */
  readonly words?: string;
}
const leavesOf = (link: Tree.Element): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const left: Tree.Node[] = [link];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isElement(node) && isShownWithoutText(node)) leaves.push({ element: node });
    else if (
      node.nodeName === '#text' &&
      'value' in node &&
      !isBlank(node.value) &&
      node.parentNode &&
      isElement(node.parentNode)
    )
      leaves.push({ element: node.parentNode, words: node.value });
    if ('childNodes' in node) left.push(...node.childNodes.toReversed());
  }
  return leaves;
};

/** Marks that nobody takes for a link: a point, a comma, a line. */
const SPECK = /^[\s.,;:·•‧∙…'’`"´‐-―_|¦*°¸˙-]*$/u;

const isWord = ({ words }: Leaf): boolean => words === undefined || !SPECK.test(words);

/** In `<details>` that is closed, and not what opens it. */
const isFolded = ({ element }: Leaf): boolean => {
  let within: Tree.Element | undefined;
  for (let at: Tree.Element | undefined = element; at !== undefined; at = above(at)) {
    if (at.tagName === 'details' && attributeOf(at, 'open') === undefined && within?.tagName !== 'summary') return true;
    within = at;
  }
  return false;
};

/** A link that is asked for: what is seen of it, and what is in doubt whatever its look. */
export interface Asked {
  readonly href: string;
  readonly leaves: readonly (Leaf & { readonly isFolded: boolean })[];
  /** Nobody takes it for a link. */
  readonly isSpeck: boolean;
}
/** What is seen of a link. */
export const askedOf = (href: string, link: Tree.Element): Asked => {
  const leaves = leavesOf(link);
  const words = leaves.filter(isWord);
  return {
    href,
    leaves: (words.length > 0 ? words : leaves).map((leaf) => ({ ...leaf, isFolded: isFolded(leaf) })),
    isSpeck: leaves.length > 0 && words.length === 0,
  };
};
