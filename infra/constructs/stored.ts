import type { Construct } from 'constructs';
import { readLink } from './links.ts';
import { MESSAGE_INDEXES } from './message-indexes.ts';

/** The ARNs of what the data stack holds. */
export const storedArns = (scope: Construct, stage: string) => ({
  get table() {
    return readLink(scope, stage, 'table-arn');
  },
  get contents() {
    return readLink(scope, stage, 'content-bucket-arn');
  },
  get fingerprint() {
    return readLink(scope, stage, 'fingerprint-secret-arn');
  },
  get token() {
    return readLink(scope, stage, 'token-secret-arn');
  },
  get data() {
    return readLink(scope, stage, 'data-secret-arn');
  },
  get rootKey() {
    return readLink(scope, stage, 'root-key-secret-arn');
  },
});

/** The environment of a function that works with the ledger. */
export const ledgerEnvironment = (scope: Construct, stage: string) => {
  const stored = storedArns(scope, stage);
  return {
    STAGE: stage,
    TABLE_NAME: readLink(scope, stage, 'table-name'),
    FINGERPRINT_SECRET_ID: stored.fingerprint,
    DATA_SECRET_ID: stored.data,
  };
};

/** The ARNs for the grants of a function that works with the ledger, and of one that answers a caller. */
export const ledgerArns = (scope: Construct, stage: string) => {
  const stored = storedArns(scope, stage);
  const table = [stored.table];
  return {
    'table:read': table,
    'table:write': table,
    'forms:write': table,
    'settings:write': table,
    'keys:read': table,
    'keys:list': table,
    'keys:write': table,
    'parked:write': table,
    'keys:note-use': table,
    'table:list': MESSAGE_INDEXES.map(({ name }) => `${stored.table}/index/${name}`),
    'secret:fingerprint': [stored.fingerprint],
    'secret:data': [stored.data],
  };
};
