import { afterEach, beforeEach, expect, test } from 'vitest';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { sha256 } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { refusedMinutesOf } from '#test/support/campaigns/refused-minutes.ts';
import { launchedByTwo } from '#test/support/campaigns/two-advertisers.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { oneOfCommit } from '#test/support/shares/share.ts';

/** What becomes of two advertisers where the provider does not say which of them it has stopped, or stops the account. */
let world: SendWorld;
let campaign: CampaignWorld;
let refused: Set<string>;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  refused = new Set();
});
afterEach(() => world.close());

/** A second test runs beside it in CI: eighteen minutes of a thousand people take some ten seconds of a core. */
const LONG = { timeout: 90_000 };
const UNREADABLE = new Error('Too many requests');
const launched = async (mine: number, others: number, because?: string) => {
  const setting = await launchedByTwo(world, campaign, mine, others);
  const of = { world, campaign, refused, ...setting, ...(because === undefined ? {} : { because }) };
  const run = { ...setting.its, scheduledAt: setting.run.scheduledAt };
  return { ...setting, ofOther: run, minutes: refusedMinutesOf(of) };
};

/** The same, of which the other advertiser is stopped, and SES says so. */
const launchedAndStopped = async (mine: number, others: number) => {
  const setting = await launched(mine, others);
  refused.add(setting.other.advertiserId);
  campaign.tenants.stopped.add(setting.other.advertiserId);
  return setting;
};

test(
  'of one that is known to be stopped few are tried in a minute whose question fails, and it is as held afterwards',
  LONG,
  async () => {
    const { ofOther, minutes } = await launchedAndStopped(900, 60);
    await minutes(6);
    const isAway = (minute: number) => minute === 1 || minute === 3 || minute === 4;
    const away = await minutes(6, (minute) => {
      campaign.tenants.unreadable = isAway(minute) ? UNREADABLE : undefined;
    });
    expect(away).toEqual([
      [48, 0, 0],
      [48, 2, 0],
      [48, 0, 0],
      [48, 2, 0],
      [48, 2, 0],
      [48, 0, 0],
    ]);
    expect(campaign.tenants.unread).toEqual([1, 1, 1]);
    expect(await campaign.occurrence(ofOther)).toMatchObject({ stopped: 'sending-disabled' });
  },
);

test(
  'one that is let again while nobody can be asked goes on by itself, with the first that is taken',
  LONG,
  async () => {
    const { ofOther, minutes } = await launchedAndStopped(900, 60);
    await minutes(6);
    campaign.tenants.unreadable = UNREADABLE;
    await minutes(8);
    refused.clear();
    expect(await minutes(2)).toEqual([
      [48, 2, 2],
      [24, 24, 24],
    ]);
    expect(await campaign.occurrence(ofOther)).toMatchObject({ stopped: 'nothing' });
  },
);

test('one that is let again a minute after its last refusal has its whole share in the first', async () => {
  const { other, minutes } = await launched(400, 200);
  refused.add(other.advertiserId);
  await minutes(2);
  campaign.tenants.stopped.add(other.advertiserId);
  expect(await minutes(1)).toEqual([[48, 0, 0]]);
  campaign.tenants.stopped.clear();
  refused.clear();
  expect(await minutes(1)).toEqual([[24, 24, 24]]);
});

test.each(
  oneOfCommit([
    ['while nobody is asked in vain', undefined],
    ['while nobody can be asked', UNREADABLE],
  ] as const),
)('once the account may send again each has its whole share in the first minute, %s', async (_, unreadable) => {
  const { run, ofOther, minutes } = await launched(400, 200);
  await minutes(1);
  // The minute is cut, and then SES stops the account: what is in flight is refused.
  for (const each of [ofOther, run]) refused.add(each.advertiserId);
  await minutes(2);
  campaign.quota.email = { ...campaign.quota.email, isStopped: true };
  expect(await minutes(4)).toEqual(Array.from({ length: 4 }, () => [0, 0, 0]));
  for (const each of [run, ofOther])
    expect(await campaign.occurrence(each)).toMatchObject({
      stopped: 'sending-disabled',
      untaken: { because: 'refused:SendingPausedException' },
    });
  campaign.quota.email = { ...campaign.quota.email, isStopped: false };
  campaign.tenants.unreadable = unreadable;
  refused.clear();
  expect(await minutes(1)).toEqual([[24, 24, 24]]);
});

test('the account may send again, and not an advertiser that was stopped before: it stays held', async () => {
  const { minutes } = await launchedAndStopped(400, 60);
  await minutes(2);
  campaign.quota.email = { ...campaign.quota.email, isStopped: true };
  await minutes(3);
  campaign.quota.email = { ...campaign.quota.email, isStopped: false };
  expect(await minutes(2)).toEqual([
    [48, 0, 0],
    [48, 0, 0],
  ]);
});

const NOT_VERIFIED = 'refused:MailFromDomainNotVerifiedException';

test.each(oneOfCommit([4, 8, 12]))(
  '%s refused campaigns of one that is not stopped take none of the places of others',
  LONG,
  async (n) => {
    const { other, its, minutes } = await launched(1_000, 300, NOT_VERIFIED);
    for (let index = 1; index < n; index += 1) {
      const another = { ...its, name: `n${index}`, campaignId: campaignIdOf(`n${index}`) };
      await campaign.campaigns.create(other, another, { firstRun: world.clock.now(), bodySha256: sha256('4') });
    }
    refused.add(other.advertiserId);
    await minutes(4);
    const later = await minutes(10);
    expect(later.map(([mine]) => mine)).toEqual(Array.from({ length: 10 }, () => 48));
    // And they go on once it takes them: the first that is taken gives its campaign a share again.
    refused.clear();
    const [, ...again] = await minutes(4);
    expect(again.map(([mine]) => mine)).toEqual([24, 24, 24]);
    for (const [, tried, taken] of again) expect([taken, taken >= 20]).toEqual([tried, true]);
  },
);
