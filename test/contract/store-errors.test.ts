import { describe, expect, test } from 'vitest';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import { dynamoDbClient, testClock, testVault } from '../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID } from '../support/builders.ts';

/** A ledger whose store answers every call with this error. */
const ledgerOn = (name: string) => {
  const client = dynamoDbClient('http://127.0.0.1:9');
  client.middlewareStack.add(
    () => async () => {
      throw Object.assign(new Error('refused by the store'), { name });
    },
    { step: 'initialize', name: 'refuse' },
  );
  return ledgerOf({ client, tableName: 't', vault: testVault(), clock: testClock(), expiryOf: async () => undefined });
};
const readOn = (name: string) => ledgerOn(name).readStanding(admit(ADVERTISER_ID), CONTACT_ID);

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
