import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { type ReviewDecision, reviewIdOf } from '#shared/domain/review/review.ts';
import { dynamoDbClient, testClock, testVault } from '../support/aws.ts';
import { ADVERTISER_ID, anAdvertiser, CONTACT_ID, NOW, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);

const READS = new Set<string | undefined>(['GetItemCommand', 'QueryCommand']);

/** A table that answers every read with nothing, and every other call, or every call, with this error. */
const tableOn = (error: Error, readsAnswer = false): Table => {
  const client = dynamoDbClient('http://127.0.0.1:9');
  client.middlewareStack.add(
    (_, { commandName }) =>
      async () => {
        if (readsAnswer && READS.has(commandName)) return { output: { $metadata: {} }, response: {} };
        throw error;
      },
    { step: 'initialize', name: 'refuse' },
  );
  return { client, tableName: 't' };
};
const ledgerOn = (table: Table) =>
  ledgerOf({ ...table, vault: testVault(), clock: testClock(), expiryOf: async () => undefined });
const readOn = (name: string) =>
  ledgerOn(tableOn(Object.assign(new Error('refused by the store'), { name }))).readStanding(access, CONTACT_ID);

const aDecision: ReviewDecision = {
  ...{ decision: 'allowed', reason: 'Vu.', decider: 'Claire Martin', number: 1, decidedAt: NOW },
  ...{ apiKeyId: 'key_1', requestId: 'r1', bodySha256: sha256('d') },
};

/** Each write that is one transaction, where the last of its items is refused for this reason. */
const TRANSACTIONS = {
  'of the ledger': (table: Table) => {
    const event = { type: 'contact-declared', declared: { kind: 'consumer' }, actor: { by: 'system' } } as const;
    const seen = emptyStanding({ advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' }, NOW);
    const write = { contactId: CONTACT_ID, seen, events: [event] };
    return appendToLedger(ledgerOn(table), access, [write], { at: NOW });
  },
  'of settings': (table: Table) => {
    const { advertiserId, settingsVersion, recordedAt, ...settings } = anAdvertiser();
    return advertisersOf({ ...table, clock: testClock() }).put(access, settings, NOW);
  },
  'of a decision': (table: Table) => {
    const cause = 'form:newsletter@1';
    const review = { advertiserId: ADVERTISER_ID, reviewId: reviewIdOf(ADVERTISER_ID, cause), cause, openedAt: NOW };
    return reviewsOf(table).decide(access, review, aDecision);
  },
};
const cancelled = (code: string) =>
  tableOn(
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: [{ Code: 'None' }, { Code: code }],
    }),
    true,
  );

describe('an error of the store', () => {
  test.each([
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'InternalServerError',
    'AccessDeniedException',
    'ResourceNotFoundException',
    'ExpiredTokenException',
    'TimeoutError',
    'KMSAccessDeniedException',
  ])('%s is the store of oppositions being away: retried, never an answer', async (name) => {
    await expect(readOn(name)).rejects.toSatisfy(isRetryable);
    await expect(readOn(name)).rejects.toMatchObject({ reason: 'OPPOSITION_STORE_UNAVAILABLE' });
  });

  test('ValidationException is our own mistake: it is not retried for ever', async () => {
    await expect(readOn('ValidationException')).rejects.not.toSatisfy(isRetryable);
  });
});

describe.each(Object.entries(TRANSACTIONS))('a transaction %s that the store cancels', (_, write) => {
  test.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'for %s is the store being away, and nobody else’s change',
    async (code) => {
      await expect(write(cancelled(code))).rejects.toMatchObject({ code: 'dependency-unavailable' });
    },
  );

  test('for another transaction on the same items is a change by somebody else', async () => {
    await expect(write(cancelled('TransactionConflict'))).rejects.toMatchObject({ code: 'concurrent-change' });
  });
});
