import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitingCountsOf } from '#shared/adapters/dynamodb/messages/waiting/waiting-lists.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { listReviews } from '#shared/app/reviews/list-reviews.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { anAdvertiser } from '#test/support/builders.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** D6: recipients of a campaign wait on a cause together, are counted with it, and leave or are refused together once it is decided. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const HOUR = 3_600;

/** A loan by e-mail: whether its template recalls the right to object is for a human to say (L. 312-9). */
const sellsCredit = async () => {
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const offers = [{ category: 'wine', natures: ['consumer-credit'] }];
  await world.ports.advertisers.put(world.access, AdvertiserSettings.parse({ ...settings, offers }), world.clock.now());
};

const reviewsNow = async () => {
  const { ports, templates, reviews, access, table } = world;
  const waiting = waitingCountsOf(table);
  const doubtfulReplies = { wordsOf: async () => undefined };
  const { items } = await listReviews(
    { ...ports, templates, reviews, waiting, doubtfulReplies },
    { access, page: { limit: 10 } },
  );
  return items.map((each) => ({ review: each.review, isOpen: each.isOpen, waiting: each.waiting }));
};
const counted = async () => (await reviewsNow()).map(({ review: { cause }, ...now }) => ({ cause, ...now }));

const decide = async (decision: 'allowed' | 'refused') => {
  const { ports, reviews, ledger, access } = world;
  for (const { review } of await reviewsNow())
    await decideReview(
      { ...ports, reviews, ledger },
      {
        access,
        reviewId: review.reviewId,
        content: { decision, reason: 'Lu en entier.', decider: 'Jeanne Roy' },
        apiKeyId: 'root',
        mayAnnul: false,
        request: { requestId: `r-${decision}`, bodySha256: sha256Of(decision) },
      },
    );
};

/** Minutes of a run with nobody new, from the one after this. */
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    world.clock.forward(60);
    await campaign.minute();
    await campaign.work();
  }
};
/** The recipients are cut and vetted once. */
const launched = async (change: Parameters<typeof campaign.launch>[0] = {}): Promise<RunName> => {
  const run = await campaign.launch(change);
  await campaign.minute();
  await campaign.work();
  return run;
};
/** Why nobody was written to, as the report of a run says it. */
const reasonsOf = async (run: RunName): Promise<unknown> => {
  const jobs = campaignJobsOf(world, campaign);
  const { jobId } = await jobs.work(await jobs.beginReport(run));
  return JSON.parse(jobs.files.get(`${jobId}.json`) ?? '{}').reasons;
};
const reached = () => world.stub.taken.map(({ to }) => to).toSorted();

describe('a campaign whose recipients wait for a human', () => {
  beforeEach(sellsCredit);
  const CAUSE = 'credit:hiver@1';

  test('opens one review, and says of it how many wait, however often they come up again', async () => {
    await campaign.join(120);
    await launched();
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: true, waiting: 120 }]);
    world.clock.forward(HOUR);
    await minutes(2);
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: true, waiting: 120 }]);
    expect(reached()).toEqual([]);
  });

  test('is counted beside single messages that wait on the same cause', async () => {
    await campaign.join(3);
    await launched();
    const template = { templateId: 'hiver', version: '1' } as TemplateReference;
    const { contentSha256 = '' } = (await world.templates.get(world.access, template)) ?? {};
    const single = await world.aMessage({ fields: { template, contentSha256 } });
    expect(await world.deliver(single)).toMatchObject({ state: 'in-review' });
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: true, waiting: 4 }]);
  });

  test('leaves within the hour once that is allowed, each recipient once, and is finished', async () => {
    const contacts = await campaign.join(120);
    const run = await launched();
    await decide('allowed');
    world.clock.forward(HOUR);
    await campaign.settle();
    expect(reached()).toEqual(contacts.map(({ address }) => address).toSorted());
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: false, waiting: 0 }]);
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 120 } });
  });

  test('is refused as a whole once that is refused, and is finished', async () => {
    await campaign.join(60);
    const run = await launched();
    await decide('refused');
    world.clock.forward(HOUR);
    await campaign.settle();
    expect(reached()).toEqual([]);
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: false, waiting: 0 }]);
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { refused: 60 } });
    const codes = [...(await campaign.outcomes(run)).values()].map(({ codes: [first] }) => first);
    expect(new Set(codes)).toEqual(new Set(['CREDIT_REMINDER_UNCERTAIN']));
  });

  test('is not counted again when its queue brings a chunk once more after all that', async () => {
    await campaign.join(3);
    const run = await campaign.launch();
    await campaign.minute();
    const [first] = campaign.queue;
    if (first === undefined) throw new Error('nothing was put on the queue');
    await campaign.work();
    await decide('allowed');
    world.clock.forward(HOUR);
    await campaign.settle();
    expect(await campaign.deliver(first.reference)).toMatchObject({ state: 'settled-before' });
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: false, waiting: 0 }]);
    expect(await campaign.runs.isIdle(world.access, run)).toBe(true);
  });

  test('expires with its run where nobody decides', async () => {
    await campaign.join(3);
    const run = await launched();
    world.clock.forward(3 * 24 * HOUR);
    await campaign.settle();
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: true, waiting: 0 }]);
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { expired: 3 } });
    expect(await reasonsOf(run)).toMatchObject([{ state: 'expired', code: 'REVIEW_EXPIRED', count: 3 }]);
  });

  test('was decided where a human allowed it and the run ended before its turn: nobody is told to decide', async () => {
    await campaign.join(3);
    // They come up each hour, and the decision is taken in the last one.
    const run = await launched({ endsAt: addSeconds(world.clock.now(), 90 * 60) });
    world.clock.forward(HOUR);
    await campaign.minute();
    await campaign.work();
    await decide('allowed');
    world.clock.forward(HOUR);
    await campaign.settle();
    expect(await reasonsOf(run)).toMatchObject([{ state: 'expired', code: 'turn-missed', count: 3 }]);
  });

  test.each([70, 40, 12, 4])('is reached where a human allows it %i minutes before its end', async (before) => {
    await campaign.join(3);
    const run = await launched({ endsAt: addSeconds(world.clock.now(), 90 * 60) });
    await minutes(90 - before);
    await decide('allowed');
    await minutes(before);
    await campaign.settle();
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 3 } });
  });

  test('was decided where a human refused it after it had last come up', async () => {
    await campaign.join(3);
    const run = await launched({ endsAt: addSeconds(world.clock.now(), 90 * 60) });
    await decide('refused');
    world.clock.forward(2 * HOUR);
    await campaign.settle();
    expect(await reasonsOf(run)).toMatchObject([{ state: 'expired', code: 'turn-missed', count: 3 }]);
  });

  test('waits on while it is paused, and counts nobody any more once it is cancelled', async () => {
    await campaign.join(3);
    const run = await launched();
    await campaign.control(run, 'paused');
    world.clock.forward(2 * HOUR);
    await minutes(3);
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: true, waiting: 3 }]);
    await campaign.control(run, 'cancelled');
    await campaign.settle();
    expect(await counted()).toEqual([{ cause: CAUSE, isOpen: true, waiting: 0 }]);
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { cancelled: 3 } });
  });
});
