import { type Judged, MINUTE, named, runsIn } from './reading.ts';

/** A run of which much comes back pauses itself, until somebody has seen why and lets it go on. */

const LEAST_BOUNCES = 20;
const MOST_BOUNCES = 0.05;
/** The minute looks at it, and what is queued by then is two minutes of work; a minute may fall to a fault. */
const ACTS_WITHIN = 12 * MINUTE;

export const notBraked = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { run } = each.run;
    const times = record.sink.bounces.filter((bounce) => bounce.run === run).map(({ at }) => at);
    const taken = record.sink.inbox.filter((received) => received.run === run).map(({ at }) => at);
    const tooMany = times.find((at, index) => {
      const came = taken.filter((one) => one <= at).length;
      return index + 1 >= LEAST_BOUNCES && (index + 1) / came >= MOST_BOUNCES;
    });
    if (tooMany === undefined) return [];
    const resumed = each.campaign.asked.find(({ to, askedAt }) => to === 'running' && askedAt > tooMany);
    const until = resumed?.askedAt ?? Number.POSITIVE_INFINITY;
    const after = record.sink.handOffs.filter(
      (handOff) => handOff.run === run && handOff.at > tooMany + ACTS_WITHIN && handOff.at < until,
    );
    return after.length === 0
      ? []
      : [`${named(each)} went on with ${after.length} after ${LEAST_BOUNCES} of its mails had come back`];
  });
