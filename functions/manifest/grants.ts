import type { Variable } from './environment.ts';
import { APPENDING, LINKING, MAKING, OPPOSING, REPEATABLE, type TableGrant } from './table-grants.ts';

/**
 * What a function may do on AWS beyond the table, with the variable that names the resource:
 * `infra/constructs/grants/grants.ts` makes least-privilege statements of them.
 */
const VARIABLE_OF = {
  'contents:read': 'CONTENT_BUCKET',
  'contents:write': 'CONTENT_BUCKET',
  // What left, without what is of one reader.
  'sent:write': 'CONTENT_BUCKET',
  'sent:read': 'CONTENT_BUCKET',
  // What messages of campaigns said of each reader alone, encrypted.
  'values:write': 'CONTENT_BUCKET',
  'values:read': 'CONTENT_BUCKET',
  'send-queue:put': 'SEND_QUEUE_URL',
  'campaign-queue:put': 'CAMPAIGN_QUEUE_URL',
  'campaign:park': 'CAMPAIGN_PARKED_QUEUE_URL',
  'sms-replies:park': 'SMS_REPLIES_PARKED_QUEUE_URL',
  // What a provider outside AWS brings waits with the replies of AWS.
  'sms-replies:publish': 'SMS_REPLIES_TOPIC_ARN',
  'inbound-events:park': 'INBOUND_EVENTS_PARKED_QUEUE_URL',
  'project:park': 'PROJECT_PARKED_QUEUE_URL',
  // The queues of replies by SMS, of reports of SES, and of events of applications.
  'inbound-queues:put': 'SMS_REPLIES_QUEUE_URL',
  // Receives and deletes from every queue where work stops.
  'last-queues:take': 'SEND_PARKED_QUEUE_URL',
  'given-up:take': 'GIVEN_UP_BUCKET',
  'journal:write': 'JOURNAL_BUCKET',
  'journal:read': 'JOURNAL_BUCKET',
  // A right that is given on by a signed address: its holder may put that one file.
  'uploads:write': 'UPLOAD_BUCKET',
  'uploads:find': 'UPLOAD_BUCKET',
  'uploads:read': 'UPLOAD_BUCKET',
  'reports:write': 'UPLOAD_BUCKET',
  'reports:read': 'UPLOAD_BUCKET',
  'reports:find': 'UPLOAD_BUCKET',
  'reports:remove': 'UPLOAD_BUCKET',
  // Reads mails that SES kept to be read, and removes each.
  'mails:take': 'UPLOAD_BUCKET',
  'jobs:put': 'JOBS_QUEUE_URL',
  'jobs:park': 'JOBS_QUEUE_URL',
  'secret:fingerprint': 'FINGERPRINT_SECRET_ID',
  'secret:token': 'TOKEN_SECRET_ID',
  'secret:data': 'DATA_SECRET_ID',
  'secret:root-key': 'ROOT_KEY_SECRET_ID',
  // Keys of advertisers, which the key of the stage encrypted: they name it themselves.
  'advertiser-keys:open': 'STAGE',
  'advertiser-keys:make': 'KEY_ARN',
  // Data keys of the archive, which its own key encrypted: they name it themselves.
  'proof-key:open': 'STAGE',
  'proof-key:make': 'PROOF_KEY_ARN',
  'secret:provider': 'PROVIDER_SECRET_ID',
  // The same for what sends texts alone, where these leave by a provider outside AWS.
  'secret:provider-of-texts': 'TEXT_SECRET_ID',
  'events:publish': 'EVENT_BUS_NAME',
  'email:send': 'SES_CONFIGURATION_SETS',
  // What an account may send is no resource of AWS: nothing to name.
  'email:quota': 'STAGE',
  // A tenant of SES for each advertiser: its name follows from the stage.
  'tenants:make': 'STAGE',
  'tenants:read': 'STAGE',
  // The lists of suppressed addresses are no resource of AWS either.
  'suppressions:mend': 'STAGE',
  'suppressions:remove': 'STAGE',
  // With the numbers, which are hidden there from everybody else.
  'sms-status:read': 'SMS_STATUS_LOG',
  // The list of opt-outs that the settings name, where they do.
  'opt-outs:read': 'OPT_OUT_LIST',
  // A telephone number is no resource of AWS: nothing to name. Where SMS leave by SNS.
  'sms:send': 'STAGE',
  // By what of the account SMS leave by End User Messaging, where they do.
  'texts:send': 'SMS_ROUTE',
  // By the instance of Amazon Connect that the settings name, where calls leave by it.
  'calls:start': 'CALL_ROUTE',
  // What was said with a call of that instance, which its events name.
  'calls:read': 'STAGE',
  // The model that reads templates, where the settings name one.
  'model:ask': 'TEMPLATE_READER',
  // What SNS does on our behalf at End User Messaging, and nothing else does.
  'sms:send-by-sns': 'STAGE',
} as const satisfies Record<string, Variable>;
type GrantBeside = keyof typeof VARIABLE_OF;
export type Grant = TableGrant | GrantBeside;

/** What a function needs of AWS beyond its trigger. */
export interface Needs {
  readonly grants: readonly Grant[];
  /** Variables that follow from no grant. */
  readonly env?: readonly Variable[];
  /** Seconds; 10 unless said. */
  readonly timeoutSeconds?: number;
  /** MB; 512 unless said. */
  readonly memoryMb?: number;
  /** It meets itself again by what it puts on: as often as it takes, which Lambda must allow (it ends a chain after some 16 runs), or once. */
  readonly goesRound?: 'until-done' | 'once';
}

type VariableOfGrant<G extends Grant> =
  | (G extends TableGrant ? 'TABLE_NAME' : never)
  | (G extends GrantBeside ? (typeof VARIABLE_OF)[G] : never);

const isBeside = (grant: Grant): grant is GrantBeside => grant in VARIABLE_OF;
const variableOf = (grant: Grant): Variable => (isBeside(grant) ? VARIABLE_OF[grant] : 'TABLE_NAME');

/** The variables of a function: the stage, one for each grant, and those it names besides. */
export type VariableOf<N extends Needs> =
  | 'STAGE'
  | VariableOfGrant<N['grants'][number]>
  | (N extends { readonly env: readonly (infer V extends Variable)[] } ? V : never);

/** The same, as a list without repetition. */
export const variablesOf = <N extends Needs>({ grants, env = [] }: N): readonly VariableOf<N>[] => {
  const variables = new Set<Variable>(['STAGE', ...grants.map(variableOf), ...env]);
  return [...variables] as VariableOf<N>[];
};

/** Stores a template, has a model read it where there is one, and opens its review. */
export const STORES = [
  ...(['get:advertiser', 'get:template', 'put:template', 'get:reviews', 'put:reviews'] as const),
  ...(['contents:write', 'model:ask'] as const),
] as const satisfies readonly Grant[];

/** Finds contacts by their addresses, also while two keys of fingerprints are known (decision 0070). */
export const FINDING = ['secret:fingerprint', 'query:contact'] as const satisfies readonly Grant[];
/** The same where a new one may be stored. */
export const NAMING = [...FINDING, 'check:contact'] as const satisfies readonly Grant[];
/** Opens what is encrypted: an address, the values of a message. */
export const DECRYPTING = [
  'secret:data',
  'get:advertiser-key',
  'advertiser-keys:open',
] as const satisfies readonly Grant[];
/** Encrypts what is kept, under the key of its advertiser, which is made at first need. */
export const ENCRYPTING = [
  ...DECRYPTING,
  'put:advertiser-key',
  'advertiser-keys:make',
] as const satisfies readonly Grant[];
/** Reads the archive, and opens it: for nothing that sends. */
export const READING_PROOF = ['get:proof', 'query:proof', 'proof-key:open'] as const satisfies readonly Grant[];
/** Knows contacts by their addresses, and opens these. */
export const ADDRESSES = [...FINDING, ...DECRYPTING] as const satisfies readonly Grant[];
/** Records what happens to a contact. */
export const RECORDS = [...APPENDING, ...REPEATABLE, ...NAMING, ...ENCRYPTING] as const satisfies readonly Grant[];
/** Declares a contact by all its addresses. */
export const DECLARES = [
  ...APPENDING,
  ...LINKING,
  ...NAMING,
  'check:person',
  ...ENCRYPTING,
] as const satisfies readonly Grant[];
/** Removes what is left of a contact that was erased. */
export const ERASING = [
  ...(['query:contact', 'get:contact', 'update:contact', 'delete:contact', 'delete-many:contact'] as const),
  ...(['list:MessagesOfContact', 'get-many:message', 'update:message', 'delete:audience', 'delete:list'] as const),
  ...(['query:job', 'put:due', 'reports:remove', 'delete:text', 'delete-many:proof'] as const),
  // Under which keys of its advertiser the key may be that it destroys.
  ...DECRYPTING,
  'query:advertiser-key',
] as const satisfies readonly Grant[];
/** Sends codes and answers by SMS, by whatever the SMS of the stage leave by. */
export const TEXTING = [
  'sms:send',
  'sms:send-by-sns',
  'texts:send',
  'secret:provider-of-texts',
] as const satisfies readonly Grant[];
/** Makes the bytes of a message, claims it and hands it over. */
const HANDING_OVER = [
  ...MAKING,
  ...(['update:contact', 'put:reviews', 'get:halts', 'contents:read', 'sent:write', 'secret:token'] as const),
  ...DECRYPTING,
  ...(['email:send', 'tenants:make', 'sms:send', 'sms:send-by-sns', 'texts:send', 'calls:start'] as const),
  'secret:provider',
  // Whom the provider names as one who asked it to stop is registered.
  ...OPPOSING,
  ...FINDING,
  'get:message',
] as const satisfies readonly Grant[];
/** Sends single messages. */
export const SENDER = [
  ...HANDING_OVER,
  ...(['update:message', 'put:due', 'put:review', 'send-queue:put'] as const),
] as const satisfies readonly Grant[];
/** What creating a campaign reads and stores. */
export const CREATING_CAMPAIGNS = [
  ...(['get:advertiser', 'get:template', 'contents:read', 'get:campaign', 'put:campaign'] as const),
  ...(['put:campaigns', 'put:due', 'get:job'] as const),
] as const satisfies readonly Grant[];

/** Sends chunks of campaigns. */
export const CHUNK_SENDER = [
  ...HANDING_OVER,
  ...(['get-many:campaign', 'put:campaign', 'update:campaign', 'delete:campaign'] as const),
  ...(['put:review', 'values:write', 'campaign:park'] as const),
] as const satisfies readonly Grant[];
