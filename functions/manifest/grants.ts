import type { Variable } from './environment.ts';

/**
 * What a function may do on AWS, with the variable that names the resource: `infra/constructs/grants.ts` turns each
 * grant into one least-privilege statement.
 */
const VARIABLE_OF = {
  // All but API keys.
  'table:read': 'TABLE_NAME',
  // What is known of contacts, messages and reviews.
  'table:write': 'TABLE_NAME',
  // Up to 25 items of that at once; in IAM an action of its own.
  'table:remove': 'TABLE_NAME',
  // The indexes of the table.
  'table:list': 'TABLE_NAME',
  // What an advertiser set, and what it holds.
  'settings:write': 'TABLE_NAME',
  // A form that is given whole with a consent.
  'forms:write': 'TABLE_NAME',
  // API keys.
  'keys:read': 'TABLE_NAME',
  'keys:list': 'TABLE_NAME',
  'keys:write': 'TABLE_NAME',
  // That a key was used.
  'keys:note-use': 'TABLE_NAME',
  // What could not be handled.
  'parked:write': 'TABLE_NAME',
  'contents:read': 'CONTENT_BUCKET',
  'contents:write': 'CONTENT_BUCKET',
  'send-queue:put': 'SEND_QUEUE_URL',
  'sms-replies:park': 'SMS_REPLIES_PARKED_QUEUE_URL',
  // The queues of replies by SMS and of reports of SES.
  'inbound-queues:put': 'SMS_REPLIES_QUEUE_URL',
  // Receives and deletes from every queue where work stops.
  'last-queues:take': 'SEND_PARKED_QUEUE_URL',
  'given-up:take': 'GIVEN_UP_BUCKET',
  'secret:fingerprint': 'FINGERPRINT_SECRET_ID',
  'secret:token': 'TOKEN_SECRET_ID',
  'secret:data': 'DATA_SECRET_ID',
  'secret:root-key': 'ROOT_KEY_SECRET_ID',
  'events:publish': 'EVENT_BUS_NAME',
  'email:send': 'SES_CONFIGURATION_SETS',
  // A tenant of SES for each advertiser: its name follows from the stage.
  'tenants:make': 'STAGE',
  // A telephone number is no resource of AWS: nothing to name.
  'sms:send': 'STAGE',
  // What SNS does on our behalf at End User Messaging, and nothing else does.
  'sms:send-by-sns': 'STAGE',
} as const satisfies Record<string, Variable>;
export type Grant = keyof typeof VARIABLE_OF;

/** The rooms of the table: how the partition keys of each begin, as IAM compares them (`dynamodb:LeadingKeys`). */
const ROOMS = {
  facts: ['CONTACT#*', 'REQUEST#*', 'PERSON#*', 'MESSAGE#*', 'DUE#*', 'REVIEW#*', 'REVIEWS#*'],
  settings: ['ADVERTISER#*', 'ADVERTISERS', 'FORMS#*', 'TEMPLATES#*', 'SIREN#*', 'IDENTITY#*', 'REPLYCODE#*'],
  keys: ['APIKEY#*', 'APIKEYS'],
  parked: ['PARKED'],
} as const;

/** The partition keys that each grant reaches. Of those of an index, IAM's documentation promises nothing. */
export const LEADING_KEYS: Readonly<Partial<Record<Grant, readonly string[]>>> = {
  'table:read': [...ROOMS.facts, ...ROOMS.settings],
  'table:write': ROOMS.facts,
  'table:remove': ROOMS.facts,
  'settings:write': ROOMS.settings,
  'forms:write': ['FORMS#*'],
  'keys:read': ROOMS.keys,
  'keys:list': ROOMS.keys,
  'keys:write': ROOMS.keys,
  'keys:note-use': ROOMS.keys,
  'parked:write': ROOMS.parked,
};

/** What a function needs of AWS beyond its trigger. */
export interface Needs {
  readonly grants: readonly Grant[];
  /** Variables that follow from no grant. */
  readonly env?: readonly Variable[];
  /** Seconds; 10 unless said. */
  readonly timeoutSeconds?: number;
  /** MB; 512 unless said. */
  readonly memoryMb?: number;
}

/** The variables of a function: the stage, one for each grant, and those it names besides. */
export type VariableOf<N extends Needs> =
  | 'STAGE'
  | (typeof VARIABLE_OF)[N['grants'][number]]
  | (N extends { readonly env: readonly (infer V extends Variable)[] } ? V : never);

/** The same, as a list without repetition. */
export const variablesOf = <N extends Needs>({ grants, env = [] }: N): readonly VariableOf<N>[] => {
  const variables = new Set<Variable>(['STAGE', ...grants.map((grant) => VARIABLE_OF[grant]), ...env]);
  return [...variables] as VariableOf<N>[];
};

/** Reads and changes what an advertiser set. */
export const SETTINGS = ['table:read', 'settings:write'] as const satisfies readonly Grant[];
export const KEYS = ['keys:read', 'keys:write'] as const satisfies readonly Grant[];
export const TABLE = ['table:read', 'table:write'] as const satisfies readonly Grant[];
/** Reads what is recorded of contacts. */
export const READS_LEDGER = ['table:read', 'secret:fingerprint', 'secret:data'] as const satisfies readonly Grant[];
/** Reads it and records more. */
export const LEDGER = [...TABLE, 'secret:fingerprint', 'secret:data'] as const satisfies readonly Grant[];
/** Makes the bytes of a message and hands them over. */
export const SENDER = [
  ...LEDGER,
  ...(['contents:read', 'secret:token', 'send-queue:put'] as const),
  ...(['email:send', 'tenants:make', 'sms:send', 'sms:send-by-sns'] as const),
] as const satisfies readonly Grant[];
