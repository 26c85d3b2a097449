import { type Html, html } from '../html.ts';

/** Stress, code and links, as the law's prose marks them. */
const MARKED = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)/g;

/** A link within the page; a page that the console does not serve is named instead. */
const link = (words: string, target: string): Html =>
  target.startsWith('#') ? html`<a href="${target}">${words}</a>` : html`${words} (<code>docs/${target}</code>)`;

/** Prose with its marks as HTML. */
export const inline = (prose: string): readonly Html[] => {
  const pieces: Html[] = [];
  let end = 0;
  for (const { 0: whole, 1: stress, 2: code, 3: words, 4: target, index } of prose.matchAll(MARKED)) {
    pieces.push(html`${prose.slice(end, index)}`);
    if (stress !== undefined) pieces.push(html`<strong>${inline(stress)}</strong>`);
    else if (code !== undefined) pieces.push(html`<code>${code}</code>`);
    else pieces.push(link(words ?? '', target ?? ''));
    end = index + whole.length;
  }
  return [...pieces, html`${prose.slice(end)}`];
};

/** Prose without its marks. */
export const plain = (prose: string): string =>
  prose.replace(MARKED, (_, stress?: string, code?: string, words?: string) => stress ?? code ?? words ?? '');
