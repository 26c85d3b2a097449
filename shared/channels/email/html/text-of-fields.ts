import type { FoundField } from '../../content/merge-fields.ts';
import { textFromHtml } from './text-from-html.ts';

/** A text part made from HTML, and the fields of that HTML in it. */
interface TextWithFields {
  readonly text: string;
  readonly fields: readonly FoundField[];
}

/** A name that occurs nowhere in the source. */
const markFor = (source: string): string => {
  let mark = 'avalfield';
  while (source.toLowerCase().includes(mark)) mark += 'x';
  return mark;
};

const writtenAs = (mark: string, field: FoundField['field']): string => {
  if (field.kind === 'value' || field.words === undefined) return mark;
  return field.isInLink ? field.words : `<a href="${mark}">${field.words}</a>`;
};

/** The source with a mark for each field; a link that has words of its author's is an anchor with them. */
const withMarks = (source: string, found: readonly FoundField[], mark: string): string => {
  let html = '';
  let from = 0;
  for (const [index, { start, end, field }] of found.entries()) {
    const own = `{${mark}${index}q}`;
    html += source.slice(from, start) + writtenAs(own, field);
    from = end;
  }
  return html + source.slice(from);
};

const withoutWords = ({ field, ...at }: FoundField): FoundField =>
  field.kind === 'opposition-link' ? { ...at, field: { kind: 'opposition-link' } } : { ...at, field };

/**
 * A plain reading of HTML with its fields where they come to stand: they are found once, in the HTML, and nothing in the
 * text is taken for another one.
 */
export const textOfFields = (html: string, found: readonly FoundField[]): TextWithFields => {
  const mark = markFor(html);
  const text = textFromHtml(withMarks(html, found, mark));
  const fields = [...text.matchAll(new RegExp(`\\{${mark}(\\d+)q\\}`, 'g'))].flatMap(
    ({ 0: whole, 1: number, index }): readonly FoundField[] => {
      const field = found[Number(number)];
      return field === undefined ? [] : [withoutWords({ ...field, start: index, end: index + whole.length })];
    },
  );
  return { text, fields };
};
