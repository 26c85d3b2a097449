import { type Content, partsOf } from '#shared/domain/message/content.ts';
import { escapeAttribute } from './escape.ts';
import { findFields, type MergeValues, valueOfField } from './merge-fields.ts';

/** The parts of a message hold at most this much once its values are in them, in bytes of UTF-8. */
export const MAX_RENDERED_BYTES = 512 * 1024;

const encoder = new TextEncoder();

/** Length in bytes of UTF-8. */
export const bytesOf = (text: string): number => encoder.encode(text).length;

/** An escaped value in HTML takes up to eight times its length. */
const written = (part: string, value: string): string => (part === 'html' ? escapeAttribute(value) : value);

const partBytes = (part: string, source: string, values: MergeValues): number => {
  const sizes = new Map<string, number>();
  const sizeOf = (value: string): number => {
    const known = sizes.get(value) ?? bytesOf(written(part, value));
    sizes.set(value, known);
    return known;
  };
  return findFields(source).reduce((sum, { start, end, field }) => {
    const value = field.kind === 'value' ? (valueOfField(field, values) ?? '') : '';
    return sum - bytesOf(source.slice(start, end)) + sizeOf(value);
  }, bytesOf(source));
};

/**
 * The size of what the author wrote with these values in it, in bytes of UTF-8: without what Aval adds, and counted, not made.
 * A field may come back thousands of times.
 */
export const renderedBytes = (content: Content, values: MergeValues): number =>
  Object.entries(partsOf(content)).reduce((sum, [part, source = '']) => sum + partBytes(part, source, values), 0);
