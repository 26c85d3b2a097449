import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { SendOutcome } from '#shared/app/send/send-ports.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import type { SendSteps } from '#shared/app/send/send-steps.ts';
import { addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

/** The provider takes nothing. */
const refusing = (): Partial<SendSteps> => ({
  handOff: async () => ({ answer: 'not-taken', retryable: true, cause: 'throttled' }),
});
const FIRST = { attempt: 0, putBack: 0 };
/** What lies on the queue since the last time that it was emptied. */
const emptied = () => world.queue.puts.splice(0);
const someMessages = async (count: number): Promise<readonly MessageReference[]> => {
  const messages: MessageReference[] = [];
  for (let made = 0; made < count; made += 1) messages.push(await world.aMessage());
  return messages;
};

describe('a message that is put back', () => {
  test('says why, how often, and when it is tried next, and so does the entry on the queue', async () => {
    const reference = await world.aMessage();
    await world.deliver(reference, { ...FIRST, wrap: refusing });
    expect((await world.message(reference)).putBack).toEqual({
      times: 1,
      reason: 'throttled',
      at: NOW,
      nextAt: addSeconds(NOW, 5),
    });
    world.clock.forward(5);
    await world.deliver(reference, { attempt: 1, putBack: 1, timeLeftMs: 9_000 });
    expect((await world.message(reference)).putBack).toMatchObject({ times: 2, reason: 'no-time-left' });
    expect(emptied().map(({ attempt, putBack, delaySeconds }) => [attempt, putBack, delaySeconds])).toEqual([
      [1, 1, 5],
      [1, 2, 0],
    ]);
    expect(await world.deliver(reference, { attempt: 1, putBack: 2 })).toEqual({ state: 'sent' });
    expect(await world.message(reference)).toMatchObject({ status: 'sent', putBack: { times: 2 } });
  });

  test('an entry that a later put-back replaced is dropped: nothing is read, made or put', async () => {
    const reference = await world.aMessage();
    await world.deliver(reference, { ...FIRST, wrap: refusing });
    emptied();
    const untouched = (): Partial<SendSteps> => ({ read: () => Promise.reject(new Error('acted on')) });
    expect(await world.deliver(reference, { ...FIRST, wrap: untouched })).toEqual({ state: 'outdated' });
    expect(emptied()).toEqual([]);
  });

  test('by two deliveries of the same entry at once, is on the queue once', async () => {
    const reference = await world.aMessage();
    const both = [1, 2].map(() => world.deliver(reference, { ...FIRST, timeLeftMs: 9_000 }));
    const states = (await Promise.all(both)).map(({ state }) => state);
    expect(states.sort()).toEqual(['outdated', 'put-back']);
    expect(emptied()).toHaveLength(1);
  });

  test('released by the clock twice, by entries that know no number, it has one entry to act on all the same', async () => {
    const reference = await world.aMessage();
    await Promise.all([1, 2].map(() => world.deliver(reference, { timeLeftMs: 9_000 })));
    const { putBack } = await world.message(reference);
    expect(emptied().filter((entry) => entry.putBack === putBack?.times)).toHaveLength(1);
  });

  test('a batch that is delivered again each time it was done leaves one entry a message to act on', async () => {
    const references: readonly MessageReference[] = await someMessages(3);
    let entries = references.map((reference) => ({ reference, ...FIRST }));
    for (let round = 0; round < 4; round += 1) {
      // The function ends after its put-backs and before its answer: each entry comes again beside the new one.
      for (const receiveCount of [1, 2])
        for (const { reference, ...numbers } of entries)
          await world.deliver(reference, { ...numbers, receiveCount, wrap: refusing });
      const put = emptied();
      entries = [];
      for (const entry of put) {
        const { times } = (await world.message(entry.reference)).putBack ?? { times: 0 };
        if (entry.putBack === times) entries.push({ ...entry, putBack: times });
      }
      expect(entries.map(({ reference }) => reference.messageId)).toEqual(references.map(({ messageId }) => messageId));
    }
  });

  test('is not lost where the worker dies before it puts what it noted: the same entry, come again, puts the next', async () => {
    const reference = await world.aMessage();
    const sendQueue = { ...world.ports.sendQueue, put: () => Promise.reject(new Error('died')) };
    await expect(world.deliver(reference, { ...FIRST, wrap: refusing, ports: { sendQueue } })).rejects.toThrow('died');
    expect(await world.deliver(reference, { ...FIRST, receiveCount: 2 })).toEqual({
      state: 'put-back',
      code: 'throttled',
    });
    expect(emptied()).toMatchObject([{ putBack: 2, delaySeconds: 5 }]);
    expect(await world.deliver(reference, { attempt: 1, putBack: 2 })).toEqual({ state: 'sent' });
  });

  test('by a worker that cannot write the note has the next number on its entry, and is acted on', async () => {
    const reference = await world.aMessage();
    const ports = { messages: world.unreachable.messages };
    expect(await world.deliver(reference, { ...FIRST, ports })).toMatchObject({ state: 'put-back' });
    expect(emptied()).toMatchObject([{ attempt: 1, putBack: 1 }]);
    await world.deliver(reference, { attempt: 1, putBack: 1, wrap: refusing });
    expect(await world.deliver(reference, FIRST)).toEqual({ state: 'outdated' });
  });
});

describe('a provider that refuses everything', () => {
  /** Delivers what lies on the queue at its time, until the clock stands there; in order, as SQS would. */
  const until = async (
    end: number,
    wrap: () => Partial<SendSteps>,
  ): Promise<readonly (SendOutcome & { at: number })[]> => {
    const outcomes: (SendOutcome & { at: number })[] = [];
    const waiting: { reference: MessageReference; at: number; attempt: number; putBack?: number }[] = [];
    const seconds = () => (millisecondsOf(world.clock.now()) - millisecondsOf(NOW)) / 1000;
    for (;;) {
      for (const { delaySeconds, ...entry } of emptied()) waiting.push({ ...entry, at: seconds() + delaySeconds });
      waiting.sort((one, other) => one.at - other.at);
      const next = waiting[0];
      if (next === undefined || next.at > end) return outcomes;
      waiting.shift();
      world.clock.forward(Math.max(0, next.at - seconds()));
      outcomes.push({ ...(await world.deliver(next.reference, { ...next, wrap })), at: seconds() });
    }
  };

  test('is noticed within ten minutes, and loses none of what waited when it takes again', async () => {
    const references = await someMessages(2);
    for (const reference of references) world.queue.puts.push({ reference, ...FIRST, delaySeconds: 0 });
    const refused = await until(7_000, refusing);
    const late = refused.filter(({ isLate }) => isLate);
    expect(late[0]?.at).toBeGreaterThanOrEqual(150);
    expect(late[0]?.at).toBeLessThanOrEqual(600);
    // As long as it lasts somebody is told again, each quarter of an hour at least.
    const times = late.map(({ at }) => at);
    expect(Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeLessThanOrEqual(900);
    for (const reference of references)
      expect(await world.message(reference)).toMatchObject({ status: 'accepted', putBack: { reason: 'throttled' } });

    for (const reference of references) {
      const { putBack } = await world.message(reference);
      world.queue.puts.push({ reference, attempt: 20, putBack: putBack?.times ?? 0, delaySeconds: 900 });
    }
    const taken = await until(9_000, () => ({}));
    expect(taken.map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(world.stub.taken).toHaveLength(2);
  });
});

describe('a message that uses up the time of its worker', () => {
  const slowly = (steps: SendSteps): Partial<SendSteps> & { left: () => number } => {
    let left = 60_000;
    return {
      left: () => left,
      render: (...all) => {
        left = 8_000;
        return steps.render(...all);
      },
    };
  };

  test('is parked the third time, with its reason', async () => {
    const reference = await world.aMessage();
    const deliver = (numbers: object) => {
      let time = () => 60_000;
      const wrap = (steps: SendSteps) => {
        const { left, ...wrapped } = slowly(steps);
        time = left;
        return wrapped;
      };
      return world.deliver(reference, { ...numbers, wrap, timeLeftMs: () => time() });
    };
    expect(await deliver(FIRST)).toEqual({ state: 'put-back', code: 'no-time-left' });
    expect(await deliver({ attempt: 0, putBack: 1, slow: 1 })).toEqual({ state: 'put-back', code: 'no-time-left' });
    expect(emptied().map(({ slow, delaySeconds }) => [slow, delaySeconds])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(await deliver({ attempt: 0, putBack: 2, slow: 2 })).toEqual({ state: 'parked', code: 'too-slow' });
    expect(await world.message(reference)).toMatchObject({ status: 'parked', parkedBecause: 'too-slow' });
    expect(emptied()).toEqual([]);
  });

  test('counts as slow too when each read was too old for a claim by the time that its bytes were made', async () => {
    const reference = await world.aMessage();
    const wrap = (steps: SendSteps): Partial<SendSteps> => ({
      render: (...all) => {
        world.clock.forward(3);
        return steps.render(...all);
      },
    });
    expect(await world.deliver(reference, { ...FIRST, wrap })).toEqual({ state: 'put-back', code: 'no-time-left' });
    expect(emptied()).toMatchObject([{ slow: 1 }]);
  });

  test('is not blamed for the time that others took: begun too late, it goes back as it came', async () => {
    const reference = await world.aMessage();
    expect(await world.deliver(reference, { ...FIRST, timeLeftMs: 19_000 })).toEqual({
      state: 'put-back',
      code: 'no-time-left',
    });
    expect(emptied()).toEqual([{ reference: expect.anything(), attempt: 0, putBack: 1, delaySeconds: 0 }]);
  });
});
