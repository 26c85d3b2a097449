import { DeleteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { listedContactKey } from '#shared/adapters/dynamodb/audience-keys.ts';
import { erasuresOf } from '#shared/adapters/dynamodb/erasure/erasures.ts';
import { tracesOf } from '#shared/adapters/dynamodb/erasure/traces.ts';
import { listedJobKey } from '#shared/adapters/dynamodb/job-keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { type ErasePorts, eraseContact } from '#shared/app/erasure/erase-contact.ts';
import { finishDueErasures } from '#shared/app/erasure/finish-due-erasures.ts';
import { mendSuppression } from '#shared/app/feedback/mend-suppression.ts';
import type { Suppression } from '#shared/app/feedback/suppressions.port.ts';
import { listIdOfJob } from '#shared/domain/contact/fingerprint.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { type ContactId, JobId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { noPause } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { type SendWorld, sendVault, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
let removed: string[];
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  removed = [];
});
afterEach(() => world.close());

const ACTOR = { by: 'api-key', apiKeyId: 'root' } as const;

const portsOn = (change: Partial<ErasePorts> = {}): ErasePorts => {
  const deps = { ...world.table, vault: sendVault(), clock: world.clock };
  return {
    ledger: world.ledger,
    advertisers: world.ports.advertisers,
    clock: world.clock,
    pause: noPause,
    erasures: erasuresOf(deps),
    traces: tracesOf(deps),
    exportedContacts: { removeFiles: async () => undefined },
    suppressions: { remove: async (_advertiser, { value }) => void removed.push(value) },
    dueList: world.ports.dueList,
    ...change,
  };
};

const erase = (contactId: ContactId, ports = portsOn(), key = 'erase') =>
  eraseContact(ports, {
    access: world.access,
    contactId,
    actor: ACTOR,
    request: { requestId: sha256Of(`${key}/${contactId}`), bodySha256: sha256Of('body') },
  });

/** One run of the clock's function. */
const finishDue = () => askedBy('reconcile-suppressions', () => finishDueErasures(portsOn(), () => true));

const stored = async () => {
  const { Items = [] } = await world.table.client.send(
    new ScanCommand({ TableName: world.table.tableName, ConsistentRead: true }),
  );
  return Items;
};
const withHoles = async () => (await stored()).filter(({ encryptedHoles }) => encryptedHoles !== undefined);

test('P2: what waits when a contact is erased ends as refused, with its reason, and nothing of it is handed over', async () => {
  const waiting = await world.aMessage();
  const transactional = await world.aMessage({ contact: waiting.contactId });
  await erase(waiting.contactId);
  expect(await world.message(waiting)).toMatchObject({ status: 'accepted', erasedAt: world.clock.now() });
  world.clock.forward(300);
  const released = new Set<string>();
  await world.ports.dueList.releaseUpTo(world.clock.now(), async (due) => {
    for (const { messageId } of due) released.add(messageId);
  });
  expect(released).toEqual(new Set([waiting.messageId, transactional.messageId]));
  for (const message of [waiting, transactional]) {
    expect(await world.deliver(message)).toEqual({ state: 'refused', code: 'contact-erased' });
    expect(await world.message(message)).toMatchObject({ status: 'refused', refusedBecause: 'contact-erased' });
  }
  expect(world.stub.calls()).toBe(0);
});

test('P1: a worker that holds the message in clear when its contact is erased hands nothing over', async () => {
  const message = await world.aMessage();
  const outcome = await world.deliver(message, {
    wrap: (steps) => ({
      read: async (decrypted) => {
        await erase(message.contactId);
        return steps.read(decrypted);
      },
    }),
  });
  expect([outcome, world.stub.calls()]).toEqual([{ state: 'refused', code: 'contact-erased' }, 0]);
});

test('P5: what was claimed before is never said to be refused: its provider may have it', async () => {
  const message = await world.aMessage();
  const outcome = await world.deliver(message, {
    wrap: (steps) => ({
      handOff: async (...given) => {
        const answer = await steps.handOff(...given);
        await erase(message.contactId);
        return answer;
      },
    }),
  });
  expect(outcome.state).toBe('sent');
  expect(await world.message(message)).toMatchObject({ status: 'sent', erasedAt: expect.any(String) });
  expect(await withHoles()).toEqual([]);
  world.clock.forward(300);
  expect((await world.deliver(message)).state).toBe('settled-before');
});

test('P7: what a message said of its reader alone goes with its secrets', async () => {
  const message = await world.aMessage();
  expect((await world.deliver(message)).state).toBe('sent');
  expect(await withHoles()).toHaveLength(1);
  await erase(message.contactId);
  expect(await withHoles()).toEqual([]);
});

test('a message that was accepted with the key that was read before the erasure is found by the last look', async () => {
  const message = await world.aMessage();
  const late = await world.aMessage({ contact: message.contactId });
  const before = (await stored()).find((item) => item.messageId?.S === late.messageId);
  const key = { pk: before?.pk?.S, sk: before?.sk?.S };
  const { tableName: TableName } = world.table;
  await world.table.client.send(new DeleteItemCommand({ TableName, Key: toImage(key) }));
  await erase(message.contactId);
  const Item = { ...before, acceptedAt: { S: '2099-01-01T00:00:00.000Z' } };
  await world.table.client.send(new PutItemCommand({ TableName, Item }));
  world.clock.forward(300);
  expect(await finishDue()).toEqual({ finished: 0 });
  world.clock.forward(600);
  expect(await finishDue()).toEqual({ finished: 1 });
  const left = (await stored()).filter(({ secrets, entity }) => secrets !== undefined || entity?.S === 'due-erasure');
  expect(left).toEqual([]);
});

/** Puts the contact on an uploaded list. */
const listed = async (contactId: ContactId) => {
  const { client, tableName: TableName } = world.table;
  const jobId = JobId.parse(`job_${'a'.repeat(22)}`);
  const rows = [
    { ...listedJobKey(world.access, world.clock.now(), jobId), entity: 'listed-job', v: 1, jobId },
    { ...listedContactKey(world.access, listIdOfJob(jobId), contactId), entity: 'listed-contact', v: 1 },
  ];
  for (const row of rows) await client.send(new PutItemCommand({ TableName, Item: toImage(row) }));
};

/** Each thing that an erasure does, in its order. */
const STEPS = [
  ...(['stripMessages', 'removeProfile', 'removeRows', 'removeFromLists', 'removeEvents'] as const),
  ...(['addressOf', 'finish', 'suppressions', 'dueList'] as const),
];

test.each(STEPS)('P5: an erasure that stops at %s is finished by the clock, and ends the same', async (step) => {
  const message = await world.aMessage();
  await listed(message.contactId);
  const fail = async (): Promise<never> => {
    throw dependencyUnavailable('The store');
  };
  const sound = portsOn();
  const broken: Partial<ErasePorts> = {
    traces: step in sound.traces ? { ...sound.traces, [step]: fail } : sound.traces,
    erasures: step in sound.erasures ? { ...sound.erasures, [step]: fail } : sound.erasures,
    ...(step === 'suppressions' ? { suppressions: { remove: fail } } : {}),
    ...(step === 'dueList' ? { dueList: { put: fail } } : {}),
  };
  const begun = await erase(message.contactId, portsOn(broken));
  expect(begun.doneAt).toBeUndefined();
  // All use has ended all the same.
  expect((await world.deliver(message)).state).toBe('refused');
  world.clock.forward(700);
  expect(await finishDue()).toEqual({ finished: 1 });
  expect(removed).toContain(message.address);
  const again = await erase(message.contactId);
  expect(again.doneAt).toBeDefined();
  const items = await stored();
  expect(items.filter(({ secrets, wrappedKey }) => secrets !== undefined || wrappedKey !== undefined)).toEqual([]);
  const entities = items.map(({ entity }) => entity?.S).filter((entity) => entity === 'event' || entity === 'erasure');
  expect(entities.toSorted()).toEqual(['erasure', 'event', 'event']);
  expect(items.filter(({ entity }) => entity?.S === 'listed-contact')).toEqual([]);
});

test('two who erase at once, and one who records meanwhile, leave one erasure each and nothing readable', async () => {
  const message = await world.aMessage();
  const both = await Promise.all([
    erase(message.contactId),
    erase(message.contactId),
    erase(message.contactId, portsOn(), 'other'),
  ]);
  expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  world.clock.forward(700);
  await finishDue();
  expect(
    (await stored()).filter(({ secrets, wrappedKey }) => secrets !== undefined || wrappedKey !== undefined),
  ).toEqual([]);
});

test('the round through the lists of SES takes an erased address off, and records nothing of it', async () => {
  const message = await world.aMessage();
  await erase(message.contactId);
  const before = (await world.ledger.listEvents(world.access, message.contactId)).length;
  const ports = {
    ...portsOn(),
    fingerprints: world.fingerprints,
    suppressions: { ...portsOn().suppressions, page: async () => ({ entries: [] }) },
  };
  const entry = (reason: Suppression['reason']): Suppression => ({
    address: { kind: 'email', value: message.address },
    channel: 'email',
    reason,
    at: world.clock.now(),
  });
  removed = [];
  expect(await mendSuppression(ports, world.access, entry('BOUNCE'))).toBe('removed');
  expect(await mendSuppression(ports, world.access, entry('COMPLAINT'))).toBe('removed');
  expect(removed).toEqual([message.address, message.address]);
  expect(await world.ledger.listEvents(world.access, message.contactId)).toHaveLength(before);
});
