import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf, isElement } from '../html/elements.ts';
import { styleSources } from '../styles/sheets-of-mail.ts';
import { above } from './leaves.ts';
import { asOutlookReads } from './outlook-source.ts';
import { stopWordsBeside } from './stop-words.ts';

/** What says nothing of how an element looks, and may be of one reader. */
const OF_A_READER: ReadonlySet<string> = new Set(['href', 'src', 'srcset', 'alt', 'title', 'background']);

const lookOf = ({ tagName, attrs }: Tree.Element): string =>
  [tagName, ...attrs.flatMap(({ name, value }) => (OF_A_READER.has(name) ? [name] : [`${name}=${value}`]))].join(' ');

const elementsIn = (within: Tree.Node): readonly Tree.Element[] => {
  const found: Tree.Element[] = [];
  const left: Tree.Node[] = [within];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isElement(node)) found.push(node);
    if ('childNodes' in node) left.push(...node.childNodes.toReversed());
  }
  return found;
};

/** Links with what is in them, words beside them, and what all are in, each once. */
const withAllAround = (links: readonly Tree.Element[], words: readonly Tree.Element[]): ReadonlySet<Tree.Element> => {
  const all = new Set(links.flatMap(elementsIn));
  for (const each of [...links.map(above), ...words])
    for (let at = each; at !== undefined && !all.has(at); at = above(at)) all.add(at);
  return all;
};

/** Pictures may have an address for each reader. */
const withoutAddresses = (css: string): string => css.replaceAll(/\burl\([^()]*\)/gi, 'url()');

/**
 * Names how a mail shows the links that are asked for: by its sheets, by the elements around them and in them and around words of stopping beside
 * them, and by whether something is kept from Outlook, without words and addresses. The same for each reader of one template, and another where
 * anything else styles them.
 */
export const howShown = (html: string, isAsked: (href: string) => boolean): string => {
  const document = parse(html, { scriptingEnabled: false });
  const links = elementsIn(document).filter(
    (element) => element.tagName === 'a' && isAsked(attributeOf(element, 'href') ?? ''),
  );
  const sheets = styleSources(html).sheets.map(({ css, media }) => `${media}{${css}}`);
  const looks = [...withAllAround(links, stopWordsBeside(document, isAsked))].map(lookOf);
  const kept = asOutlookReads(html).isKept ? ['not for Outlook'] : [];
  const shown = withoutAddresses([...sheets, ...looks, ...kept].join('\n'));
  return createHash('sha256').update(shown, 'utf8').digest('hex').slice(0, 12);
};
