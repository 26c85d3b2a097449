import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isBlank } from '#shared/domain/text/unseen.ts';
import { isShownWithoutText } from '../html/browser-view.ts';
import { readSheet } from '../styles/css-rules.ts';
import { nodesOf } from '../styles/selecting/block-tree.ts';
import { attributeOf, styleSources } from '../styles/sheets-of-mail.ts';
import { ALL, appliedBySheets, isHeld, ownOf, said } from './cascade.ts';
import { colourOf } from './colours.ts';
import { LINK, lookOf, PAGE, sightOfLook } from './look.ts';
import { better, doubtfulIf, type Sight, worse, worst } from './sight.ts';

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const withAncestors = (element: Tree.Element): readonly Tree.Element[] => {
  const chain: Tree.Element[] = [];
  for (let at: Tree.ParentNode | null = element; at !== null && isElement(at); at = at.parentNode) chain.unshift(at);
  return chain;
};

/** What a reader sees of a link: its words and pictures, each with the elements around it, the outermost first. */
interface Leaf {
  readonly chain: readonly Tree.Element[];
  /** Absent: a picture. */
  readonly words?: string;
}
const leavesOf = (link: Tree.Element): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const left: Tree.Node[] = [link];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isElement(node) && isShownWithoutText(node)) leaves.push({ chain: withAncestors(node) });
    else if (
      node.nodeName === '#text' &&
      'value' in node &&
      !isBlank(node.value) &&
      node.parentNode &&
      isElement(node.parentNode)
    )
      leaves.push({ chain: withAncestors(node.parentNode), words: node.value });
    if ('childNodes' in node) left.push(...node.childNodes.toReversed());
  }
  return leaves;
};

/** Marks that nobody takes for a link: a point, a comma, a line. */
const SPECK = /^[\s.,;:·•‧∙…'’`"´‐-―_|¦*°¸˙-]*$/u;

/** A mail has no more conditions in its sheets than these. */
const MOST_CONDITIONS = 60;

/** In `<details>` that is closed, and not what opens it. */
const isFolded = (chain: readonly Tree.Element[]): boolean =>
  chain.some(
    (element, index) =>
      element.tagName === 'details' &&
      attributeOf(element, 'open') === undefined &&
      chain[index + 1]?.tagName !== 'summary',
  );

/**
 * How well readers see each link that is asked for, by its target: what its own style and the style sheets may do to it, and to all
 * that is around it, on a desk, on a phone, in the dark; the best of those with one target. What is hidden whatever is asked of the
 * reader's program is unseen; what is hidden for some readers, or cannot be judged, is doubtful.
 */
export const sightOfLinks = (html: string, isAsked: (href: string) => boolean): ReadonlyMap<string, Sight> => {
  const sights = new Map<string, Sight>();
  const document = parse(html, { scriptingEnabled: false });
  const root = document.childNodes.find(isElement);
  if (root === undefined) return sights;
  const nodes = nodesOf(root);
  const links = [...nodes.keys()].flatMap((link) => {
    const href = link.tagName === 'a' ? attributeOf(link, 'href') : undefined;
    return href !== undefined && isAsked(href) ? [{ href, leaves: leavesOf(link) }] : [];
  });
  if (links.length === 0) return sights;
  const read = styleSources(html)
    .sheets.filter(({ isForOutlook }) => !isForOutlook)
    .map(({ css }) => readSheet(css));
  const rules = read.flatMap((sheet) => sheet.rules).filter(isHeld);
  const elements = new Set(links.flatMap(({ leaves }) => leaves.flatMap(({ chain }) => chain)));
  const applied = appliedBySheets(rules, nodes, elements);
  const conditions = [
    ...new Set([...(applied?.values() ?? [])].flatMap((all) => all.map(({ condition }) => condition))),
  ];
  const isTooMuch =
    applied === undefined || conditions.length > MOST_CONDITIONS || read.some(({ isTooDeep }) => isTooDeep);
  const body = [...nodes.keys()].find(({ tagName }) => tagName === 'body');
  const linkInk = colourOf((body && attributeOf(body, 'link'))?.trim().toLowerCase() ?? '') ?? LINK;
  const sightIn = ({ chain, words }: Leaf, situation: string): Sight => {
    let look = PAGE;
    for (const element of chain) {
      const node = nodes.get(element);
      const sheets = node === undefined ? [] : (applied?.get(node) ?? []);
      look = lookOf(look, element, said([...sheets, ...ownOf(element, rules.length)], situation), linkInk);
    }
    return sightOfLook(look, words !== undefined);
  };
  const situations = [...new Set([...conditions.filter((each) => each !== ''), ALL])];
  const sightOf = (leaf: Leaf): Sight => {
    const always = sightIn(leaf, '');
    if (always === 'unseen') return 'unseen';
    const sometimes = worst(situations.map((situation) => sightIn(leaf, situation)));
    const isInDoubt = sometimes !== 'seen' || isTooMuch || isFolded(leaf.chain);
    return worse(always, doubtfulIf(isInDoubt));
  };
  for (const { href, leaves } of links) {
    const isWord = ({ words }: Leaf): boolean => words === undefined || !SPECK.test(words);
    const best = (leaves.some(isWord) ? leaves.filter(isWord) : leaves).map(sightOf).reduce(better, 'unseen');
    const found = worse(best, doubtfulIf(leaves.length > 0 && !leaves.some(isWord)));
    sights.set(href, better(sights.get(href) ?? 'unseen', found));
  }
  return sights;
};
