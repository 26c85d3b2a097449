import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { optOutRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { type ListedStopPorts, registerListedStops } from '#shared/app/feedback/register-listed-stops.ts';
import type { RegisterOpposition } from '#shared/app/oppositions/act-of-opposition.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type ContactId, FactId, type Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import { noPause } from '#test/support/aws.ts';
import { aFormVersion, consentFacts, instant, referenceOf } from '#test/support/builders.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** For whom a row of the list of opt-outs of AWS is, which has several codes and names none, and what is known of it already. */
const PHONE = '+33639980021';
const ON = instant('2026-11-24T09:00:00Z');

let world: SendWorld;
let valmy: AdvertiserAccess;
let caves: AdvertiserAccess;
let ferme: AdvertiserAccess;
/** Who wrote to the number, by what, and when. */
let sent: readonly (readonly [AdvertiserAccess, Channel, ...Instant[]])[];
/** Whose sends cannot be read. */
let damaged: readonly AdvertiserAccess[];

beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  valmy = world.access;
  caves = await anotherAdvertiser(world, 'caves-du-sud', '732829320');
  ferme = await anotherAdvertiser(world, 'ferme-du-nord', '542065479');
  world.clock.set(instant('2026-11-26T03:00:00Z'));
  [sent, damaged] = [[], []];
});
afterEach(() => world.close());

const idAt = ({ advertiserId }: AdvertiserAccess): ContactId =>
  world.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: PHONE });
const oppositionsAt = async (access: AdvertiserAccess) =>
  (await world.ledger.readStanding(access, idAt(access)))?.oppositions ?? [];
/** How many oppositions each of the three has of the number. */
const counts = async () =>
  (await Promise.all([valmy, caves, ferme].map((access) => oppositionsAt(access)))).map(({ length }) => length);

const portsOn = (changes: Partial<ListedStopPorts> = {}): ListedStopPorts => ({
  clock: world.clock,
  pause: noPause,
  ledger: world.ledger,
  fingerprints: world.fingerprints,
  replyCodes: world.replyCodes,
  advertisers: world.ports.advertisers,
  advertiserList: world.advertiserList,
  vetReads: {
    read: async (access, contactId, at) => {
      if (damaged.some(({ advertiserId }) => advertiserId === access.advertiserId)) throw storedUnreadable();
      const read = await world.sendReads.read(access, contactId, at);
      const sends = sent
        .filter(([each]) => each.advertiserId === access.advertiserId)
        .map(([, channel, ...claims]) => ({ channel, entries: claims.map((claimedAt) => ({ claimedAt })) }));
      return { ...read, sends: sends as unknown as typeof read.sends };
    },
  },
  rounds: optOutRoundsOf(world.table),
  listedStops: {
    channel: 'sms',
    reference: 'opted-out',
    betweenPagesMs: 1,
    page: async () => ({ stops: [{ phone: PHONE, asked: { from: ON, until: ON } }], unreadable: 0 }),
  },
  ...changes,
});
const run = (changes: Partial<ListedStopPorts> = {}) =>
  askedBy('reconcile-suppressions', () => registerListedStops(portsOn(changes), () => true));

const codeOf = async (access: AdvertiserAccess, replyCode: string) => {
  const now = await world.ports.advertisers.get(access);
  if (!now) throw new Error('the world has no such advertiser');
  const { senders, ...settings } = settingsOf(now);
  const sms = senders.sms.map((each) => ({ ...each, replyCode }));
  return world.ports.advertisers.put(access, { ...settings, senders: { ...senders, sms } }, world.clock.now());
};

const came = async (access: AdvertiserAccess, occurredAt: Instant, change: Partial<RegisterOpposition> = {}) => {
  const requestId = sha256Of(`came/${occurredAt}`);
  await registerOpposition(portsOn(), {
    access,
    contactId: idAt(access),
    addressKind: 'phone',
    of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] },
    via: 'sms-reply',
    occurredAt,
    requestId,
    bodySha256: requestId,
    coversRelational: true,
    actor: { by: 'person' },
    ...change,
  });
};

type Facts = NonNullable<Parameters<typeof consentFacts>[0]>;
/** They agree to texts before our eyes. */
const agree = async (access: AdvertiserAccess, givenAt: Instant, facts: Facts = {}) => {
  const contactId = idAt(access);
  const { advertiserId } = access;
  const nobody = emptyStanding({ advertiserId, contactId, addressKind: 'phone' }, world.clock.now());
  const seen = (await world.ledger.readStanding(access, contactId)) ?? nobody;
  const form = referenceOf(aFormVersion());
  const consent = consentFacts({ channels: ['sms'], form, givenAt, ...facts });
  const id = FactId.parse(`${contactId}.${sha256Of(givenAt).slice(0, 16)}`);
  const event = { type: 'consent-given', id, consent, observed: true, actor: { by: 'person' } } as const;
  const change = { contactId, seen, events: [event], address: PHONE };
  await appendToLedger(world.ledger, access, [change], { at: world.clock.now() });
};

describe('D19: it is for', () => {
  beforeEach(() => {
    sent = [
      [valmy, 'sms', addDays(ON, -9)],
      [caves, 'sms', addDays(ON, -2)],
    ];
  });

  test('the last sender before it, where all who wrote have one code', async () => {
    expect(await run()).toEqual({ opposed: 1 });
    expect(await counts()).toEqual([0, 1, 0]);
  });

  test('all who wrote, where they have different codes', async () => {
    await codeOf(caves, '36107');
    expect(await run()).toEqual({ opposed: 2 });
    expect(await counts()).toEqual([1, 1, 0]);
  });

  test('all who wrote, where the settings of one cannot be read', async () => {
    const { advertisers } = world.ports;
    const get: typeof advertisers.get = (...of) =>
      of[0].advertiserId === valmy.advertiserId ? Promise.reject(new Error('another shape')) : advertisers.get(...of);
    expect(await run({ advertisers: { get } })).toEqual({ opposed: 2 });
    expect(await counts()).toEqual([1, 1, 0]);
  });

  test('who wrote by SMS: an MMS of later left by another route', async () => {
    sent = [
      [valmy, 'sms', addDays(ON, -9)],
      [caves, 'mms', addDays(ON, -2)],
    ];
    expect(await run()).toEqual({ opposed: 1 });
    expect(await counts()).toEqual([1, 0, 0]);
  });

  test('nobody who wrote only after it, where somebody did before', async () => {
    sent = [
      [valmy, 'sms', addDays(ON, -9)],
      [caves, 'sms', addSeconds(ON, 3_600)],
    ];
    expect(await run()).toEqual({ opposed: 1 });
    expect(await counts()).toEqual([1, 0, 0]);
  });

  test('nobody else where their codes differ only long after it was registered', async () => {
    await run();
    await codeOf(caves, '36107');
    world.clock.set(addDays(world.clock.now(), 31));
    expect(await run()).toEqual({ opposed: 0 });
    expect(await counts()).toEqual([0, 1, 0]);
  });

  test('P2: who wrote, and whoever may have: what is damaged loses none', async () => {
    damaged = [ferme];
    expect(await run()).toEqual({ opposed: 3 });
    expect(await counts()).toEqual([1, 1, 1]);
  });
});

describe('where nobody wrote before it, it is for', () => {
  test('all who know the number, and nobody else', async () => {
    await agree(valmy, addDays(ON, -400));
    await agree(caves, addDays(ON, -300), { purpose: 'partner-offers' });
    expect(await run()).toEqual({ opposed: 2 });
    expect(await counts()).toEqual([1, 1, 0]);
  });

  test('P2: whoever may have written as well, and no fewer who know it', async () => {
    damaged = [ferme];
    await agree(valmy, addDays(ON, -400));
    expect(await run()).toEqual({ opposed: 2 });
    expect(await counts()).toEqual([1, 0, 1]);
  });

  test('P11: none of them once it was registered long ago: who agrees since is not opposed', async () => {
    await agree(valmy, addDays(ON, -400));
    await run();
    world.clock.set(addDays(ON, 60));
    await agree(caves, world.clock.now());
    world.clock.set(addDays(ON, 61));
    expect(await run()).toEqual({ opposed: 0 });
    expect(await counts()).toEqual([1, 0, 0]);
  });
});

describe('P2: nothing that is known keeps it from being registered', () => {
  beforeEach(() => {
    sent = [[valmy, 'sms', addDays(ON, -2)]];
  });

  test.each<[string, Facts]>([
    ['another purpose', { purpose: 'partner-offers' }],
    ['a box that was ticked', { form: referenceOf(aFormVersion({ defaultState: 'ticked' })) }],
    ['what a message fetched', { drawnBy: 'message' }],
    ['texts', {}],
  ])('but an act: a consent to %s of since then is none', async (_, change) => {
    await agree(valmy, addSeconds(ON, 3_600), change);
    expect(await run()).toEqual({ opposed: 1 });
    expect(await counts()).toEqual([1, 0, 0]);
  });

  test('where an act of the day before was lifted since', async () => {
    await came(valmy, addSeconds(ON, -7_200));
    await agree(valmy, addSeconds(ON, -3_600));
    expect(await run()).toEqual({ opposed: 1 });
    expect(await counts()).toEqual([2, 0, 0]);
  });

  test.each<[string, Partial<RegisterOpposition>]>([
    ['leaves relational texts allowed', { coversRelational: undefined }],
    ['leaves a channel allowed', { of: { scope: 'channel', channels: ['sms'] } }],
  ])('where that act %s', async (_, change) => {
    await came(valmy, addSeconds(ON, -60), change);
    expect(await run()).toEqual({ opposed: 1 });
    expect(await counts()).toEqual([2, 0, 0]);
  });

  test('but the same STOP, which came to us; also where the person agreed again since', async () => {
    await came(valmy, addSeconds(ON, -60));
    await agree(valmy, addSeconds(ON, 3_600));
    expect(await run()).toEqual({ opposed: 0 });
    expect(await counts()).toEqual([1, 0, 0]);
  });

  test('OPP-4: but itself: who agrees after it was read is not opposed by it again', async () => {
    await run();
    await agree(valmy, addSeconds(world.clock.now(), -60));
    world.clock.set(addDays(world.clock.now(), 1));
    expect(await run()).toEqual({ opposed: 0 });
    expect(await counts()).toEqual([1, 0, 0]);
  });
});
