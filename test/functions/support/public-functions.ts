import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { inject } from 'vitest';
import { secretsServer, TEST_SECRET } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';

/** What providers outside AWS and we hold. */
const PROVIDER_SECRET = JSON.stringify({ key1: 'k'.repeat(64), smsmode: { apiKey: 'a-key-of-smsmode' } });

/**
 * Gives the functions of the public API that are imported after it their environment: this table, the test secret, and a
 * clock that stands near NOW. `dynamoDbUrl`: of the run's own store, or where nothing listens. `providerSecret`: what providers outside AWS and we hold.
 */
export const publicEnvironment = async (
  tableName: string,
  dynamoDbUrl: string = inject('dynamoDbUrl'),
  providerSecret: string = PROVIDER_SECRET,
): Promise<{ stop(): Promise<void> }> => {
  const secrets = await secretsServer(
    new Map([
      ['test', TEST_SECRET],
      ['provider', providerSecret],
    ]),
  );
  const folder = mkdtempSync(join(tmpdir(), 'aval-'));
  const clockFile = join(folder, 'offset');
  writeFileSync(clockFile, String(Date.parse(NOW) - Date.now()));
  for (const name of ['STAGE', 'FINGERPRINT_SECRET_ID', 'DATA_SECRET_ID', 'KEY_ARN', 'TOKEN_SECRET_ID'])
    process.env[name] = 'test';
  Object.assign(process.env, {
    TABLE_NAME: tableName,
    PUBLIC_BASE_URL: 'https://stop.example.fr',
    ...{ PROVIDER_ROUTE: 'none', SMS_ROUTE: 'none', PROVIDER_SECRET_ID: 'provider', TEXT_SECRET_ID: 'provider' },
    CLOCK_OFFSET_FILE: clockFile,
    AWS_REGION: secrets.region,
    AWS_ACCESS_KEY_ID: secrets.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: secrets.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
    AWS_ENDPOINT_URL_KMS: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDbUrl,
  });
  const stop = async (): Promise<void> => {
    rmSync(folder, { recursive: true, force: true });
    await secrets.stop();
  };
  return { stop };
};

/** An invocation with time enough. */
export const WITH_TIME = { getRemainingTimeInMillis: () => 25_000 };

/** A request of the public API as the gateway passes it on. */
export const publicEvent = (
  httpMethod: 'GET' | 'HEAD' | 'POST',
  path: string,
  more: Partial<APIGatewayProxyEvent> = {},
): APIGatewayProxyEvent =>
  ({
    httpMethod,
    path,
    headers: {},
    body: null,
    isBase64Encoded: false,
    requestContext: { requestId: 'test' },
    ...more,
  }) as APIGatewayProxyEvent;

/** A form as a browser in French sends it. */
export const typedForm = (fields: Readonly<Record<string, string>>): Partial<APIGatewayProxyEvent> => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fr' },
  body: new URLSearchParams(fields).toString(),
});
