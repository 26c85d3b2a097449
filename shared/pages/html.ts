import { escapeAttribute, escapeHtml } from '#shared/channels/content/escape.ts';

/** Markup that is safe: only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Part = string | Html | readonly Html[] | undefined;

const written = (part: Part, isInTag: boolean): string => {
  if (part === undefined) return '';
  if (typeof part === 'string') return isInTag ? escapeAttribute(part) : escapeHtml(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
};

/** Whether the text so far ends inside a tag, where a value needs the stricter escaping. */
const isInTag = (markup: string): boolean => markup.lastIndexOf('<') > markup.lastIndexOf('>');

/** Markup from a template: every string in it is escaped for its position; nested markup is kept. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  let markup = strings[0] ?? '';
  for (const [index, part] of parts.entries()) markup += written(part, isInTag(markup)) + (strings[index + 1] ?? '');
  return { markup };
};
