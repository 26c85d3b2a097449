import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, inject, test } from 'vitest';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { confirmationsOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { ContactId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, testClock, testVault } from '../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, instant, messageId, NOW, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

/** The same table through a client that loses its first answer, after its effect, and tries again as in a deployment. */
const losingFirstAnswer = (): Table & { readonly lost: () => number } => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({
    endpoint: inject('dynamoDbUrl'),
    region: 'eu-west-3',
    credentials,
    maxAttempts: 3,
  });
  let lost = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if (lost > 0) return answer;
      lost += 1;
      throw Object.assign(new Error('the answer is lost'), { name: 'TimeoutError' });
    },
    { step: 'finalizeRequest', name: 'lose', priority: 'low' },
  );
  return { client, tableName: table.tableName, lost: () => lost };
};

const MESSAGE: Message = {
  advertiserId: ADVERTISER_ID,
  messageId: messageId('put-back-1x'),
  contactId: CONTACT_ID,
  channel: 'email',
  purpose: 'own-offers',
  offerCategory: 'wine',
  contentSha256: sha256('c'),
  acceptedAt: NOW,
  validUntil: instant('2026-11-27T10:00:00Z'),
  status: 'accepted',
  claimMonth: '2026-11',
};
const PUT_BACK = { times: 1, reason: 'throttled', at: NOW, nextAt: addSeconds(NOW, 5) };

test('a put-back whose answer was lost is noted by who tries again, and by nobody else', async () => {
  const deps = { vault: testVault(), clock: testClock() };
  const secrets = { address: 'camille@example.fr', mergeValues: {} };
  const draft = { message: MESSAGE, secrets, bodySha256: sha256('b') };
  await messagesOf({ ...table, ...deps }).accept(access, [draft]);
  const losing = losingFirstAnswer();
  const noted = await messagesOf({ ...losing, ...deps }).notePutBack(access, MESSAGE.messageId, PUT_BACK);
  expect([noted, losing.lost()]).toEqual([true, 1]);
  const other = messagesOf({ ...table, ...deps });
  expect(await other.notePutBack(access, MESSAGE.messageId, PUT_BACK)).toBe(false);
  expect(await other.notePutBack(access, MESSAGE.messageId, { ...PUT_BACK, times: 2 })).toBe(true);
});

test('a minute of campaigns whose answer was lost is taken by who tries again, and by nobody else', async () => {
  const losing = losingFirstAnswer();
  const minute = '2026-11-24T10:05';
  expect([await runsOf({ ...losing, clock: testClock() }).takeMinute(minute), losing.lost()]).toEqual([true, 1]);
  expect(await runsOf({ ...table, clock: testClock() }).takeMinute(minute)).toBe(false);
});

test('a confirmation of a STOP whose answer was lost is claimed by who tries again, and by nobody else', async () => {
  const losing = losingFirstAnswer();
  const claimed = await confirmationsOf(losing).claim(access, CONTACT_ID, { at: NOW });
  expect([claimed, losing.lost()]).toEqual([true, 1]);
  expect(await confirmationsOf(table).claim(access, CONTACT_ID, { at: NOW })).toBe(false);
});

test('where another transaction has the item, it is tried again, and the condition decides', async () => {
  let conflicts = 2;
  const client = {
    send: (command: Parameters<typeof table.client.send>[0]) => {
      conflicts -= 1;
      if (conflicts < 0) return table.client.send(command);
      const CancellationReasons = [{ Code: 'TransactionConflict' }];
      return Promise.reject(new TransactionCanceledException({ $metadata: {}, message: '', CancellationReasons }));
    },
  } as unknown as Table['client'];
  const at = addSeconds(NOW, 60);
  const contactId = ContactId.parse(`v1n1.${'d'.repeat(43)}`);
  expect(await confirmationsOf({ ...table, client }).claim(access, contactId, { at })).toBe(true);
  expect(await confirmationsOf(table).claim(access, contactId, { at })).toBe(false);
});
