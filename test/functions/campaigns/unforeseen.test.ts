import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** What comes of a recipient when our own code breaks at it. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  // Of one shard, so that they are on the same pages.
  campaign = await startCampaignWorld(world, () => 0);
});
afterEach(() => world.close());

describe('what nobody foresaw', () => {
  /** The provider took the mail, and then we broke. */
  const afterTheMailLeft = callsOf('provider', async (call) => {
    await call();
    throw new TypeError('not foreseen');
  });
  /** What is read of a contact is nothing that we can read. */
  const beforeTheVerdict = callsOf('store', async (call, command) =>
    command instanceof QueryCommand && JSON.stringify(command.input).includes('CONTACT#') ? { Items: 5 } : call(),
  );

  test('after the mail left, and after many a pause, is unknown and never failed', async () => {
    await campaign.join(1);
    const run = await campaign.launch();
    for (let minute = 0; minute < 7; minute += 1) {
      await campaign.minute();
      await campaign.control(run, 'paused');
      await campaign.work();
      await campaign.control(run, 'running');
      world.clock.forward(60);
    }
    await campaign.minute();
    await campaign.work(afterTheMailLeft);
    expect(world.stub.taken).toHaveLength(1);
    world.clock.forward(3_600);
    for (let hour = 0; hour < 27; hour += 1) {
      await campaign.minute();
      await campaign.work();
      world.clock.forward(3_600);
    }
    expect(world.stub.taken).toHaveLength(1);
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { 'unknown-final': 1 } });
  });

  test('is counted of each alone: what befell somebody five times ends nobody who came up with them, at their first', async () => {
    const [one, other] = await campaign.join(2);
    if (one === undefined || other === undefined) throw new Error('nobody');
    const run = await campaign.launch();
    const isOf = ({ contactId }: typeof one, asked: unknown) =>
      asked instanceof QueryCommand && JSON.stringify(asked.input).includes(contactId);
    const broken = (befalls: (asked: unknown) => boolean) => {
      const store = callsOf('store', async (call, asked) => (befalls(asked) ? { Items: 5 } : call()));
      const provider = callsOf('provider', () => ({ answer: 'not-taken', retryable: true, cause: 'throttled' }));
      const wrap: typeof store = (name, port) => provider(name, store(name, port));
      return wrap;
    };
    for (let turn = 0; turn < 6; turn += 1) {
      await campaign.minute();
      await campaign.work(broken((asked) => isOf(one, asked) || (turn === 5 && isOf(other, asked))));
      world.clock.forward(60);
    }
    const outcomes = await campaign.outcomes(run);
    expect([outcomes.get(one.contactId), outcomes.get(other.contactId)]).toMatchObject([
      { state: 'failed', codes: ['unforeseen'] },
      { state: 'waiting', codes: ['unforeseen'] },
    ]);
    await campaign.settle();
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { failed: 1, sent: 1 } });
    expect(world.stub.taken.map(({ to }) => to)).toEqual([other.address]);
  });

  test('again and again before anything left ends as failed, after six turns', async () => {
    await campaign.join(2);
    const run = await campaign.launch();
    let turns = 0;
    for (; (await campaign.occurrence(run))?.state !== 'finished' && turns < 20; turns += 1) {
      await campaign.minute();
      await campaign.work(beforeTheVerdict);
      world.clock.forward(60);
    }
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { failed: 2 } });
    expect(turns).toBeLessThan(10);
    expect(world.stub.taken).toEqual([]);
    // Before it ends so, each is looked for once more, after whoever read before has claimed.
    expect(campaign.pauses).toContain(3_000);
  });
});
