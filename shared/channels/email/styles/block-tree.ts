import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element as far as a selector can ask about it. */
export interface Node {
  readonly name: string;
  /** Its attributes; `undefined`: it has the attribute, with a value that is not known beforehand. */
  readonly attributes: ReadonlyMap<string, string | undefined>;
  readonly parent: Node | undefined;
  /** What may come before it under its parent. `anything`: elements of the author. */
  readonly before: readonly string[] | 'anything';
  /** The page, its body, an element of our block, or one of those that letters of ours are in. */
  readonly part: 'root' | 'block' | 'text';
}

const STYLED = ['style'];
const CELLS = ['align', 'bgcolor', 'style'];

/** The elements of the block that `footerHtml` writes, below a body, but `br`, which shows nothing. A test holds both to the same elements. */
const blockBelow = (body: Node): readonly Node[] => {
  const below = (name: string, parent: Node, names: readonly string[], more: Partial<Node> = {}): Node => ({
    name,
    attributes: new Map(names.map((attribute) => [attribute, undefined])),
    parent,
    before: [],
    part: 'block',
    ...more,
  });
  const ofTable = 'role data-aval-footer lang dir width align border cellpadding cellspacing bgcolor style'.split(' ');
  const table = below('table', body, ofTable, { before: 'anything' });
  const tbody = below('tbody', table, STYLED);
  const tr = below('tr', tbody, STYLED);
  const td = below('td', tr, CELLS);
  const font = ['color', 'size', 'style'];
  const text = below('font', td, font, { part: 'text' });
  const a = below('a', text, ['href', 'style'], { before: ['br', 'a'] });
  const words = below('font', a, font, { part: 'text' });
  return [table, tbody, tr, td, text, a, words];
};

const rootOf = (element: Tree.Element | undefined, name: string, parent: Node | undefined): Node => ({
  name,
  attributes: new Map((element?.attrs ?? []).map((attribute) => [attribute.name, attribute.value])),
  parent,
  before: parent === undefined ? [] : ['head'],
  part: 'root',
});

/** The elements that a style sheet could hide our block by: the page, its body, and those of the block. */
export const nodesAround = (html: Tree.Element | undefined, body: Tree.Element | undefined): readonly Node[] => {
  const page = rootOf(html, 'html', undefined);
  const inside = rootOf(body, 'body', page);
  return [page, inside, ...blockBelow(inside)];
};
