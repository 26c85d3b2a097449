import { expect, test } from 'vitest';
import {
  type Counting,
  type InARow,
  inARowAfter,
  rejectsAll,
  rowOf,
  stopsAfter,
} from '#shared/domain/campaign/stopping/in-a-row.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';

/** What the provider does not take of a run in a row: each delivery once, whoever counts, and again from a resume. */
const T0 = instant('2026-12-01T10:00:00Z');
const after = (seconds: number) => addSeconds(T0, seconds);
const NOBODY = { isTaken: false, unanswered: 0, addresses: 0, rejected: [] };
const one = (key: string, handed: Partial<Counting['handed']>, more: Partial<Counting> = {}): Counting => ({
  key,
  handed: { ...NOBODY, ...handed },
  at: after(60),
  resumedAt: undefined,
  ...more,
});
const all = (...counted: readonly Counting[]): InARow | undefined =>
  counted.reduce<InARow | undefined>((seen, each) => inARowAfter(seen, each) ?? seen, undefined);
const unanswered = (seen: InARow | undefined) => rowOf(seen, undefined).unanswered;
const [ALIX, CAMILLE] = ['v1n1.alix', 'v1n1.camille'] as ContactId[] as [ContactId, ContactId];

test('a delivery is counted once, also where its write came twice', () => {
  const seen = all(one('1', { unanswered: 2 }), one('2', { unanswered: 2 }), one('1', { unanswered: 2 }));
  expect(unanswered(seen)).toBe(4);
  expect(stopsAfter(rowOf(seen, undefined), NOBODY)).toBeUndefined();
  expect(stopsAfter(rowOf(seen, undefined), { ...NOBODY, unanswered: 1 })).toBe('unanswered');
});

test('the first that is taken ends the row, and from then on ten are needed, or twenty addresses', () => {
  const taken = all(
    one('1', { unanswered: 4, addresses: 4 }),
    one('2', { isTaken: true, unanswered: 3, addresses: 3 }),
  );
  expect(rowOf(taken, undefined)).toEqual({ unanswered: 0, addresses: 0, rejected: 0, isAfterTaken: true });
  const behind = (handed: object) =>
    stopsAfter(rowOf(all(one('2', { isTaken: true }), one('3', handed)), undefined), NOBODY);
  expect([behind({ unanswered: 9 }), behind({ unanswered: 10 })]).toEqual([undefined, 'unanswered']);
  expect([behind({ addresses: 19 }), behind({ addresses: 20 })]).toEqual([undefined, 'address-undeliverable']);
});

test('nothing is written of a run that goes on as it went', () => {
  const taken = all(one('1', { isTaken: true }));
  expect(inARowAfter(taken, one('2', { isTaken: true, unanswered: 2, addresses: 1 }))).toBeUndefined();
  expect(inARowAfter(undefined, one('1', {}))).toBeUndefined();
});

test('a resume begins it again, and a worker of before the resume changes nothing', () => {
  const before = all(one('1', { unanswered: 5 }));
  const resumedAt = after(120);
  expect(rowOf(before, resumedAt).unanswered).toBe(0);
  const since = inARowAfter(before, one('2', { unanswered: 1 }, { resumedAt }));
  expect(rowOf(since, resumedAt)).toMatchObject({ unanswered: 1, isAfterTaken: false });
  expect(inARowAfter(since, one('3', { unanswered: 4 }))).toBeUndefined();
  expect(inARowAfter(since, one('3', { isTaken: true }))).toBeUndefined();
});

test('whoever it rejected is remembered once another is taken behind them, in whatever chunk', () => {
  const seen = all(one('1', { isTaken: true, rejected: [ALIX] }));
  expect(seen?.alone).toBeUndefined();
  expect(
    all(one('1', { isTaken: true, rejected: [ALIX] }), one('2', { isTaken: true, rejected: [CAMILLE] }))?.alone,
  ).toEqual([ALIX]);
  expect(rowOf(seen, undefined).rejected).toBe(1);
});

test('the first of a run that it rejects says it of all, and five in a row where it took others or somebody resumed it', () => {
  const row = (rejected: number, isAfterTaken: boolean) => ({ unanswered: 0, addresses: 0, rejected, isAfterTaken });
  expect(rejectsAll(row(1, false), false)).toBe(true);
  expect([rejectsAll(row(4, false), true), rejectsAll(row(4, true), false)]).toEqual([false, false]);
  expect([rejectsAll(row(5, false), true), rejectsAll(row(5, true), false)]).toEqual([true, true]);
});
