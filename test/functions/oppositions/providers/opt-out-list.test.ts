import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { optOutRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import type { OptOut, TakenOff } from '#shared/app/feedback/opt-outs.port.ts';
import { type OptOutPorts, reconcileOptOuts } from '#shared/app/feedback/reconcile-opt-outs.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId, type Instant } from '#shared/domain/ids.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import { noPause } from '#test/support/aws.ts';
import { ADVERTISER_ID, aFormVersion, consentFacts, referenceOf } from '#test/support/builders.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** The list of opt-outs of AWS and the ledger are made to say the same, both ways. */
const OTHER = AdvertiserId.parse('caves-du-sud');
let world: SendWorld;
/** What AWS has. */
let list: OptOut[];
/** Numbers that it takes off no more for now. */
let kept: Set<string>;
let asked: string[];
/** Pages that cannot be read. */
let away: Set<string>;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  await anotherAdvertiser(world, OTHER, '732829320');
  [list, kept, asked, away] = [[], new Set(), [], new Set()];
});
afterEach(() => world.close());

const PAGE = 2;
const portsOn = (changes: Partial<OptOutPorts> = {}): OptOutPorts => ({
  clock: world.clock,
  pause: noPause,
  ledger: world.ledger,
  fingerprints: world.fingerprints,
  vetReads: world.sendReads,
  advertiserList: world.advertiserList,
  rounds: optOutRoundsOf(world.table),
  optOuts: {
    channel: 'sms',
    page: async (from) => {
      asked.push(from ?? 'first');
      if (away.has(from ?? 'first')) throw dependencyUnavailable('The list');
      const start = Number(from ?? 0);
      const next = list.length > start + PAGE ? { next: String(start + PAGE) } : {};
      return { entries: list.slice(start, start + PAGE), unreadable: 0, ...next };
    },
    remove: async (phone): Promise<TakenOff> => {
      if (kept.has(phone)) return 'not-now';
      const was = list.length;
      list = list.filter((each) => each.phone !== phone);
      return list.length < was ? 'removed' : 'gone';
    },
  },
  ...changes,
});
const run = (ports = portsOn(), hasTime = () => true) =>
  askedBy('reconcile-suppressions', () => reconcileOptOuts(ports, hasTime));

type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;
/** A text that left. */
const written = async (): Promise<Sent> => {
  const sms = await world.aMessage({ channel: 'sms' });
  expect(await world.deliver(sms)).toMatchObject({ state: 'sent' });
  return sms;
};
const now = () => world.clock.now();
const listed = ({ address }: Pick<Sent, 'address'>, at: Instant = now()) => void list.push({ phone: address, at });
const oppositionsOf = async ({ contactId }: Pick<Sent, 'contactId'>, advertiserId = ADVERTISER_ID) =>
  (await world.ledger.readStanding(admit(advertiserId), contactId))?.oppositions ?? [];
/** They agree to texts once more, before our eyes. */
const agree = async ({ contactId, address }: Sent, observed = true): Promise<void> => {
  const consent = consentFacts({ channels: ['sms'], form: referenceOf(aFormVersion()), givenAt: now() });
  const id = `${contactId}.${'d'.repeat(16)}` as never;
  const event = { type: 'consent-given', id, consent, observed, actor: { by: 'person' } } as const;
  const seen = (await world.ledger.readStanding(world.access, contactId)) ?? expect.fail('nobody has this number');
  await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event], address }], { at: now() });
};
const NOTHING = { learned: 0, removed: 0, kept: 0 };

describe('a number on the list of AWS', () => {
  test('P2: is an opposition to texts at the advertiser that wrote last before, since then, with the evidence of whence it is known', async () => {
    const sms = await written();
    world.clock.forward(60);
    const at = now();
    listed(sms, at);
    world.clock.forward(3600);
    expect(await run()).toEqual({ ...NOTHING, learned: 1 });
    expect(await oppositionsOf(sms)).toMatchObject([
      { via: 'provider-complaint', of: { scope: 'channel' }, occurredAt: at, coversRelational: true },
    ]);
    const [event] = (await world.ledger.listEvents(world.access, sms.contactId)).filter(
      ({ type }) => type === 'opposition-registered',
    );
    expect(JSON.stringify(event)).toContain('opted-out');
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
    // Nobody puts it off the list: the person did not say so.
    expect(list).toHaveLength(1);
  });

  test('is read once a day, and is one opposition however often it is read', async () => {
    const sms = await written();
    listed(sms);
    expect([await run(), await run()]).toEqual([{ ...NOTHING, learned: 1 }, NOTHING]);
    world.clock.set(addDays(now(), 1));
    expect(await run()).toEqual(NOTHING);
    expect([asked.length, (await oppositionsOf(sms)).length]).toEqual([2, 1]);
  });

  test('to which nobody here wrote is of another application: nothing is stored of it', async () => {
    const stranger = '+33639980099';
    listed({ address: stranger });
    expect(await run()).toEqual(NOTHING);
    const { contactId } = await world.fingerprints.find(world.access, { kind: 'phone', value: stranger });
    expect(await world.ledger.readStanding(world.access, contactId)).toBeUndefined();
  });

  test('to which a text left only after it is not that of who wrote it', async () => {
    const before = addSeconds(now(), -60);
    const sms = await written();
    listed(sms, before);
    expect(await run()).toEqual(NOTHING);
    expect(await oppositionsOf(sms)).toEqual([]);
  });

  test('P2: is one for whom nobody can say whether they wrote, too: what is damaged must lose none', async () => {
    const sms = await written();
    listed(sms);
    const read: OptOutPorts['vetReads']['read'] = (access, ...rest) =>
      access.advertiserId === OTHER ? Promise.reject(storedUnreadable()) : world.sendReads.read(access, ...rest);
    expect(await run(portsOn({ vetReads: { read } }))).toEqual({ ...NOTHING, learned: 2 });
    const { contactId } = await world.fingerprints.find(admit(OTHER), { kind: 'phone', value: sms.address });
    expect([await oppositionsOf(sms), await oppositionsOf({ contactId }, OTHER)].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
  });

  test('of which the person agreed again since is taken off, and is no opposition', async () => {
    const sms = await written();
    listed(sms);
    world.clock.forward(60);
    await agree(sms);
    world.clock.forward(60);
    expect(await run()).toEqual({ ...NOTHING, removed: 1 });
    expect([list, await oppositionsOf(sms)]).toEqual([[], []]);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'sent' });
  });

  test('stays where what they agreed to was neither seen nor shown, or ended since', async () => {
    const [unseen, ended] = [await written(), await written()];
    for (const each of [unseen, ended]) listed(each);
    world.clock.forward(60);
    await agree(unseen, false);
    await agree(ended);
    world.clock.forward(60);
    await world.oppose(ended.contactId, 'sms');
    expect(await run()).toMatchObject({ removed: 0 });
    expect(list).toHaveLength(2);
    expect((await oppositionsOf(unseen)).length + (await oppositionsOf(ended)).length).toBeGreaterThanOrEqual(2);
  });

  test('that AWS does not take off now stays, is said, and is asked for again the next day', async () => {
    const sms = await written();
    listed(sms);
    world.clock.forward(60);
    await agree(sms);
    kept.add(sms.address);
    expect(await run()).toEqual({ ...NOTHING, kept: 1 });
    kept.clear();
    world.clock.set(addDays(now(), 1));
    expect(await run()).toEqual({ ...NOTHING, removed: 1 });
  });
});

describe('a list that', () => {
  test('cannot be read to its end is gone on with, and no page before is read twice', async () => {
    const all = [await written(), await written(), await written()];
    for (const each of all) listed(each);
    away.add('2');
    await expect(run()).rejects.toMatchObject({ code: 'dependency-unavailable' });
    away.clear();
    expect(await run()).toEqual({ ...NOTHING, learned: 1 });
    expect(asked).toEqual(['first', '2', '2']);
    for (const each of all) expect(await oppositionsOf(each)).toHaveLength(1);
  });

  test('has a row that cannot be stored is read again by the next run, and keeps no other waiting', async () => {
    const [one, two] = [await written(), await written()];
    for (const each of [one, two]) listed(each);
    const append: OptOutPorts['ledger']['append'] = (access, entries, ...rest) =>
      JSON.stringify(entries).includes(one.contactId)
        ? Promise.reject(dependencyUnavailable('The ledger'))
        : world.ledger.append(access, entries, ...rest);
    const failing = portsOn({ ledger: { ...world.ledger, append } });
    expect(await run(failing)).toMatchObject({ learned: 1, failure: { code: 'dependency-unavailable' } });
    expect(await run()).toEqual({ ...NOTHING, learned: 1 });
    expect([await oppositionsOf(one), await oppositionsOf(two)].map(({ length }) => length)).toEqual([1, 1]);
  });
});
