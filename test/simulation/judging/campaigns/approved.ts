import { type Judged, named, runsIn } from './reading.ts';

/** Where two keys are needed, the one that created a campaign approves nothing, and nobody is written to before another did. */

export const approvedByItsCreator = ({ of }: Judged): readonly string[] =>
  of.campaigns.flatMap(({ reference, approvals }) => {
    const [first] = approvals;
    const isTaken = first?.by === 'creator' && first.acknowledgedAt !== undefined;
    return isTaken ? [`${reference} was approved by the key that created it`] : [];
  });

export const beforeItsApproval = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { approvals, awaits } = each.campaign;
    if (!awaits) return [];
    const from = approvals.find(({ by }) => by === 'another')?.askedAt ?? Number.POSITIVE_INFINITY;
    return record.sink.handOffs.flatMap(({ run, address, at }) =>
      run === each.run.run && at < from
        ? [`${named(each)} was handed over for ${address} before another key approved it`]
        : [],
    );
  });
