import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretOf } from '#shared/adapters/secrets.ts';
import { secretsServer, TEST_SECRET } from '../../support/aws.ts';

let server: Awaited<ReturnType<typeof secretsServer>>;
let client: SecretsManagerClient;

beforeAll(async () => {
  server = await secretsServer(new Map([['fingerprint', TEST_SECRET]]));
  client = new SecretsManagerClient({ ...server, maxAttempts: 1 });
});
afterAll(() => server.stop());

test('a secret is fetched once by all who ask, and again after five minutes', async () => {
  let now = 0;
  const secret = secretOf(client, 'fingerprint', () => now);
  const before = server.calls();
  expect(await Promise.all([secret(), secret(), secret()])).toEqual([TEST_SECRET, TEST_SECRET, TEST_SECRET]);
  now = 299_999;
  await secret();
  expect(server.calls() - before).toBe(1);
  now = 300_001;
  await secret();
  expect(server.calls() - before).toBe(2);
});

test('a secret that cannot be fetched is a failure to retry, and is asked for again', async () => {
  const secret = secretOf(client, 'unknown', () => 0);
  await expect(secret()).rejects.toMatchObject({ code: 'dependency-unavailable' });
  const before = server.calls();
  await expect(secret()).rejects.toMatchObject({ code: 'dependency-unavailable' });
  expect(server.calls()).toBe(before + 1);
});

test('the unmodified SDK reads the emulator and names its error', async () => {
  const read = (SecretId: string) => client.send(new GetSecretValueCommand({ SecretId }));
  expect((await read('fingerprint')).SecretString).toBe(TEST_SECRET);
  await expect(read('unknown')).rejects.toBeInstanceOf(ResourceNotFoundException);
});
