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

test('P2: many restrictions go to many contacts, in as many transactions as they need', async () => {
  const { declare, restrict, lift, restricted } = played(3);
  await declare('a');
  const names = Array.from({ length: 23 }, (_, index) => `m${index}`);
  for (const name of names) await declare(name, 'one');
  for (const which of ['1', '2', '3', '4']) await restrict('a', which);
  await declare('a', 'one');
  expect(await restricted(['a', ...names])).toEqual(all(24, 4));
  for (const which of ['1', '2', '3', '4']) await lift('a', which);
  expect(await restricted(['a', ...names])).toEqual(all(24, 0));
});
