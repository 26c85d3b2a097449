import { DOUBLED, HALVES, type Shape } from './doubled.ts';
import { ELEMENTS } from './elements.ts';
import { type Region, regionAt, regionsOf } from './html-regions.ts';
import { LOOSE } from './loose.ts';
import { PERCENT } from './percent.ts';
import type { Field, Form, TagFault } from './reading.ts';
import { CUT, SINGLE } from './single.ts';

/** A tag and its position: what to fill there, or why it is refused. */
export type Tag = {
  readonly start: number;
  readonly end: number;
} & ({ readonly field: Field; readonly fault?: undefined } | { readonly fault: TagFault; readonly field?: undefined });

/** What is tried first comes first: `{{ … }}` before `{ … }`, then halves, and what is cut last. */
const SHAPES: readonly Shape[] = [...DOUBLED, ...ELEMENTS, ...PERCENT, ...SINGLE, ...LOOSE, ...HALVES, ...CUT];
const ANY = new RegExp(SHAPES.map(({ pattern }) => `(${pattern})`).join('|'), 'gu');

/** In a style sheet, braces and percent signs are its own; a script is never shown, and a comment is no part of the mail. */
const counts = (shape: Shape, tag: Tag, region: Region | undefined): boolean => {
  if (region === undefined) return true;
  if (region.kind === 'comment') return false;
  if (region.kind === 'style') return shape.isWeak !== true;
  return tag.field !== undefined && DOUBLED.includes(shape) && shape.isWeak !== true;
};

/** Where the value of a link's attribute begins, if `start` is inside of one. */
const OPEN_LINK = /\bhref\s*=\s*(?:"([^"<>]*)|'([^'<>]*)|([^\s"'<>]*))$/i;
const CLOSE_LINK: Readonly<Record<string, RegExp>> = { '"': /^[^"]*/, "'": /^[^']*/, '': /^[^\s"'<>]*/ };

/** The address of a link in Markdown, glued to the words of that link in brackets: ours would be glued to ours. */
const GLUED = /^(?:\(<?https?:\/\/[^\s()<>]{1,2000}>?(?: "[^"\n]{0,200}")?\)|<https?:\/\/[^\s()<>]{1,2000}>)/i;

/**
 * A link of ours takes the whole value of its attribute, and no `http://` before it: `href="http://[unsubscribe]/"` has
 * but one URL in it.
 */
const wholeLink = (source: string, tag: Tag, form: Form): Tag => {
  if (tag.field?.kind !== 'opposition-link') return tag;
  const before = source.slice(Math.max(0, tag.start - 500), tag.start);
  const open = form === 'html' ? OPEN_LINK.exec(before) : null;
  if (open !== null) {
    const inside = open[1] ?? open[2] ?? open[3] ?? '';
    const quote = open[1] === undefined ? (open[2] === undefined ? '' : "'") : '"';
    const rest = CLOSE_LINK[quote]?.exec(source.slice(tag.end))?.[0] ?? '';
    return { start: tag.start - inside.length, end: tag.end + rest.length, field: { kind: 'opposition-link' } };
  }
  if (tag.field.words !== undefined) return tag;
  const glued = source[tag.end - 1] === ']' ? GLUED.exec(source.slice(tag.end, tag.end + 2300)) : null;
  if (glued !== null) return { ...tag, end: tag.end + glued[0].length };
  const scheme = /https?:\/\/$|mailto:$/i.exec(before)?.[0].length ?? 0;
  const slash = scheme > 0 && source[tag.end] === '/' ? 1 : 0;
  return { ...tag, start: tag.start - scheme, end: tag.end + slash };
};

const readAt = (match: RegExpExecArray, source: string, form: Form): { shape: Shape; tag: Tag } | undefined => {
  const [text] = match;
  const index = match.slice(1).findIndex((group) => group !== undefined);
  const shape = SHAPES[index];
  const place = { source, start: match.index, end: match.index + text.length, form };
  const reading = shape?.read(text, place);
  if (shape === undefined || reading === undefined) return undefined;
  return { shape, tag: { start: place.start, end: place.end, ...reading } };
};

/** One that begins inside the one before it is a part of it. */
const withoutOverlaps = (tags: readonly Tag[]): readonly Tag[] => {
  const kept: Tag[] = [];
  for (const tag of tags) {
    while (tag.start < (kept.at(-1)?.start ?? 0)) kept.pop();
    if (tag.start >= (kept.at(-1)?.end ?? 0)) kept.push(tag);
  }
  return kept;
};

/** Everything in a source that has the form of a tag, of ours or of another tool, in order. */
export const tagsIn = (source: string, form: Form): readonly Tag[] => {
  const found: Tag[] = [];
  let regions: readonly Region[] | undefined;
  const any = new RegExp(ANY);
  for (let match = any.exec(source); match !== null; match = any.exec(source)) {
    const read = readAt(match, source, form);
    if (form === 'html' && read !== undefined) regions ??= regionsOf(source);
    if (read !== undefined && counts(read.shape, read.tag, regionAt(regions ?? [], match.index))) {
      const tag = wholeLink(source, read.tag, form);
      found.push(tag);
      // What the value of a link holds besides is a part of it.
      any.lastIndex = Math.max(any.lastIndex, tag.end);
    } else any.lastIndex = match.index + 1;
  }
  return withoutOverlaps(found);
};
