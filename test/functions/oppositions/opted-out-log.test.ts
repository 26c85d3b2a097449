import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readUntilOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import type { OptedOutPage, OptedOutText } from '#shared/app/feedback/opted-out-log.port.ts';
import { type OptedOutPorts, registerOptedOut } from '#shared/app/feedback/register-opted-out.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId, type ContactId, type Instant } from '#shared/domain/ids.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** SNS takes a text and says in its log alone that the person had opted out. */
let world: SendWorld;
let other: Awaited<ReturnType<typeof anotherAdvertiser>>;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  other = await anotherAdvertiser(world, AdvertiserId.parse('caves-du-sud'), '732829320');
});
afterAll(() => world.close());

type Line = OptedOutPage['texts'][number];
/** What the log holds, the oldest first, and since when it was asked for. */
let lines: Line[];
let askedSince: Instant[];
let weeks = 0;
beforeEach(() => {
  weeks += 1;
  // The same hour of a Tuesday: texts may be sent then.
  world.clock.set(addDays(NOW, 7 * weeks));
  lines = [];
  askedSince = [];
});

const PAGE = 2;
const portsOn = (changes: Partial<OptedOutPorts> = {}): OptedOutPorts => ({
  clock: world.clock,
  pause: noPause,
  ledger: world.ledger,
  advertisers: world.ports.advertisers,
  sameAddress: { othersOf: async () => [] },
  fingerprints: world.fingerprints,
  vetReads: world.sendReads,
  advertiserList: world.advertiserList,
  readUntil: readUntilOf(world.table),
  optedOutLog: {
    channel: 'sms',
    page: async (since, from) => {
      askedSince.push(since);
      const [start, found] = [Number(from ?? 0), lines.filter(({ loggedAt }) => loggedAt >= since)];
      const next = found.length > start + PAGE ? { next: String(start + PAGE) } : {};
      return { texts: found.slice(start, start + PAGE), ...next };
    },
  },
  ...changes,
});
const run = (ports = portsOn(), hasTime = () => true) =>
  askedBy('reconcile-suppressions', () => registerOptedOut(ports, hasTime));

/** A text that was sent now; SNS writes its line a second later. */
const sent = async (change: Parameters<SendWorld['aMessage']>[0] = {}) => {
  const reference = await world.aMessage({ channel: 'sms', ...change });
  expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  return reference;
};
const lineOf = (phone: string, takenAt = addSeconds(world.clock.now(), 1)): OptedOutText => ({
  phone,
  takenAt,
  loggedAt: addSeconds(takenAt, 1),
});
const oppositionsOf = async (contactId: ContactId, access = world.access) =>
  (await world.ledger.readStanding(access, contactId))?.oppositions ?? [];

describe('who opted out at SNS, as its log alone says', () => {
  test('is opposed to SMS at the advertiser of the text, at the time of the text, once however often it is read', async () => {
    const { contactId, address, messageId } = await sent();
    lines = [lineOf(address)];
    const takenAt = addSeconds(world.clock.now(), 1);
    world.clock.forward(1_800);
    expect(await run()).toEqual({ opposed: 1 });
    expect(await oppositionsOf(contactId)).toMatchObject([
      { via: 'provider-complaint', of: { scope: 'channel' }, coversRelational: true, occurredAt: takenAt },
    ]);
    const events = await world.ledger.listEvents(world.access, contactId);
    expect(events.filter(({ type }) => type === 'opposition-registered')).toMatchObject([
      { messageId, actor: { by: 'provider' }, evidence: { reference: 'opted-out' } },
    ]);
    world.clock.forward(600);
    await run();
    expect(await oppositionsOf(contactId)).toHaveLength(1);
    const next = await world.aMessage({ channel: 'sms', contact: contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
  });

  test('and was refused at once for another text before: each text is one act, whoever comes first', async () => {
    const { contactId, address } = await sent();
    lines = [lineOf(address), lineOf(address)];
    world.clock.forward(60);
    await Promise.all([run(), run()]);
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('is opposed at each advertiser that wrote to the number then, and at no other', async () => {
    const { contactId, address } = await sent();
    const elsewhere = world.fingerprints.contactIdOf(other.advertiserId, { kind: 'phone', value: address });
    lines = [lineOf(address)];
    world.clock.forward(60);
    expect(await run()).toEqual({ opposed: 1 });
    expect([await oppositionsOf(contactId), await oppositionsOf(elsewhere, other)]).toMatchObject([[{}], []]);
  });

  test.each<[string, (text: OptedOutText) => OptedOutText]>([
    ['whom nobody wrote to', (text) => ({ ...text, phone: '+33699999999' })],
    ['of a text long before ours', (text) => ({ ...text, takenAt: addSeconds(text.takenAt, -3_600) })],
    ['of a text long after ours', (text) => ({ ...text, takenAt: addSeconds(text.takenAt, 3_600) })],
  ])('a line %s opposes nobody', async (_, change) => {
    const { contactId, address } = await sent();
    lines = [change(lineOf(address))];
    world.clock.forward(60);
    expect(await run()).toEqual({ opposed: 0 });
    expect(await oppositionsOf(contactId)).toEqual([]);
  });

  test('lines that come late are read, and a run that was left out for two days leaves none out', async () => {
    await run();
    const until = world.clock.now();
    const { contactId, address } = await sent();
    lines = [lineOf(address)];
    world.clock.forward(2 * 86_400);
    expect(await run()).toEqual({ opposed: 1 });
    expect(askedSince).toEqual([addSeconds(until, -900)].flatMap((since) => [askedSince[0], since]));
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('what cannot be registered is read again by the next run, and keeps no later line waiting', async () => {
    const [first, second] = [await sent(), await sent()];
    lines = [
      lineOf(first.address),
      { unreadable: true, loggedAt: addSeconds(world.clock.now(), 3) },
      lineOf(second.address),
    ];
    world.clock.forward(60);
    const away = portsOn({
      vetReads: {
        read: (access, contactId, at) =>
          contactId === first.contactId
            ? Promise.reject(dependencyUnavailable('The table'))
            : world.sendReads.read(access, contactId, at),
      },
    });
    expect(await run(away)).toMatchObject({ opposed: 1, failure: { code: 'dependency-unavailable' } });
    expect([await oppositionsOf(first.contactId), await oppositionsOf(second.contactId)]).toMatchObject([[], [{}]]);
    world.clock.forward(3 * 3_600);
    expect(await run()).toMatchObject({ opposed: 2, failure: {} });
    expect(await oppositionsOf(first.contactId)).toHaveLength(1);
  });

  test.each([
    ['of a page of the log', 2],
    ['of a line in the middle of one', 1],
  ])('a run whose time ends at the end %s goes on where it ended', async (_, done) => {
    const people = [await sent(), await sent(), await sent(), await sent()];
    lines = people.map(({ address }, index) => lineOf(address, addSeconds(world.clock.now(), 1 + index)));
    world.clock.forward(60);
    const opposed = async () => (await Promise.all(people.map(({ contactId }) => oppositionsOf(contactId)))).flat();
    let isOut = false;
    const readUntil = readUntilOf(world.table);
    const counting = portsOn({
      vetReads: {
        read: (access, contactId, at) => {
          isOut ||= contactId === people[done - 1]?.contactId;
          return world.sendReads.read(access, contactId, at);
        },
      },
    });
    expect(await run(counting, () => !isOut)).toEqual({ opposed: done });
    expect(await opposed()).toHaveLength(done);
    expect(await readUntil.read()).toBe(lines[done - 1]?.loggedAt);
    world.clock.forward(60);
    await run();
    expect(askedSince.at(-1)).toBe(addSeconds(lines[done - 1]?.loggedAt ?? expect.fail('no line'), -900));
    expect(await opposed()).toHaveLength(4);
  });

  test('a consent given after the text is not lifted by a line that is read after it', async () => {
    const { contactId, address } = await sent();
    lines = [lineOf(address)];
    world.clock.forward(1_800);
    await run();
    const [opposition] = await oppositionsOf(contactId);
    expect(opposition?.occurredAt).toBe(addSeconds(world.clock.now(), -1_799));
  });

  test('nothing older than the log keeps is asked for', async () => {
    await run();
    world.clock.forward(30 * 86_400);
    await run();
    expect(askedSince.at(-1)).toBe(addSeconds(addDays(world.clock.now(), -7), -900));
  });
});
