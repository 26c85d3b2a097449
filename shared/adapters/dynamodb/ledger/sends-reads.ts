import type { Clock } from '#shared/app/clock.port.ts';
import type { SendsReads } from '#shared/app/verdicts/vet-reads.port.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { vetRange } from '../keys.ts';
import { sendsOf } from '../plain.ts';
import { between, isExpired, queryItems, type Table } from '../table.ts';
import { firstMonth } from './vet-reads.ts';

/** One Query, from the first month that counts up to the standing: `SENDT` comes after every `SENDS#…`. */
export const sendsReadsOf = (deps: Table & { readonly clock: Clock }): SendsReads => ({
  of: async (access, contactId, at) => {
    const { pk, from } = vetRange(access, contactId, firstMonth(at));
    const found = await queryItems(deps, between({ pk, from, to: 'SENDT' }), oppositionStoreUnavailable);
    return readable(() => found.filter((item) => !isExpired(item, deps.clock)).map(sendsOf));
  },
});
