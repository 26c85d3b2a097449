import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from 'vitest';
import { dueErasureKey, erasureKey } from '#shared/adapters/dynamodb/erasure/erasure-keys.ts';
import { erasuresOf } from '#shared/adapters/dynamodb/erasure/erasures.ts';
import { finishDueErasures } from '#shared/app/erasure/finish-due-erasures.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';
import { testVault } from '../../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, factId, NOW } from '../../support/builders.ts';

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
      removeEvents: note('events'),
      removeProfile: async () => undefined,
      removeRows: async () => undefined,
      removeFromLists: note('lists'),
    },
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
  return { ports, done, due, erase, dueNow };
};

test('P7: an address that cannot be decrypted or taken off a list keeps no event of an erasure', async () => {
  const { ports, done, erase } = aWorld();
  erase(CONTACT_ID);
  const away = { ...ports.erasures, addressOf: () => Promise.reject(new Error('no key')) };
  const { finished, failure } = await finishDueErasures({ ...ports, erasures: away }, () => true);
  expect([finished, failure]).toMatchObject([0, { message: 'no key' }]);
  expect(done).toContain('events');
});
