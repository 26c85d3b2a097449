import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { MessageLists } from '#shared/app/messages/message-lists.port.ts';
import { sweepAccepted } from '#shared/app/parked/sweep-accepted.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const OTHER = AdvertiserId.parse('domaine-leroy');
const portsOver = (messageLists: Pick<MessageLists, 'list'>) => ({
  clock: world.clock,
  advertiserList: { all: async () => [OTHER, world.access.advertiserId] },
  messageLists,
  sendQueue: world.ports.sendQueue,
});
/** A list of what these hold, page by page of one. */
const listOf = (...messages: readonly Message[]): Pick<MessageLists, 'list'> => ({
  list: async ({ advertiserId }, { from, until, status }, { after }) => {
    const at = Number(after ?? 0);
    const asked = messages.filter(
      (each) =>
        each.advertiserId === advertiserId &&
        each.acceptedAt >= from &&
        each.acceptedAt < until &&
        each.status === status,
    );
    return { items: asked.slice(at, at + 1), ...(at + 1 < asked.length ? { next: String(at + 1) } : {}) };
  },
});
const always = () => true;
const swept = () => world.queue.puts.splice(0).map(({ reference }) => reference.messageId);

describe('the hourly sweep', () => {
  test('puts accepted messages that were never taken up back on the queue, and they leave', async () => {
    const [lost, other] = [await world.aMessage(), await world.aMessage()];
    const messages = [await world.message(lost), await world.message(other)];
    world.clock.forward(90 * 60);
    expect(await sweepAccepted(portsOver(listOf(...messages)), always)).toEqual({ found: 2, isWhole: true });
    expect(swept()).toEqual([lost.messageId, other.messageId]);
    expect(await world.deliver(lost)).toEqual({ state: 'sent' });
  });

  test('leaves those alone that are younger than an hour, or on their way to the next try', async () => {
    const young = await world.message(await world.aMessage({ fields: { acceptedAt: addSeconds(NOW, 3600) } }));
    const waiting = await world.message(await world.aMessage());
    const putBack = { times: 4, reason: 'throttled', at: NOW, nextAt: addSeconds(NOW, 80 * 60) };
    world.clock.forward(90 * 60);
    expect(await sweepAccepted(portsOver(listOf(young, { ...waiting, putBack })), always)).toMatchObject({ found: 0 });
    const late = { ...waiting, putBack: { ...putBack, nextAt: addSeconds(NOW, 20 * 60) } };
    expect(await sweepAccepted(portsOver(listOf(late)), always)).toMatchObject({ found: 1 });
  });

  test('one that still lies on the queue is sent once', async () => {
    const reference = await world.aMessage();
    world.clock.forward(90 * 60);
    await sweepAccepted(portsOver(listOf(await world.message(reference))), always);
    expect(await world.deliver(reference, { attempt: 0, putBack: 0 })).toEqual({ state: 'sent' });
    expect(await world.deliver(reference)).toEqual({ state: 'settled-before' });
    expect(world.stub.taken).toHaveLength(1);
  });

  test('what cannot be read of one advertiser does not stop the others, and is said', async () => {
    const reference = await world.aMessage();
    const good = listOf(await world.message(reference));
    world.clock.forward(90 * 60);
    const list: MessageLists['list'] = (access, ...rest) =>
      access.advertiserId === OTHER ? Promise.reject(new Error('not its schema')) : good.list(access, ...rest);
    expect(await sweepAccepted(portsOver({ list }), always)).toEqual({ found: 1, isWhole: false });
  });

  test('says that it did not look at all when its time ends, and looks at each age once', async () => {
    const asked: number[] = [];
    const list: MessageLists['list'] = async (_access, { from, until }) => {
      asked.push((Date.parse(NOW) - Date.parse(until)) / 3_600_000);
      expect(Date.parse(until) - Date.parse(from)).toBe(3_600_000);
      return { items: [] };
    };
    expect(await sweepAccepted(portsOver({ list }), () => asked.length < 3)).toEqual({ found: 0, isWhole: false });
    asked.length = 0;
    await sweepAccepted({ ...portsOver({ list }), advertiserList: { all: async () => [OTHER] } }, always);
    expect(asked).toEqual([1, 6, 24, 72, 240, 715]);
    expect(admit(OTHER).advertiserId).toBe(OTHER);
  });
});
