import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { DEEPEST } from './content-trouble.ts';

const holdsSomething = (node: Tree.Node, depth = 0): boolean => {
  if ('value' in node) return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.value);
  if (!('childNodes' in node) || depth > DEEPEST) return false;
  return node.nodeName === 'a' || node.childNodes.some((child) => holdsSomething(child, depth + 1));
};

/** How many cells of a row hold words or a link; a picture alone keeps distance. */
export const filledCellsIn = (row: Tree.Element): number =>
  row.childNodes.filter((node) => 'tagName' in node && holdsSomething(node)).length;
