import { readFileSync } from 'node:fs';
import compile from 'mjml';

const SOURCE = new URL('../newsletters/1-new-harvest.mjml', import.meta.url);
/** The committed HTML of newsletter 1: what is sent. */
export const COMPILED = new URL('../newsletters/1-new-harvest.html', import.meta.url);

/** Newsletter 1 as MJML makes it from its source. Throws on a source that MJML finds fault with. */
export const compileNewsletter = async (): Promise<string> => {
  const { html } = await compile(readFileSync(SOURCE, 'utf8'), { validationLevel: 'strict' });
  return html;
};
