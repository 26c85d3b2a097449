import { type Judged, named, type RunOfCampaign, runsIn } from './reading.ts';

/** What a human is to decide first: nobody is written to before, all together after it, and nobody is counted as waiting once the runs are over. */

/** When those of a campaign may leave at the earliest; `undefined`: nothing of it waits for a human. */
export const decidedFrom = ({ of }: Judged, { campaign }: RunOfCampaign): number | undefined => {
  const { review } = of;
  if (review === undefined || review.of !== campaign.of || campaign.channel !== 'email') return undefined;
  return review.decision === 'allowed' ? (review.askedAt ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
};

export const beforeItsDecision = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const from = decidedFrom(record, each);
    if (from === undefined) return [];
    return record.sink.handOffs.flatMap(({ run, address, at }) =>
      run === each.run.run && at < from
        ? [`${named(each)} was handed over for ${address} before a human had allowed it`]
        : [],
    );
  });

export const waitsForEver = ({ of }: Judged): readonly string[] =>
  of.runs.every(({ state }) => state === 'finished') && of.waiting > 0
    ? [`${of.waiting} wait for a human, and every run is finished`]
    : [];
