import { describe, expect, test } from 'vitest';
import { contactsOf, factsOf } from '#demo/campaign/fact-requests.ts';
import { readRows } from '#demo/export/rows.ts';
import { SITUATIONS } from '#demo/situations/all.ts';
import type { Situation } from '#demo/situations/situation.ts';
import { TABLE } from '../../acceptance/decision-table/all.ts';
import type { Row } from '../../acceptance/decision-table/row.ts';

const lines = Map.groupBy(readRows(), ({ situation }) => situation);

/** Situations that vary a row, and come out otherwise for the reason that the name tells. */
const VARIED: readonly string[] = [
  'agreed long ago, ordered or replied since: 53',
  'one human, two addresses: a consent does not spread: 2',
  'never asked: 2',
  'never asked, mobile number: 2',
  'one human, two addresses: a letter covers both: 16',
  'maintenance contract ended two years ago: RET-3',
  'order cancelled: 21',
  'bought from the sister company: 28',
  'no notice at checkout: 21',
  'professional never informed of prospecting: 39',
  'direction@ of a company: one person reads it: 44',
  'customer in Belgium, Spain or Switzerland: consent only: D15',
  'British, German, Belgian or Spanish number, whence nobody answers a French code: D19',
  'Réunion or Mayotte, whence AWS brings no answer: early afternoon in both: D19',
];
/** Situations that record more or less than the row, and come out as it does. */
const RECORDED_OTHERWISE: readonly string[] = [
  'refused own offers in the shop, keeps the partners’: 68',
  'took the consent back on the account page: 67',
  'order of this year, by someone whose consent has no wording: 21',
];

/** The rows of the table that a situation names; other labels are sections and decisions of docs/readings.md. */
const rowsOf = ({ row }: Situation): readonly Row[] =>
  row.split(', ').flatMap((label) => TABLE.filter((each) => each.row === label));

const pairs = SITUATIONS.flatMap((situation) => rowsOf(situation).map((row) => ({ situation, row })));
const nameOf = ({ situation, row }: (typeof pairs)[number]): string => `${situation.name}: ${row.row}`;

const comesOutAs = ({ situation, row }: (typeof pairs)[number]): boolean => {
  const wanted = row.outcome === 'allow' ? 'allow' : `${row.outcome}:${row.codes[0]}`;
  return situation.lines.some(({ expected }) => expected.includes(wanted));
};

const KINDS = ['consent', 'sale', 'opposition', 'withdrawal'] as const;
const kindsOfRow = ({ recorded = [] }: Row): readonly string[] =>
  KINDS.filter((kind) => recorded.some((act) => act.kind === kind));
/** The kinds of acts that the lines of a situation record. */
const kindsOfSituation = ({ name }: Situation): readonly string[] => {
  const facts = (lines.get(name) ?? [])
    .map(({ cells }) => cells)
    .filter((each) => contactsOf(each).length > 0)
    .flatMap((each) => [...factsOf(each).ofEach, ...factsOf(each).registeredOnce]);
  return KINDS.filter((kind) =>
    kind === 'withdrawal'
      ? facts.some(({ withdrawnAt }) => withdrawnAt !== undefined)
      : facts.some(({ path }) => path === `/v1/${kind}s`),
  );
};
const recordsTheSame = ({ situation, row }: (typeof pairs)[number]): boolean =>
  JSON.stringify(kindsOfSituation(situation)) === JSON.stringify(kindsOfRow(row));

describe('the situations of the demo and the decision table', () => {
  test('name rows that exist', () => {
    const numbered = SITUATIONS.filter(({ row }) => /^\d/.test(row));
    expect(numbered.filter((situation) => rowsOf(situation).length === 0).map(({ name }) => name)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(80);
  });

  test('come out as the row says, but for those that vary it', () => {
    expect(pairs.filter((pair) => !comesOutAs(pair)).map(nameOf)).toEqual(VARIED);
  });

  test('record the same kinds of acts, but for those that say otherwise', () => {
    expect(pairs.filter((pair) => comesOutAs(pair) && !recordsTheSame(pair)).map(nameOf)).toEqual(RECORDED_OTHERWISE);
  });
});
