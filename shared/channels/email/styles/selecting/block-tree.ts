import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { FOOTER_MARK } from '../../footer/footer.ts';
import { isElement } from '../../html/elements.ts';

/** An element as far as a selector can ask about it. */
export interface Node {
  readonly name: string;
  /** Its attributes; `undefined`: it has the attribute, with a value that is not known beforehand. */
  readonly attributes: ReadonlyMap<string, string | undefined>;
  readonly parent: Node | undefined;
  /** The elements below its parent, itself among them, in the order of the source. */
  readonly siblings: readonly Node[];
  /** Its position among them, from 0. */
  readonly position: number;
  readonly children: readonly Node[];
  /** The page or its body, an element of our block, one of those that our words are in, or an element of the author. */
  readonly part: 'root' | 'block' | 'text' | 'author';
}

type Made = Node & { readonly children: Node[] };

/** Adds an element below another, as its last child. */
const nodeBelow = (
  parent: Made | undefined,
  name: string,
  attributes: ReadonlyMap<string, string | undefined>,
  part: Node['part'],
): Made => {
  const siblings: Node[] = parent?.children ?? [];
  const node: Made = { name, attributes, parent, siblings, position: siblings.length, children: [], part };
  siblings.push(node);
  return node;
};

const STYLED = 'style';
/** Values that the block has whatever the settings and the language. */
const KNOWN: Readonly<Record<string, string>> = {
  role: 'presentation',
  [FOOTER_MARK]: '',
  dir: 'ltr',
  align: 'center',
  border: '0',
  cellpadding: '0',
  cellspacing: '0',
  size: '2',
};

/** The block that `footerHtml` writes, below a body. A test holds both to the same elements, places and attributes. */
const blockBelow = (body: Made): readonly Node[] => {
  const below = (parent: Made, name: string, attributes: string, part: Node['part'] = 'block'): Made => {
    const named = attributes.split(' ').map((each) => [each, KNOWN[each]] as const);
    return nodeBelow(parent, name, new Map(named), part);
  };
  const ofTable = `role ${FOOTER_MARK} lang dir width align border cellpadding cellspacing bgcolor style`;
  const table = below(body, 'table', ofTable);
  const tbody = below(table, 'tbody', STYLED);
  const tr = below(tbody, 'tr', STYLED);
  const td = below(tr, 'td', 'align bgcolor style');
  const text = below(td, 'font', 'color size style', 'text');
  const blankLine = () => {
    for (let ends = 0; ends < 2; ends += 1) nodeBelow(text, 'br', new Map(), 'block');
  };
  blankLine();
  blankLine();
  const stop = below(text, 'a', 'href style');
  const stopWords = below(stop, 'font', 'color size style', 'text');
  blankLine();
  const choices = below(text, 'a', 'href style');
  blankLine();
  const notice = below(text, 'a', 'href style');
  const noticeWords = below(notice, 'font', 'color size style', 'text');
  return [table, tbody, tr, td, text, stop, stopWords, choices, notice, noticeWords];
};

const attributesOf = ({ attrs }: Tree.Element): ReadonlyMap<string, string> =>
  new Map(attrs.map(({ name, value }) => [name, value]));

/** A block of ours that is in the mail already: it is the one that this tree ends with. */
const isBlock = ({ attrs }: Tree.Element): boolean => attrs.some(({ name }) => name === FOOTER_MARK);

/** The elements of one mail that styles are compared with. */
export interface Page {
  /** The page, its body, and the elements of our block that show something. */
  readonly nodes: readonly Node[];
  /** The elements of the author, in the order of the source. */
  readonly author: readonly Node[];
}

/** The elements of a mail that selectors are compared with, by what the parser made of them: all of them, a block of ours among them. */
export const nodesOf = (html: Tree.Element): ReadonlyMap<Tree.Element, Node> => {
  const nodes = new Map<Tree.Element, Made>([[html, nodeBelow(undefined, html.tagName, attributesOf(html), 'root')]]);
  for (const [element, node] of nodes)
    for (const child of element.childNodes)
      if (isElement(child)) nodes.set(child, nodeBelow(node, child.tagName, attributesOf(child), 'author'));
  return nodes;
};

/** The tree of a mail as a browser builds it, with our block at its end. */
export const pageOf = (html: Tree.Element | undefined): Page => {
  const root = nodeBelow(undefined, 'html', html === undefined ? new Map() : attributesOf(html), 'root');
  const author: Node[] = [];
  let body: Made | undefined;
  const left = html === undefined ? [] : [{ element: html, node: root }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.node.part === 'author') author.push(next.node);
    const made: typeof left = [];
    for (const element of next.element.childNodes) {
      if (!isElement(element) || isBlock(element)) continue;
      const isBody = element.tagName === 'body' && next.node === root;
      const node = nodeBelow(next.node, element.tagName, attributesOf(element), isBody ? 'root' : 'author');
      if (isBody) body = node;
      made.push({ element, node });
    }
    left.push(...made.reverse());
  }
  body ??= nodeBelow(root, 'body', new Map(), 'root');
  return { nodes: [root, body, ...blockBelow(body)], author };
};
