import type { Trouble } from '../../content/content-fault.ts';
import type { Node } from './block-tree.ts';
import { giftsOf, isTakenBy, needOf } from './conditions.ts';
import type { Declaration, Rule } from './css-rules.ts';
import {
  cutsRight,
  hidesPage,
  isAboveAll,
  isAnimation,
  isContent,
  isPositioned,
  isWide,
  sinks,
} from './declarations.ts';
import { HIDES_BLOCK, HIDES_FROM_ITS_START, HIDES_FROM_WITHIN, HIDES_TEXT, isHiding } from './hiding-tables.ts';
import type { Match } from './selectors.ts';
import { COVERS_THE_BLOCK, HIDES_IN_OUTLOOK, HIDES_THE_BLOCK } from './style-troubles.ts';

/** What a style can do to our block, and where it is in the source. */
export interface StyleFault {
  readonly offset: number;
  readonly trouble: Trouble;
}

const GENERATED = new Set(['before', 'after']);
const OF_ITS_START = new Set(['first-letter', 'first-line']);
/** Boxes that a scroller adds beside itself. */
const BESIDE = /^(?:scroll-|column|view-transition)/;

const quote = ({ selector }: Rule, { property, value, isImportant }: Declaration): string =>
  `${selector} { ${property}: ${value}${isImportant ? ' !important' : ''} }`;

/** What is known of the styles of one mail so far. */
export interface Reading {
  readonly nodes: readonly Node[];
  readonly faults: StyleFault[];
  /** What counts only where something else, of any rule, makes it work. */
  readonly late: { readonly fault: () => StyleFault; readonly need: string }[];
  /** What makes others work: `page positioned`, `overlays`, `block::after generated` … */
  readonly given: Set<string>;
  /** Elements of the author, read where a margin asks for them. */
  readonly author: () => readonly Node[];
  /** Links and words of the author may be boxes, with margins above and below. */
  readonly boxesInline: boolean;
  /** Pixels by which margins of the author may pull up the end of the mail. */
  pull: number;
}

/** One declaration of a rule. */
export interface Said {
  readonly rule: Rule;
  readonly declaration: Declaration;
  readonly offset: number;
}

export const note = (
  { faults, late }: Reading,
  { rule, declaration, offset }: Said,
  trouble: (rule: string) => Trouble,
  need?: string,
): void => {
  const fault = () => ({ offset, trouble: trouble(quote(rule, declaration)) });
  if (need === undefined) faults.push(fault());
  else late.push({ fault, need });
};

export const judgePage = (reading: Reading, said: Said, node: Node): void => {
  const { rule, declaration } = said;
  for (const gift of giftsOf(declaration, node)) reading.given.add(gift);
  if (cutsRight(declaration)) reading.given.add('cut at the right');
  if (isAnimation(declaration)) reading.given.add('page animated');
  if (hidesPage(rule, declaration)) note(reading, said, HIDES_THE_BLOCK, needOf(declaration, node));
  else if (isWide(declaration)) note(reading, said, HIDES_THE_BLOCK, 'cut at the right');
};

/** An element of the block, in Outlook: what is `!important` of its own style is not read there. */
const judgeBlock = (reading: Reading, said: Said, node: Node): void => {
  const { declaration } = said;
  for (const gift of giftsOf(declaration, node)) reading.given.add(gift);
  if (!isTakenBy(declaration, node)) return;
  const table = node.part === 'text' ? HIDES_TEXT : HIDES_BLOCK;
  if (sinks(declaration, node) || isHiding(declaration, table, { takesBack: false }))
    note(reading, said, HIDES_IN_OUTLOOK, needOf(declaration, node));
  if (node.part === 'text' && declaration.property === 'font-family')
    note(reading, said, HIDES_IN_OUTLOOK, 'font of its own');
};

const judgeGenerated = (reading: Reading, said: Said, { node, pseudoElement = '' }: Match): void => {
  const { declaration } = said;
  const isPage = node.part === 'root';
  if (BESIDE.test(pseudoElement)) note(reading, said, COVERS_THE_BLOCK);
  if (OF_ITS_START.has(pseudoElement) && !isPage && isHiding(declaration, HIDES_FROM_ITS_START))
    note(reading, said, COVERS_THE_BLOCK, node.name === 'td' ? undefined : 'block boxed');
  if (!GENERATED.has(pseudoElement)) return;
  const box = `${isPage ? node.name : 'block'}::${pseudoElement} generated`;
  if (isContent(declaration)) reading.given.add(box);
  const isAbove = isPage ? isAboveAll(declaration) : isHiding(declaration, HIDES_FROM_WITHIN);
  if (isAbove) note(reading, said, COVERS_THE_BLOCK, box);
  else if (node.name === 'html' && isPositioned(declaration)) note(reading, said, COVERS_THE_BLOCK, 'page stacked');
};

export const judge = (reading: Reading, said: Said, match: Match, isForOutlook: boolean): void => {
  const { rule, declaration } = said;
  // Outlook for Windows knows no pointer.
  const isRead = !rule.within.includes('media') && !match.isUnderPointer;
  const isInOutlook = isRead && (declaration.isImportant || isForOutlook);
  if (match.pseudoElement !== undefined) judgeGenerated(reading, said, match);
  else if (match.node.part === 'root') judgePage(reading, said, match.node);
  else if (isInOutlook) judgeBlock(reading, said, match.node);
};
