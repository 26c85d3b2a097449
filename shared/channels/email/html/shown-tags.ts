import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Missing } from '#shared/domain/missing.ts';
import { contentFault, missingOf } from '../../content/content-fault.ts';
import { reportedOf } from '../../content/tags/refused-tags.ts';
import { tagsIn } from '../../content/tags/tags-in.ts';
import { troubleOf } from '../../content/tags/troubles.ts';
import { DEEPEST } from './content-trouble.ts';
import { isElement } from './elements.ts';

const INLINE = new Set(
  'a abbr b bdi bdo big code em font i mark s small span strike strong sub sup tt u wbr'.split(' '),
);
const UNSEEN = new Set(['style', 'script', 'template']);
const SHOWN_ATTRIBUTES = new Set(['alt', 'title', 'aria-label', 'placeholder']);

/** A run of text as its reader sees it, in pieces with their offsets in the source. */
type Run = { readonly text: string; readonly offset: number }[];

/** What a node says itself, with its place in the source: the node's own, or that of the tag that holds an attribute. */
const pieceOf = (text: string, { sourceCodeLocation }: Tree.TextNode | Tree.Element): Run[number] => ({
  text,
  offset: sourceCodeLocation?.startOffset ?? 0,
});

/** A run for each attribute that a reader may see. */
const runsInAttributes = (element: Tree.Element): readonly Run[] =>
  element.attrs.filter(({ name }) => SHOWN_ATTRIBUTES.has(name)).map(({ value }) => [pieceOf(value, element)]);

const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === '#text';

/** Every run of text that a reader sees, attributes included: formatting does not end one, a block does. */
const runsOf = (document: Tree.Document): readonly Run[] => {
  const runs: Run[] = [[]];
  const visit = (node: Tree.Node, depth: number): void => {
    if (depth > DEEPEST || (isElement(node) && UNSEEN.has(node.tagName))) return;
    if (isText(node)) runs.at(-1)?.push(pieceOf(node.value, node));
    if (!('childNodes' in node)) return;
    if (isElement(node)) runs.unshift(...runsInAttributes(node).toReversed());
    const isBlock = !isElement(node) || !INLINE.has(node.tagName);
    if (isBlock) runs.push([]);
    for (const child of node.childNodes) visit(child, depth + 1);
    if (isBlock) runs.push([]);
  };
  visit(document, 0);
  return runs;
};

/** As long as the source, with its tags blotted out: offsets stay, and nothing of them is found again. */
const withoutTags = (html: string): string => {
  let blotted = '';
  let from = 0;
  for (const { start, end } of tagsIn(html, 'html')) {
    blotted += html.slice(from, start) + html.slice(start, end).replace(/[^\r\n]/g, '·');
    from = end;
  }
  return blotted + html.slice(from);
};

/** The offset in the source of a position in a run. */
const offsetIn = (run: Run, position: number): number => {
  let before = 0;
  for (const { text, offset } of run) {
    if (position < before + text.length) return offset + Math.min(position - before, text.length);
    before += text.length;
  }
  return 0;
};

/**
 * Tags that a reader would see whole although the source has them in pieces: `{<b>{ name }}</b>`, `&#123;&#123; name }}`.
 * Pointers are relative to the content.
 */
export const shownTags = (html: string): readonly Missing[] => {
  const document = parse(withoutTags(html), { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const found = runsOf(document).flatMap((run) =>
    tagsIn(run.map(({ text }) => text).join(''), 'text').map(({ start, fault }) => ({ run, start, fault })),
  );
  return reportedOf('html', found, ({ run, start, fault }) =>
    missingOf(
      contentFault(
        'html',
        html,
        offsetIn(run, start),
        troubleOf({ kind: 'markup-inside', shown: fault?.shown ?? '{{ … }}' }),
      ),
    ),
  );
};
