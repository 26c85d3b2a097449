import { ELSE_ALTOGETHER } from './beside.ts';
import { spaced } from './phrases.ts';
import { speltOut } from './slang.ts';

/** Folded words as they are read: spelt out, and without what holds a word of refusal and is something else. */
export const asMeant = (folded: string): string => spaced(speltOut(folded)).replace(ELSE_ALTOGETHER, '').trim();
