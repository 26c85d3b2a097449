import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { endingContactsOf } from '#shared/adapters/dynamodb/retention/ending-contacts.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { erasureEvent } from '#shared/app/erasure/erase-contact.ts';
import { oppositionEvent } from '#shared/app/oppositions/person-oppositions.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { annulRecord } from '#shared/app/records/annul-record.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { visitContact } from '#shared/app/retention/visit-contact.ts';
import { liftRestriction, restrictOthers, restrictUse } from '#shared/app/rights/restrict-use.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import type { AnnulmentContent } from '#shared/domain/ledger/annulment.ts';
import { reducedStanding } from '#shared/domain/ledger/reduced-standing.ts';
import type { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import { addYears, toInstant } from '#shared/domain/time/instant.ts';
import { sha256 } from '../../support/builders.ts';
import { archiveInMemory } from '../../support/crypto/archive-in-memory.ts';
import { access, named } from '../rotation/happens.ts';
import { type Process, rotationWorld } from '../rotation/world.ts';

const actor = { by: 'system' } as const;
const { keyFor } = archiveInMemory();
const ANNULMENT: AnnulmentContent = {
  cause: 'no-act-behind-it',
  explanation: 'It was of somebody else.',
  evidence: { sha256: sha256('1'), mediaType: 'text/plain' },
  approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Petit' }],
};

/** Cuts off whatever is done after so many writes. */
export const dying = (by: Process, after: number): Process => {
  let appends = 0;
  const append: Ledger['append'] = async (...asked) => {
    appends += 1;
    if (appends > after) throw new Error('cut short');
    return by.ledger.append(...asked);
  };
  return { ...by, ledger: { ...by.ledger, append } };
};

/** Contacts by name, and what is done to them; each of it on the same store, one process unless another is given. */
export const played = (seed: number) => {
  const world = rotationWorld(seed);
  const by = world.process(0);
  const at = (name: string) => named(`${name}@example.fr`);
  const idOf = async (name: string) => (await by.fingerprints.find(access, at(name))).contactId;
  const of = async (name: string) => ({ access, contactId: await idOf(name), actor });
  const standing = async (name: string) => by.ledger.readStanding(access, await idOf(name));
  const restrictionOf = async (name: string, which: string) =>
    factIdOf(await idOf(name), `request/restriction${which}`);
  let changes = 0;
  return {
    ...{ world, by, idOf, standing },
    declare: (name: string, personRef?: string) =>
      declareContact(by, { access, address: at(name), declared: {}, ...(personRef && { personRef }), actor }),
    oppose: async (
      name: string,
      how: { readonly of?: OppositionScope; readonly via?: Via; readonly day?: number } = {},
    ) => {
      changes += 1;
      const { of: scope = { scope: 'global' }, via = 'letter', day } = how;
      return registerOpposition(by, {
        ...{ access, contactId: await idOf(name), addressKind: 'email', of: scope, via, actor },
        ...(day === undefined ? {} : { occurredAt: toInstant(Date.UTC(2026, 9, day, 10)) }),
        ...{ requestId: `opposition-${changes}`, bodySha256: sha256('1') },
      });
    },
    annul: (recordId: FactId) => annulRecord(by, { access, recordId, actor, content: ANNULMENT }),
    move: async (from: string, to: string) => {
      changes += 1;
      const request = { requestId: `change-${changes}`, bodySha256: sha256('1') };
      const change = { action: 'change-address', address: at(to), madeBy: 'person', request } as const;
      return changePerson(by, await of(from), change);
    },
    merge: async (kept: string, left: string, process: Process = by) =>
      changePerson(process, await of(kept), { action: 'merge', with: await idOf(left) }),
    unlink: async (name: string) => changePerson(by, await of(name), { action: 'unlink', reason: 'Two humans.' }),
    restrict: async (name: string, which = '') => {
      const asked = { access, id: await restrictionOf(name, which), actor };
      const occurredAt = by.clock.now();
      await restrictUse(by, { ...asked, addressKind: 'email', occurredAt, isDue: async () => true });
      await restrictOthers(by, { ...asked, known: [] });
    },
    lift: async (name: string, which = '') =>
      liftRestriction(by, { access, id: await restrictionOf(name, which), actor }),
    /** Its use has ended, and what remains of it is that it opposed. */
    reduce: async (name: string) => {
      const seen = await standing(name);
      if (seen === undefined) throw new Error(`${name} has a standing`);
      const contacts = endingContactsOf({ ...world.table, clock: by.clock, keyFor });
      const events = await by.ledger.listEvents(access, seen.contactId);
      await contacts.reduce(access, seen, reducedStanding(seen));
      const endedAt = by.clock.now();
      await contacts.archiveEvents(access, seen.contactId, events, { endedAt, until: addYears(endedAt, 6) });
    },
    /** Something of its standing cannot be read any more. */
    damage: async (name: string) => {
      const Key = toImage(standingKey(access, await idOf(name)));
      await world.table.client.send(
        new UpdateItemCommand({
          ...{ TableName: world.table.tableName, Key, UpdateExpression: 'SET consents = :x' },
          ExpressionAttributeValues: { ':x': { S: 'damaged' } },
        }),
      );
    },
    erase: async (name: string) => {
      const [contactId, seen, at] = [await idOf(name), await standing(name), by.clock.now()];
      if (seen === undefined) throw new Error(`${name} has a standing`);
      const id = factIdOf(contactId, 'erasure');
      const how = { id, occurredAt: at, actor };
      const event = oppositionEvent({ ...how, of: { scope: 'global' }, via: 'erasure-request' });
      const events = [event, erasureEvent(seen, { ...how, id: factIdOf(contactId, 'erasure/erased') }, [])];
      await appendToLedger(by.ledger, access, [{ contactId, seen, events }], { at });
    },
    /** Its standing has expired, and what looks after the terms has seen it. */
    expire: async (name: string) => {
      const [contactId, Key] = [await idOf(name), toImage(standingKey(access, await idOf(name)))];
      await world.table.client.send(new DeleteItemCommand({ TableName: world.table.tableName, Key }));
      const contacts = endingContactsOf({ ...world.table, clock: by.clock, keyFor });
      await visitContact({ ...by, contacts }, access, contactId);
    },
    restricted: (names: readonly string[]) =>
      Promise.all(names.map(async (name) => (await standing(name))?.restrictions?.length ?? 0)),
    opposed: (names: readonly string[]) =>
      Promise.all(names.map(async (name) => (await standing(name))?.oppositions.length ?? 0)),
  };
};

export type Played = ReturnType<typeof played>;

export const NAMES = ['a', 'b', 'c', 'd', 'e'] as const;
const REFS = ['one', 'two', 'three'] as const;

/** One of the changes of people that link, merge, unlink and move the five; those that are refused change nothing. */
export const anyChange = async (
  { world, declare, merge, unlink, move }: Played,
  kinds: readonly ('merge' | 'unlink' | 'declare' | 'move')[] = ['merge', 'unlink', 'declare', 'move'],
): Promise<void> => {
  const one = <T>(among: readonly T[]): T => among[Math.floor(world.draw() * among.length)] as T;
  const [kind, x, y] = [one(kinds), one(NAMES), one(NAMES)];
  const done = async (): Promise<unknown> => {
    if (kind === 'merge') return merge(x, y);
    if (kind === 'unlink') return unlink(x);
    if (kind === 'declare') return declare(x, one(REFS));
    return x === y ? undefined : move(x, y);
  };
  await done().catch((error: unknown) => {
    if (!(error instanceof Failure && ['invalid-request', 'person-too-large'].includes(error.code))) throw error;
  });
};

/** Five contacts of three people. */
export const ofThreePeople = async (seed: number): Promise<Played> => {
  const play = played(seed);
  for (const [index, name] of NAMES.entries()) await play.declare(name, REFS[index % REFS.length]);
  return play;
};
