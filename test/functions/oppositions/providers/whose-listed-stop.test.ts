import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { stopsRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import type { ListedStop } from '#shared/app/feedback/listed-stops.port.ts';
import { registerListedStops } from '#shared/app/feedback/register-listed-stops.ts';
import type { RegisterOpposition } from '#shared/app/oppositions/act-of-opposition.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type ContactId, FactId, type Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { aFormVersion, consentFacts, instant, referenceOf, STOP_COVERS_EVERYTHING } from '#test/support/builders.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** For whom a row of the list of STOP of a provider is, what it covers there, and what is known of it already. */
const PHONE = '+33639980011';
const ON = instant('2026-11-24T09:00:00Z');
const DAY_OF_ROW = { from: instant('2026-11-23T22:00:00Z'), until: instant('2026-11-24T23:59:59Z') };
const TEXTS: OppositionScope = { scope: 'channel', channels: ['sms', 'mms', 'rcs'] };

let world: SendWorld;
let caves: AdvertiserAccess;
let ferme: AdvertiserAccess;
/** When each of them wrote to the number. */
let sent: readonly (readonly [AdvertiserAccess, ...Instant[]])[];

beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  caves = await anotherAdvertiser(world, 'caves-du-sud', '732829320');
  ferme = await anotherAdvertiser(world, 'ferme-du-nord', '542065479');
  world.clock.set(instant('2026-11-26T03:00:00Z'));
  sent = [];
});
afterEach(() => world.close());

const idAt = ({ advertiserId }: AdvertiserAccess): ContactId =>
  world.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: PHONE });
const oppositionsAt = async (access: AdvertiserAccess) =>
  (await world.ledger.readStanding(access, idAt(access)))?.oppositions ?? [];

const run = (
  asked: ListedStop['asked'],
  changes: { advertisers?: SendWorld['ports']['advertisers']; ledger?: SendWorld['ledger'] } = {},
) =>
  askedBy('reconcile-suppressions', () =>
    registerListedStops(
      {
        clock: world.clock,
        pause: noPause,
        ledger: world.ledger,
        fingerprints: world.fingerprints,
        replyCodes: world.replyCodes,
        advertiserList: world.advertiserList,
        advertisers: world.ports.advertisers,
        vetReads: {
          read: async (access, contactId, at) => {
            const read = await world.sendReads.read(access, contactId, at);
            const [, ...claims] = sent.find(([each]) => each.advertiserId === access.advertiserId) ?? [];
            const entries = claims.map((claimedAt) => ({ claimedAt }));
            return { ...read, sends: [{ channel: 'mms', entries }] as unknown as typeof read.sends };
          },
        },
        rounds: stopsRoundsOf(world.table),
        listedStops: {
          channel: 'mms',
          replyCode: '36200',
          all: async () => ({ stops: [{ phone: PHONE, asked }], unreadable: 0 }),
        },
        ...changes,
      },
      () => true,
    ),
  );

const opposedIn = async (): Promise<readonly string[]> => {
  const all = [world.access, caves, ferme];
  const found = await Promise.all(all.map(async (access) => (await oppositionsAt(access)).length > 0));
  return all.filter((_, index) => found[index]).map(({ advertiserId }) => advertiserId);
};

const came = async (access: AdvertiserAccess, occurredAt: Instant, change: Partial<RegisterOpposition> = {}) => {
  const requestId = sha256Of(`came/${occurredAt}`);
  await registerOpposition(
    { clock: world.clock, ledger: world.ledger, pause: noPause },
    {
      access,
      contactId: idAt(access),
      addressKind: 'phone',
      of: TEXTS,
      via: 'sms-reply',
      occurredAt,
      requestId,
      bodySha256: requestId,
      coversRelational: true,
      actor: { by: 'person' },
      ...change,
    },
  );
};

/** They agree to MMS again. */
const agree = async (givenAt: Instant) => {
  const contactId = idAt(world.access);
  const seen = await world.ledger.readStanding(world.access, contactId);
  if (seen === undefined) throw new Error('nobody is known');
  const facts = consentFacts({
    channels: ['mms'],
    form: referenceOf(aFormVersion()),
    givenAt,
  });
  const id = FactId.parse(`${contactId}.${sha256Of(givenAt).slice(0, 16)}`);
  const event = { type: 'consent-given', id, consent: facts, observed: false, actor: { by: 'system' } } as const;
  await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event] }], { at: world.clock.now() });
};

describe('D19: whom a row is for', () => {
  const cases = (): readonly (readonly [ListedStop['asked'], readonly AdvertiserAccess[]])[] => [
    [{ from: ON, until: ON }, [world.access]],
    [DAY_OF_ROW, [world.access, caves]],
    [undefined, [world.access, caves, ferme]],
  ];
  test.each([
    ['is the last sender, where it names the instant', 0],
    ['are all who wrote that day, and the last of before, where it names a day alone', 1],
    ['are all who ever wrote, where it names none', 2],
  ])('%s', async (_, index) => {
    sent = [
      [world.access, addDays(ON, -2)],
      [caves, addSeconds(ON, 3_600)],
      [ferme, addDays(ON, -9)],
    ];
    const [asked, meant] = cases()[index] ?? [undefined, []];
    await run(asked);
    expect(await opposedIn()).toEqual(meant.map(({ advertiserId }) => advertiserId));
  });

  test('are all, where nobody wrote', async () => {
    expect(await run(DAY_OF_ROW)).toEqual({ opposed: 3 });
  });

  test.each([
    ['a day alone', DAY_OF_ROW],
    ['no day', undefined],
  ])('is the one to whom the same STOP came, where it names %s', async (_, asked) => {
    sent = [
      [world.access, addDays(ON, -2)],
      [caves, addSeconds(ON, 3_600)],
    ];
    await came(caves, addSeconds(ON, 7_200));
    await run(asked);
    expect(await opposedIn()).toEqual([caves.advertiserId]);
  });

  test.each([
    ['a day alone', DAY_OF_ROW, [addSeconds(ON, -7_200)]],
    ['no day', undefined, [addDays(ON, -700)]],
  ] as const)('P2: are those who wrote after the STOP that came as well, where it names %s', async (_, asked, [at]) => {
    sent = [
      [world.access, addDays(at, -1)],
      [caves, addSeconds(ON, 3_600)],
      [ferme, addDays(at, -2)],
    ];
    await came(world.access, at);
    await run(asked);
    expect(await opposedIn()).toEqual([world.access.advertiserId, caves.advertiserId]);
  });

  test('P11: is nobody who wrote after it was read first, where it names no day', async () => {
    sent = [[world.access, addDays(ON, -2)]];
    await run(undefined);
    sent = [
      [world.access, addDays(ON, -2)],
      [caves, addDays(ON, 60)],
    ];
    world.clock.set(addDays(ON, 61));
    expect(await run(undefined)).toEqual({ opposed: 0 });
    expect(await opposedIn()).toEqual([world.access.advertiserId]);
  });

  test('P11: is nobody else once nobody knows any more who wrote', async () => {
    sent = [[world.access, addDays(ON, -2)]];
    await run({ from: ON, until: ON });
    sent = [];
    world.clock.set(addDays(ON, 460));
    expect(await run({ from: ON, until: ON })).toEqual({ opposed: 0 });
    expect(await opposedIn()).toEqual([world.access.advertiserId]);
  });

  test('P2: are all of them the next day too, where one of their stores could not be reached', async () => {
    const { append } = world.ledger;
    const away: typeof append = async (access, ...more) => {
      if (access.advertiserId === caves.advertiserId) throw new Error('no answer');
      return append(access, ...more);
    };
    await run(DAY_OF_ROW, { ledger: { ...world.ledger, append: away } });
    expect(await opposedIn()).toEqual([world.access.advertiserId, ferme.advertiserId]);
    world.clock.forward(86_400);
    expect(await run(DAY_OF_ROW)).toMatchObject({ opposed: 1 });
  });

  test('are all of them, where a STOP came long before that day', async () => {
    sent = [
      [world.access, addDays(ON, -2)],
      [caves, addSeconds(ON, 3_600)],
    ];
    await came(caves, addDays(ON, -8));
    await run(DAY_OF_ROW);
    expect(await opposedIn()).toEqual([world.access.advertiserId, caves.advertiserId]);
    expect(await oppositionsAt(caves)).toHaveLength(2);
  });
});

describe('what is known of it', () => {
  beforeEach(() => {
    sent = [[world.access, addDays(ON, -2)]];
  });
  const row = { from: ON, until: ON };

  test('is a STOP of that time that covers as much', async () => {
    await came(world.access, addSeconds(ON, -60));
    expect(await run(row)).toEqual({ opposed: 0 });
  });

  test.each<[string, Partial<RegisterOpposition>]>([
    ['leaves relational messages allowed', { coversRelational: undefined }],
    ['leaves a channel allowed', { of: { scope: 'channel', channels: ['sms'] } }],
  ])('is no act that %s', async (_, change) => {
    await came(world.access, addSeconds(ON, -60), change);
    expect(await run(row)).toEqual({ opposed: 1 });
  });

  test('P2: is none that was lifted before the row: the STOP came after it', async () => {
    await came(world.access, addSeconds(ON, -7_200));
    await agree(addSeconds(ON, -3_600));
    expect(await run(row)).toEqual({ opposed: 1 });
  });

  test('OPP-4: is one that was lifted after the row: who agreed since is not opposed again', async () => {
    await came(world.access, addSeconds(ON, -60));
    await agree(addSeconds(ON, 3_600));
    expect(await run(row)).toEqual({ opposed: 0 });
  });

  test('P2: is no old act that was lifted, of a row without a day; who agrees after that stays so, for years', async () => {
    await came(world.access, addDays(ON, -20));
    await agree(addDays(ON, -10));
    expect(await run(undefined)).toEqual({ opposed: 1 });
    world.clock.forward(3_600);
    await agree(world.clock.now());
    world.clock.set(addDays(ON, 500));
    expect(await run(undefined)).toEqual({ opposed: 0 });
    expect(await oppositionsAt(world.access)).toHaveLength(2);
  });
});

describe('OPP-3: it covers what a STOP that comes covers', () => {
  test('everything, where the advertiser recorded that reading', async () => {
    const { advertisers } = world.ports;
    const now = await advertisers.get(world.access);
    if (!now) throw new Error('the world has no advertiser');
    const known = { ...now, readings: [STOP_COVERS_EVERYTHING] };
    const reads = {
      ...advertisers,
      get: async (...of: Parameters<typeof advertisers.get>) =>
        of[0].advertiserId === world.access.advertiserId ? known : advertisers.get(...of),
    };
    await run({ from: ON, until: ON }, { advertisers: reads });
    expect(await oppositionsAt(world.access)).toMatchObject([{ of: { scope: 'global' } }]);
    expect(await oppositionsAt(caves)).toMatchObject([{ of: TEXTS }]);
  });

  test('everything, where its settings cannot be read', async () => {
    const reads = { ...world.ports.advertisers, get: () => Promise.reject(new Error('another shape')) };
    await run({ from: ON, until: ON }, { advertisers: reads });
    expect(await oppositionsAt(world.access)).toMatchObject([{ of: { scope: 'global' } }]);
  });
});
