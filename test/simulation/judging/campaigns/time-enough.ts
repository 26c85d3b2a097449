import { earliestOf, instantsOf } from './expected.ts';
import { openWithin, type Person, type Stretch } from './open-hours.ts';
import { audienceOf, CLOCKS, finalsOf, type Judged, MINUTE, named, type RunOfCampaign, runsIn } from './reading.ts';
import { decidedFrom } from './reviewed.ts';

/**
 * Everyone whom the facts allow was reached (P11), and in time: a run has nothing to wait for but the law's hours and its ceiling, its pace, the others
 * that share its provider, and what went wrong before there was peace. Each of these is good for a known time.
 */

/** What went wrong before has been made up for by then: a chunk whose message was lost, a claim of a worker that died; and whoever was let go on is taken up. */
export const MADE_UP_FOR = 45 * MINUTE;
/** The same of a run that began in peace: its first minute, and workers that are all away for nine. */
const IN_PEACE = 15 * MINUTE;
/** Whoever waits for a human comes up within an hour of the decision. */
const COMES_UP = 60 * MINUTE;
/** A marketer looks so often whether a campaign paused itself, and asks for a while. */
const SEEN_WITHIN = 30 * MINUTE;

/** From when on SES takes mails of its advertiser, whatever it did before; 0: it stopped nobody. */
export const letFrom = ({ stops }: Judged, { campaign: { of, channel } }: RunOfCampaign): number =>
  channel === 'email' ? Math.max(0, ...stops.filter((stop) => stop.of === of).map(({ until }) => until)) : 0;

/** Until when a run lasts: to the next one, or to the end of its campaign. */
const endOf = ({ campaign, run }: RunOfCampaign): number => {
  const begun = Math.max(run.scheduledAt, run.startedAt);
  const next = campaign.schedule.kind === 'daily' ? instantsOf(campaign)?.find((at) => at > begun) : undefined;
  return Math.min(campaign.endsAt, next ?? campaign.endsAt);
};

/** When a campaign certainly ran: nobody had asked to pause or to cancel it, and it had not paused itself. */
const runningIn = ({ campaign: { asked } }: RunOfCampaign): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let from: number | undefined = 0;
  for (const { to, askedAt, acknowledgedAt } of asked) {
    if (from !== undefined) stretches.push({ from, until: to === 'running' ? askedAt - SEEN_WITHIN : askedAt });
    from = to === 'running' ? acknowledgedAt : undefined;
    if (to === 'cancelled' || acknowledgedAt === undefined) return stretches;
  }
  return from === undefined ? stretches : [...stretches, { from, until: Number.POSITIVE_INFINITY }];
};

/** What of these is outside of the other. */
const without = (stretches: readonly Stretch[], { from, until }: Stretch): readonly Stretch[] =>
  stretches.flatMap((each) => [
    { from: each.from, until: Math.min(each.until, from) },
    { from: Math.max(each.from, until), until: each.until },
  ]);

/** Stretches in which nothing but its pace, the law and others keeps those of a run, and how long it takes in each until all are taken up. */
const freeIn = (record: Judged, each: RunOfCampaign): readonly (Stretch & { readonly within: number })[] => {
  const { campaign, run } = each;
  const { review } = record.of;
  const isReviewed = decidedFrom(record, each) !== undefined;
  const decidedAt = isReviewed ? (review?.acknowledgedAt ?? Number.POSITIVE_INFINITY) : 0;
  const may = review?.decision === 'refused' && isReviewed ? Number.POSITIVE_INFINITY : decidedAt;
  const [begins, ends] = [Math.max(record.peaceFrom, run.startedAt, may), endOf(each) - CLOCKS];
  const stops = record.stops.filter(({ of }) => of === campaign.of && campaign.channel === 'email');
  const running = stops.reduce<readonly Stretch[]>(without, runningIn(each));
  return running.flatMap((stretch) => {
    const from = Math.max(begins, stretch.from);
    const until = Math.min(ends, stretch.until);
    const isQuiet = from === run.startedAt && from > record.peaceFrom + MADE_UP_FOR;
    const comesUp = isReviewed && decidedAt > from - COMES_UP ? COMES_UP : 0;
    return until > from ? [{ from, until, within: (isQuiet ? IN_PEACE : MADE_UP_FOR) + comesUp }] : [];
  });
};

/** Of what a provider takes in a minute, so much is for campaigns; and the texts that one takes in a second. */
const [FOR_CAMPAIGNS, TEXTS] = [0.8, 1];
/** How often somebody takes a place of a minute: once to leave, and once more where the law puts them off, or nothing came of it. */
const TURNS = 2;

/** How long all recipients of the runs that share its provider take with it, and its own at its pace. */
const leavesWithin = (record: Judged, { campaign, run }: RunOfCampaign): number => {
  const { channel, maxPerMinute } = campaign;
  const perSecond = channel === 'sms' ? TEXTS : record.of.perSecond;
  const capacity = Math.max(1, Math.floor(perSecond * 60 * FOR_CAMPAIGNS));
  const recipientsOf = (of: number): number =>
    record.people.filter((person) => person.of === of && person.channel === channel).length;
  const sharing = runsIn(record).filter(
    (other) =>
      other.campaign.channel === channel &&
      (other.run.finishedAt ?? Number.POSITIVE_INFINITY) > Math.max(run.startedAt, record.peaceFrom) &&
      other.run.startedAt < (run.finishedAt ?? Number.POSITIVE_INFINITY),
  );
  const all = sharing.reduce((sum, other) => sum + recipientsOf(other.campaign.of), 0);
  const own = maxPerMinute === undefined ? 0 : recipientsOf(campaign.of) / maxPerMinute;
  return TURNS * Math.ceil(all / capacity + own) * MINUTE;
};

/** Half of a day of 25 hours: whom another run of the campaign reached so lately is left out of the next one. */
const LATELY = 12.5 * 60 * MINUTE;

const isWrittenLately = (record: Judged, each: RunOfCampaign, { address }: Person): boolean => {
  const { campaign, run } = each;
  const [from, until] = [run.startedAt - LATELY, endOf(each)];
  return record.of.recipients.some(
    (one) =>
      one.address === address &&
      one.run !== run.run &&
      one.run.startsWith(`${campaign.campaignId} `) &&
      one.claims.some((at) => at > from && at < until),
  );
};

/** Whoever of a run has time enough to leave in a stretch in which nothing stops it. A ramp is counted by its days (`ramps.ts`). */
const haveTimeEnough = (record: Judged, each: RunOfCampaign): readonly Person[] => {
  const { campaign, run } = each;
  const free = campaign.ramp === undefined ? freeIn(record, each) : [];
  const leaving = free.length === 0 ? 0 : leavesWithin(record, each);
  return audienceOf(record, campaign).filter((person) => {
    const hour = earliestOf(campaign, run.scheduledAt, person.zones[0] ?? '');
    const isEnough = free.some(
      ({ from, until, within }) =>
        openWithin(record, each, { person, from: Math.max(from, hour), until }) >= within + leaving,
    );
    return isEnough && !isWrittenLately(record, each, person);
  });
};

export const leftOutInTime = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { run } = each.run;
    return haveTimeEnough(record, each).flatMap(({ address }) => {
      if (record.sink.inbox.some((received) => received.run === run && received.address === address)) return [];
      const recipient = record.of.recipients.find((one) => one.run === run && one.address === address);
      const state = recipient && finalsOf(recipient)[0]?.state;
      return state === 'unknown-final'
        ? []
        : [`${named(each)} never came to ${address}, for whom it had time enough: ${state}`];
    });
  });
