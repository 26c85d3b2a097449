import { TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import type { ChunkReference } from '#shared/app/campaigns/runs.port.ts';
import { recordFailure } from '#shared/app/feedback/record-failure.ts';
import { CHUNK_WORKER_SECONDS } from '#shared/domain/campaign/ending.ts';
import { MessageId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { callsOf, type Wrap } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Two workers have one chunk, and something changes between what the two read: whoever was written to is never told as anything else. */
let world: SendWorld;
let campaign: CampaignWorld;
let contact: Listed;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  const [joined] = await campaign.join(1);
  contact = joined ?? expect.fail('nobody');
});
afterEach(() => world.close());

const isOfClaims = (command: unknown): boolean => {
  if (!(command instanceof UpdateItemCommand) && !(command instanceof TransactWriteItemsCommand)) return false;
  return JSON.stringify(command.input).includes('SENDS#');
};

/** Before its first claim of somebody, this happens; nothing of it at another one. */
const beforeItsClaim = (meanwhile: () => Promise<void>): Wrap => {
  let isFirst = true;
  return callsOf('store', async (call, command) => {
    if (isFirst && isOfClaims(command)) {
      isFirst = false;
      await meanwhile();
    }
    return call();
  });
};

/** An earlier mail to the contact comes back just now. */
const bounced = () => {
  const ports = { clock: world.clock, ledger: world.ledger, pause: noPause };
  const failure = {
    act: 'delivery-failed/before',
    kind: 'permanent',
    code: 'General',
    occurredAt: world.clock.now(),
  } as const;
  return recordFailure(ports, world.access, contact.contactId, { ...failure, messageId: before });
};
const before = MessageId.parse(`msg_${'b'.repeat(22)}`);

const queued = (): ChunkReference => campaign.queue.shift()?.reference ?? expect.fail('nothing on the queue');

describe('the second of two workers', () => {
  test('that finds the campaign cancelled ends nobody whom the first may still write to', async () => {
    const run = await campaign.launch();
    await campaign.minute();
    const chunk = queued();
    const meanwhile = async () => {
      await campaign.control(run, 'cancelled');
      await campaign.deliver(chunk);
    };
    await campaign.deliver(chunk, beforeItsClaim(meanwhile));
    expect(world.stub.taken).toHaveLength(1);
    await campaign.settle();
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 1 } });
  });

  test('for whom the end has come by its clock ends nobody whom the first may still write to', async () => {
    const endsAt = addSeconds(world.clock.now(), 600);
    const run = await campaign.launch({ endsAt });
    await campaign.minute();
    const chunk = queued();
    const meanwhile = async () => {
      world.clock.set(addSeconds(endsAt, 1));
      await campaign.deliver(chunk);
      world.clock.set(endsAt);
    };
    world.clock.set(endsAt);
    await campaign.deliver(chunk, beforeItsClaim(meanwhile));
    expect(world.stub.taken).toHaveLength(1);
    await campaign.settle();
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 1 } });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['an opposition', () => world.oppose(contact.contactId, 'email')],
    ['a mailbox that is none', () => bounced()],
  ])('that reads %s which the first did not looks once more before it refuses', async (_, happens) => {
    const run = await campaign.launch();
    await campaign.minute();
    const chunk = queued();
    const [mayClaim, isTaken, isDone] = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
    if (mayClaim === undefined || isTaken === undefined || isDone === undefined) throw new Error('no promises');
    const atItsPause = callsOf('pause', async (call) => {
      mayClaim.resolve();
      await isTaken.promise;
      return call();
    });
    const slowly = callsOf('provider', async (call) => {
      const answer = await call();
      isTaken.resolve();
      await isDone.promise;
      return answer;
    });
    const claims = beforeItsClaim(async () => {
      await happens();
      void campaign.deliver(chunk, atItsPause).finally(() => isDone.resolve());
      await mayClaim.promise;
    });
    await campaign.deliver(chunk, (name, port) => slowly(name, claims(name, port)));
    expect(world.stub.taken).toHaveLength(1);
    await campaign.settle();
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 1 } });
  });
});

describe('a worker that is alone', () => {
  test('refuses whoever opposed just now, after a look', async () => {
    const run = await campaign.launch();
    await campaign.minute();
    await world.oppose(contact.contactId, 'email');
    await campaign.work();
    expect((await campaign.outcomes(run)).get(contact.contactId)).toMatchObject({ state: 'refused' });
    expect(campaign.pauses).toEqual([3_000]);
  });

  test('refuses whoever opposed before at once', async () => {
    await world.oppose(contact.contactId, 'email');
    world.clock.forward(300);
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.work();
    expect((await campaign.outcomes(run)).get(contact.contactId)).toMatchObject({ state: 'refused' });
    expect(campaign.pauses).toEqual([]);
  });

  test('ends those of a cancelled campaign within four minutes, each in one turn', async () => {
    campaign.quota.email = { perSecond: 0, in24Hours: undefined, sentInLast24Hours: 0 };
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.control(run, 'cancelled');
    expect(await campaign.settle()).toBeLessThanOrEqual(5);
    expect((await campaign.occurrence(run))?.totals).toEqual({ cancelled: 1 });
    const turns: number[] = [];
    for await (const { turn } of campaign.runs.results(world.access, run)) turns.push(turn);
    expect(turns).toEqual([0]);
  });
});

test('a worker of chunks lives as long as it is said', () => {
  expect(manifest['send-chunk'].timeoutSeconds).toBe(CHUNK_WORKER_SECONDS);
});
