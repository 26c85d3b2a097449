import { expect, test } from 'vitest';
import { dying, type Played, played } from './played.ts';

/** A merge that died after one contact had moved: resolves to who did. */
const cutShort = async ({ declare, merge, by, standing }: Played): Promise<readonly [string, string, string]> => {
  await declare('kept', 'one');
  for (const name of ['x', 'y', 'z']) await declare(name, 'two');
  await expect(merge('kept', 'z', dying(by, 1))).rejects.toThrow('cut short');
  const person = (await standing('kept'))?.person;
  const isMoved = (await standing('x'))?.person === person;
  return isMoved ? ['x', 'y', 'z'] : ['y', 'x', 'z'];
};

test('P2: a person whose merge was cut short keeps its oppositions when those it was merged into are gone', async () => {
  const play = played(1);
  const [moved, ...left] = await cutShort(play);
  for (const name of ['kept', moved]) await play.expire(name);
  await play.oppose('z');
  expect(await play.opposed(left)).toEqual([1, 1]);
});
