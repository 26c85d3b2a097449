import { describe, expect, test } from 'vitest';
import type { MessageLists } from '#shared/app/messages/message-lists.port.ts';
import { sweepAccepted } from '#shared/app/parked/sweep-accepted.ts';
import type { WaitingLists } from '#shared/app/reviews/waiting-lists.port.ts';
import { releaseReviewedMessages } from '#shared/app/send/release-reviewed-messages.ts';
import type { QueueEntry } from '#shared/app/send/send-queue.port.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { ReviewId } from '#shared/domain/review/review.ts';
import { countOf, oneAfterAnother, roundRobin } from '#shared/domain/round-robin.ts';
import { messageId, NOW } from '#test/support/builders.ts';

const NOISY = AdvertiserId.parse('aaa');
const QUIET = AdvertiserId.parse('zzz');
const clock = { now: () => NOW };

/** Puts on the queue, in their order. */
const aQueue = () => {
  const entries: QueueEntry[] = [];
  return { put: async (entry: QueueEntry) => void entries.push(entry), entries };
};
/** True for so many askings. */
const timeFor = (steps: number) => {
  let left = steps;
  return () => {
    left -= 1;
    return left >= 0;
  };
};

describe('walks in turns', () => {
  async function* walk(name: string, steps: number, to: string[]): AsyncGenerator<number> {
    for (let step = 0; step < steps; step += 1) {
      if (name === 'bad') throw new Error('bad');
      to.push(name);
      yield 1;
    }
  }

  test('take a step each, and the others go on where one is at its end or fails', async () => {
    const steps: string[] = [];
    const walks = [walk('a', 4, steps), walk('bad', 1, steps), walk('b', 1, steps), walk('c', 2, steps)];
    const walked = await roundRobin(walks);
    expect(() => countOf(walked)).toThrow('bad');
    expect(walked).toMatchObject({ sum: 7, isWhole: false });
    expect(steps.join('')).toBe('abcacaa');
  });

  test('one after another go on after one that failed, which is said at the end of all', async () => {
    const steps: string[] = [];
    const own = oneAfterAnother([walk('a', 1, steps), walk('bad', 1, steps), walk('b', 2, steps)]);
    const walked = await roundRobin([own]);
    expect(() => countOf(walked)).toThrow('bad');
    expect(walked.sum).toBe(3);
    expect(steps.join('')).toBe('abb');
  });

  test('end with their time, and say so', async () => {
    const steps: string[] = [];
    const both = [walk('a', 4, steps), walk('b', 4, steps)];
    expect(await roundRobin(both, { hasTime: timeFor(3) })).toEqual({ sum: 3, isWhole: false, failures: [] });
    expect(countOf(await roundRobin([oneAfterAnother([walk('c', 2, steps), walk('d', 1, steps)])]))).toBe(3);
    expect(steps.join('')).toBe('abaccd');
  });
});

test('decisions of one advertiser that release a million keep nobody else waiting', async () => {
  const reviewId = (name: string) => ReviewId.parse(`rev_${name.padEnd(22, '0')}`);
  const decided = [
    { advertiserId: NOISY, reviewId: reviewId('one'), number: 1 },
    { advertiserId: NOISY, reviewId: reviewId('two'), number: 1 },
    { advertiserId: QUIET, reviewId: reviewId('three'), number: 1 },
  ];
  const waitingLists: WaitingLists = {
    listDecided: async () => ({ decided, unreadable: 0 }),
    async *releaseWaiting(access, _decided, { release }) {
      const pages = access.advertiserId === NOISY ? 2500 : 1;
      for (let page = 0; page < pages; page += 1) {
        await release([{ advertiserId: access.advertiserId, messageId: messageId(`m${page}x`) }]);
        yield 1;
      }
    },
  };
  const sendQueue = aQueue();
  const ports = { clock, reviews: { get: async () => undefined }, waitingLists, sendQueue };
  expect(await releaseReviewedMessages(ports, timeFor(100))).toBe(99);
  expect(sendQueue.entries.findIndex(({ advertiserId }) => advertiserId === QUIET)).toBe(1);
});

test('the sweep of an advertiser with a million messages keeps nobody else waiting', async () => {
  const message = (name: string) => ({ messageId: messageId(name) }) as Message;
  const messageLists: Pick<MessageLists, 'list'> = {
    list: async ({ advertiserId }, _asked, { after }) =>
      advertiserId === NOISY
        ? { items: [message(`n${after ?? 0}x`)], next: String(Number(after ?? 0) + 1) }
        : { items: [message('q')] },
  };
  const sendQueue = aQueue();
  const advertiserList = { all: async () => [NOISY, QUIET] };
  expect(await sweepAccepted({ clock, advertiserList, messageLists, sendQueue }, timeFor(40))).toEqual({
    found: 34,
    isWhole: false,
  });
  const place = sendQueue.entries.findLastIndex(({ advertiserId }) => advertiserId === QUIET);
  expect(sendQueue.entries.filter(({ advertiserId }) => advertiserId === QUIET)).toHaveLength(6);
  expect(place).toBe(11);
});
