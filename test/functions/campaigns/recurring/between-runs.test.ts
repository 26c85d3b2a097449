import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { reviewIdOf } from '#shared/domain/review/review.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { anAdvertiser, instant } from '#test/support/builders.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A run of a recurring campaign lasts until the next one begins: nobody is written to by both within an hour. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  world.clock.set(FIRST);
});
afterEach(() => world.close());

const FIRST = instant('2026-12-01T08:00:00Z');
const DAILY = { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' } as const;

const launch = (change: Partial<Campaign> = {}): Promise<RunName> =>
  campaign.launch({ schedule: DAILY, endsAt: addDays(FIRST, 20), ...change });
/** The run of so many days after the first. */
const runOf = (run: RunName, days: number): RunName => ({ ...run, scheduledAt: addDays(FIRST, days) });

/** Each minute from here to there, with its work. */
const until = async (text: string) => {
  for (const end = instant(text); world.clock.now() < end; ) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};
/** What each was sent, in the order of their addresses. */
const mailsOfEach = () =>
  [...Map.groupBy(world.stub.taken, ({ to }) => to)].toSorted().map(([, mails]) => mails.length);

/** The report of a run, as its file for programs has it. */
const reportOf = async (run: RunName) => {
  const jobs = campaignJobsOf(world, campaign);
  const { jobId } = await jobs.work(await jobs.beginReport(run));
  return JSON.parse(jobs.files.get(`${jobId}.json`) ?? '{}');
};

/** A loan by e-mail: whether its template recalls the right to object is for a human to say (L. 312-9). */
const sellsCredit = async () => {
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const offers = [{ category: 'wine', natures: ['consumer-credit'] }];
  await world.ports.advertisers.put(world.access, AdvertiserSettings.parse({ ...settings, offers }), world.clock.now());
};

const allow = async () => {
  const { ports, reviews, ledger, access } = world;
  await decideReview(
    { ...ports, reviews, ledger },
    {
      access,
      reviewId: reviewIdOf(access.advertiserId, 'credit:hiver@1'),
      content: { decision: 'allowed', reason: 'Lu en entier.', decider: 'Jeanne Roy' },
      apiKeyId: 'root',
      mayAnnul: false,
      request: { requestId: 'r-allowed', bodySha256: sha256Of('allowed') },
    },
  );
};

describe('a run of a recurring campaign', () => {
  test('ends where the next one begins: decided after four days, each is written to by one run', async () => {
    await sellsCredit();
    await campaign.join(2);
    const run = await launch();
    for (let day = 1; day <= 4; day += 1) {
      await until(`2026-12-0${day}T08:03:00Z`);
      world.clock.set(instant(`2026-12-0${day + 1}T07:59:00Z`));
    }
    await until('2026-12-05T08:03:00Z');
    expect(world.stub.taken).toEqual([]);
    await allow();
    await until('2026-12-05T09:30:00Z');
    expect(mailsOfEach()).toEqual([1, 1]);
    for (let day = 0; day < 4; day += 1)
      expect(await campaign.occurrence(runOf(run, day))).toMatchObject({ state: 'finished', totals: { expired: 2 } });
    expect((await campaign.occurrence(runOf(run, 4)))?.totals).toEqual({ sent: 2 });
  });

  test('leaves whoever it did not reach to the next one, and says so', async () => {
    await campaign.join(6);
    const slow = await launch({ maxPerMinute: 1 });
    await until('2026-12-01T08:01:00Z');
    await campaign.control(slow, 'paused');
    world.clock.set(instant('2026-12-02T07:58:00Z'));
    await campaign.control(slow, 'running');
    await until('2026-12-02T08:20:00Z');
    const { totals } = (await campaign.occurrence(slow)) ?? {};
    expect(totals?.expired).toBeGreaterThan(0);
    expect((totals?.sent ?? 0) + (totals?.expired ?? 0)).toBe(6);
    const { reasons } = await reportOf(slow);
    const expired = reasons.find(({ state }: { state: string }) => state === 'expired');
    expect(expired).toMatchObject({ code: 'left-to-next-run', count: totals?.expired });
    expect(expired.sentence.fr).toContain('Le prochain envoi qui a lieu les reprend');
    // The next run reaches them, and whoever was reached on the day before, and nobody whom that one reached just now.
    const next = await campaign.outcomes(runOf(slow, 1));
    const passedOver = [...next.values()].filter(({ codes }) => codes[0] === 'written-to-by-run-before');
    expect(passedOver).toHaveLength((totals?.sent ?? 0) - 1);
    expect(mailsOfEach().toSorted()).toEqual([1, 1, 1, 1, 1, 2]);
    expect(world.stub.taken).toHaveLength(7);
  });

  test('a review that nobody decided by then has expired, and the next run asks for the same', async () => {
    await sellsCredit();
    await campaign.join(2);
    const run = await launch();
    await until('2026-12-01T08:02:00Z');
    world.clock.set(instant('2026-12-02T07:59:00Z'));
    await until('2026-12-02T08:04:00Z');
    const { reasons } = await reportOf(run);
    expect(reasons).toMatchObject([{ state: 'expired', code: 'REVIEW_EXPIRED', count: 2 }]);
    const next = [...(await campaign.outcomes(runOf(run, 1))).values()].map(({ state }) => state);
    expect(next).toEqual(['in-review', 'in-review']);
  });

  test('paused on its day and resumed just before the next one: nobody is written to by both', async () => {
    await campaign.join(2);
    const run = await launch();
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    world.clock.set(instant('2026-12-02T07:50:00Z'));
    await campaign.control(run, 'running');
    await until('2026-12-02T08:20:00Z');
    expect(mailsOfEach()).toEqual([1, 1]);
  });

  test('passes over nobody whom the one before reached in its first half', async () => {
    await campaign.join(2);
    const run = await launch();
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    world.clock.set(instant('2026-12-01T19:50:00Z'));
    await campaign.control(run, 'running');
    await until('2026-12-01T19:59:00Z');
    expect(mailsOfEach()).toEqual([1, 1]);
    world.clock.set(instant('2026-12-02T08:00:00Z'));
    await until('2026-12-02T08:20:00Z');
    expect(mailsOfEach()).toEqual([2, 2]);
    expect((await campaign.occurrence(runOf(run, 1)))?.totals).toEqual({ sent: 2 });
  });

  test('whose worker may still be on them as the next one begins: that one waits, and writes to them where the first undoes its claim', async () => {
    const [{ contactId }] = (await campaign.join(1)) as [Listed];
    const run = await launch();
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    world.clock.set(instant('2026-12-02T07:59:58Z'));
    await campaign.control(run, 'running');
    const messageId = recipientMessageIdOf(run, contactId);
    const entry = { messageId, claimedAt: world.clock.now(), claimToken: 'first' };
    const sends = { month: '2026-12', channel: 'email', revision: 0 } as const;
    const { access } = world;
    await world.ports.claims.claim(access, contactId, sends, entry);
    world.clock.set(instant('2026-12-02T08:00:01Z'));
    await campaign.minute();
    await campaign.work();
    expect([...(await campaign.outcomes(runOf(run, 1))).values()]).toMatchObject([
      { state: 'waiting', codes: ['claim-held'] },
    ]);
    const { advertiserId } = access;
    await world.ports.claims.release(
      access,
      { advertiserId, messageId, contactId, channel: 'email', claimMonth: '2026-12' } as Message,
      entry,
    );
    await until('2026-12-02T08:10:00Z');
    expect(mailsOfEach()).toEqual([1]);
    expect((await campaign.occurrence(runOf(run, 1)))?.totals).toEqual({ sent: 1 });
  });

  test('another campaign of the same hour is no run of it', async () => {
    await campaign.join(1);
    await launch();
    await launch({ name: 'autumn' });
    await until('2026-12-01T08:20:00Z');
    expect(mailsOfEach()).toEqual([2]);
  });

  test('a dry run foresees who is left to the next one, and whom the one before has just reached', async () => {
    const contacts = await campaign.join(5);
    const jobs = campaignJobsOf(world, campaign);
    const foreseen = async (run: RunName) => {
      const { task } = await jobs.work(await jobs.beginDryRun(run));
      if (task.kind !== 'campaign-dry-run' || task.known === undefined) throw new Error('nothing is known');
      return task.known;
    };
    const run = await launch({ maxPerMinute: 1 });
    // The minutes of a day were missed but for the last two.
    world.clock.set(instant('2026-12-02T07:58:00Z'));
    const first = await foreseen(run);
    await until('2026-12-02T08:00:00Z');
    expect(first.counts).toMatchObject({ allowed: 3, expired: 2 });
    expect(first.reasons).toContainEqual(expect.objectContaining({ forecast: 'expired', code: 'left-to-next-run' }));
    expect(await foreseen(runOf(run, 1))).toMatchObject({ counts: { allowed: 3, refused: 2 } });
    await until('2026-12-02T08:20:00Z');
    // In the minute in which the next one begins the last of the first one left, or nobody did.
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 3, expired: 2 });
    expect((await campaign.occurrence(runOf(run, 1)))?.totals).toEqual({ sent: 2, refused: 3 });
    expect(new Set(world.stub.taken.map(({ to }) => to))).toEqual(new Set(contacts.map(({ address }) => address)));
  });
});
