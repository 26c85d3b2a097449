import type { Node } from './block-tree.ts';
import { type Rule, readSheet, readStyle } from './css-rules.ts';
import { hidesPage, isContent, isOverlaying, mayMatter } from './declarations.ts';
import { isElsewhere } from './elsewhere.ts';
import { judge, judgePage, note, type Reading, type Said, type StyleFault } from './judging.ts';
import { hasMargins, isInCell, isInline, MOST_PULL, pullOfDeclaration, pushOf } from './pulling.ts';
import { matchesOf } from './selectors.ts';
import type { SheetSource } from './sheets-of-mail.ts';
import {
  HIDES_THE_BLOCK,
  PULLS_THE_BLOCK,
  REDEFINES_A_FONT,
  SHEET_ELSEWHERE,
  SHEET_TOO_DEEP,
} from './style-troubles.ts';

/** The fonts that the plain half of our styles names. */
const OUR_FONTS = new Set(['arial', 'helvetica']);

/** True where a negative margin, with all before it, could pull the end of the mail above its beginning. */
const pulls = (reading: Reading, { rule, declaration }: Said): boolean => {
  const pull = pullOfDeclaration(declaration) - pushOf(rule.declarations);
  if (pull <= 0) return false;
  const those = matchesOf(rule.selector, reading.author()).filter(({ node }) => hasMargins(node.name));
  const boxes = those.filter(({ node }) => reading.boxesInline || !(isInline(node.name) || isInCell(node)));
  reading.pull += pull * boxes.length;
  return boxes.length > 0 && reading.pull > MOST_PULL;
};

/** What a rule does wherever it applies. */
const judgeAnywhere = (reading: Reading, said: Said): void => {
  const { rule, declaration } = said;
  const isOfGenerated = /:(?:before|after)\b/i.test(rule.selector);
  if (isOfGenerated && isContent(declaration)) reading.given.add('generated somewhere');
  if (declaration.property === 'scroll-snap-align') reading.given.add('snaps');
  if (isOverlaying(declaration)) reading.given.add('overlays');
  if (pulls(reading, said)) note(reading, said, PULLS_THE_BLOCK, isOfGenerated ? 'generated somewhere' : undefined);
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
    if (pullOfDeclaration(declaration) > MOST_PULL) note(reading, said, PULLS_THE_BLOCK);
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
  /** Elements of the author. */
  readonly author: () => readonly Node[];
  /** A `style` attribute makes a box of what is inline. */
  readonly makesBoxes: boolean;
  /** Pixels by which margins in `style` attributes pull up what follows. */
  readonly pull: number;
}

export const MAKES_BOXES = /display|float|position/i;

/** What the styles of a mail can do to our block, in no order. */
export const faultsOfStyles = ({ nodes, sheets, ofPage, author, pull, ...is }: Styles): readonly StyleFault[] => {
  const given = new Set([...(is.isRightToLeft ? ['cut at the right'] : []), ...(is.hasOverlays ? ['overlays'] : [])]);
  const boxesInline = is.makesBoxes || sheets.some(({ css }) => MAKES_BOXES.test(css));
  const reading: Reading = { nodes, faults: [], late: [], given, author, boxesInline, pull };
  for (const { name, style, offset } of ofPage) {
    const rule: Rule = { selector: `<${name} style>`, declarations: readStyle(style), within: [], offset };
    const node = nodes.find((each) => each.part === 'root' && each.name === name);
    for (const declaration of rule.declarations) if (node) judgePage(reading, { rule, declaration, offset }, node);
  }
  for (const sheet of sheets) readSource(reading, sheet);
  return [...reading.faults, ...reading.late.filter(({ need }) => given.has(need)).map(({ fault }) => fault())];
};
