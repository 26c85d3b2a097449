import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { readLink } from './links.ts';

/** The ARNs of what the data stack holds. */
export const storedArns = (scope: Construct, stage: string) => ({
  get table() {
    return readLink(scope, stage, 'table-arn');
  },
  get contents() {
    return readLink(scope, stage, 'content-bucket-arn');
  },
  get journal() {
    return readLink(scope, stage, 'journal-bucket-arn');
  },
  get uploads() {
    return readLink(scope, stage, 'upload-bucket-arn');
  },
  get fingerprint() {
    return readLink(scope, stage, 'fingerprint-secret-arn');
  },
  get token() {
    return readLink(scope, stage, 'token-secret-arn');
  },
  get key() {
    return readLink(scope, stage, 'key-arn');
  },
  get data() {
    return readLink(scope, stage, 'data-secret-arn');
  },
  get rootKey() {
    return readLink(scope, stage, 'root-key-secret-arn');
  },
  get provider() {
    return readLink(scope, stage, 'provider-secret-arn');
  },
});

/**
 * Whether the table is one that no stack of this deployment made, and the instant that it was restored to: nothing leaves until
 * it has what the journal holds, and no message that it had then.
 */
export const adoptedTable = ({ adopt: { table } }: Config): string => {
  if (table === undefined) return 'no';
  return table.restoredTo === undefined ? 'kept' : new Date(table.restoredTo).toISOString();
};

/** The environment of a function that works with the table and reads what is encrypted in it. */
export const tableEnvironment = (scope: Construct, stage: string) => ({
  STAGE: stage,
  TABLE_NAME: readLink(scope, stage, 'table-name'),
  DATA_SECRET_ID: storedArns(scope, stage).data,
  KEY_ARN: storedArns(scope, stage).key,
});

/** The same of one that works with the ledger, where contacts have the fingerprints of their addresses. */
export const ledgerEnvironment = (scope: Construct, stage: string) => ({
  ...tableEnvironment(scope, stage),
  FINGERPRINT_SECRET_ID: storedArns(scope, stage).fingerprint,
});

/** The ARNs for the grants of a function that works with the table. */
export const tableArns = (scope: Construct, stage: string) => {
  const stored = storedArns(scope, stage);
  return {
    table: [stored.table],
    'secret:data': [stored.data],
  };
};

/** The same of one that works with the ledger, and of one that answers a caller. */
export const ledgerArns = (scope: Construct, stage: string) => ({
  ...tableArns(scope, stage),
  'secret:fingerprint': [storedArns(scope, stage).fingerprint],
});
