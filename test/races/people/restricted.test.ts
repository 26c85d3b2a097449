import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { liftRestriction, restrictOthers, restrictUse } from '#shared/app/rights/restrict-use.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { sha256 } from '../../support/builders.ts';
import { access, named } from '../rotation/happens.ts';
import { type Process, rotationWorld } from '../rotation/world.ts';

const actor = { by: 'system' } as const;
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

const play = async (seed: number) => {
  const world = rotationWorld(seed);
  const by = world.process(0);
  const idOf = async (name: string) => (await by.fingerprints.find(access, named(`${name}@example.fr`))).contactId;
  const declare = (name: string, personRef: string) =>
    declareContact(by, { access, address: named(`${name}@example.fr`), declared: {}, personRef, actor });
  const move = async (from: string, to: string) => {
    const request = { requestId: `${from}-${to}`, bodySha256: sha256('1') };
    const change = { action: 'change-address', address: named(`${to}@example.fr`), madeBy: 'person', request } as const;
    await changePerson(by, { access, contactId: await idOf(from), actor }, change);
  };
  const merge = async (kept: string, left: string) =>
    changePerson(by, { access, contactId: await idOf(kept), actor }, { action: 'merge', with: await idOf(left) });
  const lifted = new Set<string>();
  const id = async (name: string) => factIdOf(await idOf(name), 'request/restriction');
  const restrict = async (name: string, ports: Pick<Process, 'ledger' | 'clock' | 'pause'> = by) => {
    const asked = { access, id: await id(name), actor };
    const isDue = async () => !lifted.has(name);
    await restrictUse(ports, { ...asked, addressKind: 'email', occurredAt: by.clock.now(), isDue });
    await restrictOthers(ports, { ...asked, known: [] });
  };
  const lift = async (name: string, ports: Pick<Process, 'ledger' | 'clock' | 'pause'> = by) => {
    lifted.add(name);
    await liftRestriction(ports, { access, id: await id(name), actor });
  };
  const restricted = (names: readonly string[]) =>
    Promise.all(
      names.map(async (name) => (await by.ledger.readStanding(access, await idOf(name)))?.restrictions?.length ?? 0),
    );
  await declare('a', 'one');
  await declare('b', 'one');
  await declare('x', 'other');
  return { by, declare, move, merge, restrict, lift, restricted };
};

/** Cuts off whatever is done after so many writes. */
const dying = (by: Process, after: number): Process & { readonly ledger: Ledger } => {
  let appends = 0;
  const append: Ledger['append'] = async (...asked) => {
    appends += 1;
    if (appends > after) throw new Error('cut short');
    return by.ledger.append(...asked);
  };
  return { ...by, ledger: { ...by.ledger, append } };
};

test('P2: a restriction and what is linked, changed and merged at the same time: each of them is restricted', async () => {
  for (const seed of SEEDS) {
    const { declare, move, merge, restrict, restricted } = await play(seed);
    await Promise.all([restrict('a'), declare('c', 'one'), move('b', 'd'), merge('a', 'x')]);
    expect(await restricted(['a', 'b', 'c', 'd', 'x']), `seed ${seed}`).not.toContain(0);
  }
});

test('a restriction that is lifted while others are linked, changed and merged holds for none of them', async () => {
  for (const seed of SEEDS) {
    const { declare, move, merge, restrict, lift, restricted } = await play(seed);
    await restrict('a');
    await Promise.all([lift('a'), declare('c', 'one'), move('b', 'd'), merge('a', 'x')]);
    expect(await restricted(['a', 'b', 'c', 'd', 'x']), `seed ${seed}`).toEqual([0, 0, 0, 0, 0]);
  }
});

test('a restriction comes once to a contact, by however many ways, and its end is the end of all', async () => {
  const { declare, merge, restrict, lift, restricted } = await play(3);
  const others = ['c', 'd', 'e', 'f'];
  for (const name of others) await declare(name, 'one');
  const more = ['y', 'z', 'v', 'w'];
  for (const name of more) await declare(name, 'other');
  await restrict('a');
  await merge('b', 'x');
  await declare('g', 'other');
  const all = ['a', 'b', ...others, 'x', ...more, 'g'];
  expect(await restricted(all)).toEqual(all.map(() => 1));
  await restrict('y');
  expect(await restricted(all)).toEqual(all.map(() => 2));
  await lift('a');
  expect(await restricted(all)).toEqual(all.map(() => 1));
  await lift('y');
  expect(await restricted(all)).toEqual(all.map(() => 0));
});

test.each([0, 1, 2, 3])(
  'P2: what a restriction, and its lifting, left undone after %i writes is done by the same call',
  async (after) => {
    const { by, move, restrict, lift, restricted } = await play(1);
    await move('b', 'd');
    await restrict('a', dying(by, after)).catch(() => undefined);
    await restrict('a');
    expect((await restricted(['a', 'b', 'd', 'x'])).map((each) => each > 0)).toEqual([true, true, true, false]);
    await lift('a', dying(by, after)).catch(() => undefined);
    await lift('a');
    expect(await restricted(['a', 'b', 'd', 'x'])).toEqual([0, 0, 0, 0]);
  },
);
