import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** True of a tag, as against text, a comment or the document. */
export const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;

/** What an element says by an attribute of this name; `undefined`: it has none. */
export const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;
