import { expect, test } from 'vitest';
import type { ExpiryEntry } from '#shared/app/retention/ending-contacts.port.ts';
import { sweepExpired } from '#shared/app/retention/sweep-expired.ts';
import { Failure, oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import { ADVERTISER_ID, CONTACT_ID, NOW, OTHER_CONTACT_ID } from '../../support/builders.ts';

/** A sweep of a day with two contacts: at the first the read throws, and nothing is stored of the second. */
const swept = async (error: Error) => {
  const put: (readonly [string, string])[] = [];
  const walked: ExpiryEntry[] = [CONTACT_ID, OTHER_CONTACT_ID].map((contactId) => ({
    advertiserId: ADVERTISER_ID,
    contactId,
  }));
  const nothing = async () => true;
  const ports = {
    clock: { now: () => NOW },
    advertisers: { get: async () => undefined },
    ledger: { readPerson: async () => undefined },
    contacts: {
      read: async (_: unknown, contactId: string) => {
        if (contactId === CONTACT_ID) throw error;
        return { events: [] };
      },
      ...{
        remove: nothing,
        prolong: nothing,
        reduce: nothing,
        removeEvents: nothing,
        archiveEvents: nothing,
        leavePerson: nothing,
      },
    },
    expiryList: {
      put: async ({ contactId }: ExpiryEntry, at: string) => void put.push([contactId, at]),
      pastDays: async () => ['2026-11-20'],
      walk: async function* () {
        yield walked;
      },
    },
  };
  return { sweep: await sweepExpired(ports, () => true), put };
};
const AGAIN = [[CONTACT_ID, '2026-12-01T10:00:00.000Z']];

test.each([
  ['cannot be read', storedUnreadable(), { unreadable: 1, failed: 0 }],
  ['fails as nobody foresaw', new TypeError('broken'), { unreadable: 0, failed: 1, failure: { name: 'TypeError' } }],
  [
    'fails for good',
    new Failure('person-too-large', 'x'),
    { unreadable: 0, failed: 1, failure: { code: 'person-too-large' } },
  ],
])(
  'P7: a contact that %s keeps no other of its day from its end, and is told by its own name',
  async (_, error, counts) => {
    const { sweep, put } = await swept(error);
    expect(sweep).toMatchObject({ visited: 1, isWhole: true, ...counts });
    expect(put).toEqual(AGAIN);
  },
);

test('P10: a store that is away stops the day, which comes again', async () => {
  await expect(swept(oppositionStoreUnavailable())).rejects.toThrow('dependency-unavailable');
});
