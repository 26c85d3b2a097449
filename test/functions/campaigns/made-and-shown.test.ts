import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { changeControl } from '#shared/app/campaigns/change-control.ts';
import { createCampaign } from '#shared/app/campaigns/create-campaign.ts';
import { getCampaign } from '#shared/app/campaigns/get-campaign.ts';
import { listCampaigns } from '#shared/app/campaigns/list-campaigns.ts';
import { routesOf } from '#shared/app/campaigns/stopping/without-route.ts';
import { settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import { type Campaign, CampaignContent, type Commanded } from '#shared/domain/campaign/campaign.ts';
import { Failure } from '#shared/domain/failure.ts';
import { JobId } from '#shared/domain/ids.ts';
import type { Job } from '#shared/domain/job/job.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { anAdvertiser, instant, sha256 } from '#test/support/builders.ts';
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

/** The jobs of lists that campaigns are made for. */
const lists = new Map<JobId, Job>();
const ports = () => ({
  ...world.ports,
  templates: world.templates,
  campaigns: campaign.campaigns,
  jobs: { get: async (_access: unknown, jobId: JobId) => lists.get(jobId) },
  routes: routesOf(world.ports),
});

const contentOf = (change: object = {}): CampaignContent =>
  CampaignContent.parse({
    name: 'Vins d’hiver',
    channel: 'email',
    purpose: 'own-offers',
    template: { templateId: 'hiver', version: '1' },
    audience: { segment: { channel: 'email', purpose: 'own-offers' } },
    schedule: { at: 'now' },
    endsAt: addDays(world.clock.now(), 3),
    ...change,
  });

const create = (change: object = {}, key = 'first', body = '5') =>
  createCampaign(ports(), {
    access: world.access,
    content: contentOf(change),
    request: { requestId: `request-${key}`, bodySha256: sha256(body) },
    createdBy: 'shop',
    maySendTransactional: false,
  });
const show = async ({ campaignId }: Pick<Campaign, 'campaignId'>) =>
  getCampaign(ports(), { access: world.access, campaignId });
const control = ({ campaignId }: Pick<Campaign, 'campaignId'>, to: Commanded) =>
  changeControl(ports(), { access: world.access, campaignId, to, by: 'key_shop' });

const inZones = (...zones: readonly string[]) => ({
  segment: { channel: 'email', purpose: 'own-offers', where: { zones } },
});

/** Where a refusal points to. */
const pointersOf = async (refused: Promise<unknown>): Promise<readonly string[]> => {
  const failure = await refused.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof Failure)) throw new Error('not refused');
  return failure.errors.map(({ pointer }) => pointer);
};

describe('a campaign that is created', () => {
  test('starts by itself, is followed as it goes, and is finished', async () => {
    await campaign.join(3);
    const { campaign: made } = await create({ maxPerMinute: 2 });
    expect(await show(made)).toMatchObject({ state: 'scheduled', nextRun: world.clock.now() });
    await campaign.minute();
    await campaign.work();
    expect(await show(made)).toMatchObject({
      state: 'running',
      nextRun: undefined,
      runs: [{ occurrence: { cut: 2 }, settled: { sent: 2 } }],
    });
    world.clock.forward(60);
    await campaign.settle();
    expect(await show(made)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
  });

  test('twice by the same request is one campaign, also minutes later', async () => {
    const { campaign: first } = await create();
    world.clock.forward(300);
    const { campaign: again, firstRun } = await create({ endsAt: first.endsAt });
    expect(again).toEqual(first);
    expect(firstRun).toBe(first.createdAt);
    await expect(create({}, 'first', '6')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    const { items } = await listCampaigns(ports(), { access: world.access, page: { limit: 10 } });
    expect(items).toEqual([first]);
  });

  test('is answered as it is stored when its request is repeated, whatever its settings became since', async () => {
    const sender = anAdvertiser().senders.email[0]?.address ?? '';
    const { campaign: first } = await create({ sender });
    const { senders, ...settings } = settingsOf(anAdvertiser());
    const elsewhere = advertisersOf({ ...world.table, clock: world.clock });
    const renamed = senders.email.map((each) => ({ ...each, address: 'autre@maison-valmy.example' }));
    await elsewhere.put(world.access, { ...settings, senders: { ...senders, email: renamed } }, world.clock.now());
    expect(await pointersOf(create({ sender }, 'second'))).toEqual(['/sender']);
    expect((await create({ sender })).campaign).toEqual(first);
    await expect(create({ sender }, 'first', '6')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  test('is answered also where its request would not be taken today, as of a zone by another name', async () => {
    const schedule = { at: '2026-11-25T09:00', zone: 'Europe/Paris' };
    const { campaign: first, firstRun } = await create({ schedule });
    const again = await create({ schedule: { ...schedule, zone: 'europe/paris' } });
    expect(again).toMatchObject({ campaign: first, firstRun });
  });

  test('at 09:00 in Paris waits for 09:00 in Paris', async () => {
    const { campaign: made } = await create({ schedule: { at: '2026-11-25T09:00', zone: 'Europe/Paris' } });
    await campaign.minute();
    expect(await show(made)).toMatchObject({ state: 'scheduled', nextRun: '2026-11-25T08:00:00.000Z' });
    world.clock.set(instant('2026-11-25T07:59:59Z'));
    await campaign.minute();
    expect((await show(made)).runs).toEqual([]);
    world.clock.set(instant('2026-11-25T08:00:00Z'));
    await campaign.minute();
    expect((await show(made)).runs).toMatchObject([{ occurrence: { scheduledAt: '2026-11-25T08:00:00.000Z' } }]);
  });

  test('at a time that the clock is put forward over is warned of, and runs at the next minute that there is', async () => {
    world.clock.set(instant('2027-03-20T09:00:00Z'));
    const schedule = { at: '2027-03-28T02:30', zone: 'Europe/Paris' };
    expect(await create({ schedule, endsAt: instant('2027-03-30T00:00:00Z') })).toMatchObject({
      firstRun: '2027-03-28T01:00:00.000Z',
      moved: [{ asked: '2027-03-28T02:30', shown: '2027-03-28T03:00' }],
    });
  });

  test('in waves of which some hours are past or after its end is warned of them, zone by zone', async () => {
    const schedule = { waves: '2026-12-01T09:00' };
    const segment = { channel: 'email', purpose: 'own-offers' };
    world.clock.set(instant('2026-12-01T07:00:00Z'));
    const { outOfTime } = await create({ schedule, endsAt: instant('2026-12-01T12:00:00Z') });
    expect(outOfTime.filter(({ because }) => because === 'past').flatMap(({ zones }) => zones)).toEqual(
      expect.arrayContaining(['Indian/Reunion', 'Indian/Mayotte', 'Pacific/Noumea', 'Pacific/Wallis']),
    );
    expect(outOfTime).toContainEqual({
      at: '2026-12-01T05:00:00.000Z',
      zones: ['Indian/Reunion'],
      because: 'past',
    });
    const late = outOfTime.filter(({ because }) => because === 'after-end');
    expect(late.map(({ at }) => at)).toContain('2026-12-01T13:00:00.000Z');
    expect(late.flatMap(({ zones }) => zones)).toEqual(
      expect.arrayContaining(['America/Martinique', 'America/Guadeloupe', 'Pacific/Tahiti']),
    );
    expect(outOfTime.flatMap(({ zones }) => zones)).not.toContain('Europe/Paris');
    // An end at the very hour of a wave reaches nobody of it.
    const audience = { segment: { ...segment, where: { zones: ['America/Martinique', 'Asia/Tokyo'] } } };
    const named = await create({ schedule, audience, endsAt: instant('2026-12-01T13:00:00Z') }, 'named');
    expect(named.outOfTime.map(({ zones, because }) => [zones, because])).toEqual([
      [['Asia/Tokyo'], 'past'],
      [['America/Martinique'], 'after-end'],
    ]);
    const in2 = { schedule: { waves: '2026-12-03T09:00' }, endsAt: instant('2026-12-05T00:00:00Z') };
    expect((await create(in2, 'whole')).outOfTime).toEqual([]);
  });

  test.each([
    [
      'Paris is past it, and nobody is there',
      '2026-12-01T08:30:00Z',
      ['America/Martinique', 'America/Cayenne'],
      '2026-12-02T08:30:00Z',
    ],
    [
      'it ends before Paris comes to it, and nobody is there',
      '2026-12-01T00:30:00Z',
      ['Indian/Reunion', 'Indian/Mayotte'],
      '2026-12-01T07:30:00Z',
    ],
  ])('in waves is judged by the zones that its segment names: %s', async (_why, now, zones, endsAt) => {
    world.clock.set(instant(now));
    const audience = inZones(...zones);
    const made = await create({ schedule: { waves: '2026-12-01T09:00' }, audience, endsAt: instant(endsAt) });
    expect(made.outOfTime).toEqual([]);
  });

  test.each([
    [
      'an hour before the first of the zones that its segment names',
      inZones('America/Martinique', 'Europe/Paris'),
      '2026-12-01T07:00:00.000Z',
    ],
    ['the same by a former name of a zone', inZones('Asia/Calcutta'), '2026-12-01T02:30:00.000Z'],
    [
      'as the day begins on Earth, where it names none',
      { segment: { channel: 'email', purpose: 'own-offers' } },
      '2026-11-30T19:00:00.000Z',
    ],
    [
      'as the day begins on Earth, where it names countries: people of them may be elsewhere',
      { segment: { channel: 'email', purpose: 'own-offers', where: { countries: ['BE'] } } },
      '2026-11-30T19:00:00.000Z',
    ],
  ] as const)('in waves begins %s', async (_, audience, firstRun) => {
    const change = { schedule: { waves: '2026-12-01T09:00' }, audience, endsAt: instant('2026-12-03T00:00:00Z') };
    expect(await create(change as never)).toMatchObject({ firstRun });
  });

  test('in waves of which the first hour is near begins at once', async () => {
    world.clock.set(instant('2026-12-01T07:30:00Z'));
    const change = { audience: inZones('Europe/Paris'), endsAt: instant('2026-12-03T00:00:00Z') };
    const made = await create({ schedule: { waves: '2026-12-01T09:00' }, ...change });
    expect(made.firstRun).toBe(world.clock.now());
  });

  test('in waves at a time that the clock of one zone is put forward over is warned of it, by that zone', async () => {
    world.clock.set(instant('2027-03-01T00:30:00Z'));
    const schedule = { waves: '2027-03-14T02:30' };
    const moved = [
      {
        asked: '2027-03-14T02:30',
        shown: '2027-03-14T03:00',
        at: '2027-03-14T05:00:00.000Z',
        zones: ['America/Miquelon'],
      },
    ];
    const endsAt = instant('2027-03-20T00:00:00Z');
    expect((await create({ schedule, endsAt })).moved).toEqual(moved);
    const audience = inZones('Europe/Paris');
    expect((await create({ schedule, endsAt, audience }, 'paris')).moved).toEqual([]);
  });

  test('lists the newest first, page by page', async () => {
    for (const name of ['one', 'two', 'three']) {
      await create({ name }, name);
      world.clock.forward(1);
    }
    const first = await listCampaigns(ports(), { access: world.access, page: { limit: 2 } });
    expect(first.items.map(({ name }) => name)).toEqual(['three', 'two']);
    const rest = await listCampaigns(ports(), { access: world.access, page: { limit: 2, after: first.next } });
    expect(rest.items.map(({ name }) => name)).toEqual(['one']);
    expect(rest.next).toBeUndefined();
  });
});

describe('a campaign that is refused', () => {
  test.each([
    [{ endsAt: instant('2026-11-24T00:00:00Z') }, ['/endsAt']],
    [{ endsAt: instant('2028-11-24T00:00:00Z') }, ['/endsAt']],
    [{ schedule: { at: '2026-11-24T10:59', zone: 'Europe/Paris' } }, ['/schedule/at']],
    [{ schedule: { at: '2026-12-24T10:59', zone: 'Europe/Paris' } }, ['/schedule/at']],
    [{ schedule: { waves: '2026-11-24T09:00' } }, ['/schedule/waves']],
    [{ schedule: { waves: '2026-11-24T09:00' }, audience: inZones('Indian/Reunion') }, ['/schedule/waves']],
    [{ schedule: { waves: '2026-12-24T09:00' }, audience: inZones('America/Martinique') }, ['/schedule/waves']],
    [{ schedule: { every: 'day', from: '2026-12-24', at: '09:00', zone: 'Europe/Paris' } }, ['/schedule/from']],
    [{ channel: 'sms' }, ['/audience/segment/channel']],
    [{ channel: 'sms', audience: { segment: { channel: 'sms', purpose: 'own-offers' } } }, ['/template']],
    [{ template: { templateId: 'hiver', version: '9' } }, ['/template']],
    [{ audience: { listId: `lst_${'z'.repeat(22)}` } }, ['/audience/listId']],
  ])('%j is wrong at %j', async (change, pointers) => {
    expect(await pointersOf(create(change))).toEqual(pointers);
  });
});

describe('a campaign for a list', () => {
  const listed = (change: object) => {
    const jobId = JobId.parse(`job_${'l'.repeat(22)}`);
    const task = { kind: 'audience-list', by: 'email' };
    const counts = { accepted: 1, repeated: 0 };
    lists.set(jobId, {
      jobId,
      task,
      counts,
      state: 'finished',
      endsAt: addDays(world.clock.now(), 90),
      ...change,
    } as Job);
    return create({ audience: { listId: `lst_${'l'.repeat(22)}` } });
  };
  test('is taken when the list is made and lasts as long', async () => {
    expect(await listed({})).toMatchObject({ campaign: { audience: { listId: `lst_${'l'.repeat(22)}` } } });
  });
  test.each([
    ['waiting', 90, 'still being made'],
    ['running', 90, 'still being made'],
    ['failed', 90, 'did not fail'],
    ['finished', 1, 'ends at'],
  ])('is refused when its job is %s and it lasts %d days', async (state, days, because) => {
    const refused = listed({ state, endsAt: addDays(world.clock.now(), days) });
    await expect(refused).rejects.toMatchObject({
      errors: [{ pointer: '/audience/listId', detail: expect.stringContaining(because) }],
    });
  });
});

/** Somebody controls a campaign whose run finishes after they looked and before they write. */
const controlledAsItFinishes = ({ campaignId }: Campaign, to: Commanded) => {
  let writes = 0;
  const campaigns: CampaignWorld['campaigns'] = {
    ...campaign.campaigns,
    control: async (...asked) => {
      writes += 1;
      if (writes === 1) await campaign.settle();
      return campaign.campaigns.control(...asked);
    },
  };
  const asked = changeControl({ ...ports(), campaigns }, { access: world.access, campaignId, to, by: 'key_shop' });
  return { asked, writes: () => writes };
};

describe('people who change their mind', () => {
  test('pause it, let it go on, and cancel it; nothing brings back what was cancelled', async () => {
    const { campaign: made } = await create({ schedule: { at: '2026-11-25T09:00', zone: 'Europe/Paris' } });
    expect(await control(made, 'paused')).toMatchObject({ control: 'paused' });
    expect(await show(made)).toMatchObject({ state: 'paused' });
    expect(await control(made, 'running')).toMatchObject({ control: 'running' });
    expect(await control(made, 'cancelled')).toMatchObject({ control: 'cancelled' });
    expect(await control(made, 'cancelled')).toMatchObject({ control: 'cancelled' });
    expect(await show(made)).toMatchObject({ state: 'cancelled', nextRun: undefined });
    await expect(control(made, 'running')).rejects.toMatchObject({ code: 'campaign-cancelled' });
    world.clock.set(instant('2026-11-25T08:00:00Z'));
    await campaign.minute();
    expect((await show(made)).runs).toEqual([]);
  });

  test.each(['paused', 'cancelled'] as const)('once it is finished it is not %s: it stays finished', async (to) => {
    await campaign.join(2);
    const { campaign: made } = await create();
    await campaign.settle();
    await expect(control(made, to)).rejects.toMatchObject({ code: 'campaign-finished' });
    expect(await show(made)).toMatchObject({ state: 'finished', campaign: { control: 'running' } });
    expect(await control(made, 'running')).toMatchObject({ control: 'running' });
  });

  test.each(['paused', 'cancelled'] as const)(
    'one that finishes between the look and the write is not %s',
    async (to) => {
      await campaign.join(2);
      const { campaign: made } = await create();
      const { asked, writes } = controlledAsItFinishes(made, to);
      await expect(asked).rejects.toMatchObject({ code: 'campaign-finished' });
      expect([writes(), await show(made)]).toMatchObject([1, { state: 'finished', campaign: { control: 'running' } }]);
    },
  );

  test('one of which a run finishes meanwhile and another is to come is paused all the same', async () => {
    await campaign.join(1);
    const schedule = { every: 'day', from: '2026-11-24', at: '15:00', zone: 'Europe/Paris' };
    const { campaign: made, firstRun } = await create({ schedule });
    world.clock.set(firstRun ?? world.clock.now());
    const { asked, writes } = controlledAsItFinishes(made, 'paused');
    expect([await asked, writes()]).toMatchObject([{ control: 'paused' }, 2]);
  });

  test('one that is paused as it ends is finished, and is neither resumed nor cancelled then', async () => {
    await campaign.join(2);
    const { campaign: made } = await create({ maxPerMinute: 1 });
    await campaign.minute();
    await campaign.work();
    await control(made, 'paused');
    world.clock.set(addDays(world.clock.now(), 4));
    await campaign.settle();
    expect(await show(made)).toMatchObject({ state: 'finished' });
    for (const to of ['running', 'cancelled'] as const)
      await expect(control(made, to)).rejects.toMatchObject({ code: 'campaign-finished' });
  });

  test('one that recurs, between two runs, is paused and cancelled: a run is to come', async () => {
    await campaign.join(1);
    const schedule = { every: 'day', from: '2026-11-24', at: '15:00', zone: 'Europe/Paris' };
    const { campaign: made, firstRun } = await create({ schedule });
    world.clock.set(firstRun ?? world.clock.now());
    await campaign.settle();
    expect(await control(made, 'paused')).toMatchObject({ control: 'paused' });
    expect(await control(made, 'cancelled')).toMatchObject({ control: 'cancelled' });
  });

  test('two at once: both are done, one after the other', async () => {
    const { campaign: made } = await create();
    await Promise.all([control(made, 'paused'), control(made, 'paused'), control(made, 'cancelled')]);
    expect(await show(made)).toMatchObject({ state: 'cancelled' });
  });

  test('one that is not there is not found', async () => {
    const campaignId = `cmp_${'x'.repeat(22)}` as never;
    await expect(control({ campaignId }, 'paused')).rejects.toMatchObject({ code: 'campaign-not-found' });
    await expect(show({ campaignId })).rejects.toMatchObject({ code: 'campaign-not-found' });
  });
});
