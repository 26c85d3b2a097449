import { expect, test } from 'vitest';
import { played } from './played.ts';

test('P2: a contact that cannot be read keeps no other contact of the person from a restriction, nor from being linked', async () => {
  const { declare, damage, restrict, restricted } = played(1);
  for (const name of ['a', 'b', 'c']) await declare(name, 'one');
  await damage('b');
  await expect(restrict('a')).rejects.toMatchObject({ code: 'stored-unreadable' });
  expect(await restricted(['a', 'c'])).toEqual([1, 1]);
  await declare('new', 'one');
  expect(await restricted(['new'])).toEqual([1]);
});

test('P2: a restriction does not end at a contact that cannot be read: nobody is linked by it alone', async () => {
  const { declare, damage, restrict } = played(1);
  await declare('b', 'one');
  await restrict('b');
  await damage('b');
  await expect(declare('new', 'one')).rejects.toMatchObject({ code: 'stored-unreadable' });
});
