import { decideReview } from '#shared/app/reviews/decide-review.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { Random } from '#test/worlds/random.ts';
import type { Story } from '../story.ts';
import type { askingOf } from '../world/asking.ts';
import type { Simulation } from '../world/process.ts';
import { ADVERTISERS } from '../world/setup.ts';
import { templateOf } from './campaign-setup.ts';
import type { PlannedCampaign } from './planned.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REVIEWED = 0.25;
/** How often a human looks whether there is something to decide. */
const LOOKS_EVERY = 10 * MINUTE;

/** What waits for a human in a story, and its campaigns; absent: nothing does. */
interface Reviewed {
  readonly review?: NonNullable<Story['review']>;
  readonly campaigns: readonly PlannedCampaign[];
}

/** Whoever waits for a human comes up in each hour, so that a campaign at whose end one decides lasts a day and not six. */
const withinADay = (campaign: PlannedCampaign): PlannedCampaign => ({
  ...campaign,
  endsAt: Math.min(campaign.endsAt, campaign.at + 24 * HOUR),
});

/** The advertiser of a campaign by mail sells credit: whether the template recalls the right to object is for a human to say. */
export const reviewIn = (random: Random, campaigns: readonly PlannedCampaign[]): Reviewed => {
  const byMail = campaigns.filter(({ channel }) => channel === 'email');
  if (byMail.length === 0 || !random.chance(REVIEWED)) return { campaigns };
  const picked = random.pick(byMail);
  const { of, at } = picked;
  const beforeItsEnd = withinADay(picked).endsAt - random.int(12 * MINUTE, 55 * MINUTE);
  const decidedAt = random.pick([at + random.int(0, 30 * MINUTE), at + random.int(0, 5 * HOUR), beforeItsEnd]);
  const review = { of, at: decidedAt, decision: random.chance(0.7) ? 'allowed' : 'refused' } as const;
  if (decidedAt !== beforeItsEnd) return { review, campaigns };
  return { review, campaigns: campaigns.map((each) => (each.of === of ? withinADay(each) : each)) };
};

/** What was decided, and when that was asked and acknowledged. */
export interface AskedReview {
  readonly of: 0 | 1;
  readonly decision: 'allowed' | 'refused';
  askedAt?: number | undefined;
  acknowledgedAt?: number | undefined;
}

/** The human who decides what the mails of an advertiser wait on, from an instant on, once something waits. */
export const deciderOf = (sim: Simulation, { review }: Story, ask: ReturnType<typeof askingOf>) => {
  const { schedule } = sim;
  const asked: AskedReview | undefined = review && { of: review.of, decision: review.decision };
  const { templateId, version } = templateOf('email');

  const look = async (own: AskedReview): Promise<void> => {
    const { access } = ADVERTISERS[own.of];
    let found: Review | undefined;
    await ask('somebody looks what waits for a human', async ({ reviews }) => {
      found = await reviews.find(access, `credit:${templateId}@${version}`);
    });
    const { reviewId } = found ?? {};
    if (reviewId !== undefined) {
      own.askedAt ??= schedule.now();
      own.acknowledgedAt = await ask(`what waits for a human is ${own.decision}`, (ports) =>
        decideReview(ports, {
          access,
          reviewId,
          content: { decision: own.decision, reason: 'Lu en entier.', decider: 'Jeanne Roy' },
          apiKeyId: 'shop',
          mayAnnul: false,
          request: { requestId: 'decision', bodySha256: 'd'.repeat(64) },
        }),
      );
    }
    if (own.acknowledgedAt === undefined) schedule.after(LOOKS_EVERY, () => void look(own));
  };

  return {
    asked,
    begin: (): void => {
      if (review !== undefined && asked !== undefined)
        schedule.after(Math.max(0, review.at - schedule.now()), () => void look(asked));
    },
  };
};
