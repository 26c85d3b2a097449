import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element as far as a selector can ask about it. */
export interface Node {
  readonly name: string;
  /** Its attributes; `undefined`: it has the attribute, with a value that is not known beforehand. */
  readonly attributes: ReadonlyMap<string, string | undefined>;
  readonly parent: Node | undefined;
  /** What comes before it under its parent: names of elements without class or id, or elements of the author. */
  readonly before: readonly (string | Node)[];
  /** The page or its body, an element of our block, one of those that our words are in, or an element of the author. */
  readonly part: 'root' | 'block' | 'text' | 'author';
}

const STYLED = ['style'];
const CELLS = ['align', 'bgcolor', 'style'];

/** The elements of the block that `footerHtml` writes, below a body, but `br`, which shows nothing. A test holds both to the same elements. */
const blockBelow = (body: Node, before: readonly Node[]): readonly Node[] => {
  const below = (name: string, parent: Node, names: readonly string[], more: Partial<Node> = {}): Node => ({
    name,
    attributes: new Map(names.map((attribute) => [attribute, undefined])),
    parent,
    before: [],
    part: 'block',
    ...more,
  });
  const ofTable = 'role data-aval-footer lang dir width align border cellpadding cellspacing bgcolor style'.split(' ');
  const table = below('table', body, ofTable, { before });
  const tbody = below('tbody', table, STYLED);
  const tr = below('tr', tbody, STYLED);
  const td = below('td', tr, CELLS);
  const font = ['color', 'size', 'style'];
  const text = below('font', td, font, { part: 'text' });
  const a = below('a', text, ['href', 'style'], { before: ['br', 'a'] });
  const words = below('font', a, font, { part: 'text' });
  return [table, tbody, tr, td, text, a, words];
};

const attributesOf = ({ attrs }: Tree.Element): ReadonlyMap<string, string> =>
  new Map(attrs.map(({ name, value }) => [name, value]));

const childrenOf = (element: Tree.Element, parent: Node): readonly Node[] => {
  const children: Node[] = [];
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    const at = children.length;
    children.push({
      name: child.tagName,
      attributes: attributesOf(child),
      parent,
      // Few selectors ask: a copy for each of many children would take the square of their number.
      get before() {
        return children.slice(0, at);
      },
      part: 'author',
    });
  }
  return children;
};

/** The elements of the author below a body, each with what is around it. */
export const nodesOfAuthor = (body: Tree.Element, inside: Node): readonly Node[] => {
  const found: Node[] = [];
  const left: { readonly element: Tree.Element; readonly node: Node }[] = [{ element: body, node: inside }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const nodes = childrenOf(next.element, next.node);
    const elements = next.element.childNodes.filter((child) => 'tagName' in child);
    found.push(...nodes);
    for (const [index, element] of elements.entries()) {
      const node = nodes[index];
      if (node !== undefined) left.push({ element, node });
    }
  }
  return found;
};

const rootOf = (element: Tree.Element | undefined, name: string, parent: Node | undefined): Node => ({
  name,
  attributes: element === undefined ? new Map() : attributesOf(element),
  parent,
  before: parent === undefined ? [] : ['head'],
  part: 'root',
});

/** The elements that a style sheet could hide our block by: the page, its body, and those of the block. */
export const nodesAround = (html: Tree.Element | undefined, body: Tree.Element | undefined): readonly Node[] => {
  const page = rootOf(html, 'html', undefined);
  const inside = rootOf(body, 'body', page);
  return [page, inside, ...blockBelow(inside, body === undefined ? [] : childrenOf(body, inside))];
};
