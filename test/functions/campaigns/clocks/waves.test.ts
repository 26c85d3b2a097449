import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#test/support/builders.ts';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Whoever waits for their wave keeps nobody from leaving, and leaves at their own hour: 09:00 in La Réunion is 06:00 in Paris. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const WAVES = { schedule: { waves: '2026-12-01T09:00' }, endsAt: instant('2026-12-02T20:00:00Z') } as const;
const REUNION = 'Indian/Reunion';

const join = async (count: number, zone: string): Promise<readonly Listed[]> => {
  const joined = await campaign.join(count);
  for (const contact of joined) Object.assign(contact, { zone });
  return joined;
};

/** How many of these had come when each of so many minutes was done, from this one on; `after`: so many messages of others. */
const cameBy = async (of: readonly Listed[], from: string, minutes: number, after = 0): Promise<readonly number[]> => {
  const counts: number[] = [];
  world.clock.set(instant(from));
  for (let minute = 0; minute < minutes; minute += 1) {
    await campaign.minute();
    await campaign.work();
    counts.push(of.filter(({ address }) => world.stub.taken.slice(after).some(({ to }) => to === address)).length);
    world.clock.forward(60);
  }
  return counts;
};

describe('a wave of few, in a run that is slow', () => {
  test('leaves from its own hour on, whoever else waits for theirs', async () => {
    await join(37, 'Europe/Paris');
    const few = await join(3, REUNION);
    world.clock.set(instant('2026-12-01T04:51:00Z'));
    await campaign.launch({ ...WAVES, maxPerMinute: 1 });
    expect(await cameBy(few, '2026-12-01T04:51:00Z', 13)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3]);
  });

  test('goes before a later one whose hour has come meanwhile', async () => {
    const many = await join(12, REUNION);
    await join(12, 'Europe/Paris');
    world.clock.set(instant('2026-12-01T07:58:00Z'));
    await campaign.launch({ ...WAVES, maxPerMinute: 2 });
    const came = await cameBy(many, '2026-12-01T07:58:00Z', 6);
    expect(came).toEqual([2, 4, 6, 8, 10, 12]);
  });

  test('takes nothing from another campaign before its hour, nor anything of the day of its ramp', async () => {
    const few = await join(5, REUNION);
    world.clock.set(instant('2026-12-01T04:50:00Z'));
    const run = await campaign.launch({ ...WAVES, ramp: [3, 9] });
    await campaign.minute();
    expect(campaign.queue).toEqual([]);
    expect(await campaign.occurrence(run)).toMatchObject({ cut: 5 });
    campaign.quota.email = { perSecond: 0.2, in24Hours: undefined, sentInLast24Hours: 0 };
    await campaign.launch({ name: 'other' });
    world.clock.forward(60);
    await campaign.minute();
    expect(await campaign.work()).not.toEqual([]);
    expect(world.stub.taken).toHaveLength(5);
    campaign.quota.email = { perSecond: 14, in24Hours: undefined, sentInLast24Hours: 0 };
    expect(await cameBy(few, '2026-12-01T05:00:00Z', 5, 5)).toEqual([3, 3, 3, 3, 3]);
    expect(await cameBy(few, '2026-12-02T06:00:00Z', 3, 5)).toEqual([5, 5, 5]);
  });
});

test('more of one wave than a page has are on several, and each leaves once', async () => {
  const all = await join(130, REUNION);
  world.clock.set(instant('2026-12-01T04:50:00Z'));
  const run = await campaign.launch(WAVES);
  expect(await cameBy(all, '2026-12-01T04:50:00Z', 2)).toEqual([0, 0]);
  expect(await cameBy(all, '2026-12-01T05:00:00Z', 1)).toEqual([130]);
  world.clock.forward(60);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 130 });
  expect(world.stub.taken).toHaveLength(130);
});

test('a campaign that is cancelled before its hour writes to nobody, and counts all of them', async () => {
  await join(7, REUNION);
  world.clock.set(instant('2026-12-01T04:50:00Z'));
  const run = await campaign.launch(WAVES);
  await campaign.minute();
  await campaign.control(run, 'cancelled');
  world.clock.forward(180);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ cancelled: 7 });
  expect(world.stub.taken).toEqual([]);
});

describe('a dispatcher that dies as it puts a wave aside', () => {
  test.each([false, true].flatMap((isCancelled) => Array.from({ length: 10 }, (_, call) => ({ call, isCancelled }))))(
    'at call $call of what it stores leaves nobody out; cancelled then: $isCancelled',
    async ({ call, isCancelled }) => {
      const all = [...(await join(3, 'Europe/Paris')), ...(await join(3, REUNION))];
      world.clock.set(instant('2026-12-01T04:50:00Z'));
      const run = await campaign.launch(WAVES);
      let left = -1;
      const isWrite = (of: unknown) => of?.constructor.name !== 'QueryCommand';
      const dying = callsOf('store', (made, asked) => {
        if (isWrite(asked) && JSON.stringify((asked as { input: object }).input).includes('OCCURRENCE#'))
          left = Math.max(left, call);
        if (left === 0) throw new Error('the dispatcher dies');
        if (left > 0 && isWrite(asked)) left -= 1;
        return made();
      });
      await campaign.minute(dying).catch(() => undefined);
      if (isCancelled) {
        await campaign.control(run, 'cancelled');
        world.clock.forward(180);
        await campaign.settle(60);
        expect((await campaign.occurrence(run))?.totals ?? { cancelled: 6 }).toEqual({ cancelled: 6 });
        return;
      }
      world.clock.forward(60);
      await campaign.minute();
      await cameBy(all, '2026-12-01T05:00:00Z', 1);
      await cameBy(all, '2026-12-01T08:00:00Z', 1);
      world.clock.forward(60);
      await campaign.settle();
      expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 6 });
      expect(world.stub.taken).toHaveLength(6);
    },
  );
});
