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

test('P2: a person whose merge was cut short opposes as one, also at an address that is declared under the former reference', async () => {
  for (const name of ['kept', 'x', 'z', 'new']) {
    const play = played(1);
    await cutShort(play);
    await play.declare('new', 'two');
    await play.oppose(name);
    expect(await play.opposed(['kept', 'x', 'y', 'z', 'new']), `opposed by ${name}`).toEqual([1, 1, 1, 1, 1]);
    await play.declare('more', 'one');
    await play.declare('another', 'two');
    expect(await play.opposed(['more', 'another']), `opposed by ${name}`).toEqual([1, 1]);
  }
});

test('P2: a person whose merge was cut short is restricted as one', async () => {
  for (const name of ['kept', 'x', 'z', 'new']) {
    const play = played(1);
    await cutShort(play);
    await play.declare('new', 'two');
    await play.restrict(name);
    expect(await play.restricted(['kept', 'x', 'y', 'z', 'new']), `restricted by ${name}`).not.toContain(0);
    await play.lift(name);
    expect(await play.restricted(['kept', 'x', 'y', 'z', 'new'])).toEqual([0, 0, 0, 0, 0]);
  }
});

test('a merge that was cut short is completed by the reverse call as well', async () => {
  const play = played(1);
  const [, other] = await cutShort(play);
  expect(await play.merge(other, 'kept')).toMatchObject({ moved: 2 });
  const people = await Promise.all(['kept', 'x', 'y', 'z'].map(async (name) => (await play.standing(name))?.person));
  expect(new Set(people).size).toBe(1);
});
