import fc from 'fast-check';
import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import type { PersonChange } from '#shared/app/people/person-change.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { consentFacts, NOW, sha256 } from '../../support/builders.ts';
import { access } from '../rotation/run.ts';
import { type Process, rotationWorld } from '../rotation/world.ts';

/** Addresses and references that a history is about: few, so that what happens to one meets the others. */
const ADDRESSES = 5;
const REFS = 3;

type Happening =
  | { readonly kind: 'consent' | 'unlink'; readonly of: number }
  | { readonly kind: 'oppose'; readonly of: number; readonly scope: number; readonly spoken: boolean }
  | { readonly kind: 'link'; readonly of: number; readonly ref: number }
  | { readonly kind: 'merge'; readonly of: number; readonly with: number }
  | { readonly kind: 'move'; readonly of: number; readonly to: number; readonly byPerson: boolean };

const SCOPES: readonly OppositionScope[] = [
  { scope: 'global' },
  { scope: 'channel', channels: ['email'] },
  { scope: 'purpose', channels: ['email'], purpose: 'own-offers' },
];
const address = fc.nat(ADDRESSES - 1);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constantFrom('consent' as const, 'unlink' as const), of: address }),
  fc.record({ kind: fc.constant('oppose' as const), of: address, scope: fc.nat(2), spoken: fc.boolean() }),
  fc.record({ kind: fc.constant('link' as const), of: address, ref: fc.nat(REFS - 1) }),
  fc.record({ kind: fc.constant('merge' as const), of: address, with: address }),
  fc.record({ kind: fc.constant('move' as const), of: address, to: address, byPerson: fc.boolean() }),
);

const named = (index: number) => ({ kind: 'email', value: `lecteur-${index}@example.fr` }) as const;
const actor = { by: 'system' } as const;

/** An act of opposition: how wide it is, 0 the widest, and whether it speaks for the whole person. */
interface Act {
  readonly scope: number;
  readonly isOfPerson: boolean;
}

/** What decision D1 says that each address has, from what happened alone; no code of the product is asked. */
const modelOf = () => {
  const acts = Array.from({ length: ADDRESSES }, () => new Set<Act>());
  const bases = Array.from({ length: ADDRESSES }, () => new Set<number>());
  const person: (number | undefined)[] = Array.from({ length: ADDRESSES }, () => undefined);
  const ofPerson = Array.from({ length: REFS }, () => new Set<Act>());
  const members = (ref: number) => person.flatMap((each, index) => (each === ref ? [index] : []));
  const give = (to: Set<Act> | undefined, what: Iterable<Act>) => {
    for (const each of what) to?.add(each);
  };
  const moves = Array.from({ length: ADDRESSES }, () => new Set<number>());
  /** Whoever is not written to at one address any more opposes there for the next one as well. */
  const followed = (index: number): ReadonlySet<number> => {
    const found = new Set([index]);
    for (const each of found) for (const next of moves[each] ?? []) found.add(next);
    return found;
  };
  /** A change of address says that both are of one human: what that one says is said at each, before and after. */
  const ofOneHuman = (some: readonly number[]): ReadonlySet<number> => {
    const found = new Set(some);
    for (const each of found)
      for (let other = 0; other < ADDRESSES; other += 1)
        if (moves[each]?.has(other) || moves[other]?.has(each)) found.add(other);
    return found;
  };
  const spokenAt = (index: number): readonly Act[] => [...(acts[index] ?? [])].filter(({ isOfPerson }) => isOfPerson);
  const join = (index: number, ref: number): void => {
    const own = spokenAt(index);
    for (const each of ofOneHuman([index])) give(acts[each], ofPerson[ref] ?? []);
    give(ofPerson[ref], own);
    for (const each of ofOneHuman(members(ref))) give(acts[each], own);
    person[index] = ref;
  };
  return {
    acts,
    bases,
    person,
    join,
    oppose: (index: number, act: Act) => {
      const ref = person[index];
      const all = act.isOfPerson ? ofOneHuman([index, ...(ref === undefined ? [] : members(ref))]) : followed(index);
      for (const each of all) acts[each]?.add(act);
      if (act.isOfPerson && ref !== undefined) ofPerson[ref]?.add(act);
    },
    merge: (index: number, other: number) => {
      const [stays, goes] = [person[index], person[other]];
      if (stays === undefined || goes === stays) return;
      for (const each of goes === undefined ? [other] : members(goes)) join(each, stays);
    },
    move: (from: number, to: number, byPerson: boolean) => {
      const said = [spokenAt(from), spokenAt(to)] as const;
      const [before, after] = [ofOneHuman([from]), ofOneHuman([to])];
      give(acts[to], acts[from] ?? []);
      for (const each of after) give(acts[each], said[0]);
      for (const each of before) give(acts[each], said[1]);
      moves[from]?.add(to);
      if (byPerson) for (const each of bases[from] ?? []) bases[to]?.add(each);
      const [a, b] = [person[from], person[to]];
      if (a !== undefined && b === undefined) join(to, a);
      if (b !== undefined && a === undefined) join(from, b);
    },
  };
};

const covers = (wide: OppositionScope, narrow: OppositionScope): boolean =>
  SCOPES.findIndex(({ scope }) => scope === wide.scope) <= SCOPES.findIndex(({ scope }) => scope === narrow.scope);

/** The minute in which a consent was given says which it is, wherever it is found. */
const givenAt = (number: number) => addSeconds(addDays(NOW, -30), number * 60);

const factsOfNumber = (number: number) => consentFacts({ channels: ['email'], givenAt: givenAt(number) });

/** Plays a history on a table in memory and by the model, and says what differs. */
const played = async (seed: number, history: readonly Happening[]): Promise<readonly string[]> => {
  const world = rotationWorld(seed);
  const by: Process = world.process(0);
  const model = modelOf();
  const idOf = async (index: number) => (await by.fingerprints.find(access, named(index))).contactId;
  const change = async (index: number, said: PersonChange) =>
    changePerson(by, { access, contactId: await idOf(index), actor }, said).then(
      () => true,
      (error: unknown) => {
        // Refused for a reason of the caller: then nothing may have changed.
        if (error instanceof Failure && ['invalid-request', 'contact-not-found'].includes(error.code)) return false;
        throw error;
      },
    );
  const happen = async (one: Happening, number: number): Promise<void> => {
    const request = { requestId: `request-${number}`, bodySha256: sha256('1') };
    world.pass(1);
    const contact = { ...(await by.fingerprints.find(access, named(one.of))), addressKind: 'email' as const };
    switch (one.kind) {
      case 'consent': {
        await recordFact(
          by,
          access,
          { ...contact, deliverable: named(one.of).value },
          request,
          (id) =>
            ({
              ...{ type: 'consent-given', id, consent: factsOfNumber(number), observed: false, actor },
            }) as never,
        );
        model.bases[one.of]?.add(number);
        return;
      }
      case 'oppose': {
        const via = one.spoken ? 'phone' : 'link';
        const of = SCOPES[one.scope] ?? { scope: 'global' };
        await registerOpposition(by, { access, ...contact, of, via, actor: { by: 'person' }, ...request });
        model.oppose(one.of, { scope: one.scope, isOfPerson: one.spoken || one.scope === 0 });
        return;
      }
      case 'link': {
        if (model.person[one.of] !== undefined) return;
        await declareContact(by, { access, address: named(one.of), declared: {}, personRef: `crm-${one.ref}`, actor });
        model.join(one.of, one.ref);
        return;
      }
      case 'unlink':
        if (await change(one.of, { action: 'unlink', reason: 'A mistake.' })) model.person[one.of] = undefined;
        return;
      case 'merge':
        if (await change(one.of, { action: 'merge', with: await idOf(one.with) })) model.merge(one.of, one.with);
        return;
      case 'move': {
        const said = { action: 'change-address', address: named(one.to), request } as const;
        const isDone = await change(one.of, { ...said, madeBy: one.byPerson ? 'person' : 'advertiser' });
        if (isDone) model.move(one.of, one.to, one.byPerson);
      }
    }
  };
  const wrong: string[] = [];
  for (const [number, one] of history.entries()) {
    await happen(one, number);
    for (let index = 0; index < ADDRESSES; index += 1) {
      const standing = await by.ledger.readStanding(access, await idOf(index));
      wrong.push(
        ...differences(standing, { acts: model.acts[index] ?? new Set(), isOfOne: model.person[index] !== undefined }),
      );
      const own = new Set([...(model.bases[index] ?? [])].map(givenAt));
      for (const consent of standing?.consents ?? [])
        if (!own.has(consent.givenAt)) wrong.push(`address ${index} has a basis that is not its own`);
    }
  }
  return wrong;
};

const differences = (
  standing: Standing | undefined,
  { acts, isOfOne }: { readonly acts: ReadonlySet<Act>; readonly isOfOne: boolean },
): readonly string[] => {
  const has = standing?.oppositions ?? [];
  const lost = [...acts].filter(({ scope }) => !has.some(({ of }) => covers(of, SCOPES[scope] ?? { scope: 'global' })));
  const isLinked = standing?.person !== undefined;
  return [
    ...(lost.length > 0 ? ['an opposition is lost'] : []),
    ...(acts.size === 0 && has.length > 0 ? ['an opposition is nobody’s'] : []),
    ...(isLinked === isOfOne ? [] : ['a link is not what it should be']),
  ];
};

test('P2, D1: whatever is linked, unlinked, merged and moved, no opposition is lost and no basis spreads', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(happening, { minLength: 1, maxLength: 14 }), async (seed, history) => {
      expect(await played(seed, history)).toEqual([]);
    }),
    { numRuns: Number(process.env.PEOPLE_RUNS ?? 150), seed: 20261128 },
  );
}, 300_000);
