import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { erasuresOf } from '#shared/adapters/dynamodb/erasure/erasures.ts';
import { tracesOf } from '#shared/adapters/dynamodb/erasure/traces.ts';
import { exportJobsOf } from '#shared/adapters/dynamodb/rights/export-jobs.ts';
import { rightsRequestsOf } from '#shared/adapters/dynamodb/rights/rights-requests.ts';
import { type AnswerPorts, answerRequest } from '#shared/app/rights/answer-request.ts';
import { recordRequest } from '#shared/app/rights/record-request.ts';
import { liftRestriction } from '#shared/app/rights/restrict-use.ts';
import type { RightsRequests } from '#shared/app/rights/rights-requests.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { contactIdOf } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { RightsAction, RightsKind } from '#shared/domain/rights/rights-request.ts';
import { noPause } from '#test/support/aws.ts';
import { type SendWorld, sendVault, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const actor = { by: 'api-key', apiKeyId: 'root' } as const;
const address = { kind: 'email', value: 'personne@example.fr' } as const;
const deps = () => ({ ...world.table, vault: sendVault(), clock: world.clock });
const away = () => {
  throw dependencyUnavailable('The store of requests');
};

const portsOn = (change: Partial<RightsRequests> = {}, ledger = world.ledger): AnswerPorts => ({
  ledger,
  requests: { ...rightsRequestsOf(deps()), ...change },
  advertisers: world.ports.advertisers,
  clock: world.clock,
  pause: noPause,
  erasures: erasuresOf(deps()),
  traces: tracesOf(deps()),
  exportedContacts: { removeFiles: async () => undefined },
  exportJobs: exportJobsOf(deps()),
  jobQueue: { put: async () => undefined },
  suppressions: { remove: async () => undefined },
  dueList: world.ports.dueList,
});
const recording = (change: Partial<RightsRequests> = {}) => ({
  ...portsOn(change),
  requests: { ...rightsRequestsOf(deps()), ...change },
  fingerprints: { find: async () => ({ contactId: contactOfWorld() }) } as never,
});
let contact: Awaited<ReturnType<SendWorld['aMessage']>>['contactId'];
const contactOfWorld = () => contact;

const hash = (name: string) => ({ requestId: sha256Of(name), bodySha256: sha256Of(`body of ${name}`) });
const record = async (kind: RightsKind, name = 'asked', ports = recording()): Promise<FactId> => {
  contact ??= (await world.aMessage()).contactId;
  const command = { access: world.access, address, kind, via: 'phone', by: 'person', actor } as const;
  return (await recordRequest(ports, { ...command, request: hash(name) })).request.id;
};
const say = (id: FactId, action: RightsAction, ports = portsOn(), name: string = action) =>
  answerRequest(ports, {
    ...{ access: world.access, id, action, identity: 'no-doubt', reason: 'Vérifié.', decider: 'Jeanne Roy' },
    ...{ actor, apiKeyId: 'dpo', mayErase: true, request: hash(name) },
  });
const requestNow = async (id: FactId) => (await portsOn().requests.get(world.access, id))?.request;
const standing = (id: FactId) => world.ledger.readStanding(world.access, contactIdOf(id));
const isRestricted = async (id: FactId) => (await standing(id))?.restrictions?.includes(id) ?? false;
const isErased = async (id: FactId) => (await standing(id))?.erasedAt !== undefined;

test('an erasure that answers is read once, and the same call again answers the same', async () => {
  const id = await record('erasure');
  const { erasures } = portsOn();
  const found: FactId[] = [];
  const find: typeof erasures.find = (access, contactId, erasure) => {
    found.push(erasure);
    return erasures.find(access, contactId, erasure);
  };
  const answered = await say(id, 'answered', { ...portsOn(), erasures: { ...erasures, find } });
  expect([answered.erasure?.contactId, found.length]).toEqual([contact, 1]);
  expect(await say(id, 'answered')).toEqual(answered);
});

/** Ports of one who reads the request before somebody else answers it so. */
const overtakenBy = (action: RightsAction): AnswerPorts => {
  let isFirst = true;
  return portsOn({
    get: async (access, id) => {
      const seen = await portsOn().requests.get(access, id);
      if (isFirst) {
        isFirst = false;
        await say(id, action);
      }
      return seen;
    },
  });
};
/** Ports that lose the write of a step that was carried out. */
const cutAfterTheAct = (): AnswerPorts => {
  let writes = 0;
  return portsOn({
    replace: async (...all) => {
      writes += 1;
      return writes === 1 ? portsOn().requests.replace(...all) : away();
    },
  });
};

beforeEach(() => {
  contact = undefined as never;
});

test('P2: a refusal that comes after an answer lifts nothing', async () => {
  const id = await record('restriction');
  await expect(say(id, 'refused', overtakenBy('answered'))).rejects.toMatchObject({ code: 'request-settled' });
  expect([(await requestNow(id))?.state, await isRestricted(id)]).toEqual(['answered', true]);
});

test('an answer that comes after a refusal erases nothing', async () => {
  const id = await record('erasure');
  await expect(say(id, 'answered', overtakenBy('refused'))).rejects.toMatchObject({ code: 'request-settled' });
  expect([(await requestNow(id))?.state, await isErased(id)]).toEqual(['refused', false]);
});

test('P2: a refusal of which the write was lost is not overruled: the next one finds it done', async () => {
  const id = await record('restriction');
  await expect(say(id, 'refused', cutAfterTheAct())).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(say(id, 'answered')).rejects.toMatchObject({ code: 'request-settled' });
  const request = await requestNow(id);
  expect([request?.state, request?.reserved, await isRestricted(id)]).toEqual(['refused', undefined, false]);
});

test('an erasure of which the write was lost is answered by whoever comes next', async () => {
  const id = await record('erasure');
  await expect(say(id, 'answered', cutAfterTheAct())).rejects.toMatchObject({ code: 'dependency-unavailable' });
  expect((await requestNow(id))?.state).toBe('open');
  await expect(say(id, 'refused')).rejects.toMatchObject({ code: 'request-settled' });
  expect([(await requestNow(id))?.state, await isErased(id)]).toEqual(['answered', true]);
});

test.each([
  ['restriction', 'refused'],
  ['erasure', 'answered'],
] as const)('the same call again goes on with %s, %s, and notes it once, with who decided', async (kind, action) => {
  const id = await record(kind);
  const broken = { ...world.ledger, append: away } as typeof world.ledger;
  await expect(say(id, action, portsOn({}, broken))).rejects.toMatchObject({ code: 'dependency-unavailable' });
  expect((await requestNow(id))?.state).toBe('open');
  await say(id, action);
  const { request, texts } = await say(id, action);
  expect([request.state, request.steps.map((step) => step.action)]).toEqual([action, [action]]);
  expect(texts?.steps).toEqual([{ decider: 'Jeanne Roy', reason: 'Vérifié.' }]);
  const other = { ...hash(action), bodySha256: sha256Of('other') };
  const command = { access: world.access, id, action, decider: 'Jeanne Roy', actor, apiKeyId: 'dpo', mayErase: true };
  await expect(answerRequest(portsOn(), { ...command, request: other })).rejects.toMatchObject({
    code: 'idempotency-key-reused',
  });
});

test('P2: a restriction that is lifted leaves one that is being recorded, which the same call again records', async () => {
  const first = await record('restriction');
  await expect(record('restriction', 'second', recording({ create: away }))).rejects.toMatchObject({
    code: 'dependency-unavailable',
  });
  await say(first, 'refused');
  const second = await record('restriction', 'second');
  expect([await isRestricted(first), await isRestricted(second)]).toEqual([false, true]);
});

test('P2: recorded again, a restriction is in force before it is answered, unless it was lifted', async () => {
  const id = await record('restriction');
  const lost = () => liftRestriction(portsOn(), { access: world.access, id, actor });
  await lost();
  expect(await isRestricted(id)).toBe(false);
  await record('restriction');
  expect(await isRestricted(id)).toBe(true);
  await say(id, 'answered');
  await lost();
  await record('restriction');
  expect(await isRestricted(id)).toBe(true);
  await say(id, 'lifted');
  await record('restriction');
  expect(await isRestricted(id)).toBe(false);
});
