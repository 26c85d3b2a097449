/** Under which names the advertiser writes, and where a reader sees them. */

import { object, text, words } from '../ledger.ts';
import type { World } from '../world.ts';
import { placeOfName } from './words.ts';

/** The names under which the advertiser may write (D18). */
export const namesOf = (world: World): string[] => [
  text(world.advertiser.legalName),
  ...words(world.advertiser.tradeNames),
];
export const shows = (names: readonly string[], seen: string): boolean =>
  names.some((name) => placeOfName(name, seen) !== undefined);

/** LCEN 20, L. 34-5 al. 5: the advertiser; where a partner's offers are sent, that partner too: it is done on its behalf. */
export const showsWho = (world: World, seen: string): boolean => {
  const partner = world.message.purpose === 'partner-offers' ? text(object(world.message.partner)?.name) : '';
  return shows(namesOf(world), seen) && (partner === '' || shows([partner], seen));
};
