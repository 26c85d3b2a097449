import * as z from 'zod/mini';
import type { Scope } from '#shared/domain/advertiser/api-key.ts';

/**
 * The table of contents of the deployment: every function with its trigger, what it may do, and the environment it needs.
 * One list drives the CDK app, the local stack, the OpenAPI document and the tests.
 */

/** Every environment variable a function can ask for, with its shape. A missing one stops the function at cold start. */
export const ENVIRONMENT = {
  /** `local`, `dev`, `production`… */
  STAGE: z.string().check(z.minLength(1)),
  TABLE_NAME: z.string().check(z.minLength(1)),
  CONTENT_BUCKET: z.string().check(z.minLength(1)),
  SEND_QUEUE_URL: z.url(),
  /** Where poison of the send queue is parked. */
  SEND_PARKED_QUEUE_URL: z.url(),
  /** Secrets Manager: keys of fingerprints, of link tokens, of contact data keys; and the deployer's root API key. */
  FINGERPRINT_SECRET_ID: z.string().check(z.minLength(1)),
  TOKEN_SECRET_ID: z.string().check(z.minLength(1)),
  DATA_SECRET_ID: z.string().check(z.minLength(1)),
  ROOT_KEY_SECRET_ID: z.string().check(z.minLength(1)),
  EVENT_BUS_NAME: z.string().check(z.minLength(1)),
  SES_CONFIGURATION_SET: z.string().check(z.minLength(1)),
  /** Base of the links in messages: `https://` and a host, no trailing slash. */
  PUBLIC_BASE_URL: z.url(),
} as const;
export type Variable = keyof typeof ENVIRONMENT;

/** What a function may do on AWS; `infra/constructs/grants.ts` turns each into one least-privilege statement. */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'contents:read'
  | 'contents:write'
  | 'send-queue:put'
  | 'secret:fingerprint'
  | 'secret:token'
  | 'secret:data'
  | 'secret:root-key'
  | 'events:publish'
  | 'email:send'
  | 'sms:send';

export type Trigger =
  | {
      readonly kind: 'http';
      readonly api: 'application';
      readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
      readonly path: string;
      /** Absent: no key asked for (`/openapi.json`). */
      readonly scope?: Scope;
    }
  | { readonly kind: 'http'; readonly api: 'public'; readonly method: 'GET' | 'POST'; readonly path: string }
  | { readonly kind: 'authorizer' }
  | {
      readonly kind: 'queue';
      readonly queue: 'send' | 'sms-replies';
      readonly batchSize: number;
      readonly maxConcurrency: number;
    }
  | { readonly kind: 'stream' }
  | { readonly kind: 'schedule'; readonly everyMinutes: number };

export interface FunctionEntry {
  /** File under `functions/`, without extension. */
  readonly file: string;
  /** What it does, as OpenAPI's summary and the function's description. */
  readonly summary: string;
  readonly trigger: Trigger;
  readonly env: readonly Variable[];
  readonly grants: readonly Grant[];
  /** Seconds; 10 unless said. */
  readonly timeoutSeconds?: number;
  /** MB; 512 unless said. */
  readonly memoryMb?: number;
}

const application = <M extends 'GET' | 'POST' | 'PUT' | 'DELETE', P extends string>(method: M, path: P, scope: Scope) =>
  ({ kind: 'http', api: 'application', method, path, scope }) as const;
const publicRoute = <M extends 'GET' | 'POST', P extends string>(method: M, path: P) =>
  ({ kind: 'http', api: 'public', method, path }) as const;

const LEDGER = [
  'STAGE',
  'TABLE_NAME',
  'FINGERPRINT_SECRET_ID',
  'DATA_SECRET_ID',
] as const satisfies readonly Variable[];
const LEDGER_GRANTS = [
  'table:read',
  'table:write',
  'secret:fingerprint',
  'secret:data',
] as const satisfies readonly Grant[];
const TABLE = ['STAGE', 'TABLE_NAME'] as const satisfies readonly Variable[];

export const manifest = {
  authorize: {
    file: 'api/authorize',
    summary: 'Authenticates an API key and tells the edge who calls',
    trigger: { kind: 'authorizer' },
    env: ['STAGE', 'TABLE_NAME', 'ROOT_KEY_SECRET_ID'],
    grants: ['table:read', 'secret:root-key'],
  },
  'get-openapi': {
    file: 'api/get-openapi',
    summary: 'The OpenAPI document of this API',
    trigger: { kind: 'http', api: 'application', method: 'GET', path: '/openapi.json' },
    env: ['STAGE'],
    grants: [],
  },
  'put-advertiser': {
    file: 'api/put-advertiser',
    summary: 'Stores a new version of the settings of an advertiser',
    trigger: application('PUT', '/v1/advertisers/{advertiserId}', 'advertisers:write'),
    env: TABLE,
    grants: ['table:read', 'table:write'],
  },
  'put-form-version': {
    file: 'api/put-form-version',
    summary: 'Stores a version of a collection form exactly as shown',
    trigger: application(
      'PUT',
      '/v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}',
      'advertisers:write',
    ),
    env: TABLE,
    grants: ['table:read', 'table:write'],
  },
  'put-template-version': {
    file: 'api/put-template-version',
    summary: 'Stores a version of a message template with its content, class and approver',
    trigger: application(
      'PUT',
      '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
      'templates:write',
    ),
    env: [...TABLE, 'CONTENT_BUCKET'],
    grants: ['table:read', 'table:write', 'contents:write'],
  },
  'declare-contact': {
    file: 'api/declare-contact',
    summary: 'Declares facts about a contact and links it to a person',
    trigger: application('PUT', '/v1/contacts', 'consents:write'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'record-consent': {
    file: 'api/record-consent',
    summary: 'Records a consent with its evidence',
    trigger: application('POST', '/v1/consents', 'consents:write'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'withdraw-consent': {
    file: 'api/withdraw-consent',
    summary: 'Records that the person withdrew a consent; it also opposes in its scope',
    trigger: application('POST', '/v1/consents/{consentId}/withdrawal', 'consents:write'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'invalidate-consent': {
    file: 'api/invalidate-consent',
    summary: 'Ends a consent by an operator’s correction; it opposes nothing',
    trigger: application('POST', '/v1/consents/{consentId}/invalidation', 'consents:write'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'annul-record': {
    file: 'api/annul-record',
    summary: 'Undoes a record that never was an act of the person; two named people answer for it',
    trigger: application('POST', '/v1/records/{recordId}/annulment', 'records:annul'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'record-sale': {
    file: 'api/record-sale',
    summary: 'Records a sale that may found the existing-customer exception',
    trigger: application('POST', '/v1/sales', 'consents:write'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'record-activity': {
    file: 'api/record-activity',
    summary: 'Records an act of the person, which moves the clock of retention; an open is none',
    trigger: application('POST', '/v1/activities', 'consents:write'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'register-opposition': {
    file: 'api/register-opposition',
    summary: 'Registers an opposition heard by phone, letter, shop, e-mail or partner',
    trigger: application('POST', '/v1/oppositions', 'oppositions:write'),
    env: LEDGER,
    grants: LEDGER_GRANTS,
  },
  'look-up-contact': {
    file: 'api/look-up-contact',
    summary: 'Finds a contact by its address',
    trigger: application('POST', '/v1/contacts/lookup', 'contacts:read'),
    env: LEDGER,
    grants: ['table:read', 'secret:fingerprint', 'secret:data'],
  },
  'get-contact': {
    file: 'api/get-contact',
    summary: 'The standing and the timeline of a contact',
    trigger: application('GET', '/v1/contacts/{contactId}', 'contacts:read'),
    env: LEDGER,
    grants: ['table:read', 'secret:fingerprint', 'secret:data'],
  },
  'give-verdicts': {
    file: 'api/give-verdicts',
    summary: 'Says whether up to 100 messages may be sent now, and why; sends nothing, opens what a human must decide',
    trigger: application('POST', '/v1/verdicts', 'verdicts:read'),
    env: [...LEDGER, 'TOKEN_SECRET_ID', 'PUBLIC_BASE_URL'],
    grants: [...LEDGER_GRANTS, 'secret:token'],
    memoryMb: 1024,
  },
  'accept-messages': {
    file: 'api/accept-messages',
    summary: 'Accepts up to 100 messages: stored first, vetted just before each is sent',
    trigger: application('POST', '/v1/messages', 'messages:send'),
    env: [...LEDGER, 'CONTENT_BUCKET'],
    grants: [...LEDGER_GRANTS, 'contents:read', 'contents:write'],
    timeoutSeconds: 20,
    memoryMb: 1024,
  },
  'get-message': {
    file: 'api/get-message',
    summary: 'The state of a message, with its verdict explained',
    trigger: application('GET', '/v1/messages/{messageId}', 'messages:read'),
    env: TABLE,
    grants: ['table:read'],
  },
  'list-reviews': {
    file: 'api/list-reviews',
    summary: 'The causes that wait for a human, and those decided',
    trigger: application('GET', '/v1/reviews', 'reviews:decide'),
    env: TABLE,
    grants: ['table:read'],
  },
  'decide-review': {
    file: 'api/decide-review',
    summary: 'Decides a cause once: what waits on it is released or refused together',
    trigger: application('POST', '/v1/reviews/{reviewId}/decision', 'reviews:decide'),
    env: TABLE,
    grants: ['table:read', 'table:write'],
  },
  'create-api-key': {
    file: 'api/create-api-key',
    summary: 'Creates an API key; its secret is shown once',
    trigger: application('POST', '/v1/api-keys', 'keys:write'),
    env: TABLE,
    grants: ['table:read', 'table:write'],
  },
  'revoke-api-key': {
    file: 'api/revoke-api-key',
    summary: 'Revokes an API key',
    trigger: application('DELETE', '/v1/api-keys/{apiKeyId}', 'keys:write'),
    env: TABLE,
    grants: ['table:read', 'table:write'],
  },
  'show-opposition-page': {
    file: 'public/show-opposition-page',
    summary: 'Shows who writes, and one button to oppose; writes nothing',
    trigger: publicRoute('GET', '/o/{token}'),
    env: ['STAGE', 'TABLE_NAME', 'TOKEN_SECRET_ID'],
    grants: ['table:read', 'secret:token'],
  },
  'oppose-by-link': {
    file: 'public/oppose-by-link',
    summary: 'Registers the opposition of a link or of an RFC 8058 one-click',
    trigger: publicRoute('POST', '/o/{token}'),
    env: [...LEDGER, 'TOKEN_SECRET_ID'],
    grants: [...LEDGER_GRANTS, 'secret:token'],
  },
  'send-message': {
    file: 'workers/send-message',
    summary: 'Reads, vets, renders, verifies, claims, hands off and settles one message',
    trigger: { kind: 'queue', queue: 'send', batchSize: 10, maxConcurrency: 10 },
    env: [
      ...LEDGER,
      'CONTENT_BUCKET',
      'TOKEN_SECRET_ID',
      'SEND_QUEUE_URL',
      'SEND_PARKED_QUEUE_URL',
      'PUBLIC_BASE_URL',
      'SES_CONFIGURATION_SET',
    ],
    grants: [...LEDGER_GRANTS, 'contents:read', 'secret:token', 'send-queue:put', 'email:send', 'sms:send'],
    timeoutSeconds: 60,
    memoryMb: 1769,
  },
  'apply-sms-reply': {
    file: 'workers/apply-sms-reply',
    summary: 'Registers the opposition of a STOP or ARRET received by SMS',
    trigger: { kind: 'queue', queue: 'sms-replies', batchSize: 10, maxConcurrency: 5 },
    env: LEDGER,
    grants: LEDGER_GRANTS,
    timeoutSeconds: 30,
  },
  outbox: {
    file: 'events/outbox',
    summary: 'Enqueues accepted messages and emits events out, from the table stream',
    trigger: { kind: 'stream' },
    env: ['STAGE', 'SEND_QUEUE_URL', 'EVENT_BUS_NAME'],
    grants: ['send-queue:put', 'events:publish'],
    timeoutSeconds: 30,
  },
  'release-due-messages': {
    file: 'schedules/release-due-messages',
    summary: 'Each minute, puts the messages that are due back on the send queue',
    trigger: { kind: 'schedule', everyMinutes: 1 },
    env: ['STAGE', 'TABLE_NAME', 'SEND_QUEUE_URL'],
    grants: ['table:read', 'table:write', 'send-queue:put'],
    timeoutSeconds: 50,
  },
  'release-reviewed-messages': {
    file: 'schedules/release-reviewed-messages',
    summary: 'Each minute, puts the messages whose cause was decided back on the send queue',
    trigger: { kind: 'schedule', everyMinutes: 1 },
    env: ['STAGE', 'TABLE_NAME', 'SEND_QUEUE_URL'],
    grants: ['table:read', 'table:write', 'send-queue:put'],
    timeoutSeconds: 50,
  },
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof manifest;
/** The environment of a function, as the infrastructure must give it: a forgotten variable does not compile. */
export type EnvOf<N extends FunctionName> = Record<(typeof manifest)[N]['env'][number], string>;
