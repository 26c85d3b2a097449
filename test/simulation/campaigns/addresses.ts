import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Person } from '../story.ts';
import { FINGERPRINTS } from '../world/ports.ts';
import { ADVERTISERS } from '../world/setup.ts';

/** Addresses that are looked at for one person, at most. */
const MOST = 2_000;

interface Wanted extends Pick<Person, 'channel' | 'of'> {
  readonly index: number;
  /** The address of a number. */
  readonly made: (number: number) => string;
}

const isCrowded = ({ channel, of }: Wanted, address: string): boolean => {
  const known = crowded.get(`${of} ${address}`);
  if (known !== undefined) return known;
  const kind = channel === 'email' ? 'email' : 'phone';
  const { advertiserId } = ADVERTISERS[of].access;
  const isSo = shardOf(FINGERPRINTS.contactIdOf(advertiserId, { kind, value: address }), AUDIENCE_SHARDS) === 0;
  crowded.set(`${of} ${address}`, isSo);
  return isSo;
};

/** Which addresses are so, by advertiser and address: the same in each run. */
const crowded = new Map<string, boolean>();

/**
 * Somebody's address. Of some twenty people nearly everybody is alone in a shard of the audience; where a run is crowded all are in one,
 * as in an audience of hundreds: a shard is then cut in several pages.
 */
export const addressOf = (wanted: Wanted, isRunCrowded: boolean): string => {
  const { index, made } = wanted;
  for (let tried = 0; isRunCrowded && tried < MOST; tried += 1) {
    const address = made(MOST * index + tried);
    if (isCrowded(wanted, address)) return address;
  }
  return made(index);
};
