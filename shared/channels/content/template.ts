import { invalidRequest } from '#shared/domain/failure.ts';
import { escapeAttribute, escapeHtml } from './escape.ts';
import { eachPiece, escaped, hole as holeOf, joined, type Marked, markedLink, textOf } from './marked.ts';
import type { Mentions } from './mentions.ts';
import { type Field, type FoundField, type MergeValues, valueOfField } from './merge-fields.ts';

/** How a value must be written at its position. */
type Escape = 'raw' | 'html' | 'attribute';

/**
 * A place to fill: a merge value; the personal link as a URL, as an anchor with words, or, inside of an anchor that has it, as
 * its words alone; or our own insertion.
 */
export type Hole =
  | { readonly kind: 'value'; readonly field: Extract<Field, { kind: 'value' }>; readonly escape: Escape }
  /** `words`: HTML of the author that the anchor holds; absent: our words. */
  | {
      readonly kind: 'link';
      readonly as: 'url' | 'anchor' | 'words';
      readonly escape: Escape;
      readonly words?: string | undefined;
    }
  | { readonly kind: 'footer'; readonly before: string; readonly width: number };

/** A source cut at its holes: `fixed` has one segment more than there are holes. */
export interface Template {
  readonly fixed: readonly string[];
  readonly holes: readonly Hole[];
}

/** What goes into each hole of one message. */
export interface Filling {
  readonly values: MergeValues;
  readonly mentions: Mentions;
  readonly link: (mentions: Mentions) => string | Marked;
  readonly footer: (mentions: Mentions, width: number) => string | Marked;
}

const ESCAPES: Readonly<Record<Escape, (value: string) => string>> = {
  raw: (value) => value,
  html: escapeHtml,
  attribute: escapeAttribute,
};

const anchorOf = (words: string | undefined, { mentions, link }: Filling): Marked =>
  words === undefined
    ? joined(link(mentions))
    : joined('<a href="', escaped(markedLink(mentions.oppositionUrl)), `">${words}</a>`);

/** The text of one hole. Throws `invalidRequest` for a field without value: the API has refused it before. */
const markedHole = (hole: Hole, filling: Filling): Marked => {
  if (hole.kind === 'footer') return joined(hole.before, filling.footer(filling.mentions, hole.width));
  if (hole.kind === 'link' && hole.as === 'anchor') return anchorOf(hole.words, filling);
  if (hole.kind === 'link' && hole.as === 'words' && hole.words !== undefined) return joined(hole.words);
  const write = ESCAPES[hole.escape];
  if (hole.kind === 'link') return eachPiece(markedLink(filling.mentions.oppositionUrl), write);
  const value = valueOfField(hole.field, filling.values);
  if (value === undefined) throw invalidRequest([{ pointer: '/mergeValues', detail: 'a merge field has no value' }]);
  return holeOf(`value/${hole.escape}/${hole.field.name}`, write(value));
};

/** The same as it is read. */
export const fillHole = (hole: Hole, filling: Filling): string => textOf(markedHole(hole, filling));

/** Segments and holes in turn. */
export const markedTemplate = (template: Template, filling: Filling): Marked => {
  const { fixed, holes } = template;
  return joined(fixed[0] ?? '', ...holes.flatMap((hole, at) => [markedHole(hole, filling), fixed[at + 1] ?? '']));
};

/** The whole text. */
export const fillTemplate = (template: Template, filling: Filling): string => textOf(markedTemplate(template, filling));

/** A template from the fields found in a source; `holeOf` says how each is written at its position. */
export const templateOf = (
  source: string,
  found: readonly FoundField[],
  holeOf: (found: FoundField, index: number) => Hole,
): Template => {
  const starts = [0, ...found.map(({ end }) => end)];
  const ends = [...found.map(({ start }) => start), source.length];
  return { fixed: starts.map((start, index) => source.slice(start, ends[index])), holes: found.map(holeOf) };
};

/** The hole of a field in plain text: subject, text part, SMS. */
export const plainHole = ({ field }: FoundField): Hole =>
  field.kind === 'value' ? { kind: 'value', field, escape: 'raw' } : { kind: 'link', as: 'url', escape: 'raw' };
