import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { childrenOf, isElement } from './elements.ts';

/** A place to insert the footer, and what must be closed right before it. */
export interface SplicePoint {
  readonly offset: number;
  readonly before: string;
}

const BODY_END = /<\/body/gi;
/** How many `</body` are tried, from the last: forwarded mails hold several, and some are not tags at all. */
const TRIED_ENDS = 4;
const LONGEST_REPAIR = 40;

/** Offsets worth trying, the best first: before the last `</body`, then earlier ones, then the very end. */
export const candidateOffsets = (html: string): readonly number[] => {
  const ends = [...html.matchAll(BODY_END)].map(({ index }) => index);
  return [...ends.slice(-TRIED_ENDS).reverse(), html.length];
};

/** Conditional comments that Outlook reads and that are still open at the end of this text. */
const openConditions = (html: string): string => {
  const revealed = count(html, /<!\[if\s[^\]<>]*\]>/gi) - count(html, /<!\[endif\]>(?!-->)/gi);
  const notOutlook = count(html, /<!--\[if\s[^\]<>]*\]>\s*(?:<!-->|-->)/gi) - count(html, /<!--\s*<!\[endif\]-->/gi);
  return '<!--<![endif]-->'.repeat(Math.max(notOutlook, 0)) + '<![endif]>'.repeat(Math.max(revealed, 0));
};
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const PROBE = 'aval-probe';
const probes = `<template class="${PROBE}"></template><i class="${PROBE}">.</i>`;

type Found = { readonly tags: readonly string[] } | { readonly swallowedBy: 'comment' | string };

const isProbe = (element: Tree.Element): boolean =>
  element.attrs.some(({ name, value }) => name === 'class' && value === PROBE);

/** A comment, or the raw-text element around a text, that holds the probes as characters. */
const swallowerAt = (node: Tree.Node, above: readonly string[]): string | undefined => {
  if (node.nodeName === '#comment' && 'data' in node) return node.data.includes(PROBE) ? 'comment' : undefined;
  return 'value' in node && node.value.includes(PROBE) ? above.at(-1) : undefined;
};

/** The last raw-text element, or a comment, that swallowed the probes; or the elements open around them. */
const findProbes = (document: Tree.Document): Found | undefined => {
  let tags: readonly string[] | undefined;
  let swallowedBy: string | undefined;
  const visit = (node: Tree.Node, above: readonly string[]): void => {
    swallowedBy = swallowerAt(node, above) ?? swallowedBy;
    if (isElement(node) && isProbe(node)) tags = (tags?.length ?? 0) > above.length ? tags : above;
    const inside = isElement(node) ? [...above, node.tagName] : above;
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(document, []);
  if (tags !== undefined) return { tags };
  return swallowedBy === undefined ? undefined : { swallowedBy };
};

const KEPT_OPEN = new Set(['html', 'body', 'head']);

/**
 * What closes everything that is open at an offset, found by probing: a browser's parser is asked where an element put
 * there ends up. `undefined` when nothing can close it: inside a tag, after `<plaintext>`, in a frameset.
 */
export const closersAt = (html: string, offset: number): string | undefined => {
  const prefix = html.slice(0, offset);
  let before = '';
  for (let repairs = 0; repairs < LONGEST_REPAIR; repairs += 1) {
    const found = findProbes(parse(prefix + before + probes, { scriptingEnabled: false }));
    if (found === undefined || ('swallowedBy' in found && found.swallowedBy === 'plaintext')) return undefined;
    if ('swallowedBy' in found) before += found.swallowedBy === 'comment' ? '-->' : `</${found.swallowedBy}>`;
    else {
      const open = found.tags.filter((tag) => !KEPT_OPEN.has(tag));
      if (open.length === 0) return before + openConditions(prefix + before);
      before += open
        .reverse()
        .map((tag) => `</${tag}>`)
        .join('');
    }
  }
  return undefined;
};
