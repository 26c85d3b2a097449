import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { haltsOf, handOffHaltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import type { HandOffHalts } from '#shared/app/halts/halts.port.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { freshTable, testClock, unreachableTable } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

const BY = { by: 'Claire Petit', why: 'Une campagne est partie avec le mauvais prix.' };
const VALMY = AdvertiserId.parse('maison-valmy');
const ROY = AdvertiserId.parse('maison-roy');

const OF_VALMY = { advertiserId: VALMY, acceptedAt: NOW };
const OF_ROY = { advertiserId: ROY, acceptedAt: NOW };

const aDeployment = async ({ isAdopted = false } = {}) => {
  const table = await freshTable();
  const clock = testClock();
  const ports = { halts: haltsOf(table), clock };
  return { table, clock, ports, halts: handOffHaltsOf(table, isAdopted ? { name: table.tableName } : undefined) };
};

/** A world whose messages ask these halts. */
const deliveredUnder = async (halts: HandOffHalts, reference: Parameters<SendWorld['deliver']>[0]) =>
  world.deliver(reference, { ports: { halts } });

describe('a halt', () => {
  test('of all holds every advertiser back, and lets all go on', async () => {
    const { ports, halts } = await aDeployment();
    expect(await halts.reasonFor(OF_VALMY)).toBeUndefined();
    await changeHalts(ports, { kind: 'halt', ...BY });
    expect([await halts.reasonFor(OF_VALMY), await halts.reasonFor(OF_ROY)]).toEqual([
      'sending-halted',
      'sending-halted',
    ]);
    await changeHalts(ports, { kind: 'resume', ...BY });
    expect(await halts.reasonFor(OF_VALMY)).toBeUndefined();
  });

  test('of one advertiser holds no other back, and outlasts one of all', async () => {
    const { ports, halts } = await aDeployment();
    await changeHalts(ports, { kind: 'halt', advertiserId: VALMY, ...BY });
    await changeHalts(ports, { kind: 'halt', ...BY });
    await changeHalts(ports, { kind: 'resume', ...BY });
    expect([await halts.reasonFor(OF_VALMY), await halts.reasonFor(OF_ROY)]).toEqual(['sending-halted', undefined]);
    await changeHalts(ports, { kind: 'resume', advertiserId: VALMY, ...BY });
    expect(await halts.reasonFor(OF_VALMY)).toBeUndefined();
  });

  test('says who asked first and why, whoever asks for the same again', async () => {
    const { ports } = await aDeployment();
    expect((await changeHalts(ports, { kind: 'halt', ...BY })).isChanged).toBe(true);
    const again = await changeHalts(ports, { kind: 'halt', by: 'Paul Martin', why: 'Idem.' });
    expect(again).toMatchObject({ isChanged: false, halts: { halts: [BY], number: 1 } });
  });

  test('of two who ask at the same time, neither is lost', async () => {
    const { ports, halts } = await aDeployment();
    const asked = [VALMY, ROY].map((advertiserId) => changeHalts(ports, { kind: 'halt', advertiserId, ...BY }));
    await Promise.all(asked);
    expect([await halts.reasonFor(OF_VALMY), await halts.reasonFor(OF_ROY)]).toEqual([
      'sending-halted',
      'sending-halted',
    ]);
    expect((await ports.halts.read()).number).toBe(2);
  });

  test('an adopted table is held back until it was replayed itself: what a former table says does not count', async () => {
    const { table, ports, halts } = await aDeployment({ isAdopted: true });
    expect(await halts.reasonFor(OF_VALMY)).toBe('journal-not-replayed');
    await changeHalts(ports, { kind: 'resume', ...BY });
    await changeHalts(ports, { kind: 'replayed', table: 'the-table-it-was-copied-from', ...BY });
    expect(await halts.reasonFor(OF_VALMY)).toBe('journal-not-replayed');
    await changeHalts(ports, { kind: 'replayed', table: table.tableName, ...BY });
    expect(await halts.reasonFor(OF_VALMY)).toBeUndefined();
    await changeHalts(ports, { kind: 'halt', ...BY });
    expect(await halts.reasonFor(OF_VALMY)).toBe('sending-halted');
  });
});

describe('the sender', () => {
  test('hands nothing over while it is halted: the message says so, waits, and leaves afterwards', async () => {
    const { ports, halts } = await aDeployment();
    await changeHalts(ports, { kind: 'halt', ...BY });
    const reference = await world.aMessage();
    const before = world.stub.calls();
    expect(await deliveredUnder(halts, reference)).toEqual({ state: 'put-back', code: 'sending-halted' });
    expect(world.stub.calls()).toBe(before);
    expect(await world.message(reference)).toMatchObject({
      status: 'accepted',
      putBack: { times: 1, reason: 'sending-halted' },
    });
    const entry = world.queue.puts.at(-1);
    expect(entry).toMatchObject({ reference: { messageId: reference.messageId }, attempt: 0, putBack: 1 });
    expect(entry?.delaySeconds).toBeLessThanOrEqual(300);
    expect((await world.sends(reference.contactId)).flatMap(({ entries }) => entries)).toEqual([]);
    await changeHalts(ports, { kind: 'resume', ...BY });
    const { state } = await world.deliver(reference, { putBack: 1, ports: { halts } });
    expect([state, world.stub.calls()]).toEqual(['sent', before + 1]);
  });

  test('asks anew with each message: the very next one after a halt stays', async () => {
    const { ports, halts } = await aDeployment();
    const [first, second] = [await world.aMessage(), await world.aMessage()];
    expect((await deliveredUnder(halts, first)).state).toBe('sent');
    await changeHalts(ports, { kind: 'halt', advertiserId: world.access.advertiserId, ...BY });
    expect(await deliveredUnder(halts, second)).toMatchObject({ state: 'put-back', code: 'sending-halted' });
    const other = await anotherAdvertiser(world, 'maison-autre', '552032534');
    const theirs = await world.aMessage({ advertiser: other });
    expect((await deliveredUnder(halts, theirs)).state).toBe('sent');
  });

  test('never takes halts that cannot be read for none', async () => {
    const { table } = await aDeployment();
    const reference = await world.aMessage();
    const halts = handOffHaltsOf(unreachableTable(table), undefined);
    expect(await deliveredUnder(halts, reference)).toMatchObject({ state: 'put-back' });
    expect((await world.message(reference)).status).toBe('accepted');
  });

  test('goes on refusing what the law forbids, and what is past its validity: such messages wait for nothing', async () => {
    const { ports, halts } = await aDeployment();
    await changeHalts(ports, { kind: 'halt', ...BY });
    const opposed = await world.aMessage();
    await world.oppose(opposed.contactId, 'email');
    expect((await deliveredUnder(halts, opposed)).state).toBe('refused');
    const late = await world.aMessage();
    world.clock.set((await world.message(late)).validUntil);
    world.clock.forward(1);
    expect((await deliveredUnder(halts, late)).state).toBe('refused');
  });
});
