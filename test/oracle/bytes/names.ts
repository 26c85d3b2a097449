/** Under which names the advertiser writes, and where a reader sees them. */

import { text, words } from '../ledger.ts';
import type { World } from '../world.ts';
import { placeOfName, runsOf, withoutDisowned } from './words.ts';

/** The names under which the advertiser may write (D18). */
export const namesOf = (world: World): string[] => [
  text(world.advertiser.legalName),
  ...words(world.advertiser.tradeNames),
];
export const shows = (names: readonly string[], seen: string): boolean =>
  names.some((name) => placeOfName(name, seen) !== undefined);

/** L. 34-5 al. 5: the advertiser. Of a partner one name is on record, and not those under which it trades: that it is not said shows nothing. */
export const showsWho = (world: World, seen: string): boolean => shows(namesOf(world), withoutDisowned(seen));

/** af2m, § C.1.3.1: of letters, and none that a name has: the whole of it or of a word, a part, or the first letters. */
export const isAnothersName = (world: World, senderId: string): boolean => {
  const id = runsOf(senderId).join('');
  const isOf = (name: string): boolean => {
    const runs = runsOf(name);
    const isPart = id.length > 1 && runs.join('').includes(id);
    return (
      isPart ||
      runs.some((run) => run === id || (run.length > 3 && id.includes(run))) ||
      runs.map((run) => run[0]).join('') === id
    );
  };
  return /\p{L}/u.test(senderId) && !namesOf(world).some(isOf);
};
