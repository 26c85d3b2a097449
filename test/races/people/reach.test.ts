import { expect, test } from 'vitest';
import { played } from './played.ts';

const all = <T>(count: number, of: T): readonly T[] => Array.from({ length: count }, () => of);

test('P2: who moved often is opposed and restricted at every address, whichever is named', async () => {
  const { declare, move, oppose, restrict, lift, opposed, restricted } = played(1);
  await declare('a');
  const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
  for (const name of names) await move('a', name);
  await oppose('a');
  expect(await opposed(names)).toEqual(all(12, 1));
  await restrict('a');
  expect(await restricted(names)).toEqual(all(12, 1));
  await lift('a');
  expect(await restricted(names)).toEqual(all(12, 0));
});

test('P2: an opposition that does not fit one transaction is written in parts, and once however often it is asked', async () => {
  const { declare, move, oppose, opposed } = played(2);
  await declare('a');
  const names = Array.from({ length: 52 }, (_, index) => `n${index}`);
  for (const name of names) await move('a', name);
  await oppose('a');
  expect(await opposed(['a', ...names])).toEqual(all(53, 1));
});
