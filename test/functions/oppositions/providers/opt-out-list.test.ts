import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { optOutRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import type { ListedStop } from '#shared/app/feedback/listed-stops.port.ts';
import { type ListedStopPorts, registerListedStops } from '#shared/app/feedback/register-listed-stops.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** The list of opt-outs of AWS as it is read: in pages, once a day. For whom a row is: whose-opt-out.test.ts. */
let world: SendWorld;
let other: AdvertiserAccess;
/** What AWS has, and what of it names no number, by the start of its page. */
let list: ListedStop[];
let unreadable: Record<string, number>;
let byOperator: Record<string, number>;
let asked: string[];
/** Pages that cannot be read, and those that AWS knows no more. */
let away: Set<string>;
let unknown: Set<string>;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  other = await anotherAdvertiser(world, 'caves-du-sud', '732829320');
  [list, asked, unreadable, byOperator] = [[], [], {}, {}];
  [away, unknown] = [new Set(), new Set()];
});
afterEach(() => world.close());

const PAGE = 2;
const portsOn = (changes: Partial<ListedStopPorts> = {}): ListedStopPorts => ({
  clock: world.clock,
  pause: noPause,
  ledger: world.ledger,
  fingerprints: world.fingerprints,
  replyCodes: world.replyCodes,
  advertisers: world.ports.advertisers,
  vetReads: world.sendReads,
  advertiserList: world.advertiserList,
  rounds: optOutRoundsOf(world.table),
  listedStops: {
    channel: 'sms',
    reference: 'opted-out',
    betweenPagesMs: 1,
    page: async (from) => {
      const name = from ?? 'first';
      asked.push(name);
      if (away.has(name)) throw dependencyUnavailable('The list');
      if (unknown.has(name)) return undefined;
      const start = Number(from ?? 0);
      return {
        stops: list.slice(start, start + PAGE),
        unreadable: unreadable[name] ?? 0,
        byOperator: byOperator[name] ?? 0,
        ...(from === undefined ? {} : { at: from }),
        ...(list.length > start + PAGE ? { next: String(start + PAGE) } : {}),
      };
    },
  },
  ...changes,
});
const run = (ports = portsOn(), hasTime = () => true) =>
  askedBy('reconcile-suppressions', () => registerListedStops(ports, hasTime));

type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;
/** A text that left, whose person is on the list from then on. */
const listed = async (at: Instant = world.clock.now()): Promise<Sent> => {
  const sms = await world.aMessage({ channel: 'sms' });
  expect(await world.deliver(sms)).toMatchObject({ state: 'sent' });
  list.push({ phone: sms.address, asked: { from: at, until: at } });
  return sms;
};
const oppositionsOf = async ({ contactId }: Pick<Sent, 'contactId'>, access = world.access) =>
  (await world.ledger.readStanding(access, contactId))?.oppositions ?? [];
const countsOf = async (all: readonly Sent[]) =>
  (await Promise.all(all.map((each) => oppositionsOf(each)))).map(({ length }) => length);
/** The ledger, but for one person of whom nothing can be written. */
const failingFor = ({ contactId }: Sent) => {
  const append: ListedStopPorts['ledger']['append'] = (access, entries, ...rest) =>
    JSON.stringify(entries).includes(contactId)
      ? Promise.reject(dependencyUnavailable('The ledger'))
      : world.ledger.append(access, entries, ...rest);
  return portsOn({ ledger: { ...world.ledger, append } });
};
const timeFor = (rows: number) => {
  let left = rows;
  return () => left-- > 0;
};

describe('a number on the list of AWS', () => {
  test('P2: is an opposition to texts since then, with the evidence of whence it is known; the next text is refused', async () => {
    const at = addSeconds(world.clock.now(), 60);
    const sms = await listed(at);
    world.clock.forward(3600);
    expect(await run()).toEqual({ opposed: 1 });
    expect(await oppositionsOf(sms)).toMatchObject([
      {
        via: 'provider-complaint',
        of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] },
        occurredAt: at,
        coversRelational: true,
      },
    ]);
    const events = await world.ledger.listEvents(world.access, sms.contactId);
    expect(events.filter(({ type }) => type === 'opposition-registered')).toMatchObject([
      { evidence: { reference: 'opted-out' } },
    ]);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
  });

  test('is read once a day, and is one opposition however often it is read', async () => {
    const sms = await listed();
    expect([await run(), await run()]).toEqual([{ opposed: 1 }, { opposed: 0 }]);
    world.clock.set(addDays(world.clock.now(), 1));
    expect(await run()).toEqual({ opposed: 0 });
    expect(asked).toEqual(['first', 'first']);
    expect(await oppositionsOf(sms)).toHaveLength(1);
  });

  test('that nobody here knows is of another application: nothing is stored of it', async () => {
    const value = '+33639980099';
    const at = world.clock.now();
    list.push({ phone: value, asked: { from: at, until: at } });
    expect(await run()).toEqual({ opposed: 0 });
    for (const access of [world.access, other]) {
      const { contactId } = await world.fingerprints.find(access, { kind: 'phone', value });
      expect(await world.ledger.readStanding(access, contactId)).toBeUndefined();
    }
  });

  test('that who runs the account put there is counted, and no more', async () => {
    byOperator.first = 3;
    expect(await run()).toEqual({ opposed: 0, byOperator: 3 });
    expect(await run()).toEqual({ opposed: 0 });
  });
});

describe('P2: a list that', () => {
  test('cannot be read to its end is gone on with, and no page before is read twice', async () => {
    const all = [await listed(), await listed(), await listed()];
    away.add('2');
    expect(await run()).toMatchObject({ opposed: 2, failure: { code: 'dependency-unavailable' } });
    expect(await countsOf(all)).toEqual([1, 1, 0]);
    away.clear();
    expect([await run(), await run()]).toEqual([{ opposed: 1 }, { opposed: 0 }]);
    expect(asked).toEqual(['first', '2', '2']);
    expect(await countsOf(all)).toEqual([1, 1, 1]);
  });

  test('cannot be read at all is read by the next run', async () => {
    const sms = await listed();
    away.add('first');
    await expect(run()).rejects.toMatchObject({ code: 'dependency-unavailable' });
    away.clear();
    expect(await run()).toEqual({ opposed: 1 });
    expect(await oppositionsOf(sms)).toHaveLength(1);
  });

  test('is longer than a run is gone on with, and begun with its first page where AWS knows the next no more', async () => {
    const all = [await listed(), await listed(), await listed()];
    expect(await run(portsOn(), timeFor(2))).toEqual({ opposed: 2 });
    unknown.add('2');
    world.clock.set(addDays(world.clock.now(), 1));
    expect(await run(portsOn(), timeFor(2))).toMatchObject({
      opposed: 0,
      isLate: true,
      failure: { code: 'dependency-unavailable' },
    });
    unknown.clear();
    expect(await run()).toEqual({ opposed: 1 });
    expect(asked).toEqual(['first', '2', '2', 'first', '2', '2']);
    expect(await countsOf(all)).toEqual([1, 1, 1]);
  });

  test('has a page that is longer than a run is gone on with at its next row, and none before it is read twice', async () => {
    const all = [await listed(), await listed(), await listed()];
    const read = new Set<string>();
    const readStanding: ListedStopPorts['ledger']['readStanding'] = (access, contactId) => {
      read.add(contactId);
      return world.ledger.readStanding(access, contactId);
    };
    const ports = portsOn({ ledger: { ...world.ledger, readStanding } });
    // Each run has time for no more than one, and reads of no other person.
    for (const registered of [1, 2, 3]) {
      read.clear();
      expect(await run(ports, timeFor(1))).toEqual({ opposed: 1 });
      expect([read.size, (await countsOf(all)).filter((count) => count === 1).length]).toEqual([1, registered]);
    }
    expect(await run(ports, timeFor(1))).toEqual({ opposed: 0 });
    expect(await countsOf(all)).toEqual([1, 1, 1]);
    expect(asked).toEqual(['first', 'first', '2', '2']);
  });

  test('names a page that AWS knows no more, in the middle of which the time had ended, is begun with its first row', async () => {
    const all = [await listed(), await listed(), await listed(), await listed()];
    expect(await run(portsOn(), timeFor(3))).toEqual({ opposed: 3 });
    unknown.add('2');
    // A page further on that is not known either: the day is not over.
    expect(await run()).toMatchObject({ opposed: 0, failure: { code: 'dependency-unavailable' } });
    unknown.clear();
    expect(await run()).toEqual({ opposed: 1 });
    expect(await countsOf(all)).toEqual([1, 1, 1, 1]);
  });

  test('has a row that cannot be stored is read again by the next run, and keeps no other waiting', async () => {
    const [one, two] = [await listed(), await listed()];
    expect(await run(failingFor(one))).toMatchObject({ opposed: 1, failure: { code: 'dependency-unavailable' } });
    expect(await countsOf([one, two])).toEqual([0, 1]);
    expect([await run(), await run()]).toEqual([{ opposed: 1 }, { opposed: 0 }]);
    expect(await countsOf([one, two])).toEqual([1, 1]);
  });

  test('has one on a page before that where the time ended is read again once it is at its end', async () => {
    const all = [await listed(), await listed(), await listed()];
    const [one] = all;
    expect(await run(failingFor(one as Sent), timeFor(2))).toMatchObject({
      opposed: 1,
      failure: { code: 'dependency-unavailable' },
    });
    expect(await countsOf(all)).toEqual([0, 1, 0]);
    expect(await run()).toEqual({ opposed: 1 });
    expect(await countsOf(all)).toEqual([0, 1, 1]);
    expect([await run(), await run()]).toEqual([{ opposed: 1 }, { opposed: 0 }]);
    expect(await countsOf(all)).toEqual([1, 1, 1]);
  });

  test('has a row that names no number says so once a day, and is read to its end once', async () => {
    const all = [await listed(), await listed(), await listed()];
    unreadable.first = 1;
    expect(await run()).toMatchObject({ opposed: 3, failure: { code: 'dependency-unavailable' } });
    expect(await run()).toEqual({ opposed: 0 });
    expect(asked).toEqual(['first', '2']);
    expect(await countsOf(all)).toEqual([1, 1, 1]);
  });
});
