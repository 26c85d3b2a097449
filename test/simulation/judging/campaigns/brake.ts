import { type Judged, MINUTE, named, type RunOfCampaign, runsIn } from './reading.ts';

/** A run of which much comes back, or many complain, pauses itself, until somebody has seen why and lets it go on. */

const LEAST_BOUNCES = 20;
const MOST_BOUNCES = 0.05;
/** Complaints are counted over what was delivered, and a few of a few are none. */
const [LEAST_COMPLAINTS, LEAST_DELIVERED] = [5, 2_000];
const MOST_COMPLAINTS = 0.003;
/** The minute looks at it, and what is queued by then is two minutes of work; a minute may fall to a fault. */
const ACTS_WITHIN = 12 * MINUTE;

/** When somebody lets it go on after that, whoever stopped it. */
const resumedAfter = ({ campaign: { asked } }: RunOfCampaign, at: number): number =>
  asked.find(({ to, askedAt }) => to === 'running' && askedAt > at)?.askedAt ?? Number.POSITIVE_INFINITY;

/** How many of a run were handed over once it was to have paused itself for what was known then, and before somebody let it go on. */
const afterIt = (record: Judged, each: RunOfCampaign, known: number): number => {
  const until = resumedAfter(each, known);
  return record.sink.handOffs.filter(({ run, at }) => run === each.run.run && at > known + ACTS_WITHIN && at < until)
    .length;
};

export const notBraked = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { run } = each.run;
    const times = record.sink.bounces.filter((bounce) => bounce.run === run).map(({ at }) => at);
    const taken = record.sink.inbox.filter((received) => received.run === run).map(({ at }) => at);
    const tooMany = times.find((at, index) => {
      const came = taken.filter((one) => one <= at).length;
      return index + 1 >= LEAST_BOUNCES && (index + 1) / came >= MOST_BOUNCES;
    });
    const after = tooMany === undefined ? 0 : afterIt(record, each, tooMany);
    return after === 0
      ? []
      : [`${named(each)} went on with ${after} after ${LEAST_BOUNCES} of its mails had come back`];
  });

/** How many of these times have passed. */
const passedBy = (times: readonly number[], at: number): number => times.filter((one) => one <= at).length;

/**
 * When too many had complained of these runs, for whatever came until the brake was to act; `undefined`: never. Mails count once the table says that they
 * were sent, and what comes meanwhile only makes the complaints fewer of all.
 */
const complainedAt = (record: Judged, runs: readonly RunOfCampaign[]): number | undefined => {
  const names = new Set(runs.map(({ run }) => run.run));
  const timesOf = (of: readonly { readonly run: string | undefined; readonly at: number }[]): readonly number[] =>
    of.flatMap(({ run, at }) => (names.has(run ?? '') ? [at] : [])).toSorted((a, b) => a - b);
  const complaints = timesOf(record.sink.complaints);
  if (complaints.length < LEAST_COMPLAINTS) return undefined;
  const [bounces, came] = [timesOf(record.sink.bounces), timesOf(record.sink.inbox)];
  const sent = timesOf(
    record.of.recipients.flatMap(({ run, outcomes }) =>
      outcomes.flatMap(({ state, at }) => (state === 'sent' ? [{ run, at }] : [])),
    ),
  );
  // Each moment at which there may be enough of both: somebody complained, or the mail came that makes them enough.
  const enough = sent.find((at, index) => index + 1 - passedBy(bounces, at + ACTS_WITHIN) >= LEAST_DELIVERED);
  return enough === undefined
    ? undefined
    : [enough, ...complaints.filter((at) => at > enough)].find((at) => {
        const count = passedBy(complaints, at);
        const delivered = passedBy(came, at + ACTS_WITHIN) - passedBy(bounces, at);
        return count >= LEAST_COMPLAINTS && count / delivered >= MOST_COMPLAINTS;
      });
};

/** Of the latest runs of a campaign together as well, since somebody let it go on last: whoever did has seen what was so before. */
export const notBrakedByComplaints = (record: Judged): readonly string[] =>
  record.of.campaigns.flatMap((campaign) => {
    const own = runsIn(record)
      .filter((each) => each.campaign === campaign)
      .toSorted((a, b) => a.run.startedAt - b.run.startedAt);
    return own.flatMap((latest, index) =>
      own.slice(0, index + 1).flatMap((first, from) => {
        const runs = own.slice(from, index + 1);
        const at = complainedAt(record, runs);
        if (at === undefined || resumedAfter(first, first.run.startedAt) <= at) return [];
        const after = afterIt(record, latest, at);
        return after === 0
          ? []
          : [`${named(latest)} went on with ${after} after too many had complained of ${runs.length} of its runs`];
      }),
    );
  });
