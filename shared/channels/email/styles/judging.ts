import type { Trouble } from '../../content/content-fault.ts';
import { giftsOf, isTakenBy, needOf } from './conditions.ts';
import type { Declaration, Rule } from './css-sheet.ts';
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
import { HIDES_FROM_ITS_START, HIDES_FROM_WITHIN } from './hiding-generated.ts';
import { HIDES_BLOCK, HIDES_INLINE, HIDES_TEXT, isHiding } from './hiding-tables.ts';
import { pullOfDeclaration } from './pulling.ts';
import type { Node, Page } from './selecting/block-tree.ts';
import type { Comparison } from './selecting/comparison.ts';
import type { Match } from './selecting/selectors.ts';
import { COVERS_THE_BLOCK, HIDES_IN_OUTLOOK, HIDES_THE_BLOCK } from './style-troubles.ts';

/** What a style can do to our block, and where it is in the source. */
export interface StyleFault {
  readonly offset: number;
  readonly trouble: Trouble;
}

const GENERATED = new Set(['before', 'after']);
const OF_ITS_START = new Set(['first-letter', 'first-line']);
/** What is out of the keyboard's reach loses the focus as soon as it has it. */
const TAKES_FROM_KEYBOARD = /^(?:all|display|visibility|content.*|interactivity)$/;
/** Boxes that a scroller adds beside itself. */
const BESIDE = /^(?:scroll-|column|view-transition)/;

const quote = ({ selector }: Rule, { written, value, isImportant }: Declaration): string =>
  `${selector} { ${written}: ${value}${isImportant ? ' !important' : ''} }`;

/** What is known of the styles of one mail so far. */
export interface Reading {
  readonly page: Page;
  readonly comparison: Comparison;
  readonly faults: StyleFault[];
  /** What counts only where something else, of any rule, makes it work. */
  readonly late: { readonly fault: () => StyleFault; readonly need: string }[];
  /** What makes others work: `page positioned`, `overlays`, `block::after generated` … */
  readonly given: Set<string>;
  /** Something is a container that `@container` may ask for its size. */
  readonly hasContainers: boolean;
  /** Pixels by which margins may pull up the end of the mail before it is off the page. */
  readonly mostPull: number;
  /** Pixels by which margins of the author may pull it up. */
  pull: number;
  /** The same of those that do so only where a style makes boxes of what is in a line, or something else of cells. */
  pullOfBoxed: number;
  /** They do: no more of them need be added up. */
  isPulled: boolean;
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

/** Margins of the page, its body and our table pull up the block as those of the author do. */
const notePullOf = (reading: Reading, said: Said, trouble: (rule: string) => Trouble): void => {
  const pull = pullOfDeclaration(said.declaration);
  reading.pull += pull;
  if (pull > 0 && reading.pull > reading.mostPull) note(reading, said, trouble);
};

export const judgePage = (reading: Reading, said: Said, node: Node): void => {
  const { rule, declaration } = said;
  for (const gift of giftsOf(declaration, node)) reading.given.add(gift);
  if (cutsRight(declaration)) reading.given.add('cut at the right');
  if (isAnimation(declaration)) reading.given.add('page animated');
  notePullOf(reading, said, HIDES_THE_BLOCK);
  if (hidesPage(rule, declaration)) note(reading, said, HIDES_THE_BLOCK, needOf(declaration, node));
  else if (isWide(declaration)) note(reading, said, HIDES_THE_BLOCK, 'cut at the right');
};

/** An element of the block, in Outlook: what is `!important` of its own style is not read there. */
const judgeBlock = (reading: Reading, said: Said, node: Node): void => {
  const { declaration } = said;
  for (const gift of giftsOf(declaration, node)) reading.given.add(gift);
  if (!isTakenBy(declaration, node)) return;
  if (node.name === 'table') notePullOf(reading, said, HIDES_IN_OUTLOOK);
  const table = node.part === 'text' ? HIDES_TEXT : node.name === 'a' ? HIDES_INLINE : HIDES_BLOCK;
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
  // Outlook for Windows knows no pointer; whoever has followed the link, or is on it, has found it.
  const isFound = match.isOnlyInUse || (match.isOnlyInFocus && !TAKES_FROM_KEYBOARD.test(declaration.property));
  const isRead = !rule.within.includes('media') && !isFound;
  const isInOutlook = isRead && (declaration.isImportant || isForOutlook);
  if (match.pseudoElement !== undefined) judgeGenerated(reading, said, match);
  else if (match.node.part === 'root') judgePage(reading, said, match.node);
  else if (isInOutlook) judgeBlock(reading, said, match.node);
};
