import { expect, test } from 'vitest';
import { anyChange, NAMES, ofThreePeople, played } from './played.ts';

test('a restriction that came back to a contact by way of another person is lifted there', async () => {
  const { declare, restrict, merge, lift, restricted } = played(1);
  for (const name of ['a', 'd']) await declare(name, 'one');
  for (const name of ['b', 'e']) await declare(name, 'two');
  await restrict('a');
  await merge('b', 'a');
  await restrict('e');
  await lift('a');
  await lift('e');
  expect(await restricted(['a', 'b', 'd', 'e'])).toEqual([0, 0, 0, 0]);
});

test('a restriction is lifted beyond a contact that was erased, restricted again and freed', async () => {
  const { declare, restrict, unlink, erase, lift, restricted } = played(1);
  await declare('a', 'one');
  await declare('b', 'one');
  await restrict('a');
  await unlink('a');
  await declare('c', 'one');
  await erase('b');
  await restrict('b', 'again');
  await lift('b', 'again');
  await lift('a');
  expect(await restricted(['a', 'b', 'c'])).toEqual([0, 0, 0]);
});

test('P2: whatever happens to people, all are restricted as one while a request stands, and nobody is once all are lifted', async () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const play = await ofThreePeople(seed);
    const open: [string, string][] = [];
    for (let step = 0; step < 12; step += 1) {
      const drawn = play.world.draw();
      const name = NAMES[Math.floor(play.world.draw() * NAMES.length)] ?? 'a';
      if (drawn < 0.25) {
        await play.restrict(name, `${step}`);
        open.push([name, `${step}`]);
      } else if (drawn < 0.4) {
        const oldest = open.shift();
        if (oldest !== undefined) await play.lift(...oldest);
      } else await anyChange(play);
      const people = await Promise.all(NAMES.map(play.standing));
      for (const [person, alike] of Map.groupBy(people, (each) => each?.person)) {
        const are = new Set(alike.map((each) => each?.restrictions !== undefined));
        if (person !== undefined) expect(are.size, `seed ${seed}, step ${step}`).toBe(1);
      }
    }
    for (const [name, which] of open) await play.lift(name, which);
    expect(await play.restricted(NAMES), `seed ${seed}`).toEqual([0, 0, 0, 0, 0]);
  }
});
