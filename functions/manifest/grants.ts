import type { Variable } from './environment.ts';

/**
 * What a function may do on AWS, with the variable that names the resource: `infra/constructs/grants.ts` turns each
 * grant into one least-privilege statement.
 */
const VARIABLE_OF = {
  'table:read': 'TABLE_NAME',
  'table:write': 'TABLE_NAME',
  // Up to 25 items at once; in IAM an action of its own.
  'table:remove': 'TABLE_NAME',
  // The indexes of the table.
  'table:list': 'TABLE_NAME',
  'contents:read': 'CONTENT_BUCKET',
  'contents:write': 'CONTENT_BUCKET',
  'send-queue:put': 'SEND_QUEUE_URL',
  'secret:fingerprint': 'FINGERPRINT_SECRET_ID',
  'secret:token': 'TOKEN_SECRET_ID',
  'secret:data': 'DATA_SECRET_ID',
  'secret:root-key': 'ROOT_KEY_SECRET_ID',
  'events:publish': 'EVENT_BUS_NAME',
  'email:send': 'SES_CONFIGURATION_SET',
  // A telephone number is no resource of AWS: nothing to name.
  'sms:send': 'STAGE',
} as const satisfies Record<string, Variable>;
export type Grant = keyof typeof VARIABLE_OF;

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

export const TABLE = ['table:read', 'table:write'] as const satisfies readonly Grant[];
/** Reads what is recorded of contacts. */
export const READS_LEDGER = ['table:read', 'secret:fingerprint', 'secret:data'] as const satisfies readonly Grant[];
/** Reads it and records more. */
export const LEDGER = [...TABLE, 'secret:fingerprint', 'secret:data'] as const satisfies readonly Grant[];
