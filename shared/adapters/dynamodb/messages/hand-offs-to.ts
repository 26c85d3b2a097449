import type { Clock } from '#shared/app/clock.port.ts';
import type { HandOffsTo } from '#shared/app/contacts/hand-offs-to.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { messageKey, vetRange } from '../keys.ts';
import { sendsOf } from '../plain.ts';
import { readItems } from '../read-items.ts';
import { between, isExpired, queryItems, type Table } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of messages', cause);

/** By the claims of a contact, which are kept with it: one Query, and one read of the messages that are stored. */
export const handOffsToOf = (deps: Table & { readonly clock: Clock }): HandOffsTo => ({
  of: async (access, contactId) => {
    const { pk } = vetRange(access, contactId, '');
    const found = await queryItems(deps, between({ pk, from: 'SENDS#', to: 'SENDT' }), unreachable);
    const claims = readable(() => found.filter((item) => !isExpired(item, deps.clock)).map(sendsOf)).flatMap(
      ({ channel, entries }) =>
        entries.map(({ messageId, claimedAt, result }) => ({ messageId, claimedAt, result, channel })),
    );
    const keys = claims.map(({ messageId }) => messageKey(access, messageId));
    const stored = await readItems(deps, keys, unreachable, { fields: 'pk, expiresAt', isEventual: true });
    const messages = new Set(stored.filter((item) => !isExpired(item, deps.clock)).map(({ pk: named }) => named));
    return claims
      .filter(({ messageId }) => !messages.has(messageKey(access, messageId).pk))
      .toSorted((a, b) => (a.claimedAt < b.claimedAt ? 1 : -1));
  },
});
