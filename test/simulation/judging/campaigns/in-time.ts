import { messagesFor } from './reached.ts';
import { audienceOf, finalsOf, type Judged, MINUTE, named, type RunOfCampaign, runsIn } from './reading.ts';
import { decidedFrom } from './reviewed.ts';
import { letFrom, MADE_UP_FOR } from './time-enough.ts';

/** Between a decision and the end: time to come up once more, and to leave at a pace that keeps nobody waiting. */
const TIME_TO_LEAVE = 11 * MINUTE;
/** Mails a second that keep nobody waiting. */
const FAST = 1;

/** Nothing but the decision and the end has a say in when it leaves. */
const isFree = (record: Judged, each: RunOfCampaign): boolean => {
  const { campaign, run } = each;
  return (
    record.of.perSecond >= FAST &&
    campaign.asked.length === 0 &&
    campaign.maxPerMinute === undefined &&
    campaign.ramp === undefined &&
    campaign.schedule.kind !== 'waves' &&
    messagesFor(record, campaign.channel, campaign.of) <= record.ceiling &&
    letFrom(record, each) === 0 &&
    run.startedAt + MADE_UP_FOR <= run.validUntil
  );
};

/** Whoever may be written to from a decision on is written to before the end, however little is left (P11). */
export const decidedInTime = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { campaign, run } = each;
    const { review } = record.of;
    if (decidedFrom(record, each) === undefined || review?.decision !== 'allowed' || !isFree(record, each)) return [];
    const from = Math.max(record.peaceFrom + MADE_UP_FOR, review.acknowledgedAt ?? Number.POSITIVE_INFINITY);
    if (from + TIME_TO_LEAVE > run.validUntil) return [];
    return audienceOf(record, campaign).flatMap(({ address }) => {
      if (record.sink.inbox.some((received) => received.run === run.run && received.address === address)) return [];
      const recipient = record.of.recipients.find((one) => one.run === run.run && one.address === address);
      const state = recipient && finalsOf(recipient)[0]?.state;
      if (state === 'unknown-final') return [];
      const minutes = Math.floor((run.validUntil - from) / MINUTE);
      return [
        `${named(each)} never came to ${address}, who was decided on ${minutes} minutes before its end: ${state}`,
      ];
    });
  });

const HOUR = 60 * MINUTE;
/** From when somebody is vetted until their outcome is stored, and the clocks of both. */
const STORED_AFTER = 2 * MINUTE;

/** The recipients of a run in which a human was to decide, and when that was asked; `undefined`: another run, or one in which others waited for us in peace. */
const inReviewAlone = (record: Judged, each: ReturnType<typeof runsIn>[number]) => {
  if (decidedFrom(record, each) === undefined) return undefined;
  const own = record.of.recipients.filter(({ run }) => run === each.run.run);
  const waited = own.some(({ outcomes }) =>
    outcomes.some(({ state, at }) => state === 'waiting' && at > record.peaceFrom),
  );
  return waited ? undefined : { own, decidedAt: record.of.review?.askedAt ?? Number.POSITIVE_INFINITY };
};

/**
 * Whoever waits for a human is vetted once an hour at most before that is decided: each turn more is a place of the minute that others of a
 * paced run, or of another campaign, do not get, and nothing has changed. A page on which others wait as well comes up with them.
 */
export const tooOftenInReview = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { own = [], decidedAt = 0 } = inReviewAlone(record, each) ?? {};
    return own.flatMap(({ address, outcomes }) => {
      const turns = outcomes.filter(
        ({ state, at }) => state === 'in-review' && at > record.peaceFrom && at < decidedAt,
      );
      return turns.slice(1).flatMap(({ at }, index) => {
        const apart = at - (turns[index]?.at ?? 0);
        return apart < HOUR - STORED_AFTER
          ? [`${named(each)} vetted ${address} again after ${Math.floor(apart / MINUTE)} minutes, with nothing decided`]
          : [];
      });
    });
  });

/** A chunk that was put on the queue before is settled by then, whatever its place in the minute. */
const IN_HAND = 3 * MINUTE;

/**
 * Nobody is vetted again, with nothing decided, while somebody of the same run was never vetted: at the pace of the run the
 * one takes the place of the other, who may expire. What was put on the queue by then is in hand, and what was lost before peace came up.
 */
export const againBeforeOthersOnce = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { own = [], decidedAt = 0 } = inReviewAlone(record, each) ?? {};
    const from = record.peaceFrom + MADE_UP_FOR;
    return own.flatMap(({ address, outcomes }) => {
      const waited = (place: number): boolean => outcomes[place]?.state === 'in-review';
      const again = outcomes.find(({ at }, place) => waited(place) && waited(place - 1) && at > from && at < decidedAt);
      if (again === undefined) return [];
      const later = own.filter((other) => (other.outcomes[0]?.at ?? 0) > again.at + IN_HAND);
      return later.map((other) => `${named(each)} vetted ${address} again before it came to ${other.address} once`);
    });
  });
