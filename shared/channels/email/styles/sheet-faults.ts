import { arrangesGrid } from './conditions.ts';
import { OF_CONTAINERS, readSheet, readStyle } from './css-rules.ts';
import type { Declaration, Rule, Sheet } from './css-sheet.ts';
import { hidesPage, isContent, isOverlaying, mayMatter } from './declarations.ts';
import { isElsewhere } from './elsewhere.ts';
import { judge, judgePage, note, type Reading, type Said, type StyleFault } from './judging.ts';
import { hasMargins, isInCell, isInline, isOfCells, makesBox, pullOfDeclaration, pushOf } from './pulling.ts';
import type { Node, Page } from './selecting/block-tree.ts';
import { comparisonOf, isSpent } from './selecting/comparison.ts';
import { matchesOf } from './selecting/selectors.ts';
import type { SheetSource } from './sheets-of-mail.ts';
import {
  HIDES_THE_BLOCK,
  NESTS_COLUMNS,
  PULLS_THE_BLOCK,
  REDEFINES_A_FONT,
  SHEET_ELSEWHERE,
  SHEET_TOO_DEEP,
  TOO_MUCH_TO_COMPARE,
} from './style-troubles.ts';

/** The fonts that the plain half of our styles names. */
const OUR_FONTS = new Set(['arial', 'helvetica']);

/**
 * Notes a negative margin that, with all before it, could pull the end of the mail above its beginning. One such is enough. In
 * a line or a cell it does so where a style makes something else of that.
 */
const notePull = (reading: Reading, said: Said, isOfGenerated: boolean): void => {
  const { rule, declaration } = said;
  const whole = pullOfDeclaration(declaration);
  if (whole === 0 || reading.isPulled) return;
  const pull = Math.max(0, whole - pushOf(rule.declarations));
  const those = matchesOf(rule.selector, reading.page.author, reading.comparison).filter(({ node }) =>
    hasMargins(node.name),
  );
  const held = those.filter(({ node }) => isInline(node.name) || isInCell(node)).length;
  if (those.length > held) reading.pull += pull * (those.length - held);
  if (held > 0) reading.pullOfBoxed += pull * held;
  if (those.length === 0 || reading.pull + reading.pullOfBoxed <= reading.mostPull) return;
  reading.isPulled = !isOfGenerated && reading.pull > reading.mostPull;
  note(reading, said, PULLS_THE_BLOCK, isOfGenerated ? 'generated somewhere' : reading.isPulled ? undefined : 'boxed');
};

/** Whether a rule makes a box of what is in a line, or something else of a cell. */
const makesBoxes = (reading: Reading, { selector, declarations }: Rule): boolean =>
  !reading.given.has('boxed') &&
  declarations.some(makesBox) &&
  matchesOf(selector, reading.page.author, reading.comparison).some(
    ({ node }) => isInline(node.name) || isOfCells(node.name),
  );

/** Columns within columns within columns: a browser lays them out for minutes. */
const MOST_COLUMNS = 3;
const isColumns = ({ property, value }: Declaration): boolean =>
  /^column(?:s|-count|-width)$/.test(property) && !/^(?:auto|1|initial|unset)$/.test(value);
const nestsColumns = (reading: Reading, { selector }: Rule): boolean => {
  const depths = new Map<Node, number>();
  for (const { node } of matchesOf(selector, reading.page.author, reading.comparison)) {
    let above = node.parent;
    while (above !== undefined && !depths.has(above)) above = above.parent;
    const depth = 1 + (above === undefined ? 0 : (depths.get(above) ?? 0));
    if (depth > MOST_COLUMNS) return true;
    depths.set(node, depth);
  }
  return false;
};

/** What a rule does wherever it applies. */
const judgeAnywhere = (reading: Reading, said: Said): void => {
  const { rule, declaration } = said;
  const isOfGenerated = /:(?:before|after)\b/i.test(rule.selector);
  if (isOfGenerated && isContent(declaration)) reading.given.add('generated somewhere');
  if (declaration.property === 'scroll-snap-align') reading.given.add('snaps');
  if (isOverlaying(declaration)) reading.given.add('overlays');
  if (arrangesGrid(declaration)) reading.given.add('in a grid');
  if (isColumns(declaration) && nestsColumns(reading, rule)) note(reading, said, NESTS_COLUMNS);
  notePull(reading, said, isOfGenerated);
};

/** Elements of ours, and those around them, that the roots of a rule hold. */
const nodesWithinRoots = ({ page, comparison }: Reading, { roots }: Rule): readonly Node[] =>
  roots.reduce<readonly Node[]>((nodes, root) => {
    const held = new Set(matchesOf(`:is(${root}), :is(${root}) *`, nodes, comparison).map(({ node }) => node));
    return nodes.filter((node) => held.has(node));
  }, page.nodes);

const readRule = (reading: Reading, rule: Rule, offset: number, isForOutlook: boolean): void => {
  const all = rule.declarations.map((declaration) => ({ rule, declaration, offset }));
  for (const said of all) judgeAnywhere(reading, said);
  if (makesBoxes(reading, rule)) reading.given.add('boxed');
  if (!rule.declarations.some(mayMatter)) return;
  for (const match of matchesOf(rule.selector, nodesWithinRoots(reading, rule), reading.comparison))
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
    if (pullOfDeclaration(declaration) > reading.mostPull) note(reading, said, PULLS_THE_BLOCK);
  }
};

/** A sheet once it is read. */
type ReadSource = SheetSource & Sheet;

const isContainer = ({ property, value }: Declaration): boolean =>
  /^container(?:-type)?$/.test(property) && !/^(?:normal|none)$/.test(value);

/** Rules that some reader may see applied. */
const rulesFor = (reading: Reading, { rules }: Sheet): readonly Rule[] =>
  rules.filter(({ within }) => !within.includes('print') && (reading.hasContainers || !within.includes(OF_CONTAINERS)));

const readSource = (reading: Reading, source: ReadSource): void => {
  const { imports, isTooDeep, start, isForOutlook } = source;
  if (isTooDeep) reading.faults.push({ offset: start, trouble: SHEET_TOO_DEEP });
  for (const { address, offset } of imports)
    if (isElsewhere(address)) reading.faults.push({ offset: start + offset, trouble: SHEET_ELSEWHERE(address) });
  for (const rule of rulesFor(reading, source)) {
    const offset = start + rule.offset;
    if (rule.selector === '@font-face') readFont(reading, rule, offset);
    else if (rule.within.includes('keyframes')) readKeyframe(reading, rule, offset);
    else if (!rule.selector.startsWith('@')) readRule(reading, rule, offset, isForOutlook);
    if (!isSpent(reading.comparison)) continue;
    reading.faults.push({ offset, trouble: TOO_MUCH_TO_COMPARE });
    break;
  }
};

/** The styles of one mail. */
export interface Styles {
  readonly page: Page;
  /** No link of ours will be put among the elements of the author. */
  readonly isWhole: boolean;
  readonly sheets: readonly SheetSource[];
  /** The `style` attributes of the page and its body. */
  readonly ofPage: readonly { readonly name: string; readonly style: string; readonly offset: number }[];
  readonly isRightToLeft: boolean;
  /** A `style` attribute may put an element over another. */
  readonly hasOverlays: boolean;
  /** A `style` attribute makes a box of what is in a line, or something else of a cell. */
  readonly makesBoxes: boolean;
  /** A `style` attribute says where something is in a grid. */
  readonly arrangesGrid: boolean;
  /** A `style` attribute makes a container that `@container` may ask for its size. */
  readonly hasContainers: boolean;
  /** Pixels by which margins in `style` attributes pull up what follows. */
  readonly pull: number;
  /** Pixels by which all margins together may do so. */
  readonly mostPull: number;
}

/** What the styles of a mail can do to our block, in no order. */
export const faultsOfStyles = ({ page, sheets, ofPage, pull, ...is }: Styles): readonly StyleFault[] => {
  const read = sheets.map((source) => ({ ...source, ...readSheet(source.css) }));
  const reading: Reading = {
    page,
    comparison: comparisonOf(is.isWhole),
    faults: [],
    late: [],
    given: new Set([
      ...(is.isRightToLeft ? ['cut at the right'] : []),
      ...(is.hasOverlays ? ['overlays'] : []),
      ...(is.makesBoxes ? ['boxed'] : []),
      ...(is.arrangesGrid ? ['in a grid'] : []),
    ]),
    hasContainers:
      is.hasContainers || read.some(({ rules }) => rules.some((rule) => rule.declarations.some(isContainer))),
    pull,
    mostPull: is.mostPull,
    pullOfBoxed: 0,
    isPulled: false,
  };
  for (const { name, style, offset } of ofPage) {
    const rule: Rule = {
      selector: `<${name} style>`,
      declarations: readStyle(style),
      within: [],
      conditions: [],
      roots: [],
      offset,
    };
    const node = page.nodes.find((each) => each.part === 'root' && each.name === name);
    for (const declaration of rule.declarations) if (node) judgePage(reading, { rule, declaration, offset }, node);
  }
  for (const source of read) readSource(reading, source);
  return [...reading.faults, ...reading.late.filter(({ need }) => reading.given.has(need)).map(({ fault }) => fault())];
};
