/** What was sent before, as far as it counts for the address that is written to now (decision 0179). */

import { type Ledger, ms } from '../ledger.ts';
import { DAY } from '../time.ts';
import type { Sent } from '../world.ts';
import { addressesOfHuman, around, movesIn } from './moves.ts';

/** As long as a message may wait, and a day more: what was sent to an address that its person left or took since counts here. */
const LATELY = 31 * DAY;

/** What was handed over by now to the address, or to one that its person left or took lately, where a consent followed. */
export const sentBy = (ledger: Ledger, t: number): readonly Sent[] => {
  const lately = movesIn(ledger.records).filter(
    ({ index, recorded }) => recorded > t - LATELY && recorded <= t && (ledger.followed.get(index) ?? []).length > 0,
  );
  const addresses = around(0, lately);
  return ledger.world.sent.filter(({ at, address = 0 }) => ms(at) <= ledger.known && addresses.includes(address));
};

/** D. 223-9, al. 2, counts what was called of one consumer: at every number of theirs. */
export const calledBy = (ledger: Ledger): readonly Sent[] => {
  const addresses = addressesOfHuman(0, ledger.records);
  return ledger.world.sent.filter(({ at, address = 0 }) => ms(at) <= ledger.known && addresses.includes(address));
};
