import { expect, test } from 'vitest';
import type { Person } from '#shared/app/records/ledger.port.ts';
import { access } from '../rotation/happens.ts';
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

test.each([0, 1, 2, 5])(
  'P7: of a person that 200 others were merged into nothing is left, whether they lead to it or one to the next, cut short after %i writes',
  async (after) => {
    const { by, world, declare, expire, standing } = played(2);
    await declare('a', 'kept');
    const person = (await standing('a'))?.person ?? '';
    const at = by.clock.now();
    const none = { contacts: [], oppositions: [] };
    const put = (name: string, more: Partial<Person>, before: Person = { person: name, ...none, lock: 0 }) =>
      by.ledger.append(access, [], { at, person: { before, after: { person: name, ...none, ...more } } });
    const names = Array.from({ length: 200 }, (_, number) => `v1.lead-${number}`);
    for (const [number, name] of names.entries())
      await put(name, { mergedInto: number % 3 === 0 ? person : (names[number - 1] ?? person) });
    const before = await by.ledger.readPerson(access, person);
    if (before === undefined) throw new Error('the person is stored');
    await put(person, { contacts: before.contacts, merged: names.toReversed() }, before);
    const people = () => [...world.memory.items()].filter(({ entity }) => entity?.S === 'person').length;
    expect(people()).toBe(201);
    const { client } = world.table;
    const send = client.send.bind(client);
    let writes = 0;
    client.send = (async (command: { readonly input: object }) => {
      if ('TransactItems' in command.input) writes += 1;
      if (after > 0 && writes > after) throw new Error('cut short');
      return send(command as never);
    }) as never;
    if (after > 0) await expire('a').catch(() => undefined);
    client.send = send;
    await expire('a');
    expect(people()).toBe(0);
  },
);
