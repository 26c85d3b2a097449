import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AudiencePages } from '#shared/app/audience/audience-pages.port.ts';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
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
