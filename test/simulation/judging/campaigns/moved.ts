import { CLOCKS, finalsOf, type Judged, MINUTE, named, type RunOfCampaign, runsIn } from './reading.ts';

/** Whoever takes another address while campaigns go on: one person, whatever their addresses are called. */

type Move = Judged['of']['moves'][number];

const movesOf = (record: Judged, { campaign }: RunOfCampaign): readonly Move[] =>
  record.of.moves.filter(({ of, channel }) => of === campaign.of && channel === campaign.channel);

/** Two workers that take up both addresses within the seconds of a read may write to both (docs/decisions/0179). */
const TOGETHER = CLOCKS + 5_000;

/** Nobody twice as a person, at whatever address. */
export const twiceAsAPerson = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) =>
    movesOf(record, each).flatMap(({ from, to }) => {
      const own = record.sink.handOffs.filter(({ run }) => run === each.run.run);
      const inbox = record.sink.inbox.filter(({ run }) => run === each.run.run);
      const [atFrom, atTo] = [from, to].map((address) => own.filter((handOff) => handOff.address === address));
      const hadBoth = [from, to].every((address) => inbox.some((received) => received.address === address));
      const isApart = atFrom?.every((one) => atTo?.every((other) => Math.abs(one.at - other.at) > TOGETHER));
      return hadBoth && isApart ? [`${named(each)} came to ${from} and to ${to}, which are one person's`] : [];
    }),
  );

/** Whatever a change of the table takes to come to the index, once nothing goes wrong. */
const FOLLOWED = 30 * MINUTE;

/** Is it in the audience of the campaign by its own right? */
const isFor = ({ campaign }: RunOfCampaign, address: string): boolean =>
  campaign.zones === undefined && (campaign.listed === undefined || campaign.listed.includes(address));

/**
 * Whoever was selected has a row: the former address of who moved once the run had begun, and of who moved before it the new one, where the segment holds it. A run that
 * is finished says of each what became of them.
 */
export const movedWithoutState = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { run } = each;
    if (run.state !== 'finished') return [];
    return movesOf(record, each).flatMap(({ from, to, askedAt, acknowledgedAt }) => {
      const isOfFormer = askedAt > run.startedAt + CLOCKS;
      const followedAt =
        acknowledgedAt === undefined ? Infinity : Math.max(acknowledgedAt, record.peaceFrom) + FOLLOWED;
      const isOfNew = run.startedAt > followedAt && each.campaign.listed === undefined;
      const wanted = isOfFormer ? from : isOfNew ? to : undefined;
      if (wanted === undefined || !isFor(each, wanted)) return [];
      const own = record.of.recipients.find((one) => one.run === run.run && one.address === wanted);
      return own === undefined || finalsOf(own).length === 0
        ? [`${named(each)} is finished, and ${wanted}, of somebody who moved, has no final state`]
        : [];
    });
  });
