import type { Shape } from './doubled.ts';
import { fault, link } from './reading.ts';

/** `<unsubscribe>words</unsubscribe>`: Campaign Monitor, Sendy. Words that hold another tag are refused. */
const unsubscribe: Shape = {
  pattern: String.raw`<[Uu]nsubscribe\b[^<>]*>(?:(?!<\/?[Uu]nsubscribe)[\s\S]){0,500}?<\/[Uu]nsubscribe\s*>|<[Uu]nsubscribe\b[^<>]*>`,
  read: (text) => {
    const words = /^<[^<>]*>([\s\S]*)<\/unsubscribe\s*>$/i.exec(text)?.[1];
    if (words === undefined && !text.endsWith('/>')) return fault('unclosed', '<unsubscribe>');
    if (/\{\{|\*\||\{%|<%/.test(words ?? '')) return fault('markup-inside', '<unsubscribe>');
    return link(words === undefined || words.replace(/<[^<>]*>/g, '').trim() === '' ? undefined : words);
  },
};

const OTHERS =
  'webversion|forwardtoafriend|preferences|currentday|currentdayname|currentmonth|currentmonthname|currentyear|subscribe|fblike|tweet';

/** Elements that only Campaign Monitor or Sendy fill; Eloqua's fields. */
const ofTools: Shape = {
  pattern: String.raw`<(?:${OTHERS})\b[^<>]*>|<span(?=[^<>]*>)[^<>]*\bclass=["']?eloquaemail\b[^<>]*>`,
  read: (text) => fault('of-that-tool', `${/^<\w+/.exec(text)?.[0] ?? '<…'}>`),
};

/** Tags that are written as elements of HTML. */
export const ELEMENTS: readonly Shape[] = [unsubscribe, ofTools];
