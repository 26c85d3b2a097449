import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import type { Retention } from '#shared/domain/advertiser/retention.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { ACTS, type Happening, liveThrough, type Planted } from './histories.ts';

const years = fc.integer({ min: 1, max: 3 });
const terms: fc.Arbitrary<Retention> = fc.record({ prospectYears: years, customerYears: years });
const histories: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    act: fc.constantFrom(...ACTS),
    contact: fc.integer({ min: 0, max: 1 }),
    afterDays: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 100, max: 1_500 })),
  }),
  { minLength: 1, maxLength: 7 },
);
const SEED = 20261128;
/** Of who opposed: what was too old, or nearly, when it was recorded, and a report of the provider once the use had ended. */
const RECORDED_LATE: [readonly Happening[], Retention][] = (['old-sale', 'bounce'] as const).map((act) => [
  [
    { act: 'opposition', contact: 0, afterDays: 1 },
    { act, contact: 0, afterDays: 366 },
  ],
  { prospectYears: 1, customerYears: 1 },
]);

test('P7: whatever happens, nothing outlives its term, nothing goes before it, and no opposition is lost', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories, terms, async (happenings, retention) => {
      expect(await liveThrough(happenings, retention)).toEqual([]);
    }),
    { numRuns: 120, seed: SEED, examples: RECORDED_LATE },
  );
});

/** What is wrong in the first of some histories that show it. */
const foundOf = async (planted: Planted, expected: RegExp): Promise<string> => {
  const opened: Happening[] = [
    { act: 'consent', contact: 0, afterDays: 1 },
    { act: 'open', contact: 0, afterDays: 300 },
  ];
  const some = fc.sample(fc.tuple(histories, terms), { numRuns: 25, seed: SEED });
  for (const [happenings, retention] of [[opened, { prospectYears: 1, customerYears: 1 }] as const, ...some]) {
    const wrong = (await liveThrough(happenings, retention, planted)).join('; ');
    if (expected.test(wrong)) return wrong;
  }
  return 'nothing';
};

const DAY = 86_400_000;
const plants: Readonly<Record<string, readonly [Planted, RegExp]>> = {
  'former events are left where those in use are': [
    { contacts: () => ({ archiveEvents: async () => true }) },
    /not-in-archive event/,
  ],
  'former events go before they are in the archive': [
    {
      contacts: (own) => ({
        archiveEvents: (access, contactId, events) => own.removeEvents(access, contactId, events),
      }),
    },
    /an event went too early/,
  ],
  'former events are put under the key of their contact': [
    {
      contacts: (own, { client, tableName }) => ({
        archiveEvents: async (access, contactId, events, term) => {
          for (const event of events) {
            const { pk } = standingKey(access, contactId);
            const item = { pk, sk: `FORMER#${event.seq}`, entity: 'former-event', v: 1, event };
            const expiresAt = Math.floor(Date.parse(term.until) / 1000);
            await client.send(new PutItemCommand({ TableName: tableName, Item: toImage({ ...item, expiresAt }) }));
          }
          return own.archiveEvents(access, contactId, events, term);
        },
      }),
    },
    /not-in-archive former-event/,
  ],
  'the archive keeps them a year too long': [
    {
      contacts: (own) => ({
        archiveEvents: (access, contactId, events, { endedAt, until }) =>
          own.archiveEvents(access, contactId, events, { endedAt, until: addYears(until, 1) }),
      }),
    },
    /too-far-away former-event/,
  ],
  'a standing past its term is left where TTL leaves it': [
    { contacts: () => ({ remove: async () => true }), ttlLeaves: ({ entity }) => entity === 'standing' },
    /outlived standing/,
  ],
  'who opposed keeps the address': [{ contacts: () => ({ reduce: async () => true }) }, /outlived standing/],
  'who opposed is forgotten': [
    {
      contacts: (own) => ({ reduce: (access, seen) => own.remove(access, { ...seen, oppositions: [] }) }),
    },
    /outlived standing|opposition lost/,
  ],
  'an opposition is given a TTL': [
    {
      end: (_own, now) => new Date(Date.parse(now) + 400 * DAY).toISOString() as never,
      contacts: (own) => ({
        reduce: async (access, seen, reduced) => own.reduce(access, seen, { ...reduced, oppositions: [] }),
      }),
    },
    /opposition lost|opposition-would-expire|no-term/,
  ],
  'a clock is moved by each write, whoever acted': [
    {
      end: (own, now) => (own === undefined ? own : (new Date(Date.parse(now) + 4 * 366 * DAY).toISOString() as never)),
      contacts: () => ({ remove: async () => true }),
    },
    /outlived standing/,
  ],
  'a clock is moved by an open': [{ openIsAct: true }, /in use beyond its term/],
  'a TTL is in milliseconds': [
    {
      end: (own) =>
        own === undefined ? own : (new Date(Math.min(Date.parse(own) * 1000, 8.6e15)).toISOString() as never),
    },
    /not-in-seconds standing|too-far-away standing|no-term standing/,
  ],
  'a standing without opposition has no TTL': [{ end: () => undefined }, /no-term standing/],
  'the list loses who is to be looked at': [{ list: () => ({ put: async () => undefined }) }, /not-in-archive event/],
  'the walk does nothing': [{ list: () => ({ pastDays: async () => [] }) }, /outlived expiry|not-in-archive event/],
  'the sweep takes shorter terms than the advertiser’s': [
    {
      contacts: (own) => ({
        read: async (access, contactId) => {
          const stored = await own.read(access, contactId);
          for (const event of stored.events)
            if (stored.standing !== undefined) await own.removeEvents(access, contactId, [event]);
          return stored;
        },
      }),
    },
    /an event went too early/,
  ],
};

describe('a fault that is planted', () => {
  test.each(Object.entries(plants))('is found: %s', { timeout: 60_000 }, async (_name, [planted, expected]) => {
    expect(await foundOf(planted, expected)).toMatch(expected);
  });
});
