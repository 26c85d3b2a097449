import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { shareReader } from '#local/sources/shared-reader.ts';

const record = (id: number): _Record => ({ eventID: String(id) });
const idsOf = (records: readonly _Record[]) => records.map(({ eventID }) => Number(eventID));

/** A stream that has these readings, one after the other, and nothing afterwards. */
const streamOf = (readings: readonly (readonly number[])[]) => {
  const left = [...readings];
  const read = vi.fn(async () => {
    const [now = []] = left.splice(0, 1);
    await Promise.resolve();
    return now.map(record);
  });
  return { read, reader: shareReader({ read }) };
};

test('each reader has every record once, in order, whoever reads and when', async () => {
  const readings = fc.array(fc.array(fc.nat(99), { maxLength: 4 }), { maxLength: 8 });
  const turns = fc.array(fc.nat(2), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(readings, turns, fc.boolean(), async (found, order, isAtOnce) => {
      vi.useFakeTimers({ toFake: ['performance'] });
      const { reader } = streamOf(found);
      const readers = [reader(), reader(), reader()];
      const had: number[][] = [[], [], []];
      const turn = async (place: number) => {
        vi.advanceTimersByTime(100);
        had[place]?.push(...idsOf((await readers[place]?.read())?.records ?? []));
      };
      if (isAtOnce) await Promise.all(order.map(turn));
      else for (const place of order) await turn(place);
      for (const place of [...found, []].flatMap(() => [0, 1, 2])) await turn(place);
      vi.useRealTimers();
      for (const each of had) expect(each).toEqual(found.flat());
    }),
    { numRuns: 200 },
  );
});

test('a reading that found nothing is one for all, for a moment', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { read, reader } = streamOf([]);
  const [one, other] = [reader(), reader()];
  const first = await one.read();
  vi.advanceTimersByTime(39);
  expect(await other.read()).toEqual(first);
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  const later = await other.read();
  expect(read).toHaveBeenCalledTimes(2);
  expect(later.beganAt - first.beganAt).toBe(40);
  vi.useRealTimers();
});

test('who joins a reading is told when it began', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let answer = (_: readonly _Record[]): void => undefined;
  const reader = shareReader({ read: () => new Promise((resolve) => (answer = resolve)) });
  const [one, other] = [reader(), reader()];
  const beganAt = performance.now();
  const first = one.read();
  vi.advanceTimersByTime(500);
  const second = other.read();
  answer([]);
  expect((await first).beganAt).toBe(beganAt);
  expect((await second).beganAt).toBe(beganAt);
  vi.useRealTimers();
});

test('one that found records is no sign of the end', async () => {
  const { read, reader } = streamOf([[1], [2]]);
  const [one, other] = [reader(), reader()];
  expect(idsOf((await one.read()).records)).toEqual([1]);
  expect(idsOf((await one.read()).records)).toEqual([2]);
  expect(idsOf((await other.read()).records)).toEqual([1, 2]);
  expect(read).toHaveBeenCalledTimes(2);
});

test('what one has not read is not copied each time that another reads', async () => {
  const { reader } = streamOf([Array.from({ length: 1000 }, (_, id) => id), ...Array.from({ length: 50 }, () => [1])]);
  const [one, held] = [reader(), reader()];
  await one.read();
  const slice = vi.spyOn(Array.prototype, 'slice');
  onTestFinished(() => slice.mockRestore());
  for (let turn = 0; turn < 50; turn += 1) await one.read();
  const copied = slice.mock.results.reduce((sum, { value }) => sum + Object(value).length, 0);
  slice.mockRestore();
  expect(copied).toBe(50);
  expect((await held.read()).records).toHaveLength(1050);
});

test('one that fails is done again by who reads next', async () => {
  const read = vi.fn(async () => [record(1)] as readonly _Record[]).mockRejectedValueOnce(new Error('closed'));
  const reader = shareReader({ read });
  const [one, other] = [reader(), reader()];
  const both = await Promise.allSettled([one.read(), other.read()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(idsOf((await other.read()).records)).toEqual([1]);
  expect(idsOf((await one.read()).records)).toEqual([1]);
});
