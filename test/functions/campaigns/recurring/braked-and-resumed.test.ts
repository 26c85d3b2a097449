import { afterEach, beforeEach, expect, test } from 'vitest';
import { getCampaign } from '#shared/app/campaigns/get-campaign.ts';
import { resumeCampaign } from '#shared/app/campaigns/resume-campaign.ts';
import { campaignView } from '#shared/contracts/http/campaigns/campaign.ts';
import { resumedCampaignView } from '#shared/contracts/http/campaigns/controlled-campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { instant } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { bounced, hear } from '#test/support/campaigns/heard.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A campaign that paused itself in the minute of a run, for the runs before it: its run is one that was paused at its time. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  world.clock.set(instant('2026-11-30T12:00:00Z'));
});
afterEach(() => world.close());

const [FIRST, SECOND] = [instant('2026-12-01T08:00:00Z'), instant('2026-12-02T08:00:00Z')];
const DAILY = { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' } as const;
const launch = (change = {}) =>
  campaign.launch({ schedule: DAILY, firstRun: FIRST, endsAt: instant('2026-12-20T12:00:00Z'), ...change });
const minute = async () => {
  await campaign.minute();
  await campaign.work();
};
/** All that was taken comes back, and the clock calls at that time of the second day: the campaign pauses itself. */
const braked = async (run: RunName, time: string) => {
  world.clock.set(instant('2026-12-02T07:59:30Z'));
  for (const index of world.stub.taken.keys())
    await hear(world, index, bounced(world.clock.now(), 'Transient', 'ContentRejected'));
  world.clock.set(instant(`2026-12-02T${time}Z`));
  await minute();
  expect(await shown(run)).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
};
const portsOf = () => ({ ...world.ports, campaigns: campaign.campaigns, clock: world.clock });
const shown = async ({ campaignId }: RunName) =>
  campaignView(await getCampaign(portsOf(), { access: world.access, campaignId }));
const resumed = async ({ campaignId }: RunName, time: string) => {
  world.clock.set(instant(`2026-12-02T${time}Z`));
  return resumedCampaignView(await resumeCampaign(portsOf(), { access: world.access, campaignId, by: 'key_shop' }));
};

test('its run starts late where somebody resumes it in time, and is said to', async () => {
  await campaign.join(30);
  const run = await launch();
  world.clock.set(FIRST);
  await campaign.settle();
  await braked(run, '08:00:30');
  expect(await shown(run)).toMatchObject({ state: 'paused', nextRun: SECOND, resumeBy: '2026-12-02T14:00:00.000Z' });
  expect(await resumed(run, '10:00:00')).toMatchObject({ lateRun: SECOND });
  expect(await shown(run)).toMatchObject({ state: 'scheduled', nextRun: SECOND, lateRun: SECOND });
  await minute();
  expect(world.stub.taken).toHaveLength(60);
  expect(await shown(run)).not.toHaveProperty('lateRun');
  expect(await shown(run)).not.toHaveProperty('skippedRuns');
});

test('its run is skipped where nobody does, and is said to be', async () => {
  await campaign.join(30);
  const run = await launch();
  world.clock.set(FIRST);
  await campaign.settle();
  await braked(run, '08:00:30');
  const answer = await resumed(run, '14:00:00');
  expect(answer).toMatchObject({ skippedRuns: [SECOND] });
  expect(answer).not.toHaveProperty('lateRun');
  await minute();
  expect(world.stub.taken).toHaveLength(30);
});

test('whose clock had not called for hours: its run is not skipped for a pause that began after its time to start late', async () => {
  await campaign.join(30);
  const run = await launch();
  world.clock.set(FIRST);
  await campaign.settle();
  await braked(run, '14:30:00');
  expect(await shown(run)).toMatchObject({ nextRun: SECOND, resumeBy: '2026-12-03T08:00:00.000Z' });
  const answer = await resumed(run, '15:00:00');
  expect(answer).not.toHaveProperty('skippedRuns');
  await minute();
  expect(world.stub.taken).toHaveLength(60);
});

test('whoever the run before had not reached at its end was not held back by that pause', async () => {
  await campaign.join(60);
  const run = await launch({ maxPerMinute: 30 });
  world.clock.set(FIRST);
  await minute();
  await braked(run, '08:00:30');
  for (let minutes = 0; minutes < 3; minutes += 1) {
    world.clock.forward(60);
    await minute();
  }
  const codes = [...(await campaign.outcomes(run)).values()].flatMap((outcome) => outcome.codes);
  expect(codes.filter((code) => code.startsWith('left-to-next-run'))).toEqual(Array(30).fill('left-to-next-run'));
});
