const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that may be shown as it is. */
export interface Html {
  readonly html: string;
}

const show = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(show).join('');
  if (typeof value === 'object' && value !== null && 'html' in value) return String(value.html);
  return String(value ?? '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
};

/** A piece of a page: what is put in is text, unless it is a piece itself. */
export const html = (parts: TemplateStringsArray, ...values: readonly unknown[]): Html => ({
  html: parts.map((part, index) => part + show(values[index])).join(''),
});
