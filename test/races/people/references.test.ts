import { expect, test } from 'vitest';
import { played } from './played.ts';

test('P2: a contact that was unlinked once and merged later is of the person that stayed, also once it expired', async () => {
  const { declare, unlink, merge, expire, oppose, opposed } = played(1);
  await declare('kept', 'one');
  await declare('x', 'one');
  await unlink('x');
  await declare('x', 'two');
  await declare('y', 'two');
  await merge('kept', 'x');
  await expire('x');
  await declare('x', 'two');
  await oppose('kept');
  await declare('new', 'two');
  expect(await opposed(['kept', 'x', 'y', 'new'])).toEqual([1, 1, 1, 1]);
});

test('an unlinking from one on the way of a chain of merges is heard: what that one became is not the human either', async () => {
  const { declare, unlink, merge, standing } = played(1);
  await declare('a', 'one');
  await declare('b', 'two');
  await declare('x', 'three');
  await merge('b', 'x');
  await unlink('x');
  await merge('a', 'b');
  await declare('x', 'three');
  expect((await standing('b'))?.person).toBe((await standing('a'))?.person);
  expect((await standing('x'))?.person).not.toBe((await standing('a'))?.person);
});
