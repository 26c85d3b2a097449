import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profilesOf } from '#shared/adapters/dynamodb/audience/profiles.ts';
import { contactEventsOf } from '#shared/adapters/dynamodb/ledger/contact-events.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { handOffsToOf } from '#shared/adapters/dynamodb/messages/hand-offs-to.ts';
import { heldDataOf } from '#shared/adapters/dynamodb/rights/held/held-data.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import { getContact, type StoryPorts } from '#shared/app/contacts/get-contact.ts';
import { showTimeline } from '#shared/app/contacts/show-timeline.ts';
import { byLedger, leftInReads, leftOfContact } from '#shared/app/retention/left-of-contact.ts';
import { leftInRecords } from '#shared/app/rights/export/left-in-records.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Retention } from '#shared/domain/advertiser/retention.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { isReduced } from '#shared/domain/ledger/reduced-standing.ts';
import { asGiven, type HeldRecord } from '#shared/domain/rights/held-record.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { testVault } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW } from '#test/support/builders.ts';
import { shareOf, shareOfCommit } from '#test/support/shares/share.ts';
import { ACTS, type Happening, type Lived, liveThrough } from './histories.ts';

const access = admit(ADVERTISER_ID);
const NONE = async () => undefined;

/** `undefined`: there is no such contact. */
const orNone = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Failure && error.code === 'contact-not-found') return undefined;
    throw error;
  }
};

/** As the person reads them: events by their positions, wherever they lie, and until when they are kept where that is known. */
const inOrder = (records: readonly HeldRecord[]): readonly HeldRecord[] => {
  const seqOf = ({ kind, fields }: HeldRecord) => (kind === 'event' ? Number(Object(fields.event).seq) : 0);
  return records
    .map(({ fields: { keptUntil: _until, ...fields }, ...record }) => ({ ...record, fields }))
    .toSorted((a, b) => seqOf(a) - seqOf(b));
};

/** Everything that shows a contact, as the product does. `judgedBy`: the clock that what has ended is judged by. */
const shownOf = async ({ table, clock, ledger, settings, proofs }: Lived, contactId: ContactId, judgedBy: Clock) => {
  const vault = testVault();
  const left = { ledger, ...byLedger(ledger), advertisers: { get: async () => settings }, clock: judgedBy };
  const profiles = profilesOf({ ...table, vault, clock });
  const held = heldDataOf({
    ...{ ...table, vault, clock, lists: { of: async () => [] }, values: { of: NONE } },
    proofs,
  });
  const story = { ...left, profiles, formVersions: { get: NONE }, reviews: { find: NONE } } as unknown as StoryPorts;
  const timeline = {
    ...left,
    events: contactEventsOf({ ...table, clock }),
    messageLists: { list: async () => ({ items: [] }) },
    handOffs: handOffsToOf({ ...table, clock }),
  } as unknown as Parameters<typeof showTimeline>[0];
  const reads = leftInReads({ ...left, vetReads: vetReadsOf({ ...table, vault, clock }) });
  const standing = await ledger.readStanding(access, contactId);
  const isUsed = standing !== undefined && !isReduced(standing);
  const isInUse = isUsed && (await leftOfContact({ ...left, clock }, access, standing)).isInUse;
  // Of a contact in use the oldest events go once a year: what is needed no more is not what has ended.
  const isOld = (at: unknown) => isInUse && String(at) < addYears(clock.now(), -6);
  const shown = await orNone(getContact(story, { access, contactId }));
  const lines = await orNone(showTimeline(timeline, { access, contactId, page: { limit: 100 } }));
  const { standing: read, address } = await reads.read(access, contactId, clock.now());
  const files = leftInRecords({ ...left, heldData: held });
  const own = await files.page(access, contactId, 'records');
  const archived = await files.page(access, contactId, 'proof');
  const records = inOrder([...own.records, ...archived.records]);
  return {
    'a look-up': shown && { standing: shown.standing, attributes: shown.attributes, judged: [...shown.judged] },
    'the timeline': lines?.items.filter(({ at }) => !isOld(at)),
    'the preference centre': { standing: read, address },
    'the files of the person': records
      .filter(({ fields }) => !isOld(Object(fields.event).recordedAt))
      .map((record) => asGiven(record, [contactId])),
  };
};

/** Attributes of whoever has an address: nothing of a history declares any. */
const describeAll = async ({ table, clock, contactIds }: Lived): Promise<void> => {
  const profiles = profilesOf({ ...table, vault: testVault(), clock });
  for (const contactId of contactIds) {
    const seen = await profiles.read(access, contactId);
    if (seen.key === undefined || Object.keys(seen.attributes).length > 0) continue;
    await profiles.put(access, contactId, { seen, attributes: { loyalty: 'gold' }, labelNames: [], requests: [] });
  }
};

/** What each read shows, just before TTL and the sweep come, and just after. */
const compared =
  (judgedBy?: Clock) =>
  async (lived: Lived, act: () => Promise<void>): Promise<readonly string[]> => {
    const read = async () =>
      Promise.all(lived.contactIds.map((contactId) => shownOf(lived, contactId, judgedBy ?? lived.clock)));
    const before = await read();
    await act();
    const after = await read();
    await describeAll(lived);
    return before.flatMap((shown, index) =>
      Object.entries(shown).flatMap(([name, each]) => {
        const [one, other] = [each, Object(after[index])[name]].map((value) => JSON.stringify(value));
        return one === other ? [] : [`${name} differs`];
      }),
    );
  };

const years = fc.integer({ min: 1, max: 3 });
const terms: fc.Arbitrary<Retention> = fc.record({ prospectYears: years, customerYears: years });
const histories: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    act: fc.constantFrom(...ACTS, 'opposition' as const),
    contact: fc.integer({ min: 0, max: 1 }),
    afterDays: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 100, max: 1_500 })),
  }),
  { minLength: 1, maxLength: 6 },
);
const SEED = 20261128;
const READS = ['a look-up', 'the timeline', 'the preference centre', 'the files of the person'] as const;

/** What differed around the sweep, of any kind; the rest is judged elsewhere. */
const differing = async (happenings: readonly Happening[], retention: Retention, judgedBy?: Clock) =>
  (await liveThrough(happenings, retention, { around: compared(judgedBy) })).filter((each) =>
    each.endsWith(' differs'),
  );

/** A sixth of sixty: each commit draws others. */
const LIVED = shareOf(
  fc.sample(fc.tuple(histories, terms), { numRuns: 60, seed: SEED }),
  { every: 6, kindsOf: () => [] },
  shareOfCommit(),
);

test('P7: what has ended is shown by no read, as if the sweep had come already', { timeout: 120_000 }, async () => {
  for (const [happenings, retention] of LIVED)
    expect([happenings, retention, await differing(happenings, retention)]).toEqual([happenings, retention, []]);
});

describe('reads that filter nothing', () => {
  const opposed: readonly Happening[] = [
    { act: 'consent', contact: 0, afterDays: 1 },
    { act: 'opposition', contact: 0, afterDays: 10 },
  ];
  test('are found, each of them', { timeout: 60_000 }, async () => {
    const never: Clock = { now: (): Instant => NOW };
    const found = await differing(opposed, { prospectYears: 1, customerYears: 1 }, never);
    expect(found.toSorted()).toEqual(READS.map((each) => `${each} differs`).toSorted());
    expect(await differing(opposed, { prospectYears: 1, customerYears: 1 })).toEqual([]);
  });
});
