import { contentFault, contentRefused, lineAt } from '../content/content-fault.ts';
import type { Mentions } from '../content/mentions.ts';
import type { FoundField } from '../content/merge-fields.ts';
import { fillTemplate, type Hole, type Template, templateOf } from '../content/template.ts';
import { FOOTER_SENT_BEFORE } from './content-troubles.ts';
import { DEFAULT_WIDTH, FOOTER_MARK, footerHtml, oppositionAnchor } from './footer/footer.ts';
import { authorWidth } from './html/author-width.ts';
import { type BrowserView, hasInk, textOf, viewHtml, viewTree } from './html/browser-view.ts';
import { cutTag, explainTrouble, tooDeep } from './html/content-trouble.ts';
import { findInHtml } from './html/external-links.ts';
import { type HoleContext, holeContexts, parseMail, withPlaceholders } from './html/hole-contexts.ts';
import { candidateOffsets, closersAt, type SplicePoint } from './html/splice-points.ts';
import { findStyleFault } from './styles/find-style-fault.ts';

/** The HTML part, cut at its fields and at the splice point. */
export interface PreparedHtml {
  readonly template: Template;
  /** A value can change what is shown: every mail is then verified in full. */
  readonly needsFullVerification: boolean;
}

/** Mentions to try the splice with; what a reader gets differs in words only. */
const SPECIMEN: Mentions = {
  language: 'fr',
  advertiserNames: ['Specimen'],
  publicName: 'Specimen',
  legalName: 'Specimen',
  contact: 'specimen',
  noticeUrl: 'https://specimen.invalid/notice',
  oppositionUrl: 'https://specimen.invalid/o/specimen',
  why: { basis: 'legal-person' },
};

const holeOf = ({ field }: FoundField, context: HoleContext): Hole => {
  const writtenAs = context.at === 'attribute' ? 'attribute' : 'html';
  if (field.kind === 'value') return { kind: 'value', field, escape: writtenAs };
  const as = field.isInLink ? 'words' : context.at === 'running-text' ? 'anchor' : 'url';
  return { kind: 'link', as, escape: writtenAs, words: field.words };
};

/** The template with the footer inserted; the author's bytes on both sides stay as they are. */
const withFooter = (author: Template, found: readonly FoundField[], point: SplicePoint, width: number): Template => {
  const index = found.filter(({ end }) => end <= point.offset).length;
  const from = index === 0 ? 0 : (found[index - 1]?.end ?? 0);
  const segment = author.fixed[index] ?? '';
  const cut = point.offset - from;
  const footer: Hole = { kind: 'footer', before: point.before, width };
  return {
    fixed: [
      ...author.fixed.slice(0, index),
      segment.slice(0, cut),
      segment.slice(cut),
      ...author.fixed.slice(index + 1),
    ],
    holes: [...author.holes.slice(0, index), footer, ...author.holes.slice(index)],
  };
};

const fill = (template: Template): string =>
  fillTemplate(blankValues(template), {
    values: {},
    mentions: SPECIMEN,
    link: oppositionAnchor,
    footer: footerHtml,
  });

const blankValues = (template: Template): Template => ({
  ...template,
  holes: template.holes.map((hole) =>
    hole.kind === 'value' ? { ...hole, field: { ...hole.field, name: '', fallback: '' } } : hole,
  ),
});

const outside = (view: BrowserView) => view.seen.filter(({ footer }) => footer === 0);

/** The footer hangs from the body, once, seen, and nothing is seen after it. */
export const isFooterSeenLast = (view: BrowserView): boolean => {
  const first = view.seen.findIndex(({ footer }) => footer > 0);
  const after = view.seen.slice(first).filter(({ footer }) => footer === 0);
  return (
    view.footers === 1 &&
    view.footersInBody === 1 &&
    first !== -1 &&
    !hasInk(after) &&
    !view.isElementAfter &&
    !view.isOutlookContentAfter
  );
};

/** Splices at the first point where the footer is seen last and the author's mail reads as it did. */
const splice = (author: Template, html: string, found: readonly FoundField[], width: number): Template | undefined => {
  const before = textOf(viewHtml(fill(author)).seen);
  const attempt = (point: SplicePoint | undefined): Template | undefined => {
    if (point === undefined || found.some(({ start, end }) => start < point.offset && point.offset < end))
      return undefined;
    const template = withFooter(author, found, point, width);
    const view = viewHtml(fill(template));
    return isFooterSeenLast(view) && textOf(outside(view)) === before ? template : undefined;
  };
  const offsets = candidateOffsets(html);
  for (const offset of offsets) {
    const template = attempt(closedAt(html, offset)) ?? attempt({ offset, before: '' });
    if (template !== undefined) return template;
  }
  return undefined;
};

const closedAt = (html: string, offset: number): SplicePoint | undefined => {
  const before = closersAt(html, offset);
  return before === undefined ? undefined : { offset, before };
};

const refuseOldFooter = (html: string): void => {
  const offset = html.indexOf(FOOTER_MARK);
  if (offset === -1) return;
  throw contentRefused({ part: 'html', line: lineAt(html, offset), trouble: FOOTER_SENT_BEFORE });
};

/** Throws the fault of a style that could keep a reader from seeing the block, or from using its link. */
const refuseHidingStyle = (html: string, found: readonly FoundField[]): void => {
  const fault = findStyleFault(html, found);
  if (fault === undefined) return;
  throw contentRefused(contentFault('html', html, fault.offset, fault.trouble));
};

/**
 * Finds the fields, the splice point and what must be closed there. Throws `invalid-request` naming the line when the
 * mail shows nothing, or when no footer could be its last visible content.
 */
export const prepareHtml = (html: string): PreparedHtml => {
  refuseOldFooter(html);
  const found = findInHtml(html);
  const placeholders = withPlaceholders(html, found);
  const document = parseMail(placeholders.html);
  const deep = tooDeep(html, document);
  if (deep !== undefined) throw contentRefused(deep);
  const contexts = holeContexts(document, html, found, placeholders.words);
  const cut = cutTag(html);
  if (cut !== undefined) throw contentRefused(cut);
  refuseHidingStyle(html, found);
  if (!hasInk(viewTree(document).seen)) throw contentRefused(explainTrouble(html));
  const author = templateOf(html, found, (field, index) =>
    holeOf(field, contexts[index] ?? { at: 'attribute', shapesTheMail: true }),
  );
  const template = splice(author, html, found, authorWidth(document) ?? DEFAULT_WIDTH);
  if (template === undefined) throw contentRefused(explainTrouble(html));
  return { template, needsFullVerification: contexts.some(({ shapesTheMail }) => shapesTheMail) };
};
