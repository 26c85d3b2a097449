import { beforeEach, expect, test } from 'vitest';
import { haltsOf, handOffHaltsOf } from '#shared/adapters/dynamodb/halts.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { forgottenHalts, haltsAfter, NO_HALTS } from '#shared/domain/halt.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, unreachableTable } from '../support/aws.ts';
import { ADVERTISER_ID, NOW } from '../support/builders.ts';

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});

const HALT = { kind: 'halt', by: 'Claire Petit', why: 'Une campagne est partie avec le mauvais prix.' } as const;
const MESSAGE = { advertiserId: ADVERTISER_ID, acceptedAt: NOW };

test('halts that nobody ever stored are none', async () => {
  expect(await haltsOf(table).read()).toEqual(NO_HALTS);
  expect(await handOffHaltsOf(table, undefined).reasonFor(MESSAGE)).toBeUndefined();
});

test('halts are read as they were stored, by whoever asks next', async () => {
  const after = haltsAfter(NO_HALTS, HALT, NOW);
  if (after === undefined) throw new Error('it changes something');
  await haltsOf(table).store(after, HALT, NOW);
  expect(await haltsOf(table).read()).toEqual(after);
  expect(await handOffHaltsOf(table, undefined).reasonFor(MESSAGE)).toBe('sending-halted');
});

test('of two changes on the same halts one is stored, and the other is told', async () => {
  const after = haltsAfter(NO_HALTS, HALT, NOW);
  if (after === undefined) throw new Error('it changes something');
  const stored = await Promise.allSettled([
    haltsOf(table).store(after, HALT, NOW),
    haltsOf(table).store(after, HALT, NOW),
  ]);
  expect(stored.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(stored.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'concurrent-change' } });
});

test('P10: halts that cannot be read are not none', async () => {
  const halts = handOffHaltsOf(unreachableTable(table), undefined);
  await expect(halts.reasonFor(MESSAGE)).rejects.toMatchObject({ code: 'dependency-unavailable' });
});

test('a halt of more than a day is perhaps forgotten, whatever else is halted', async () => {
  const advertiserId = ADVERTISER_ID;
  const first = haltsAfter(NO_HALTS, HALT, NOW) ?? NO_HALTS;
  const halts = haltsAfter(first, { ...HALT, advertiserId }, addSeconds(NOW, 3600)) ?? NO_HALTS;
  const forgottenAfter = (hours: number) =>
    forgottenHalts(halts, addSeconds(NOW, hours * 3600)).map(({ since }) => since);
  expect([forgottenAfter(24), forgottenAfter(25)]).toEqual([[], [NOW]]);
  expect(forgottenAfter(26)).toHaveLength(2);
  expect(forgottenHalts(NO_HALTS, NOW)).toEqual([]);
});
