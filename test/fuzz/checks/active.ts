import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements that run, load or embed something: our pages have none of them. */
const ELEMENTS = new Set(['script', 'img', 'svg', 'math', 'iframe', 'object', 'embed', 'base']);
const LEADS = new Set(['href', 'src', 'action', 'formaction', 'srcdoc']);
const isActive = ({ name, value }: { readonly name: string; readonly value: string }): boolean =>
  name.startsWith('on') || (LEADS.has(name) && /^\s*(?:javascript|vbscript|data:text)/i.test(value));

/** What of a page runs, loads or goes elsewhere, as a browser reads it: `img`, `a onclick`. What is escaped is text, and is nothing of it. */
export const activeIn = (html: string): readonly string[] => {
  const found: string[] = [];
  const look = (node: Node): void => {
    if ('tagName' in node) {
      if (ELEMENTS.has(node.tagName)) found.push(node.tagName);
      found.push(...node.attrs.filter(isActive).map(({ name }) => `${node.tagName} ${name}`));
    }
    if ('childNodes' in node) for (const each of node.childNodes) look(each);
  };
  look(parse(html));
  return found;
};
