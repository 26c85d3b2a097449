import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import type { HaltChange } from '#shared/domain/halt.ts';
import { AdvertiserId, Instant } from '#shared/domain/ids.ts';

/** What the detail of every event about hand-offs as a whole holds. Who asked and why stay in the table. */
export const OF_SENDING = {
  advertiserId: about('The advertiser whose messages it concerns; absent: all of them.', z.optional(AdvertiserId)),
  number: about('Orders these events: each change has the next number.', z.int()),
  at: about('When it took effect, in UTC.', Instant),
};

/** The detail of a change of one of these kinds. */
export const haltChanged = (change: Change, ...kinds: readonly HaltChange['kind'][]) => {
  if (change.of !== 'halt' || !kinds.includes(change.change.kind)) return undefined;
  const { advertiserId } = change.change;
  return { ...(advertiserId && { advertiserId }), number: change.number, at: change.at };
};
