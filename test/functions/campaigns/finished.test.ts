import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AudiencePages } from '#shared/app/audience/audience-pages.port.ts';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { VERDICT_HOLDS_SECONDS } from '#shared/domain/campaign/ending.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** A store that says that nothing of a run is left, whatever is: what a query may answer that reads while two workers write. */
const sayingIdle = (runs: Runs): Runs => ({ ...runs, isIdle: async () => true });

test('a run is finished only when each recipient has a final state, whatever a query of its work says', async () => {
  await campaign.join(5);
  const run = await campaign.launch();
  await campaign.minute();
  world.clock.forward(60);
  await campaign.minute(undefined, sayingIdle);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'running', cut: 5 });
  world.stub.next('take-and-drop');
  await campaign.work();
  world.clock.forward(60);
  await campaign.minute(undefined, sayingIdle);
  // One was handed over without an answer: it is unknown for a day.
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'running' });
  world.clock.forward(86_400);
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({
    state: 'finished',
    totals: { sent: 4, 'unknown-final': 1 },
  });
});

test('a run whose outcomes never add up to its recipients is reported as an error, and is not ended', async () => {
  await campaign.join(2);
  const run = await campaign.launch();
  await campaign.minute();
  await campaign.work();
  const counted = await campaign.occurrence(run);
  if (counted === undefined) throw new Error('no run');
  const { cursors, cut } = counted;
  expect(await campaign.runs.advance(world.access, counted, { cursors, cut: cut + 1 })).toBe(true);
  const failed: boolean[] = [];
  for (let minute = 0; minute < 12; minute += 1) {
    world.clock.forward(60);
    failed.push(
      await campaign.minute().then(
        () => false,
        () => true,
      ),
    );
  }
  // A query that reads while others write may miss some, and not for minutes.
  expect(failed.indexOf(true)).toBe(5);
  expect(failed.slice(5)).not.toContain(false);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'running' });
});

test('a part of the audience that cannot be read for a minute is counted once, when it is cut', async () => {
  await campaign.join(7);
  const run = await campaign.launch();
  let failures = 0;
  const failing = <P extends object>(name: string, port: P): P => {
    if (name !== 'audience') return port;
    const { page } = port as Pick<AudiencePages, 'page'>;
    const once: Pick<AudiencePages, 'page'> = {
      page: async (access, audience, asked) => {
        failures += asked.shard === 0 ? 1 : 0;
        if (asked.shard === 0) throw dependencyUnavailable('The audience index', undefined);
        return page(access, audience, asked);
      },
    };
    return once as P;
  };
  await expect(campaign.minute(failing)).rejects.toThrow();
  expect(failures).toBe(1);
  world.clock.forward(60);
  await campaign.settle(5);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 7, totals: { sent: 7 } });
});

test('the end of a campaign has come by every clock before those who are left are cut: none of them is written to', async () => {
  await campaign.join(5);
  const endsAt = addSeconds(world.clock.now(), 3_600);
  const run = await campaign.launch({ maxPerMinute: 1, endsAt });
  await campaign.minute();
  await campaign.work();
  world.clock.set(addSeconds(endsAt, 1));
  await campaign.minute();
  expect(campaign.queue).toEqual([]);
  world.clock.forward(VERDICT_HOLDS_SECONDS);
  await campaign.minute();
  expect(campaign.queue).toEqual([]);
  world.clock.forward(60);
  await campaign.minute();
  expect(campaign.queue.length).toBeGreaterThan(0);
  // A worker whose clock is as far behind as any.
  world.clock.set(addSeconds(endsAt, 1));
  await campaign.work();
  expect(world.stub.taken).toHaveLength(1);
  world.clock.set(addSeconds(endsAt, 300));
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 1, expired: 4 });
});

test('a campaign whose recipients wait for their hour takes no share from another', async () => {
  await campaign.join(6);
  const minutesTo = async (name: string): Promise<number> => {
    campaign.quota.email = { perSecond: 0.05, in24Hours: undefined, sentInLast24Hours: 0 };
    const run = await campaign.launch({ name });
    for (let minute = 1; minute <= 30; minute += 1) {
      await campaign.minute();
      await campaign.work();
      if ((await campaign.occurrence(run))?.totals !== undefined) return minute;
      world.clock.forward(60);
    }
    throw new Error('not finished after half an hour');
  };
  const alone = await minutesTo('spring');
  campaign.quota.email = { perSecond: 14, in24Hours: undefined, sentInLast24Hours: 0 };
  await campaign.launch({ name: 'waves', schedule: { waves: '2026-11-26T10:00' }, firstRun: world.clock.now() });
  for (let minute = 0; minute < 3; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
  expect(await minutesTo('summer')).toBe(alone);
});
