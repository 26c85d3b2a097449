import { expect, test, vi } from 'vitest';
import { withLists } from '../../jobs/lists-world.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** A list lasts for months, and people move: their wave is that of where they are when its run begins. */
const [ALIX, CAMILLE] = ['alix.robin@example.com', 'camille.martin@example.com'];

test('the wave of whoever a list named is that of the zone that is declared when the run begins', async () => {
  const campaigns = await aWorldOfCampaigns();
  const world = withLists(campaigns, campaigns.queue);
  const declare = async (email: string, zone: string) => {
    const body = { advertiserId: ADVERTISER, contact: { email }, zone };
    expect((await world.call('declare-contact', { body })).status).toBe(200);
  };
  for (const email of [ALIX, CAMILLE]) await world.agree(email);
  await declare(ALIX, 'Indian/Reunion');
  await declare(CAMILLE, 'Europe/Paris');
  const { body: list } = await world.list(`email\n${ALIX}\n${CAMILLE}\n`);
  await world.work();
  await declare(ALIX, 'Europe/Paris');
  await declare(CAMILLE, 'Indian/Reunion');
  const campaignId = await world.create({
    audience: { listId: list.listId },
    schedule: { waves: '2026-11-25T09:00' },
    endsAt: '2026-11-27T09:00:00Z',
  });
  const { body: begun } = await world.call('begin-dry-run', {
    path: { campaignId },
    query: { advertiserId: ADVERTISER },
  });
  await world.work();
  const foreseen = await world.call('get-job', {
    path: { jobId: begun.jobId },
    query: { advertiserId: ADVERTISER },
  });
  expect(foreseen.body.dryRun.lastLeavesAt).toMatch(/^2026-11-25T08:0/);

  const takenAt = async (instant: string): Promise<readonly unknown[]> => {
    vi.setSystemTime(Date.parse(instant));
    for (let minute = 0; minute < 2; minute += 1) await world.send(await world.minute(minute * 60));
    return world.provider.taken.map(({ to }) => to);
  };
  expect(await takenAt('2026-11-24T19:00:00Z')).toEqual([]);
  // 09:00 in Réunion, then in Paris.
  expect(await takenAt('2026-11-25T05:00:00Z')).toEqual([CAMILLE]);
  expect(await takenAt('2026-11-25T08:00:00Z')).toEqual([CAMILLE, ALIX]);
});
