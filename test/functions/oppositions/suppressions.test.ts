import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { roundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { type ReconcilePorts, reconcileSuppressions } from '#shared/app/feedback/reconcile-suppressions.ts';
import type { Suppression } from '#shared/app/feedback/suppressions.port.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, type Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { noPause } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

const OTHER = AdvertiserId.parse('caves-du-sud');
const DAY = 86_400;
let world: SendWorld;
let other: AdvertiserAccess;
/** What the provider has, by advertiser. */
let lists: Map<string, Suppression[]>;
let asked: string[];

beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  other = await anotherAdvertiser(world, OTHER, '732829320');
});
afterAll(() => world.close());

const PAGE = 2;
const portsOn = (changes: Partial<ReconcilePorts['suppressions']> = {}): ReconcilePorts => ({
  clock: world.clock,
  pause: noPause,
  ledger: world.ledger,
  fingerprints: world.fingerprints,
  advertiserList: world.advertiserList,
  rounds: roundsOf(world.table),
  suppressions: {
    page: async (advertiserId, from) => {
      asked.push(`${advertiserId} ${from ?? ''}`.trim());
      const all = lists.get(advertiserId) ?? [];
      const start = Number(from ?? 0);
      return {
        entries: all.slice(start, start + PAGE),
        ...(all.length > start + PAGE ? { next: String(start + PAGE) } : {}),
      };
    },
    remove: async (advertiserId, address) => {
      const left = (lists.get(advertiserId) ?? []).filter((entry) => entry.address.value !== address.value);
      lists.set(advertiserId, left);
    },
    ...changes,
  },
});
/** The round of the next day, with these addresses on the list of the first advertiser. */
const nextRound = (entries: Suppression[], hasTime = () => true, ports = portsOn()) => {
  world.clock.forward(DAY);
  lists = new Map([[world.access.advertiserId, entries]]);
  asked = [];
  return askedBy('reconcile-suppressions', () => reconcileSuppressions(ports, hasTime));
};
const entry = (address: string, reason: Suppression['reason'] = 'BOUNCE', at: Instant = world.clock.now()) => ({
  address: { kind: 'email' as const, value: address },
  channel: 'email' as const,
  reason,
  at,
});
const contactAt = (access: AdvertiserAccess, value: string) =>
  world.fingerprints.contactIdOf(access.advertiserId, { kind: 'email', value });
const eventsOf = (address: string) => world.ledger.listEvents(world.access, contactAt(world.access, address));
const nextMailTo = async (address: string) => {
  const mail = await world.aMessage({ contact: contactAt(world.access, address) });
  return world.deliver(mail);
};

describe('the daily round through the lists of SES', () => {
  test('an address that bounced, which nobody here knows, is blocked with its reason, once', async () => {
    const { address } = await world.aMessage();
    const lower = entry(address.toUpperCase().replace('EXAMPLE.FR', 'example.fr'));
    expect(await nextRound([lower])).toMatchObject({ learned: 1, removed: 0, isWhole: true });
    expect(await nextRound([lower])).toMatchObject({ learned: 0, removed: 0, isWhole: true });
    const failed = (await eventsOf(address)).filter(({ type }) => type === 'delivery-failed');
    expect(failed).toMatchObject([{ kind: 'permanent', code: 'OnTenantSuppressionList', actor: { by: 'provider' } }]);
    expect(await nextMailTo(address)).toMatchObject({ state: 'refused', code: 'ADDRESS_UNDELIVERABLE' });
    expect(lists.get(world.access.advertiserId)).toEqual([lower]);
  });

  test('one whose person agreed since is taken off the list of SES, and blocked no more', async () => {
    const { address } = await world.aMessage();
    // The world's consents are of 20 May 2026.
    const old = entry(address, 'BOUNCE', '2026-04-01T10:00:00.000Z' as Instant);
    expect(await nextRound([old])).toMatchObject({ learned: 0, removed: 1 });
    expect(lists.get(world.access.advertiserId)).toEqual([]);
    expect(await nextMailTo(address)).toEqual({ state: 'sent' });
  });

  test('SES is asked for one thing a second: each address that is taken off its list waits for its turn', async () => {
    const happened: string[] = [];
    const ports = portsOn({
      remove: async (_, { value }) => void happened.push(`removed ${value}`),
    });
    const people = [await world.aMessage(), await world.aMessage()];
    const old = people.map(({ address }) => entry(address, 'BOUNCE', '2026-04-01T10:00:00.000Z' as Instant));
    const pause = async (milliseconds: number) =>
      void happened.push(milliseconds > 1000 ? 'waited' : 'waited too little');
    expect(await nextRound(old, () => true, { ...ports, pause })).toMatchObject({ removed: 2 });
    const [paged, ...ofOurs] = happened;
    const removed = expect.stringMatching(/^removed/);
    expect([paged, ofOurs]).toEqual(['waited', ['waited', removed, 'waited', removed, 'waited']]);
  });

  test('P2: a complaint that nobody here knows is an opposition; its entry stays, and the round changes nothing again', async () => {
    const { address } = await world.aMessage();
    const complaint = entry(address, 'COMPLAINT');
    expect(await nextRound([complaint])).toMatchObject({ learned: 1 });
    expect(await nextRound([complaint])).toMatchObject({ learned: 0, removed: 0 });
    expect(await nextMailTo(address)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect(lists.get(world.access.advertiserId)).toEqual([complaint]);
    const opposed = (await eventsOf(address)).filter(({ type }) => type === 'opposition-registered');
    expect(opposed).toMatchObject([{ via: 'provider-complaint', coversRelational: true }]);
  });

  test('P2: a complaint is learned where the person had opposed something narrower, or before', async () => {
    const { address, contactId } = await world.aMessage();
    const act = sha256Of(`narrow ${address}`);
    await registerOpposition(
      { ledger: world.ledger, clock: world.clock, pause: noPause },
      {
        ...{ access: world.access, contactId, addressKind: 'email', via: 'link', requestId: act, bodySha256: act },
        of: { scope: 'purpose', channels: ['email'], purpose: 'partner-offers' },
        actor: { by: 'person' },
      },
    );
    expect(await nextRound([entry(address, 'COMPLAINT')])).toMatchObject({ learned: 1 });
    expect(await nextMailTo(address)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
  });

  test('P2: it lifts no opposition: neither where an address leaves the list of SES, nor where SES has none', async () => {
    const { address, contactId } = await world.aMessage();
    const act = sha256Of(address);
    await registerOpposition(
      { ledger: world.ledger, clock: world.clock, pause: noPause },
      {
        ...{ access: world.access, contactId, addressKind: 'email', via: 'link', requestId: act, bodySha256: act },
        of: { scope: 'channel', channels: ['email'] },
        actor: { by: 'person' },
      },
    );
    await nextRound([entry(address, 'BOUNCE', '2026-04-01T10:00:00.000Z' as Instant)]);
    await nextRound([]);
    expect(await nextMailTo(address)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
  });

  test('P7: an address that nobody here knows is not brought here by a bounce; what is no address is passed over', async () => {
    expect(await nextRound([entry('inconnue@example.fr'), entry('pas une adresse')])).toMatchObject({ learned: 0 });
    expect(await eventsOf('inconnue@example.fr')).toEqual([]);
  });

  test('goes on page by page where a run had no time left, and asks nothing more once the day’s round is whole', async () => {
    const mails = await Promise.all([0, 1, 2, 3, 4].map(() => world.aMessage()));
    const { advertiserId } = world.access;
    let requests = 0;
    const oneRequest = () => {
      requests += 1;
      return requests % 2 === 1;
    };
    await nextRound(
      mails.map(({ address }) => entry(address)),
      oneRequest,
    );
    expect(asked).toEqual([OTHER]);
    const runs = [];
    for (let run = 0; run < 8; run += 1) runs.push(await reconcileSuppressions(portsOn(), oneRequest));
    expect(runs.at(-1)).toEqual({ learned: 0, removed: 0, isWhole: true });
    expect(asked).toEqual([OTHER, advertiserId, `${advertiserId} 2`, `${advertiserId} 4`]);
    for (const { address } of mails)
      expect((await eventsOf(address)).filter(({ type }) => type === 'delivery-failed')).toHaveLength(1);
  });

  test('a day that ended before its round was whole is said by the first run of the next', async () => {
    expect(await nextRound([], () => false)).toEqual({ learned: 0, removed: 0, isWhole: false });
    // Nothing was begun: the round of the day before is still the stored one.
    let requests = 0;
    const once = () => {
      requests += 1;
      return requests === 1;
    };
    await nextRound([], once);
    expect(await nextRound([])).toEqual({ learned: 0, removed: 0, isLate: true, isWhole: true });
    expect(await nextRound([])).toEqual({ learned: 0, removed: 0, isWhole: true });
  });

  test('one advertiser whose list cannot be had keeps no other waiting; the run says that it failed', async () => {
    const { address } = await world.aMessage();
    const failing = portsOn();
    const page: typeof failing.suppressions.page = (advertiserId, from) =>
      advertiserId === OTHER ? Promise.reject(new Error('429')) : failing.suppressions.page(advertiserId, from);
    const found = await nextRound([entry(address)], () => true, portsOn({ page }));
    expect(found).toMatchObject({ learned: 1, isWhole: true, failure: { message: '429' } });
    expect(await nextRound([])).toEqual({ learned: 0, removed: 0, isWhole: true });
    expect(asked).toContain(other.advertiserId);
  });

  test('one address that cannot be read keeps no other of its list waiting; the run says that it failed', async () => {
    const broken = (await world.aMessage()).address;
    const { address } = await world.aMessage();
    const ports = portsOn();
    const ledger: typeof ports.ledger = {
      ...ports.ledger,
      readStanding: (access, contactId) =>
        contactId === contactAt(access, broken)
          ? Promise.reject(new Error('unreadable'))
          : ports.ledger.readStanding(access, contactId),
    };
    const entries = [entry(broken), entry('inconnue@example.fr'), entry(address)];
    const found = await nextRound(entries, () => true, { ...ports, ledger });
    expect(found).toMatchObject({ learned: 1, isWhole: true, failure: { message: 'unreadable' } });
  });

  test('P9: the list of one advertiser says nothing of the same address at another', async () => {
    const { address } = await world.aMessage();
    await nextRound([entry(address)]);
    expect(await world.ledger.listEvents(other, contactAt(other, address))).toEqual([]);
  });
});
