import { wallIn } from './expected.ts';
import { turnsOf } from './reached.ts';
import { type Judged, MINUTE, named, type RunOfCampaign, runsIn } from './reading.ts';

/** Whom SES has stopped takes no share of a minute from others, and has its own again once it is let. */

type Stop = Judged['stops'][number];

/** Of what the provider takes in a minute, so much is kept for single messages. */
const FOR_CAMPAIGNS = 0.8;
/** From a refusal until it is known: its chunk is settled, and a minute begins that asks. */
const KNOWN_AFTER = 3 * MINUTE;
/** In a minute whose question had no answer few are tried. */
const UNANSWERED = 75_000;
/** Minutes of a few of which the least that must come says something. */
const [PART, FEW] = [0.75, 2];
/** From when it is let until its first has come, though another is first in the minute, and its own campaigns take turns. */
const AGAIN_AFTER = 4 * MINUTE;

/** Tries to the first of a chunk that were refused, of each run since there is peace. */
const refusedFirst = ({ sink, peaceFrom }: Judged, { run }: RunOfCampaign['run'], { from, until }: Stop) =>
  sink.refusals.find((each) => each.run === run && each.at > peaceFrom && each.at >= from && each.at < until);

/** Once SES refused a mail of a run, and said why, nobody else of it is put on the queue before SES lets its advertiser go on. */
export const triedWhileStopped = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) =>
    record.stops.flatMap((stop) => {
      const first = refusedFirst(record, each.run, stop);
      if (stop.of !== each.campaign.of || first === undefined) return [];
      const tried = record.sink.refusals.filter(({ at, run, queuedAt = at }) => {
        const isUnanswered = record.sink.questions.some(
          ({ of, at: asked, isAnswered }) =>
            of === stop.of && !isAnswered && asked <= queuedAt && queuedAt < asked + UNANSWERED,
        );
        return run === each.run.run && at < stop.until && queuedAt > first.at + KNOWN_AFTER && !isUnanswered;
      });
      return tried.length === 0
        ? []
        : [`${named(each)} tried ${tried.length} of whom SES took nobody, minutes after it had refused the first`];
    }),
  );

/** Two runs of two advertisers that began in peace, where SES stops one of them. */
const besideStopped = (record: Judged) => {
  const both = runsIn(record).filter(
    ({ campaign, run }) => campaign.schedule.kind === 'now' && run.startedAt > record.peaceFrom,
  );
  return record.stops.flatMap((stop) => {
    const stopped = both.find(({ campaign }) => campaign.of === stop.of);
    const other = both.find(({ campaign }) => campaign.of !== stop.of);
    return both.length === 2 && stopped !== undefined && other !== undefined ? [{ stop, stopped, other }] : [];
  });
};

/** Nothing but its share and its provider has a say in when somebody of it leaves: whoever waited, waited for SES. */
const isFree = (record: Judged, { campaign, run }: RunOfCampaign): boolean =>
  record.of.recipients.every(
    (one) =>
      one.run !== run.run ||
      one.outcomes.every(
        ({ state, at }) =>
          state === 'sent' ||
          (state === 'waiting' &&
            record.stops.some(({ of, from, until }) => of === campaign.of && from <= at && at < until + MINUTE)),
      ),
  );

/** When the last of a run came to somebody. */
const lastOf = ({ sink }: Judged, { run }: RunOfCampaign): number =>
  sink.inbox.findLast((received) => received.run === run.run)?.at ?? 0;

/**
 * The other of two that share the minutes has all that the provider takes once SES has refused a mail of the one that it stopped, as long as it has
 * recipients left. Until then nobody can know: whose recipients all wait for another day offers SES nothing.
 */
export const heldBackByStopped = (record: Judged): readonly string[] =>
  besideStopped(record).flatMap(({ stop, stopped, other }) => {
    const first = refusedFirst(record, stopped.run, stop);
    if (first === undefined || !isFree(record, other)) return [];
    const from = Math.max(first.at, other.run.startedAt) + KNOWN_AFTER;
    const until = Math.min(stop.until, lastOf(record, other));
    const most = Math.floor(record.of.perSecond * 60 * FOR_CAMPAIGNS) * Math.floor((until - from) / MINUTE);
    const came = turnsOf(record, other.campaign.of).filter((at) => at > from && at <= until).length;
    return came < PART * most - FEW
      ? [
          `${named(other)} sent ${came} where ${most} might, until ${wallIn('Europe/Paris', until)}, beside one that SES had stopped`,
        ]
      : [];
  });

/** Whom SES has let go on has its share at once. */
export const lateOnceLet = (record: Judged): readonly string[] =>
  besideStopped(record).flatMap(({ stop, stopped }) => {
    const ofIt = runsIn(record).filter(({ campaign }) => campaign.of === stop.of && campaign.channel === 'email');
    const by = Math.max(stop.until, stopped.run.startedAt) + AGAIN_AFTER * ofIt.length;
    const hasMore = record.sink.inbox.some(({ run, at }) => run === stopped.run.run && at > by);
    const turns = turnsOf(record, stop.of).filter((at) => at > stop.until && at <= by);
    return hasMore && isFree(record, stopped) && turns.length === 0
      ? [
          `${named(stopped)} waited for more than ${Math.floor((by - stop.until) / MINUTE)} minutes once SES had let it go on`,
        ]
      : [];
  });

/** Questions about one advertiser in one minute, and clocks around its end. */
const MOST_APART = 1;

/** SES is asked of whom it refused alone, and once in a minute. */
export const askedTooOften = ({ sink }: Judged): readonly string[] =>
  [...Map.groupBy(sink.questions, ({ of }) => of)].flatMap(([of, questions]) => {
    const first = sink.refusals.find((refusal) => refusal.of === of)?.at ?? Number.POSITIVE_INFINITY;
    const [early] = questions;
    if (early !== undefined && early.at < first)
      return [`SES was asked of advertiser ${of}, whom it had refused nothing`];
    return questions.some(({ at }, index) => {
      const since = questions[index - 5]?.at;
      return since !== undefined && at - since < (5 - 1 - MOST_APART) * MINUTE;
    })
      ? [`SES was asked of advertiser ${of} six times in less than three minutes`]
      : [];
  });
