/** Under which names the advertiser writes, and where a reader sees them. */

import { text, words } from '../ledger.ts';
import type { World } from '../world.ts';
import { placeOfName } from './words.ts';

/** The names under which the advertiser may write (D18). */
export const namesOf = (world: World): string[] => [
  text(world.advertiser.legalName),
  ...words(world.advertiser.tradeNames),
];
export const shows = (names: readonly string[], seen: string): boolean =>
  names.some((name) => placeOfName(name, seen) !== undefined);

/** L. 34-5 al. 5: the advertiser. Of a partner one name is on record, and not those under which it trades: that it is not said shows nothing. */
export const showsWho = (world: World, seen: string): boolean => shows(namesOf(world), seen);
