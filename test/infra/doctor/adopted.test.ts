import { expect, test } from 'vitest';
import { tableInput } from '#test/support/aws.ts';
import type { TableFacts } from '../../../cli/doctor/account.ts';
import { ofAdoptedTable } from '../../../cli/doctor/adopted.ts';

const ARN = 'arn:aws:dynamodb:eu-west-3:111122223333:table/restored';
const STREAM = `${ARN}/stream/2026-11-27T10:00:00.000`;
const WHOLE: TableFacts = {
  indexes: tableInput('restored').GlobalSecondaryIndexes?.flatMap(({ IndexName }) => IndexName ?? []) ?? [],
  streamArn: STREAM,
  streamView: 'NEW_AND_OLD_IMAGES',
  expiresIn: 'expiresAt',
  isRecoverable: true,
  isProtected: true,
};
const saidOf = (facts: TableFacts | undefined) =>
  ofAdoptedTable({ arn: ARN, streamArn: STREAM }, facts).map(({ level, about, says }) => `${level} ${about}: ${says}`);

test('a table that has all that its stack had given it', () => {
  expect(saidOf(WHOLE)).toEqual(['ok table restored: has its indexes, stream, expiry and recovery']);
});

test.each<[string, Partial<TableFacts>, string]>([
  ['an index less', { indexes: WHOLE.indexes.slice(1) }, `fail table restored: lacks the indexes ${WHOLE.indexes[0]}`],
  [
    'no stream, as after a restore',
    { streamArn: undefined, streamView: undefined },
    'fail table restored: has the stream of nothing',
  ],
  [
    'another stream',
    { streamArn: `${ARN}/stream/2026-01-01` },
    `fail table restored: has the stream ${ARN}/stream/2026-01-01`,
  ],
  ['new images alone', { streamView: 'NEW_IMAGE' }, 'of NEW_IMAGE'],
  ['no expiry', { expiresIn: undefined }, 'fail table restored: deletes nothing that has expired'],
  ['expiry by another attribute', { expiresIn: 'ttl' }, 'fail table restored: deletes nothing that has expired'],
  ['no recovery', { isRecoverable: false }, 'fail table restored: cannot be restored to a point in time'],
  ['no protection', { isProtected: false }, 'warn table restored: can be deleted by one call'],
])('%s', (_what, change, sentence) => {
  const said = saidOf({ ...WHOLE, ...change });
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(sentence);
});

test('a table that is not there', () => {
  expect(saidOf(undefined)).toEqual(['fail table restored: is not there']);
});
