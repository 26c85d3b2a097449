import { earliestOf, instantsOf } from './expected.ts';
import { CLOCKS, type Judged, MINUTE, named, runsIn } from './reading.ts';

/** Nobody twice in one run; a run starts once for each instant of its schedule, and nothing of it before that. */

export const twiceInARun = ({ sink }: Judged): readonly string[] => {
  const campaigns = sink.inbox.filter(({ run }) => run !== undefined);
  return Object.entries(
    Object.groupBy(campaigns, ({ reference, run, address }) => `${reference} of ${run} to ${address}`),
  ).flatMap(([who, received = []]) => (received.length > 1 ? [`${who} came ${received.length} times`] : []));
};

/** Whatever the runs are called: nobody gets more of a campaign than it had instants by then. */
export const moreThanInstants = (record: Judged): readonly string[] =>
  record.of.campaigns.flatMap((campaign) => {
    const instants = instantsOf(campaign);
    const received = record.sink.inbox.filter(({ reference }) => reference === campaign.reference);
    return Object.entries(Object.groupBy(received, ({ address }) => address)).flatMap(([address, own = []]) => {
      const last = Math.max(...own.map(({ at }) => at));
      const most = instants === undefined ? 1 : instants.filter((instant) => instant <= last + CLOCKS).length;
      return own.length > most
        ? [`${campaign.reference} came ${own.length} times to ${address}, where its schedule had come ${most} times`]
        : [];
    });
  });

/** What needs two keys starts once another approved it; what it missed before that is not made up for. */
const startOf = ({ awaits, approvals }: Judged['of']['campaigns'][number]): number => {
  if (!awaits) return 0;
  const approvedAt = approvals.find(({ by }) => by === 'another')?.acknowledgedAt;
  return approvedAt === undefined ? Number.POSITIVE_INFINITY : approvedAt + CLOCKS;
};

/** A quarter of a day of 23 hours, and of one of 25. */
const [SOON, LATE] = [345 * MINUTE, 375 * MINUTE];

/**
 * Nobody had it paused, or may have, at the time of a run or soon after it; or it went on so soon that the run starts late. Where it was paused is said
 * when that is asked, and where it goes on when that is acknowledged.
 */
const startsAfter = ({ asked, endsAt }: Judged['of']['campaigns'][number], at: number): boolean =>
  asked.every(({ to, askedAt }, index) => {
    if (to !== 'paused') return true;
    const goesOn = asked.slice(index + 1).find((later) => later.to === 'running')?.acknowledgedAt ?? Infinity;
    return askedAt > at + LATE || goesOn < Math.min(at + SOON, endsAt) - CLOCKS;
  });

export const runsOfItsSchedule = (record: Judged): readonly string[] =>
  record.of.campaigns.flatMap((campaign) => {
    const own = runsIn(record).filter((each) => each.campaign === campaign);
    const instants = instantsOf(campaign);
    if (instants === undefined) return own.length > 1 ? [`${campaign.reference} has ${own.length} runs`] : [];
    const strange = own.filter(({ run }) => !instants.includes(run.scheduledAt));
    const isSure = campaign.acknowledgedAt !== undefined && campaign.asked.every(({ to }) => to !== 'cancelled');
    const from = startOf(campaign);
    const missing = isSure
      ? instants.filter(
          (at) => at > from && startsAfter(campaign, at) && !own.some(({ run }) => run.scheduledAt === at),
        )
      : [];
    return [
      ...strange.map((each) => `${named(each)} is no time of its schedule`),
      ...missing.map((at) => `${campaign.reference} did not run at ${new Date(at).toISOString()}`),
    ];
  });

export const beforeItsTime = (record: Judged): readonly string[] =>
  runsIn(record).flatMap(({ campaign, run }) =>
    record.sink.handOffs.flatMap((handOff) => {
      if (handOff.run !== run.run) return [];
      const [zone = ''] = record.people.find(({ address }) => address === handOff.address)?.zones ?? [];
      const early = earliestOf(campaign, run.scheduledAt, zone) - handOff.at;
      return early > CLOCKS
        ? [`${campaign.reference} was handed over for ${handOff.address} ${early} ms before its time`]
        : [];
    }),
  );

/** Less than half a day of 23 hours. */
const APART = 11 * 60 * MINUTE;

/**
 * A run of a daily campaign has ended where the next one begins, and nobody is written to by both within half a day, whenever the one was
 * let go on or decided.
 */
export const byTwoRunsAtOnce = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { campaign, run } = each;
    const next = instantsOf(campaign)?.find((instant) => instant > run.scheduledAt && instant > run.startedAt);
    const ownInbox = record.sink.inbox.filter(({ reference }) => reference === campaign.reference);
    const late = record.sink.handOffs.filter(
      (handOff) => handOff.run === run.run && next !== undefined && handOff.at > next + CLOCKS,
    );
    const twice = ownInbox.flatMap((one) => {
      const other = ownInbox.find(
        ({ address, run: by, at }) =>
          address === one.address && by !== one.run && at >= one.at && at - one.at < APART - CLOCKS,
      );
      return one.run === run.run && other !== undefined ? [{ ...one, apart: other.at - one.at }] : [];
    });
    return [
      ...late.map(({ address }) => `${named(each)} was handed over for ${address} after the next one had begun`),
      ...twice.map(
        ({ address, apart }) =>
          `${named(each)} came to ${address} ${Math.round(apart / MINUTE)} minutes before another run of the same campaign`,
      ),
    ];
  });
