import type { Trouble } from '../../content/content-fault.ts';
import type { Node } from './block-tree.ts';
import { giftsOf, isTakenBy, needOf } from './conditions.ts';
import { type Declaration, type Rule, readSheet, readStyle } from './css-rules.ts';
import {
  cutsRight,
  hidesPage,
  isAboveAll,
  isAnimation,
  isContent,
  isOverlaying,
  isWide,
  mayMatter,
  sinks,
} from './declarations.ts';
import { isElsewhere } from './elsewhere.ts';
import { HIDES_BLOCK, HIDES_FROM_ITS_START, HIDES_FROM_WITHIN, HIDES_TEXT, isHiding } from './hiding-tables.ts';
import { isPulling } from './pulling.ts';
import { type Match, matchesOf } from './selectors.ts';
import type { SheetSource } from './sheets-of-mail.ts';
import {
  COVERS_THE_BLOCK,
  HIDES_IN_OUTLOOK,
  HIDES_THE_BLOCK,
  PULLS_THE_BLOCK,
  REDEFINES_A_FONT,
  SHEET_ELSEWHERE,
  SHEET_TOO_DEEP,
} from './style-troubles.ts';

/** What a style can do to our block, and where it is in the source. */
export interface StyleFault {
  readonly offset: number;
  readonly trouble: Trouble;
}

/** The fonts that the plain half of our styles names. */
const OUR_FONTS = new Set(['arial', 'helvetica']);
const GENERATED = new Set(['before', 'after']);
const OF_ITS_START = new Set(['first-letter', 'first-line']);
/** Boxes that a scroller adds beside itself. */
const BESIDE = /^(?:scroll-|column|view-transition)/;

const quote = ({ selector }: Rule, { property, value, isImportant }: Declaration): string =>
  `${selector} { ${property}: ${value}${isImportant ? ' !important' : ''} }`;

/** What is known of the styles of one mail so far. */
interface Reading {
  readonly nodes: readonly Node[];
  readonly faults: StyleFault[];
  /** What counts only where something else, of any rule, makes it work. */
  readonly late: { readonly fault: () => StyleFault; readonly need: string }[];
  /** What makes others work: `page positioned`, `overlays`, `block::after generated` … */
  readonly given: Set<string>;
}

/** One declaration of a rule. */
interface Said {
  readonly rule: Rule;
  readonly declaration: Declaration;
  readonly offset: number;
}

const note = (
  { faults, late }: Reading,
  { rule, declaration, offset }: Said,
  trouble: (rule: string) => Trouble,
  need?: string,
): void => {
  const fault = () => ({ offset, trouble: trouble(quote(rule, declaration)) });
  if (need === undefined) faults.push(fault());
  else late.push({ fault, need });
};

const judgePage = (reading: Reading, said: Said, node: Node): void => {
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
    note(reading, said, COVERS_THE_BLOCK);
  if (!GENERATED.has(pseudoElement)) return;
  const box = `${isPage ? node.name : 'block'}::${pseudoElement} generated`;
  if (isContent(declaration)) reading.given.add(box);
  const isAbove = isPage ? isAboveAll(node.name, declaration) : isHiding(declaration, HIDES_FROM_WITHIN);
  if (isAbove) note(reading, said, COVERS_THE_BLOCK, box);
};

const judge = (reading: Reading, said: Said, match: Match, isForOutlook: boolean): void => {
  const { rule, declaration } = said;
  const isInOutlook = !rule.within.includes('media') && (declaration.isImportant || isForOutlook);
  if (match.pseudoElement !== undefined) judgeGenerated(reading, said, match);
  else if (match.node.part === 'root') judgePage(reading, said, match.node);
  else if (isInOutlook) judgeBlock(reading, said, match.node);
};

/** What a rule does wherever it applies. */
const judgeAnywhere = (reading: Reading, said: Said): void => {
  const { rule, declaration } = said;
  const isOfGenerated = /:(?:before|after)\b/i.test(rule.selector);
  if (isOfGenerated && isContent(declaration)) reading.given.add('generated somewhere');
  if (declaration.property === 'scroll-snap-align') reading.given.add('snaps');
  if (isOverlaying(declaration)) reading.given.add('overlays');
  if (isPulling(declaration, rule.selector))
    note(reading, said, PULLS_THE_BLOCK, isOfGenerated ? 'generated somewhere' : undefined);
};

const readRule = (reading: Reading, rule: Rule, offset: number, isForOutlook: boolean): void => {
  const all = rule.declarations.map((declaration) => ({ rule, declaration, offset }));
  for (const said of all) judgeAnywhere(reading, said);
  if (!rule.declarations.some(mayMatter)) return;
  for (const match of matchesOf(rule.selector, reading.nodes))
    for (const said of all) judge(reading, said, match, isForOutlook);
};

const readFont = ({ faults, given }: Reading, { declarations }: Rule, offset: number): void => {
  const said = (name: string) => declarations.findLast(({ property }) => property === name)?.value ?? '';
  const family = said('font-family').replaceAll(/["']/g, '');
  if (OUR_FONTS.has(family)) faults.push({ offset, trouble: REDEFINES_A_FONT(family) });
  if (said('src').includes('data:') || said('size-adjust') !== '') given.add('font of its own');
};

const readKeyframe = (reading: Reading, rule: Rule, offset: number): void => {
  for (const declaration of rule.declarations) {
    const said = { rule: { ...rule, selector: `@keyframes ${rule.selector}` }, declaration, offset };
    if (hidesPage(rule, declaration)) note(reading, said, HIDES_THE_BLOCK, 'page animated');
    if (isPulling(declaration)) note(reading, said, PULLS_THE_BLOCK);
  }
};

const readSource = (reading: Reading, { css, start, isForOutlook }: SheetSource): void => {
  const { rules, imports, isTooDeep } = readSheet(css);
  if (isTooDeep) reading.faults.push({ offset: start, trouble: SHEET_TOO_DEEP });
  for (const { address, offset } of imports)
    if (isElsewhere(address)) reading.faults.push({ offset: start + offset, trouble: SHEET_ELSEWHERE(address) });
  for (const rule of rules.filter(({ within }) => !within.includes('print'))) {
    const offset = start + rule.offset;
    if (rule.selector === '@font-face') readFont(reading, rule, offset);
    else if (rule.within.includes('keyframes')) readKeyframe(reading, rule, offset);
    else if (!rule.selector.startsWith('@')) readRule(reading, rule, offset, isForOutlook);
  }
};

/** The styles of one mail. */
export interface Styles {
  /** The page, its body, and the elements of our block. */
  readonly nodes: readonly Node[];
  readonly sheets: readonly SheetSource[];
  /** The `style` attributes of the page and its body. */
  readonly ofPage: readonly { readonly name: string; readonly style: string; readonly offset: number }[];
  readonly isRightToLeft: boolean;
  /** A `style` attribute may put an element over another. */
  readonly hasOverlays: boolean;
}

/** What the styles of a mail can do to our block, in no order. */
export const faultsOfStyles = ({
  nodes,
  sheets,
  ofPage,
  isRightToLeft,
  hasOverlays,
}: Styles): readonly StyleFault[] => {
  const given = new Set([...(isRightToLeft ? ['cut at the right'] : []), ...(hasOverlays ? ['overlays'] : [])]);
  const reading: Reading = { nodes, faults: [], late: [], given };
  for (const { name, style, offset } of ofPage) {
    const rule: Rule = { selector: `<${name} style>`, declarations: readStyle(style), within: [], offset };
    const node = nodes.find((each) => each.part === 'root' && each.name === name);
    for (const declaration of rule.declarations) if (node) judgePage(reading, { rule, declaration, offset }, node);
  }
  for (const sheet of sheets) readSource(reading, sheet);
  return [...reading.faults, ...reading.late.filter(({ need }) => given.has(need)).map(({ fault }) => fault())];
};
