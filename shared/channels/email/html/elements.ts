import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** True of a tag, as against text, a comment or the document. */
export const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;

/** What an element says by an attribute of this name; `undefined`: it has none. */
export const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** What is right below a node; of a `<template>`, what it holds. */
export const childrenOf = (node: Tree.Node): readonly Tree.Node[] => {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
};

/** What begins a line of its own, and ends it. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'p div td th li dd dt h1 h2 h3 h4 h5 h6 center blockquote address pre hr tr table thead tbody tfoot caption ul ol dl section article header footer main nav aside figure figcaption form fieldset legend details summary body'.split(
    ' ',
  ),
);
