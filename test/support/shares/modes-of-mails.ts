import { MODES, type Mode } from '#tools/mails/judge/modes.ts';
import { shareOf } from './share.ts';

/** Each mail in one of the eight modes, drawn for its name, and each mode for many mails; the seed `all` takes all eight. */
export const modesOfMail = (name: string, seed: string): readonly Mode[] =>
  shareOf(MODES, { every: 8, kindsOf: () => [] }, seed === 'all' ? seed : `${seed}/${name}`);
