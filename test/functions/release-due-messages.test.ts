import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { releaseDueMessages } from '#shared/app/send/release-due-messages.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, messageId, NOW } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const aDue = async (name: string, inSeconds: number) => {
  const reference = { advertiserId: ADVERTISER_ID, messageId: messageId(name) };
  await world.ports.dueList.put(reference, addSeconds(NOW, inSeconds));
  return reference;
};

describe('releaseDueMessages', () => {
  test('puts what is due on the send queue as a fresh attempt, once, and leaves the rest', async () => {
    const due = await aDue('due', 600);
    await aDue('later', 7200);
    world.clock.forward(600);
    expect(await world.release()).toBe(1);
    expect(world.queue.puts).toEqual([{ reference: due, attempt: 0, delaySeconds: 0 }]);
    expect(await world.release()).toBe(0);
  });

  test('a queue that fails half-way loses nothing: the next run releases the same again', async () => {
    await aDue('half-1', 10_800);
    await aDue('half-2', 10_800);
    world.clock.forward(10_860);
    const sendQueue = { put: () => Promise.reject(new Error('no queue')) };
    await expect(releaseDueMessages({ ...world.ports, sendQueue })).rejects.toThrow('no queue');
    await world.release();
    const names = world.queue.puts.map(({ reference }) => reference.messageId);
    expect(names).toEqual(expect.arrayContaining([messageId('half-1'), messageId('half-2')]));
  });

  test('after a night without the clock, everything that came due is released', async () => {
    const references = await Promise.all(
      Array.from({ length: 30 }, (_, index) => aDue(`night-${index}-`, 20_000 + index * 1200)),
    );
    world.clock.forward(60_000);
    await world.release();
    const released = world.queue.puts.map(({ reference }) => reference.messageId);
    expect(released).toEqual(expect.arrayContaining(references.map((reference) => reference.messageId)));
  });
});
