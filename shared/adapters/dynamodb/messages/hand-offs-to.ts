import type { Clock } from '#shared/app/clock.port.ts';
import type { HandedOver, HandOffsTo } from '#shared/app/contacts/hand-offs-to.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { LONGEST_VALIDITY_DAYS } from '#shared/domain/message/message.ts';
import { positionOfSent } from '#shared/domain/sending/position-of-sent.ts';
import { addDays, monthOf, toInstant } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { messagesAway } from '../../stores-away.ts';
import { messageKey, vetRange } from '../keys.ts';
import { sendsOf } from '../plain.ts';
import { readItems } from '../read-items.ts';
import { between, type Item, isExpired, queryPages, type Table } from '../table.ts';

type Deps = Table & { readonly clock: Clock };

/** Items of one Query: a month of a channel each, so that a year of several channels is a few of them. */
const ITEMS_A_PAGE = 8;
/** After every channel of a month: `#` is just before. */
const AFTER_MONTH = '$';
/** Claims of a run are in the month in which it began, and it may last a month more: so long after a month some of it may be claimed. */
const LATEST_DAYS = LONGEST_VALIDITY_DAYS + 1;

const latestFirst = (one: HandedOver, other: HandedOver): number =>
  positionOfSent(one) < positionOfSent(other) ? 1 : -1;

const handOffsIn = (items: readonly Item[]): readonly HandedOver[] =>
  readable(() => items.map(sendsOf)).flatMap(({ channel, entries }) =>
    entries.map(({ messageId, claimedAt, result }) => ({ messageId, claimedAt, result, channel })),
  );

/** All that was claimed from then on is in months from this one on. */
const knownFrom = (month: string): Instant => addDays(`${month}-01T00:00:00.000Z` as Instant, 31 + LATEST_DAYS);

/** After all months in which something of before this position may be; clocks of workers differ by less than a day. */
const upTo = (after: string | undefined): string => {
  const at = Date.parse(after?.split('#')[0] ?? '');
  return Number.isNaN(at) ? 'SENDT' : `SENDS#${monthOf(addDays(toInstant(at), 1))}${AFTER_MONTH}`;
};

/** Those of which no message is stored. */
const withoutMessage = async (
  deps: Deps,
  access: AdvertiserAccess,
  claims: readonly HandedOver[],
): Promise<readonly HandedOver[]> => {
  const keys = claims.map(({ messageId }) => messageKey(access, messageId));
  const stored = await readItems(deps, keys, messagesAway, { fields: 'pk, expiresAt', isEventual: true });
  const messages = new Set(stored.filter((item) => !isExpired(item, deps.clock)).map(({ pk }) => pk));
  return claims.filter(({ messageId }) => !messages.has(messageKey(access, messageId).pk));
};

/** By the claims of a contact, which are kept with it: months from the latest on, until there are as many as are asked for, and the messages of these that are stored. */
export const handOffsToOf = (deps: Deps): HandOffsTo => ({
  of: async (access, contactId, { most, after }) => {
    const { pk } = vetRange(access, contactId, '');
    const query = { ...between({ pk, from: 'SENDS#', to: upTo(after) }), ScanIndexForward: false, Limit: ITEMS_A_PAGE };
    const found: HandedOver[] = [];
    let claims: readonly HandedOver[] = [];
    /** Looks at the latest of them, as many as are missing at a time: those before `from` may have others between them. */
    const look = async (from?: Instant): Promise<void> => {
      const known = claims.filter(({ claimedAt }) => from === undefined || claimedAt >= from).toSorted(latestFirst);
      let looked = 0;
      while (looked < known.length && found.length < most) {
        const next = known.slice(looked, looked + most - found.length);
        found.push(...(await withoutMessage(deps, access, next)));
        looked += next.length;
      }
      const seen = new Set(known.slice(0, looked));
      claims = claims.filter((each) => !seen.has(each));
    };
    for await (const items of queryPages(deps, query, messagesAway)) {
      const read = handOffsIn(items.filter((item) => !isExpired(item, deps.clock)));
      claims = [...claims, ...read.filter((each) => after === undefined || positionOfSent(each) < after)];
      const month = String(items.at(-1)?.sk ?? '').split('#')[1];
      if (month !== undefined) await look(knownFrom(month));
      if (found.length >= most) return found;
    }
    await look();
    return found;
  },
});
