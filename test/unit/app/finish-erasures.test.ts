import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from 'vitest';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { listedContactKey } from '#shared/adapters/dynamodb/audience-keys.ts';
import { dueErasureKey, erasureKey } from '#shared/adapters/dynamodb/erasure/erasure-keys.ts';
import { erasuresOf } from '#shared/adapters/dynamodb/erasure/erasures.ts';
import { tracesOf } from '#shared/adapters/dynamodb/erasure/traces.ts';
import { listedJobKey } from '#shared/adapters/dynamodb/job-keys.ts';
import { messageKey, messagesOfContact, standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { finishDueErasures } from '#shared/app/erasure/finish-due-erasures.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { listIdOfJob } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, JobId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';
import { testVault } from '../../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, factId, messageId, NOW, OTHER_CONTACT_ID } from '../../support/builders.ts';

const access = admit(ADVERTISER_ID);
const LATER = addSeconds(NOW, 3_600);
const of = (contactId: ContactId) => ({ advertiserId: ADVERTISER_ID, contactId, seq: 3 });

/** A store of erasures, and what was done with what is left of their contacts. */
const aWorld = () => {
  const memory = new MemoryTable();
  const put = (item: object) => memory.put({ TableName: 't', Item: marshall(item) });
  const done: string[] = [];
  const table = { client: memoryClientOf(memory, 't') as unknown as DynamoDBClient, tableName: 't' };
  const clock = { now: () => LATER };
  const note = (name: string) => async () => {
    done.push(name);
    return 1;
  };
  const ports = {
    erasures: erasuresOf({ ...table, vault: testVault(), clock }),
    traces: {
      stripMessages: async () => ({ stripped: 0, waiting: [] }),
      stripRequests: async () => undefined,
      removeEvents: note('events'),
      removeProfile: async () => undefined,
      removeRows: async () => undefined,
      removeFromLists: note('lists'),
    },
    exportedContacts: { removeFiles: async () => undefined },
    suppressions: { remove: async () => undefined },
    dueList: { put: async () => undefined },
    clock,
    pause: async () => undefined,
  };
  const due = (contactId: ContactId, change: object = {}) =>
    put({ ...dueErasureKey(of(contactId)), entity: 'due-erasure', v: 1, ...of(contactId), ...change });
  const erase = (contactId: ContactId) => {
    const facts = {
      ...of(contactId),
      id: factId('erasure', contactId),
      addressKind: 'email',
      firstSeq: 2,
      erasedAt: NOW,
    };
    put({ ...erasureKey(access, contactId, 3), entity: 'erasure', v: 1, ...facts });
    due(contactId);
  };
  const dueNow = () => [...memory.items()].filter(({ entity }) => entity?.S === 'due-erasure').length;
  return { ports, table, put, clock, done, due, erase, dueNow };
};

test('P7: an address that cannot be decrypted or taken off a list keeps no event of an erasure', async () => {
  const { ports, done, erase } = aWorld();
  erase(CONTACT_ID);
  const away = { ...ports.erasures, addressOf: () => Promise.reject(new Error('no key')) };
  const { finished, failure } = await finishDueErasures({ ...ports, erasures: away }, () => true);
  expect([finished, failure]).toMatchObject([0, { message: 'no key' }]);
  expect(done).toContain('events');
});

test('P7: an entry that cannot be read keeps no erasure behind it waiting, and is told', async () => {
  const { ports, due, erase, dueNow } = aWorld();
  due(CONTACT_ID, { seq: 'three' });
  erase(OTHER_CONTACT_ID);
  const { finished, failure } = await finishDueErasures(ports, () => true);
  expect([finished, failure]).toMatchObject([1, { code: 'stored-unreadable' }]);
  expect(dueNow()).toBe(1);
});

test('an entry of an erasure that is there no more is looked at once', async () => {
  const { ports, due, dueNow } = aWorld();
  due(CONTACT_ID);
  expect(await finishDueErasures(ports, () => true)).toEqual({ finished: 0 });
  expect(dueNow()).toBe(0);
});

test('P7: a message that carries the erased key wrapped under another key of the secret is found', async () => {
  const { table, put, clock } = aWorld();
  const keys = { key1: 'k'.repeat(50), key2: 'm'.repeat(50) };
  const under = (current: number) =>
    vaultOf({
      keys: NO_ADVERTISER_KEYS,
      secret: async () => JSON.stringify({ ...keys, current }),
      randomBytes: (size) => Buffer.alloc(size, 1),
    });
  const { wrapped } = await under(1).newKey(ADVERTISER_ID);
  const { wrapped: again } = await under(2).unwrap(ADVERTISER_ID, wrapped);
  const acceptedAt = addSeconds(NOW, 1);
  for (const [name, wrappedKey] of Object.entries({ same: wrapped, again, other: `2.${'A'.repeat(56)}` }))
    put({
      ...messageKey(access, messageId(name)),
      ...{ entity: 'message', v: 1, messageId: messageId(name), acceptedAt, status: 'sent' },
      ...{ ofContact: messagesOfContact(access, CONTACT_ID), position: `${acceptedAt}#${name}` },
      secrets: { ciphertext: '', wrappedKey },
    });
  const erasure = {
    ...of(CONTACT_ID),
    id: factId('erasure'),
    firstSeq: 2,
    erasedAt: NOW,
    keySha256: sha256Of(wrapped),
  };
  const traces = tracesOf({ ...table, clock, vault: under(2) });
  expect((await traces.stripMessages(access, { ...erasure, addressKind: 'email' })).stripped).toBe(2);
});

test.each([
  ['goes from an uploaded list', [], 1],
  ['stays in one where the person acted since', [{}], 0],
])('P7: an erased contact %s', async (_, consents, expected) => {
  const { table, put, clock } = aWorld();
  const jobId = `job_${'a'.repeat(22)}` as JobId;
  put({ ...listedJobKey(access, NOW, jobId), entity: 'listed-job', v: 1, jobId });
  put({ ...listedContactKey(access, listIdOfJob(jobId), CONTACT_ID), entity: 'listed-contact', v: 1 });
  put({ ...standingKey(access, CONTACT_ID), entity: 'standing', v: 1, erasedAt: NOW, consents, sales: [] });
  expect(await tracesOf({ ...table, clock, vault: testVault() }).removeFromLists(access, CONTACT_ID)).toBe(expected);
});
