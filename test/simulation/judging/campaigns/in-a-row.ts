import { type Judged, named, type RunOfCampaign, runsIn } from './reading.ts';

/** A provider that answers of nothing it is handed stops a slow run, however few each of its chunks has. */

/** So few recipients of a minute leave at once that a count over chunks stops them in time. */
const SLOW = 2;
/** In a row without an answer, where it took nobody yet, and where it took others before; and what is in the hands of workers meanwhile, or lost with one that counted. */
const [MOST_OF_NONE, MOST, BESIDE] = [5, 10, 4];
/** Without an answer for another reason: the worker died, and nobody knows whether it handed over. */
const NOT_HANDED_OVER = ['claim-abandoned', 'may-have-left', 'no-answer'];

interface Settled {
  readonly at: number;
  readonly came: 'taken' | 'unanswered' | 'let go on';
}

const settledIn = (record: Judged, { campaign, run }: RunOfCampaign): readonly Settled[] => {
  const outcomes = record.of.recipients
    .filter((recipient) => recipient.run === run.run)
    .flatMap(({ outcomes }) =>
      outcomes.flatMap(({ at, state, code = '' }): readonly Settled[] => {
        if (state === 'sent') return [{ at, came: 'taken' }];
        return state === 'unknown' && !NOT_HANDED_OVER.includes(code) ? [{ at, came: 'unanswered' }] : [];
      }),
    );
  const resumed = campaign.asked
    .filter(({ to }) => to === 'running')
    .flatMap(({ askedAt, acknowledgedAt = askedAt }) =>
      [askedAt, acknowledgedAt].map((at): Settled => ({ at, came: 'let go on' })),
    );
  return [...outcomes, ...resumed].toSorted((a, b) => a.at - b.at);
};

export const unansweredInARow = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    if ((each.campaign.maxPerMinute ?? Number.POSITIVE_INFINITY) > SLOW) return [];
    let [row, most, worst] = [0, MOST_OF_NONE, 0];
    for (const { came } of settledIn(record, each)) {
      row = came === 'unanswered' ? row + 1 : 0;
      if (came !== 'unanswered') most = came === 'taken' ? MOST : MOST_OF_NONE;
      if (row > most + BESIDE) worst = row;
    }
    return worst === 0 ? [] : [`${named(each)} handed over ${worst} in a row without an answer`];
  });
