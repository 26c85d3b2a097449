import * as fc from 'fast-check';
import { type Finding, faultsOf } from './checks/invariants.ts';
import { honoured, pageFaults } from './checks/pages.ts';
import { contactsTaken, opposeAndAsk, readBack } from './checks/read-back.ts';
import { deliver, handle, publish } from './checks/workers.ts';
import { operationNamed } from './document.ts';
import { ask } from './gateway.ts';
import { type Batch, batch } from './making/records.ts';
import { type Asked, request } from './making/requests.ts';
import { type Visit, visit, visitWire } from './making/visits.ts';
import { wireOf } from './making/wire.ts';
import type { Write } from './store/transaction.ts';
import type { Tally } from './tally.ts';
import { ADVERTISER, passTime, type World } from './world.ts';

/** Requests of one session, on one world, one after another. */
const LONGEST = 8;
/** Contacts of a session that oppose at its end. */
const MOST_OPPOSED = 2;

/** Messages of a session that are sent. */
const MOST_SENT = 3;

/** What a session does. */
export type Act = Asked | Visit | Batch;
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 16, arbitrary: request },
  { weight: 2, arbitrary: visit },
  { weight: 1, arbitrary: batch },
);
export const session: fc.Arbitrary<readonly Act[]> = fc.array(act, { minLength: 1, maxLength: LONGEST, size: 'max' });

/** A finding, with the act that brought it about. */
export interface Found extends Finding {
  readonly act: string;
}

/** Immutable versions stay in the functions' memory: what was stored of them stays in the table as well. */
const staysFor = ({ pk }: Write): boolean => pk.startsWith('FORMS#') || pk.startsWith('TEMPLATES#');

/** Takes back what the session wrote. */
const takeBack = ({ aws, writes }: World): void => {
  const kept = aws.table.writes.slice(writes).filter(staysFor);
  aws.table.undoTo(writes);
  for (const { after } of kept) if (after !== undefined) aws.table.put({ TableName: '', Item: after });
  aws.table.writes.length = writes;
  aws.queued.length = 0;
  aws.handedOver.length = 0;
  passTime();
};

/** Whose the contact is: the advertiser that the body names, else the one of the key. */
const advertiserIn = (value: unknown): string => {
  const { advertiserId } = Object(value) as { advertiserId?: unknown };
  return typeof advertiserId === 'string' ? advertiserId : ADVERTISER;
};

const isSettings = ({ pk }: Write): boolean => pk.startsWith('ADVERTISER#') || pk.startsWith('APIKEY');

/** What came of one act. */
interface Done {
  readonly findings: readonly Finding[];
  readonly said: string;
  /** Contacts that something was recorded for, with their advertiser. */
  readonly contacts?: readonly (readonly [advertiserId: string, contact: object])[];
}

const doRequest = async (world: World, asked: Asked, tally: Tally): Promise<Done> => {
  const { wire, value } = wireOf(world, asked);
  const { table } = world.aws;
  const before = table.writes.length;
  const answer = await ask(wire);
  const writes = table.writes.slice(before);
  const operation = operationNamed(asked.operationId);
  const caller = 'Authorization' in asked.headers ? undefined : world.callers[asked.caller % world.callers.length];
  tally.count(asked.operationId, answer.status, answer.cpuMs);
  const isTaken = answer.status < 300 && writes.length > 0;
  // The contact of settings is where an advertiser is reached, and no person.
  const contacts = isTaken && !operation.path.startsWith('/v1/advertisers/') ? contactsTaken(value, answer.text) : [];
  return {
    findings: faultsOf({ operation, wire, caller, answer, writes }),
    said: `${wire.method} ${wire.target} by ${caller?.name} ${wire.body.toString().slice(0, 1_500)}`,
    contacts: contacts.map((contact) => [advertiserIn(value), contact] as const),
  };
};

const doVisit = async (world: World, visited: Visit, tally: Tally): Promise<Done> => {
  const wire = visitWire(world, visited);
  const { table } = world.aws;
  const before = table.writes.length;
  const answer = await ask(wire);
  const writes = table.writes.slice(before);
  tally.count(`page ${wire.method}`, answer.status, answer.cpuMs);
  return {
    findings: [...pageFaults(visited, wire, answer, writes), ...(await honoured(world, visited, answer))],
    said: `${wire.method} ${wire.target} ${JSON.stringify(wire.headers)} ${wire.body.toString().slice(0, 600)}`,
  };
};

const doBatch = async (world: World, batched: Batch, tally: Tally): Promise<Done> => {
  const { found, cpuMs } = await handle(world, batched);
  tally.count(`queue ${batched.queue}`, found.length === 0 ? 'handled' : 'not', cpuMs);
  return { findings: found, said: `${batched.queue} ${JSON.stringify(batched.spoiled).slice(0, 1_500)}` };
};

const doAct = (world: World, each: Act, tally: Tally): Promise<Done> => {
  if (each.kind === 'api') return doRequest(world, each, tally);
  return each.kind === 'public' ? doVisit(world, each, tally) : doBatch(world, each, tally);
};

/** What holds of whatever was written: it is read again, it is published, and what was accepted is settled. */
const afterWrites = async (world: World, writes: readonly Write[]): Promise<readonly Finding[]> => {
  if (writes.length === 0) return [];
  if (writes.some(isSettings)) passTime();
  const found = [...(await readBack(writes)), ...(await publish(world, writes))];
  const bodies = world.aws.queued.filter(({ queue }) => queue === 'send').map(({ body }) => body);
  world.aws.queued.length = 0;
  return bodies.length === 0 ? found : [...found, ...(await deliver(bodies.slice(0, MOST_SENT)))];
};

/** Plays a session on a world, and leaves the world as it was. */
export const play = async (world: World, acts: readonly Act[], tally: Tally): Promise<readonly Found[]> => {
  const found: Found[] = [];
  const opposed = new Map<string, () => Promise<readonly Finding[]>>();
  const { table } = world.aws;
  try {
    for (const each of acts) {
      const before = table.writes.length;
      const { findings, said, contacts = [] } = await doAct(world, each, tally);
      const later = await afterWrites(world, table.writes.slice(before));
      found.push(...[...findings, ...later].map((fault) => ({ ...fault, act: said })));
      for (const [advertiserId, contact] of contacts)
        opposed.set(JSON.stringify([advertiserId, contact]), () => opposeAndAsk(world, advertiserId, contact));
    }
    for (const [said, oppose] of [...opposed].slice(0, MOST_OPPOSED))
      found.push(...(await oppose()).map((fault) => ({ ...fault, act: said })));
    return found;
  } finally {
    takeBack(world);
  }
};
