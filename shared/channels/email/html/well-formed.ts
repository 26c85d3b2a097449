import { parse, serialize } from 'parse5';

/** HTML as a browser understands it: every element and comment closed, letters written as numbers resolved. */
export const wellFormed = (html: string): string => serialize(parse(html, { scriptingEnabled: false }));
