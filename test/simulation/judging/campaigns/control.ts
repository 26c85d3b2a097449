import { CLOCKS, type Judged, MINUTE, named, runsIn } from './reading.ts';

/** A campaign that is paused or cancelled sends nothing of what is taken up after that, and nothing at all two minutes later. */

const TWO_MINUTES = 2 * MINUTE;

interface Stopped {
  readonly how: string;
  readonly from: number;
  /** When somebody asked that it goes on. */
  readonly until: number;
}

const stretchesOf = ({ asked }: Judged['of']['campaigns'][number]): readonly Stopped[] =>
  asked.flatMap(({ to, acknowledgedAt }, index) => {
    if (to === 'running' || acknowledgedAt === undefined) return [];
    const next = to === 'cancelled' ? undefined : asked.slice(index + 1).find((later) => later.to === 'running');
    return [{ how: to, from: acknowledgedAt, until: next?.askedAt ?? Number.POSITIVE_INFINITY }];
  });

export const whileStopped = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) =>
    stretchesOf(each.campaign).flatMap(({ how, from, until }) =>
      record.sink.handOffs.flatMap(({ run, address, at, deliveredAt }) => {
        if (run !== each.run.run || at < from || at >= until) return [];
        if (deliveredAt > from) return [`${named(each)} was taken up and handed over for ${address} while ${how}`];
        return at > from + TWO_MINUTES + CLOCKS
          ? [`${named(each)} was handed over for ${address} ${at - from} ms after it was ${how}`]
          : [];
      }),
    ),
  );

/** The times of its end, and of the end of the run. */
export const pastItsEnd = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) =>
    record.sink.handOffs.flatMap(({ run, address, at }) => {
      if (run !== each.run.run) return [];
      if (at > each.campaign.endsAt + CLOCKS)
        return [`${named(each)} was handed over for ${address} ${at - each.campaign.endsAt} ms after its end`];
      return each.run.finishedAt !== undefined && at > each.run.finishedAt + CLOCKS
        ? [`${named(each)} was handed over for ${address} after it was finished`]
        : [];
    }),
  );
