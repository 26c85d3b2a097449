import type { Round } from './round.ts';

/** Where text goes. */
export type Write = (text: string) => void;

/** Things that are shown one by one. */
const SHOWN = 20;

/** Writes what a look at all that is stored found. Resolves to whether a former key may go: two spellings of a number need none. */
export const writeRound = (
  { items, rewrapped, moved, doubles, spellings, unreadable }: Round,
  write: Write,
): boolean => {
  write(`Looked at ${items} items: ${rewrapped} wrapped again, ${moved} changed by others meanwhile.\n`);
  const list = (what: string, those: readonly string[]): void => {
    for (const one of those.slice(0, SHOWN)) write(`    ${what}: ${one}\n`);
    if (those.length > SHOWN) write(`    and ${those.length - SHOWN} more\n`);
  };
  list('an address that is two contacts', doubles);
  list('a number that is two contacts, by its spellings', spellings);
  list('cannot be read', unreadable);
  return doubles.length + unreadable.length === 0;
};
