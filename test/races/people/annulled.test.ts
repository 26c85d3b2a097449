import { expect, test } from 'vitest';
import type { FactId } from '#shared/domain/ids.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { anyChange, NAMES, ofThreePeople, type Played, played } from './played.ts';

test('D4: an annulled opposition does not stay at its own contact where a copy of it came back', async () => {
  const { declare, oppose, move, annul, opposed } = played(1);
  await declare('b', 'two');
  await declare('e', 'two');
  const { id } = await oppose('b');
  await move('e', 'b');
  expect(await opposed(['b'])).toEqual([1]);
  await annul(id);
  expect(await opposed(['b', 'e'])).toEqual([0, 0]);
});

test('D4: an annulment ends a copy whose events are gone, and no other opposition there', async () => {
  const { declare, oppose, reduce, annul, opposed } = played(1);
  await declare('a', 'one');
  await declare('b', 'one');
  const { id } = await oppose('a', { of: { scope: 'channel', channels: ['email'] } });
  await oppose('b', { of: { scope: 'channel', channels: ['sms'] } });
  await reduce('b');
  await annul(id);
  expect(await opposed(['a', 'b'])).toEqual([1, 1]);
});

test('D4: an opposition of who moved often is annulled at every address', async () => {
  const { declare, oppose, move, annul, opposed } = played(1);
  await declare('a');
  const { id } = await oppose('a', { via: 'partner' });
  const names = Array.from({ length: 52 }, (_, index) => `n${index}`);
  for (const name of names) await move('a', name);
  await annul(id);
  expect(new Set(await opposed(['a', ...names]))).toEqual(new Set([0]));
});

const actsOf = ({ standing }: Played) =>
  Promise.all(NAMES.map(async (name) => new Set((await standing(name))?.oppositions.map((each) => each.occurredAt))));

/** As many as a person keeps one by one: more are joined to one, which an annulment of one leaves (P2). */
const MOST_ACTS = 4;

/** Random acts, each on a day of its own, so that it is known by its day wherever it was copied to. */
const afterActs = async (seed: number) => {
  const play = await ofThreePeople(seed);
  const acts: { readonly id: FactId; readonly day: string }[] = [];
  for (let step = 0; step < 9; step += 1) {
    const name = NAMES[Math.floor(play.world.draw() * NAMES.length)] ?? 'a';
    if (acts.length < MOST_ACTS && play.world.draw() < 0.4) {
      const via = step % 3 === 0 ? 'partner' : 'letter';
      const of: OppositionScope = step % 2 === 0 ? { scope: 'channel', channels: ['email'] } : { scope: 'global' };
      const { id } = await play.oppose(name, { of, via, day: 10 + step });
      acts.push({ id, day: `2026-10-${10 + step}T10:00:00.000Z` });
    } else await anyChange(play, ['merge', 'declare', 'move']);
  }
  return { ...play, play, acts };
};

test('P2: an annulment ends one act wherever it was copied to, and no other act anywhere', async () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const { play, acts } = await afterActs(seed);
    const annulled = acts[seed % Math.max(1, acts.length)];
    if (annulled === undefined) continue;
    const before = await actsOf(play);
    await play.annul(annulled.id);
    const after = await actsOf(play);
    for (const [index, days] of before.entries())
      for (const day of days)
        if (day !== annulled.day) expect(after[index], `seed ${seed}, ${NAMES[index]}, ${day}`).toContain(day);
    for (const [index, days] of after.entries())
      expect(days, `seed ${seed}, ${NAMES[index]}, annulled`).not.toContain(annulled.day);
  }
});
