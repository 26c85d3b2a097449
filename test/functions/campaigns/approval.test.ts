import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { approveCampaign } from '#shared/app/campaigns/approve-campaign.ts';
import { changeControl } from '#shared/app/campaigns/change-control.ts';
import { createCampaign } from '#shared/app/campaigns/create-campaign.ts';
import { getCampaign } from '#shared/app/campaigns/get-campaign.ts';
import { routesOf } from '#shared/app/campaigns/stopping/without-route.ts';
import { campaignView } from '#shared/contracts/http/campaigns/campaign.ts';
import { settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import { type Campaign, CampaignContent, type Commanded } from '#shared/domain/campaign/campaign.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { anAdvertiser, instant, sha256 } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  await want('second-key');
});
afterEach(() => world.close());

/** The advertiser wants two keys, or no longer does: stored by another process. */
const want = async (campaignApproval: 'second-key' | undefined) => {
  const { campaignApproval: _, ...settings } = settingsOf(anAdvertiser());
  const wanted = campaignApproval === undefined ? settings : { ...settings, campaignApproval };
  const elsewhere = advertisersOf({ ...world.table, clock: world.clock });
  await elsewhere.put(world.access, wanted, world.clock.now());
};

/** `shop` was replaced by `shop-2`, which made `shop-helper`; root made `shop` and `director`. */
const KEYS: Readonly<Record<string, Partial<ApiKey>>> = {
  shop: { createdBy: 'root' },
  'shop-2': { createdBy: 'root', replaces: 'shop' },
  'shop-helper': { createdBy: 'shop-2' },
  director: { createdBy: 'root' },
};
const apiKeys = { get: async (id: string) => KEYS[id] as ApiKey | undefined };
const jobs = { get: async () => undefined };
const ports = () => ({
  ...world.ports,
  templates: world.templates,
  campaigns: campaign.campaigns,
  apiKeys,
  jobs,
  routes: routesOf(world.ports),
});

const create = async (change: object = {}, createdBy = 'shop', requestId = 'request-first') => {
  const content = CampaignContent.parse({
    name: 'Vins d’hiver',
    channel: 'email',
    purpose: 'own-offers',
    template: { templateId: 'hiver', version: '1' },
    audience: { segment: { channel: 'email', purpose: 'own-offers' } },
    schedule: { at: 'now' },
    endsAt: addDays(world.clock.now(), 20),
    ...change,
  });
  const request = { requestId, bodySha256: sha256('5') };
  const { campaign: made } = await createCampaign(ports(), {
    ...{ access: world.access, content, request, createdBy },
    maySendTransactional: false,
  });
  return made;
};
const approve = ({ campaignId }: Pick<Campaign, 'campaignId'>, apiKeyId = 'director', startsLate = false) =>
  approveCampaign(ports(), {
    access: world.access,
    campaignId,
    approver: { name: 'Jeanne Roy' },
    apiKeyId,
    startsLate,
  });
const show = ({ campaignId }: Pick<Campaign, 'campaignId'>) =>
  getCampaign(ports(), { access: world.access, campaignId });
const control = ({ campaignId }: Pick<Campaign, 'campaignId'>, to: Commanded) =>
  changeControl(ports(), { access: world.access, campaignId, to, by: 'key_shop' });

/** So many minutes of the dispatcher, with their work. Resolves to whom mails left to since the beginning. */
const minutes = async (count: number): Promise<readonly string[]> => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
  return world.stub.taken.map(({ to }) => to);
};

const AT_NINE = { at: '2026-11-25T09:00', zone: 'Europe/Paris' };
const NINE = instant('2026-11-25T08:00:00Z');

describe('a campaign of an advertiser who wants two keys', () => {
  test('writes to nobody, however long it waits, and everybody once another key approved it', async () => {
    await campaign.join(3);
    const made = await create();
    expect(await show(made)).toMatchObject({ state: 'awaiting-approval', nextRun: undefined, runs: [] });
    expect(await minutes(5)).toEqual([]);
    const { approval, isNew } = await approve(made);
    expect([isNew, approval.firstRun]).toEqual([true, world.clock.now()]);
    expect(await show(made)).toMatchObject({ state: 'scheduled', nextRun: world.clock.now() });
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(3);
    expect(await show(made)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
  });

  test('awaits it, or does not, from the moment that the setting was stored', async () => {
    const control = async (requestId: string) => {
      await world.ports.advertisers.get(world.access);
      return (await create({}, 'shop', requestId)).control;
    };
    await want(undefined);
    expect(await control('request-one')).toBe('running');
    await want('second-key');
    expect(await control('request-two')).toBe('awaiting-approval');
  });

  test.each([
    ['the key that created it', 'shop'],
    ['the key that replaced it', 'shop-2'],
    ['a key that the replacing one made', 'shop-helper'],
  ])('is not approved by %s', async (_who, apiKeyId) => {
    const made = await create();
    await expect(approve(made, apiKeyId)).rejects.toMatchObject({ code: 'second-key-expected' });
    expect(await show(made)).toMatchObject({ state: 'awaiting-approval' });
  });

  test('is not approved by the key that the hand of its creator had before', async () => {
    await expect(approve(await create({}, 'shop-helper'), 'shop')).rejects.toMatchObject({
      code: 'second-key-expected',
    });
  });

  test('root is one hand: it does not approve what it created, and approves what a key of its making did', async () => {
    const made = await create({}, 'root');
    await expect(approve(made, 'root')).rejects.toMatchObject({ code: 'second-key-expected' });
    expect((await approve(made, 'shop')).isNew).toBe(true);
  });

  test('in waves of which some hours are past by then is approved, and the approver is warned of these zones', async () => {
    const made = await create({ schedule: { waves: '2026-11-25T09:00' } });
    world.clock.set(instant('2026-11-25T06:00:00Z'));
    const approved = await approve(made);
    expect(approved.outOfTime).toContainEqual({
      ...{ at: '2026-11-25T05:00:00.000Z', zones: ['Indian/Reunion'], because: 'past' },
    });
    expect(approved.outOfTime.flatMap(({ zones }) => zones)).not.toContain('Europe/Paris');
    world.clock.forward(7_200);
    expect((await approve(made)).outOfTime).toEqual(approved.outOfTime);
    expect((await approve(await create({}, 'shop', 'request-now'))).outOfTime).toEqual([]);
  });

  test('is not approved in the last minute before its end, as it would not be created then', async () => {
    const made = await create({ endsAt: addSeconds(world.clock.now(), 600) });
    world.clock.forward(580);
    await expect(approve(made)).rejects.toMatchObject({ code: 'campaign-time-passed' });
    const other = await create({ endsAt: addSeconds(world.clock.now(), 600) }, 'shop', 'request-other');
    world.clock.forward(540);
    expect(await approve(other)).toMatchObject({ isNew: true });
  });

  test('keeps its first approval', async () => {
    const made = await create();
    const first = await approve(made);
    const again = await approve(made, 'shop');
    expect([first.isNew, again.isNew, again.approval]).toEqual([true, false, first.approval]);
  });

  test('approved by two at once starts once', async () => {
    await campaign.join(2);
    const made = await create();
    const both = await Promise.all([approve(made), approve(made)]);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(2);
  });

  test('is neither paused nor resumed past its approval, and can be cancelled', async () => {
    const made = await create();
    for (const to of ['paused', 'running'] as const)
      await expect(control(made, to)).rejects.toMatchObject({ code: 'campaign-not-approved' });
    expect(await control(made, 'cancelled')).toMatchObject({ control: 'cancelled' });
    await expect(approve(made)).rejects.toMatchObject({ code: 'campaign-cancelled' });
    expect(await minutes(2)).toEqual([]);
  });

  test('approved and then cancelled, it is approved no more', async () => {
    const made = await create({ schedule: AT_NINE });
    await approve(made);
    expect(await approve(made)).toMatchObject({ isNew: false });
    await control(made, 'cancelled');
    await expect(approve(made)).rejects.toMatchObject({ code: 'campaign-cancelled' });
  });

  test('goes on waiting when the setting is taken back, and one that was created before it is set waits for nothing', async () => {
    const waiting = await create();
    await want(undefined);
    expect(await minutes(2)).toEqual([]);
    expect(await show(waiting)).toMatchObject({ state: 'awaiting-approval' });
    const { campaignId } = await campaign.launch();
    await want('second-key');
    await expect(approve({ campaignId })).rejects.toMatchObject({ code: 'approval-not-awaited' });
  });
});

describe('the time of a campaign that waits for its approval', () => {
  test.each([
    ['that starts at once', { schedule: { at: 'now' } }],
    ['in waves', { schedule: { waves: '2026-11-26T09:00' } }],
  ])('of one %s it is shown until nobody can approve it', async (_which, change) => {
    const made = await create({ ...change, endsAt: instant('2026-11-26T10:00:00Z') });
    const view = async () => campaignView(await show(made));
    expect(await view()).toMatchObject({ firstRun: expect.any(String), runEndsBy: '2026-11-26T10:00:00.000Z' });
    for (const at of ['2026-11-26T09:59:30Z', '2026-11-26T10:00:00Z', '2026-11-26T12:00:00Z']) {
      world.clock.set(instant(at));
      await expect(approve(made)).rejects.toMatchObject({ code: 'campaign-time-passed' });
      const { firstRun, runEndsBy } = await view();
      expect([firstRun, runEndsBy]).toEqual([undefined, undefined]);
    }
  });

  test('approved in time it starts then, and not before', async () => {
    await campaign.join(2);
    const made = await create({ schedule: AT_NINE });
    expect((await approve(made)).approval.firstRun).toBe(NINE);
    expect(await minutes(3)).toEqual([]);
    world.clock.set(NINE);
    expect(await minutes(2)).toHaveLength(2);
  });

  test('passed, it is refused unless the approval says so, and then starts at once', async () => {
    await campaign.join(2);
    const made = await create({ schedule: AT_NINE });
    world.clock.set(instant('2026-11-25T09:30:00Z'));
    expect(await minutes(2)).toEqual([]);
    await expect(approve(made)).rejects.toMatchObject({ code: 'campaign-time-passed' });
    expect(await show(made)).toMatchObject({ state: 'awaiting-approval' });
    expect((await approve(made, 'director', true)).approval.firstRun).toBe(world.clock.now());
    expect(await minutes(2)).toHaveLength(2);
  });

  test('in waves: whose time has passed is written to at once, and the others at their own', async () => {
    const [reunion, paris] = await campaign.join(2);
    Object.assign(reunion ?? {}, { zone: 'Indian/Reunion' });
    Object.assign(paris ?? {}, { zone: 'Europe/Paris' });
    const made = await create({ schedule: { waves: '2026-11-25T09:00' } });
    world.clock.set(instant('2026-11-25T07:00:00Z'));
    await approve(made);
    expect(await minutes(2)).toHaveLength(1);
    world.clock.set(NINE);
    expect(await minutes(2)).toHaveLength(2);
  });

  test('recurring: runs that were missed are not made up for', async () => {
    await campaign.join(1);
    const schedule = { every: 'week', from: '2026-11-25', at: '09:00', zone: 'Europe/Paris' };
    const made = await create({ schedule });
    world.clock.set(instant('2026-11-27T10:00:00Z'));
    expect(await minutes(2)).toEqual([]);
    expect((await approve(made)).approval.firstRun).toBe('2026-12-02T08:00:00.000Z');
    expect(await minutes(2)).toEqual([]);
    world.clock.set(instant('2026-12-02T08:00:00Z'));
    expect(await minutes(2)).toHaveLength(1);
  });

  test.each([
    ['its end', { schedule: AT_NINE, endsAt: instant('2026-11-26T08:00:00Z') }],
    ['the end of one that starts at once', { endsAt: instant('2026-11-26T08:00:00Z') }],
    [
      'its last run',
      {
        schedule: { every: 'day', from: '2026-11-25', at: '09:00', zone: 'Europe/Paris' },
        endsAt: instant('2026-11-26T20:00:00Z'),
      },
    ],
  ])('past %s nothing approves it', async (_what, change) => {
    const made = await create(change);
    world.clock.set(instant('2026-11-26T10:00:00Z'));
    for (const startsLate of [false, true])
      await expect(approve(made, 'director', startsLate)).rejects.toMatchObject({ code: 'campaign-time-passed' });
    expect(await minutes(2)).toEqual([]);
  });
});
