import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { ContactEvents } from '#shared/app/records/contact-events.port.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { EventItem, StandingItem } from '../items.ts';
import { eventKey, eventRange, standingKey } from '../keys.ts';
import { standingOf } from '../plain.ts';
import { between, getItem, isExpired, orUnreachable, type Table, toItem } from '../table.ts';
import { glimpsesOf } from './glimpses.ts';

type Deps = Table & { readonly clock: Clock };

const liveStanding =
  (deps: Deps): Ledger['readStanding'] =>
  async (access, contactId) => {
    const item = await getItem(deps, standingKey(access, contactId), oppositionStoreUnavailable);
    return item === undefined || isExpired(item, deps.clock) ? undefined : readable(() => standingOf(item));
  };

/** Of the ledger what who only looks at contacts reads. */
export const ledgerReadsOf = (deps: Deps): Pick<Ledger, 'readStanding' | 'glimpse'> => ({
  readStanding: liveStanding(deps),
  glimpse: glimpsesOf(deps),
});

/** The events of a contact on DynamoDB, latest first: one Get of its standing and one Query. */
export const contactEventsOf = (deps: Deps): ContactEvents => ({
  standing: liveStanding(deps),
  latest: async (access, contactId, { limit, beforeSeq }) => {
    const item = await getItem(deps, standingKey(access, contactId), oppositionStoreUnavailable);
    if (item === undefined || isExpired(item, deps.clock)) return undefined;
    const first = readable(() => readStored(StandingItem, item)).chainStart;
    if (beforeSeq !== undefined && beforeSeq <= first) return [];
    const range = eventRange(access, contactId, first);
    const to = beforeSeq === undefined ? range.to : eventKey(access, contactId, beforeSeq - 1).sk;
    const query = new QueryCommand({
      TableName: deps.tableName,
      ...between({ ...range, to }),
      ScanIndexForward: false,
      Limit: limit,
    });
    const { Items = [] } = await orUnreachable(deps.client.send(query), oppositionStoreUnavailable);
    return readable(() => Items.map(toItem).map((event) => readStored(EventItem, event).event));
  },
});
