import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AudienceIndex, IndexedContact, RowVersion } from '#shared/app/audience/audience-index.port.ts';
import { projectContact } from '#shared/app/audience/project-contact.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { type AudienceList, type AudienceRow, audienceRowsOf } from '#shared/domain/audience/audience-row.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, aConsent, anAdvertiser, aSale, CONTACT_ID, factId, NOW } from '#test/support/builders.ts';

const ACCESS = admit(ADVERTISER_ID);
const KEY = { advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' as const };
const keyOf = ({ channel, purpose }: AudienceList) => `${channel} ${purpose}`;

/** What the next change does to the contact. */
const ACTS = ['consent', 'partner-consent', 'oppose', 'describe', 'expire', 'come-back'] as const;
type Act = (typeof ACTS)[number];

interface Profile {
  readonly labels: { readonly loyalty: string };
  readonly revision: number;
  readonly chainStart: number;
}

const contactOf = (live: Life | undefined, profile: Profile | undefined): IndexedContact => {
  if (profile === undefined) return { ...live, labels: {}, revision: 0 };
  const { labels, revision } = profile;
  if (profile.chainStart === live?.chainStart) return { ...live, labels, revision };
  return { ...live, labels: {}, revision: 0, remainder: revision };
};

interface Life {
  readonly standing: Standing;
  readonly chainStart: number;
}

/** A contact that changes, with its rows: an index in memory that answers as the one on DynamoDB does. */
const aStore = (scheduler: fc.Scheduler) => {
  let life: Life | undefined;
  let profile: Profile | undefined;
  let seq = 0;
  let revision = 100;
  const rows = new Map<string, { readonly row: AudienceRow; readonly version: RowVersion }>();
  const grow = (change: (standing: Standing) => Partial<Standing>): void => {
    seq += 1;
    const { standing, chainStart } = life ?? { standing: emptyStanding(KEY, NOW), chainStart: seq };
    life = { chainStart, standing: { ...standing, ...change(standing), seq } };
  };
  const given = (purpose: 'own-offers' | 'partner-offers') => () =>
    grow(({ consents }) => ({ consents: [...consents, aConsent({ seq, purpose, channels: ['email'] })] }));
  const does: Readonly<Record<Act, () => void>> = {
    consent: given('own-offers'),
    'partner-consent': given('partner-offers'),
    oppose: () =>
      grow(({ oppositions }) => ({
        oppositions: [
          ...oppositions,
          { id: factId('o'), seq, of: { scope: 'global' }, via: 'link', occurredAt: NOW, recordedAt: NOW },
        ],
      })),
    describe: () => {
      revision += 1;
      if (life) profile = { chainStart: life.chainStart, revision, labels: { loyalty: String(revision) } };
    },
    expire: () => {
      life = undefined;
    },
    'come-back': () => {
      life = undefined;
      given('own-offers')();
    },
  };
  const givesWay = (key: string, { seq: mine, revision: own, chainStart }: RowVersion): boolean => {
    const there = rows.get(key)?.version;
    return there === undefined || there.seq < chainStart || (there.seq <= mine && there.revision <= own);
  };
  /** A call at a moment of its own: others may act before it and after. */
  const later = <T>(call: () => T): Promise<T> => scheduler.schedule(Promise.resolve()).then(call);
  const index: Omit<AudienceIndex, 'follow'> = {
    read: async () => {
      const [seen, described] = [await later(() => life), await later(() => profile)];
      const read = contactOf(seen, described);
      if (described === undefined || read.remainder === undefined) return read;
      const now = await later(() => life);
      const isOfThePast = now === undefined || now.chainStart > described.chainStart;
      return { ...read, remainder: isOfThePast ? described.revision : undefined };
    },
    put: (_, row, { version }) =>
      later(() => {
        const key = keyOf(row);
        if (!givesWay(key, version)) return false;
        const isCreated = !rows.has(key);
        rows.set(key, { row, version });
        return isCreated;
      }),
    remove: (_, list, _contact, version) =>
      later(() => {
        if (version === undefined || givesWay(keyOf(list), version)) rows.delete(keyOf(list));
      }),
    removeProfile: (_, _contact, of) =>
      later(() => {
        if (profile?.revision === of) profile = undefined;
      }),
  };
  const wanted = () => {
    const { standing, labels, revision: of } = contactOf(life, profile);
    return standing === undefined ? [] : audienceRowsOf({ standing, labels, revision: of });
  };
  const remainder = () => contactOf(life, profile).remainder;
  return {
    index,
    wanted,
    remainder,
    act: (act: Act) => does[act](),
    rows: () => [...rows.values()].map(({ row }) => row),
  };
};

const sorted = (rows: readonly AudienceRow[]) => rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const advertisers = { get: async () => anAdvertiser({ audienceLabels: ['loyalty'] }) };

/** Acts one after the other, each brought once or twice, at any time after it happened; all at once. */
const rowsAfter = async (scheduler: fc.Scheduler, acts: readonly Act[], twice: readonly boolean[]) => {
  const store = aStore(scheduler);
  const ports = { audienceIndex: store.index, advertisers };
  const brought: Promise<void>[] = [];
  const happen = scheduler.scheduleSequence(
    acts.map((act, n) => async () => {
      const before = store.wanted();
      store.act(act);
      const command = { access: ACCESS, contactId: CONTACT_ID, before };
      // The stream brings a change again until it was followed.
      const follow = async (times = 0): Promise<void> =>
        projectContact(ports, command).catch((error) => {
          if (times > 20) throw error;
          return follow(times + 1);
        });
      for (let time = 0; time < (twice[n] ? 2 : 1); time += 1) brought.push(follow());
    }),
  );
  await scheduler.waitFor(happen.task);
  await scheduler.waitFor(Promise.all(brought));
  return store;
};

describe('the rows of a contact', () => {
  test('are those of its latest state, whatever the order in which changes are followed, and how often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(...ACTS, 'describe', 'consent', 'oppose', 'consent'), { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (scheduler, acts, twice) => {
          const store = await rowsAfter(scheduler, acts, twice);
          expect(sorted(store.rows())).toEqual(sorted(store.wanted()));
          expect(store.remainder()).toBeUndefined();
        },
      ),
      { numRuns: 1200, seed: 13 },
    );
  });
});

test('P7: the rows of who stays for an opposition alone go when its use ends, and those of a running relation do not', async () => {
  const consents = [aConsent({ seq: 2, givenAt: NOW, recordedAt: NOW, channels: ['email'] })];
  const opposed = {
    id: factId('o'),
    seq: 1,
    of: { scope: 'global' },
    via: 'link',
    occurredAt: NOW,
    recordedAt: NOW,
  } as const;
  const standing: Standing = { ...emptyStanding(KEY, NOW), seq: 2, consents, oppositions: [opposed] };
  const ends: (number | undefined)[] = [];
  const rowsOf = async (more: Partial<Standing>) => {
    ends.length = 0;
    const audienceIndex = {
      read: async () => ({ standing: { ...standing, ...more }, chainStart: 1, labels: {}, revision: 0 }),
      put: async (_access: unknown, _row: unknown, { expiresAt }: { readonly expiresAt?: number }) => {
        ends.push(expiresAt);
        return false;
      },
    } as unknown as AudienceIndex;
    const advertisers = { get: async () => anAdvertiser({ retention: { prospectYears: 1, customerYears: 2 } }) };
    await projectContact({ audienceIndex, advertisers }, { access: ACCESS, contactId: CONTACT_ID, before: [] });
    return [...new Set(ends)];
  };
  const other: Standing['oppositions'][number] = { ...opposed, of: { scope: 'channel', channels: ['sms'] } };
  // The last second is still one of use.
  expect(await rowsOf({ oppositions: [other] })).toEqual([Date.parse(addYears(NOW, 1)) / 1000 + 1]);
  const running = aSale({
    soldAt: NOW,
    type: 'service-contract',
    relation: { state: 'running', shownBy: { contractReference: 'C-1' } },
  });
  expect(await rowsOf({ oppositions: [other], sales: [running] })).toEqual([undefined]);
});
