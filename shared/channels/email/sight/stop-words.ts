import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isBlank } from '#shared/domain/text/unseen.ts';
import { fold } from '../../content/fold.ts';
import { speaksOfStop } from '../../content/means-of-opposition.ts';
import { attributeOf, BLOCKS, isElement } from '../html/elements.ts';

/** A piece of text, seen or not, with the link that it is in. */
interface Piece {
  readonly text: string;
  readonly element: Tree.Element;
  readonly href: string | undefined;
  /** What it is in, or its link: a paragraph, a cell. */
  readonly block: Tree.Node;
}

const NO_TEXT = new Set(['head', 'style', 'script', 'title', 'template', 'textarea', 'select']);

const piecesOf = (document: Tree.Document): readonly Piece[] => {
  const pieces: Piece[] = [];
  const left: (Pick<Piece, 'href' | 'block'> & { readonly node: Tree.Node })[] = [
    { node: document, href: undefined, block: document },
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { node } = next;
    if (isElement(node) && NO_TEXT.has(node.tagName)) continue;
    const href = isElement(node) && node.tagName === 'a' ? attributeOf(node, 'href') : next.href;
    const block = isElement(node) && BLOCKS.has(node.tagName) && href === undefined ? node : next.block;
    if ('value' in node && node.parentNode && isElement(node.parentNode) && !isBlank(node.value))
      pieces.push({ text: node.value, element: node.parentNode, href, block });
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) left.push({ node: child, href, block });
  }
  return pieces;
};

/** Pieces before and after a link that may say what it is for. */
const BESIDE = 12;

/** The elements in the links that are asked for, and beside them in their blocks up to the next link, whose words, seen or not, speak of stopping. */
export const stopWordsBeside = (
  document: Tree.Document,
  isAsked: (href: string) => boolean,
): readonly Tree.Element[] => {
  const pieces = piecesOf(document);
  const near = new Set<Piece>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.href === undefined || !isAsked(piece.href)) continue;
    near.add(piece);
    for (const step of [-1, 1])
      for (let at = index + step; Math.abs(at - index) <= BESIDE; at += step) {
        const beside = pieces[at];
        if (beside === undefined || beside.href !== undefined || beside.block !== piece.block) break;
        near.add(beside);
      }
  }
  return [...near].flatMap(({ element, text }) => (speaksOfStop(fold(text)) ? [element] : []));
};
