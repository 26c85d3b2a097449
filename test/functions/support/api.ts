/** A world in which the API's own handlers serve real API Gateway events against DynamoDB Local, S3 and secrets. */
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { inject, onTestFinished, vi } from 'vitest';
import { storeIfAbsent } from '#shared/adapters/dynamodb/conditional.ts';
import { apiKeyKey } from '#shared/adapters/dynamodb/deployment-keys.ts';
import { keysUnreachable } from '#shared/adapters/dynamodb/settings/read-api-key.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { type Caller, ROOT_KEY_ID, SCOPES } from '#shared/domain/advertiser/api-key.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { callerContext } from '#shared/edge/caller.ts';
import { freshBucket, freshTable, secretsServer, TEST_SECRET } from '../../support/aws.ts';
import { NOW } from '../../support/builders.ts';
import { kmsServer } from '../../support/crypto/kms-server.ts';
import { askedBy } from '../../support/recorded-in-process.ts';
import { answerFault, EXAMPLES, type RouteName, routeOf } from '../../support/routes.ts';
import { startCold, started } from './cold-start.ts';

export const ADVERTISER = 'maison-valmy' as AdvertiserId;
export const OTHER_ADVERTISER = 'autre-maison' as AdvertiserId;
export const ROOT: Caller = { apiKeyId: 'root', scopes: SCOPES, advertisers: 'every-advertiser' };
/** Bound to one advertiser, with every scope. */
export const SHOP: Caller = { apiKeyId: 'shop', scopes: SCOPES, advertisers: [ADVERTISER] };
export const STRANGER: Caller = { apiKeyId: 'stranger', scopes: SCOPES, advertisers: [OTHER_ADVERTISER] };

interface Asked {
  readonly body?: unknown;
  /** The body as it stands on the wire, instead of `body`. */
  readonly raw?: string;
  readonly base64?: boolean;
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly key?: string;
  readonly contentType?: string | undefined;
  /** Other headers, `If-Match` for instance. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly language?: string | undefined;
  /** Milliseconds that the call has left whenever it asks. */
  readonly remainingMs?: (() => number) | undefined;
  readonly caller?: Caller | undefined;
}

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;
interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes are read in tests.
  readonly body: any;
  readonly text: string;
}

let count = 0;

/** Settings are put by the operator unless said otherwise: what they use is bound by that. */
const callerOf = (name: RouteName, asked: Asked): Caller | undefined => {
  if ('caller' in asked) return asked.caller;
  return name === 'put-advertiser' || name === 'patch-advertiser' ? ROOT : SHOP;
};

const eventOf = (name: RouteName, asked: Asked): APIGatewayProxyEvent => {
  count += 1;
  const text = asked.raw ?? (asked.body === undefined ? null : JSON.stringify(asked.body));
  const caller = callerOf(name, asked);
  const { method, path } = routeOf(name);
  return {
    resource: path,
    httpMethod: method,
    headers: {
      ...(text === null ? {} : { 'Content-Type': asked.contentType ?? 'application/json; charset=utf-8' }),
      'Idempotency-Key': asked.key ?? `key-${count}`,
      ...asked.headers,
      ...(asked.language === undefined ? {} : { 'Accept-Language': asked.language }),
    },
    body: text !== null && asked.base64 ? Buffer.from(text).toString('base64') : text,
    isBase64Encoded: asked.base64 ?? false,
    pathParameters: asked.path ?? null,
    queryStringParameters: asked.query ?? null,
    requestContext: {
      requestId: `request-${count}`,
      authorizer: caller && { principalId: caller.apiKeyId, ...callerContext(caller) },
    },
  } as unknown as APIGatewayProxyEvent;
};

/** Everything logged since the world began: the promise P8 is checked on it. */
export interface World {
  call(name: RouteName, asked?: Asked): Promise<Answered>;
  without(name: RouteName, header: string, asked?: Asked): Promise<Answered>;
  readonly logged: () => string;
  /** From now on functions that start find no store: nothing listens at its address. */
  readonly breakStore: () => void;
}

/** Stores the key of each caller at its first call, unless it is there, and lists none: whoever writes has a key that works. */
const keysStoredAtFirstCall = (table: Table) => {
  const known = new Set([ROOT_KEY_ID]);
  return async (caller: Caller | undefined): Promise<void> => {
    if (caller === undefined || known.has(caller.apiKeyId)) return;
    known.add(caller.apiKeyId);
    const { apiKeyId, ...granted } = caller;
    const key = { ...granted, apiKeyId, name: apiKeyId, createdAt: NOW, secretSha256: 'f'.repeat(64) };
    await storeIfAbsent(table, { ...apiKeyKey(apiKeyId), entity: 'api-key', v: 1, ...key }, keysUnreachable);
  };
};

const answered = ({ statusCode, headers, body }: APIGatewayProxyResult): Answered => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
  body: body === '' ? undefined : JSON.parse(body),
  text: body,
});

/**
 * A fresh world with its own table, at Tuesday 24 November 2026, 11:00 in Paris. Every answer is held against the
 * document of its route.
 */
export const aWorld = async (): Promise<World> => {
  // Of the archive alone: no advertiser has a key of its own here.
  const [table, bucket, kms] = await Promise.all([freshTable(), freshBucket(), kmsServer(['proof'])]);
  const secrets = await secretsServer(
    new Map(['fingerprint', 'data', 'token', 'root'].map((name) => [name, TEST_SECRET])),
  );
  onTestFinished(async () => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await Promise.all([bucket.stop(), secrets.stop(), kms.stop()]);
  });
  const environment = {
    STAGE: 'local',
    PUBLIC_BASE_URL: 'https://stop.maison-valmy.example',
    INBOX_DOMAIN: 'none',
    TABLE_NAME: table.tableName,
    TABLE_ADOPTED: 'no',
    CONTENT_BUCKET: bucket.bucket,
    FINGERPRINT_SECRET_ID: 'fingerprint',
    DATA_SECRET_ID: 'data',
    KEY_ARN: 'key',
    PROOF_KEY_ARN: 'proof',
    AWS_ENDPOINT_URL_KMS: kms.endpoint,
    TOKEN_SECRET_ID: 'token',
    ROOT_KEY_SECRET_ID: 'root',
    UPLOAD_BUCKET: bucket.bucket,
    JOBS_QUEUE_URL: 'http://127.0.0.1:9/0/jobs',
    SMS_REPLIES_PARKED_QUEUE_URL: 'http://127.0.0.1:9/parked',
    SMS_REPLIES_TOPIC_ARN: 'sms-replies',
    // Nothing listens there: who says STOP is not notified.
    AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:9',
    CONFIRM_STOP: 'yes',
    SMS_STATUS_LOG: 'none',
    OPT_OUT_LIST: 'none',
    TEMPLATE_READER: 'none',
    SMS_RATE: '1 10',
    PROVIDER_ROUTE: 'none',
    SMS_ROUTE: 'none',
    TEXT_SECRET_ID: 'none',
    CALL_ROUTE: 'none',
    CALL_NUMBERS: 'any',
    PROVIDER_SECRET_ID: 'provider',
    WHERE_HELD: 'eu-west-3 90 30 400',
    JOURNAL_REPLICA: 'none',
    FORMERLY: 'none',
    SMS_SEGMENT_USD: '0.07',
    EMAIL_THOUSAND_USD: 'unknown',
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: inject('dynamoDbUrl'),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
    AWS_ENDPOINT_URL_S3: await bucket.client.config
      .endpoint?.()
      .then(({ protocol, hostname, port }) => `${protocol}//${hostname}:${port}`),
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] });
  const lines: string[] = [];
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)));
  startCold();
  const store = keysStoredAtFirstCall(table);
  const send = async (
    name: RouteName,
    event: APIGatewayProxyEvent,
    { remainingMs = () => 25_000, ...asked }: Asked,
  ) => {
    await store(callerOf(name, asked));
    const { handler } = await started<{ handler: Handler }>(`api/${name}`);
    const context = { getRemainingTimeInMillis: remainingMs } as Context;
    const answer = answered(await askedBy(name, () => handler(event, context)));
    const fault = answerFault(name, answer.status, answer.body);
    if (fault !== undefined) throw new Error(fault);
    return answer;
  };
  return {
    call: (name, asked = {}) => send(name, eventOf(name, asked), asked),
    without: (name, header, asked = {}) => {
      const event = eventOf(name, asked);
      delete event.headers[header];
      return send(name, event, asked);
    },
    logged: () => lines.join('\n'),
    breakStore: () => {
      vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:9');
      startCold();
    },
  };
};

/** The world with the advertiser and its newsletter form stored. */
export const aWorldWithForms = async (): Promise<World> => {
  const world = await aWorld();
  await world.call('put-advertiser', { path: { advertiserId: ADVERTISER }, body: EXAMPLES['put-advertiser'] });
  await world.call('put-form-version', {
    path: { advertiserId: ADVERTISER, formId: 'newsletter', version: '3' },
    body: EXAMPLES['put-form-version'],
  });
  return world;
};

/** The events of a contact, oldest first, as its timeline shows them. */
// biome-ignore lint/suspicious/noExplicitAny: events of many types are read in tests.
export const eventsOf = async (world: World, contactId: string): Promise<readonly any[]> => {
  const query = { advertiserId: ADVERTISER, only: 'events', limit: '100' };
  const { body } = await world.call('show-timeline', { path: { contactId }, query });
  return body.timeline.map(({ event }: { event: unknown }) => event).reverse();
};
