import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { haltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { AdvertiserSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { DryRun } from '#shared/domain/campaign/dry-run.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Totals } from '#shared/domain/campaign/recipient.ts';
import { HaltChange } from '#shared/domain/halt.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays, addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { anAdvertiser, instant } from '#test/support/builders.ts';
import { aTextIn } from '#test/support/campaigns/a-text.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { oneOfCommit } from '#test/support/shares/share.ts';

/** What a dry run foresees, beside the run that follows. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const DAY_MS = 86_400_000;

const foreseen = async (run: RunName): Promise<DryRun> => {
  const jobs = campaignJobsOf(world, campaign);
  const { task } = await jobs.work(await jobs.beginDryRun(run));
  if (task.kind !== 'campaign-dry-run' || task.known === undefined) throw new Error('nothing is known');
  return task.known;
};

/** What comes of the run, minute by minute, or three of ten where nothing leaves; the account says what it sent in the last 24 hours. */
const came = async (run: RunName, before: readonly Instant[] = []): Promise<{ totals: Totals; lastLeft?: Instant }> => {
  const left: Instant[] = [];
  const since = world.stub.taken.length;
  // The function of the minute never runs in the very first of its seconds.
  world.clock.set(addSeconds(run.scheduledAt, 5));
  while ((await campaign.occurrence(run))?.state !== 'finished') {
    const now = world.clock.now();
    const recent = [...before, ...left].filter((at) => millisecondsOf(at) > millisecondsOf(now) - DAY_MS);
    campaign.quota.email = { ...campaign.quota.email, sentInLast24Hours: recent.length };
    await campaign.minute();
    await campaign.work();
    const count = world.stub.taken.length - since - left.length;
    left.push(...Array.from({ length: count }, () => now));
    world.clock.forward(count === 0 && now.endsWith('2:05.000Z') ? 480 : 60);
  }
  const lastLeft = left.at(-1);
  return { totals: (await campaign.occurrence(run))?.totals ?? {}, ...(lastLeft && { lastLeft }) };
};

/** How far two instants are from each other, in minutes. */
const minutesBetween = (a: Instant | undefined, b: Instant | undefined): number =>
  Math.abs(Date.parse(a ?? '') - Date.parse(b ?? '')) / 60_000;

/** As many leave, are refused and are too late as were foreseen, and the last leaves when it was foreseen, to some minutes. */
const expectForeseen = (known: DryRun, { totals, lastLeft }: Awaited<ReturnType<typeof came>>, within = 10) => {
  const { allowed = 0, deferred = 0, refused = 0, expired = 0 } = known.counts;
  expect({ sent: allowed + deferred, refused, expired }).toEqual({
    sent: totals.sent ?? 0,
    refused: totals.refused ?? 0,
    expired: totals.expired ?? 0,
  });
  expect(minutesBetween(known.lastLeavesAt, lastLeft)).toBeLessThanOrEqual(within);
};

const launchIn = (hours: number, change: Partial<Campaign> = {}) =>
  campaign.launch({ firstRun: addSeconds(world.clock.now(), hours * 3_600), ...change });

describe('by the quota of 24 hours', () => {
  test('those leave in a day for whom it has room, and who is left when the campaign ends is too late', async () => {
    await campaign.join(60);
    campaign.quota.email = { perSecond: 14, in24Hours: 20, sentInLast24Hours: 0 };
    const run = await launchIn(1, { endsAt: addDays(world.clock.now(), 2) });
    const known = await foreseen(run);
    expect(known.counts).toEqual({ allowed: 32, expired: 28 });
    expectForeseen(known, await came(run));
  });

  test('a campaign that has days takes them', async () => {
    await campaign.join(50);
    campaign.quota.email = { perSecond: 14, in24Hours: 20, sentInLast24Hours: 0 };
    const run = await launchIn(1, { endsAt: addDays(world.clock.now(), 6) });
    const known = await foreseen(run);
    expect(known.counts).toEqual({ allowed: 50 });
    expect(minutesBetween(known.lastLeavesAt, addDays(run.scheduledAt, 3))).toBeLessThan(10);
    expectForeseen(known, await came(run));
  });

  test('what was sent before the dry run counts on its day, and for a run of next week no more', async () => {
    await campaign.join(30);
    const before = Array.from({ length: 12 }, () => world.clock.now());
    campaign.quota.email = { perSecond: 14, in24Hours: 20, sentInLast24Hours: before.length };
    const soon = await launchIn(1, { name: 'soon', endsAt: addSeconds(world.clock.now(), 20 * 3_600) });
    const known = await foreseen(soon);
    expect(known.counts).toEqual({ allowed: 4, expired: 26 });
    world.clock.forward(1);
    const nextWeek = await launchIn(24 * 6, { name: 'next week', endsAt: addDays(world.clock.now(), 6.5) });
    expect((await foreseen(nextWeek)).counts).toEqual({ allowed: 16, expired: 14 });
    expectForeseen(known, await came(soon, before));
  });

  test('a quota that is used up today is none of a run of next week', async () => {
    await campaign.join(3);
    campaign.quota.email = { perSecond: 14, in24Hours: 20, sentInLast24Hours: 20 };
    const run = await launchIn(24 * 6, { endsAt: addDays(world.clock.now(), 7) });
    const known = await foreseen(run);
    expect(known).toMatchObject({ counts: { allowed: 3 }, lastLeavesAt: addSeconds(run.scheduledAt, 60) });
    campaign.quota.email = { ...campaign.quota.email, sentInLast24Hours: 0 };
    expectForeseen(known, await came(run));
  });

  test.each(
    oneOfCommit([
      ['ahead of those who leave', [0, 1, 2, 3, 4]],
      ['among them', [2, 7, 12, 17, 22]],
      ['behind them', [25, 26, 27, 28, 29]],
    ]),
  )('whom the law keeps takes none of it: %s', async (_name, opposed) => {
    const joined = (await campaign.join(30)).toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1));
    for (const place of opposed) await world.oppose(joined[place]?.contactId as never, 'email');
    campaign.quota.email = { perSecond: 14, in24Hours: 15, sentInLast24Hours: 0 };
    const run = await launchIn(1, { endsAt: addDays(world.clock.now(), 3) });
    const known = await foreseen(run);
    expect(known.counts).toEqual({ allowed: 25, refused: 5 });
    expectForeseen(known, await came(run));
  });

  test('and by the ramp: the lower of both', async () => {
    await campaign.join(40);
    campaign.quota.email = { perSecond: 14, in24Hours: 20, sentInLast24Hours: 0 };
    const run = await launchIn(1, { ramp: [5, 30], endsAt: addSeconds(world.clock.now(), 48 * 3_600) });
    const known = await foreseen(run);
    expect(known.counts).toEqual({ allowed: 5 + 16, expired: 19 });
    expectForeseen(known, await came(run));
  });

  test('wave after wave: who left in an earlier one has used it for the next', async () => {
    const joined = await campaign.join(30);
    for (const [place, one] of joined.entries()) one.zone = place % 2 === 0 ? 'Indian/Reunion' : 'Europe/Paris';
    campaign.quota.email = { perSecond: 14, in24Hours: 25, sentInLast24Hours: 0 };
    const run = await campaign.launch({
      schedule: { waves: '2026-11-25T09:00' },
      firstRun: instant('2026-11-25T05:00:00Z'),
      endsAt: instant('2026-11-25T20:00:00Z'),
    });
    const known = await foreseen(run);
    expect(known.counts).toEqual({ allowed: 20, expired: 10 });
    expectForeseen(known, await came(run));
  });
});

describe('whom the law defers', () => {
  test('leaves at the pace of the run, and is too late where the campaign ends before their turn', async () => {
    const { advertiserId: _id, settingsVersion: _version, recordedAt: _at, ...settings } = anAdvertiser();
    const ceiling = AdvertiserSettings.parse({ ...settings, dailyCeiling: 1 });
    await world.ports.advertisers.put(world.access, ceiling, world.clock.now());
    await campaign.join(30);
    world.clock.set(instant('2026-11-24T20:00:00Z'));
    await campaign.launch({ name: 'one' });
    await campaign.settle();
    // Midnight in Paris is 23:00.
    const run = await launchIn(0.5, { name: 'two', maxPerMinute: 1, endsAt: instant('2026-11-24T23:09:30Z') });
    const known = await foreseen(run);
    expect(known.counts.deferred).toBeLessThan(15);
    expectForeseen(known, await came(run));
  });

  test.each(
    oneOfCommit([
      ['ends that night', '2026-11-24T22:00:00Z'],
      ['ends as the hours of the next day begin', '2026-11-25T07:19:30Z'],
      ['goes on', '2026-11-26T22:00:00Z'],
    ]),
  )('by a text in the evening: the campaign %s', async (_name, endsAt) => {
    world.clock.set(instant('2026-11-24T19:00:00Z'));
    const texts = await Promise.all(Array.from({ length: 40 }, () => world.aMessage({ channel: 'sms' })));
    campaign.contacts.push(...texts.map(({ contactId, address }) => ({ contactId, address })));
    // The last lawful minute is 20:29: ten leave that night, and the others from 07:00 on.
    const run = await campaign.launch({
      ...(await aTextIn(world)),
      firstRun: instant('2026-11-24T20:20:00Z'),
      maxPerMinute: 1,
      endsAt: instant(endsAt),
    });
    const known = await foreseen(run);
    expect(known.counts.allowed).toBe(10);
    expectForeseen(known, await came(run));
  });
});

describe('a text at night takes nothing of a day: those behind it are looked at that night as well', () => {
  const launched = async (change: Partial<Campaign>) => {
    world.clock.set(instant('2026-11-24T20:00:00Z'));
    const texts = await Promise.all(Array.from({ length: 20 }, () => world.aMessage({ channel: 'sms' })));
    const sorted = texts
      .map(({ contactId, address }) => ({ contactId, address }))
      .toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1));
    campaign.contacts.push(...sorted);
    for (const { contactId } of sorted.slice(10)) await world.oppose(contactId, 'sms');
    return campaign.launch({
      ...(await aTextIn(world)),
      ...{ firstRun: instant('2026-11-24T21:00:00Z'), endsAt: instant('2026-11-25T12:00:00Z') },
      ...change,
    });
  };

  test('of its ramp', async () => {
    const run = await launched({ ramp: [5] });
    const known = await foreseen(run);
    expect(known.counts).toEqual({ refused: 10, deferred: 5, expired: 5 });
    expectForeseen(known, await came(run));
  });

  test('of the quota of the account', async () => {
    campaign.quota.email = { perSecond: 14, in24Hours: 7, sentInLast24Hours: 0 };
    const run = await launched({});
    const known = await foreseen(run);
    expect(known.counts).toMatchObject({ refused: 10 });
    expectForeseen(known, await came(run));
  });

  test('by day, who leaves first takes it: whoever is behind them is not looked at', async () => {
    const day = { firstRun: instant('2026-11-25T08:00:00Z'), endsAt: instant('2026-11-25T18:00:00Z') };
    const run = await launched({ ramp: [5], ...day });
    const known = await foreseen(run);
    expect(known.counts.refused ?? 0).toBeLessThan(10);
    expectForeseen(known, await came(run), 12);
  });
});

describe('a text with few lawful minutes a day', () => {
  const launched = async (endsAt: string) => {
    const settings = settingsOf(anAdvertiser());
    const narrow = AdvertiserSettings.parse({
      ...settings,
      sms: { ...settings.sms, window: { from: '10:00', until: '10:05' } },
    });
    await world.ports.advertisers.put(world.access, narrow, world.clock.now());
    const texts = await Promise.all(Array.from({ length: 60 }, () => world.aMessage({ channel: 'sms' })));
    campaign.contacts.push(...texts.map(({ contactId, address }) => ({ contactId, address })));
    const firstRun = instant('2026-11-25T09:00:00Z');
    return campaign.launch({ ...(await aTextIn(world)), firstRun, maxPerMinute: 1, endsAt: instant(endsAt) });
  };
  // From Wednesday 25 November on, five a day and none on Sundays: the twelfth day is Tuesday 8 December.
  test('takes as many nights as it takes, and each text costs what it costs', async () => {
    const known = await foreseen(await launched('2026-12-20T20:00:00Z'));
    expect(known).toMatchObject({ counts: { allowed: 5, deferred: 55 }, lastLeavesAt: '2026-12-08T09:05:00.000Z' });
    expect(known.units).toBe(60);
  });
  test('and whom no day before the end is left for is too late', async () => {
    const known = await foreseen(await launched('2026-12-05T20:00:00Z'));
    expect(known).toMatchObject({
      counts: { allowed: 5, deferred: 45, expired: 10 },
      lastLeavesAt: '2026-12-05T09:05:00.000Z',
    });
    expect(known.units).toBe(50);
  });
});

describe('in waves, by the ramp', () => {
  test.each(
    oneOfCommit([
      [
        'of one clock, no two days of it are on one day there',
        'Europe/Paris',
        { '2026-12-01T08:00:00.000Z': 3, '2026-12-02T08:00:00.000Z': 4, '2026-12-03T08:00:00.000Z': 5 },
      ],
      [
        'with one of Nouméa, who is first, its second day begins at 23:00 in Paris',
        'Pacific/Noumea',
        {
          '2026-11-30T22:00:00.000Z': 1,
          '2026-12-01T08:00:00.000Z': 2,
          '2026-12-01T22:00:00.000Z': 4,
          '2026-12-02T22:00:00.000Z': 5,
        },
      ],
      [
        'with one of Réunion, who is first, it begins at 06:00 in Paris',
        'Indian/Reunion',
        {
          '2026-12-01T05:00:00.000Z': 1,
          '2026-12-01T08:00:00.000Z': 2,
          '2026-12-02T05:00:00.000Z': 4,
          '2026-12-03T05:00:00.000Z': 5,
        },
      ],
    ] as const),
  )('%s', async (_name, zone, leaving) => {
    const joined = await campaign.join(12);
    for (const [place, one] of joined.entries()) one.zone = place === 0 ? zone : 'Europe/Paris';
    const run = await campaign.launch({
      schedule: { waves: '2026-12-01T09:00' },
      ramp: [3, 4],
      firstRun: instant('2026-11-30T19:00:00Z'),
      endsAt: instant('2026-12-08T20:00:00Z'),
    });
    const known = await foreseen(run);
    expect(known.leaving).toEqual(leaving);
    expectForeseen(known, await came(run));
  });
});

describe('where nothing may leave as it is asked for', () => {
  const halt = (kind: 'halt' | 'resume', advertiserId?: string) =>
    changeHalts(
      { halts: haltsOf(world.table), clock: world.clock },
      HaltChange.parse({ kind, by: 'Claire Petit', why: 'Le prix est faux.', advertiserId }),
    );

  test('an account that SES has stopped takes nobody, and that is said; as the run says it', async () => {
    await campaign.join(3);
    campaign.quota.email = { ...campaign.quota.email, isStopped: true };
    const run = await launchIn(1);
    const known = await foreseen(run);
    expect(known).toMatchObject({ heldBy: 'sending-disabled', perMinute: 0, counts: { allowed: 3 } });
    expect(known).not.toHaveProperty('lastLeavesAt');
    world.clock.set(addSeconds(run.scheduledAt, 5));
    await campaign.minute();
    expect((await campaign.occurrence(run))?.stopped).toBe('sending-disabled');
    expect(campaign.queue).toEqual([]);
  });

  test.each([
    ['this advertiser', 'maison-valmy'],
    ['all', undefined],
  ])('an operator who halts %s is said, with the pace once it is lifted', async (_, advertiserId) => {
    await campaign.join(3);
    await halt('halt', advertiserId);
    const run = await launchIn(1);
    const known = await foreseen(run);
    expect(known).toMatchObject({ heldBy: 'sending-halted', counts: { allowed: 3 } });
    expect(known.perMinute).toBeGreaterThan(0);
    expect(known.lastLeavesAt).toBe(addSeconds(run.scheduledAt, 60));
  });

  test('a halt of another advertiser, or one that was lifted, is not said', async () => {
    await campaign.join(3);
    await halt('halt', 'maison-autre');
    await halt('halt', 'maison-valmy');
    await halt('resume', 'maison-valmy');
    expect(await foreseen(await launchIn(1))).not.toHaveProperty('heldBy');
  });
});
