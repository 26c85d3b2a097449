import { archiveKeys } from '#functions/wiring/keys/archive.ts';
import { once } from '#functions/wiring/once.ts';
import { advertisers, clock, ledgerWithoutAddresses, table } from '#functions/wiring.ts';
import { deletionsOf } from '#shared/adapters/dynamodb/retention/deletions.ts';
import { endingContactsOf } from '#shared/adapters/dynamodb/retention/ending-contacts.ts';
import { expiryListOf } from '#shared/adapters/dynamodb/retention/expiry-list.ts';
import type { Deletions } from '#shared/app/retention/deletions.port.ts';
import type { ExpiryList } from '#shared/app/retention/ending-contacts.port.ts';

/** The composition root of what ends, and of the evidence that it ended. */
type Needs<V extends string> = Readonly<Record<V, string>>;

export { deletedIn, expiryOfRecord } from '#shared/adapters/dynamodb/retention/ended-records.ts';
export { parkedRecordOf, recordOfParked } from '#shared/adapters/dynamodb/retention/parked-record.ts';
export { proofOfRecord } from '#shared/adapters/dynamodb/retention/proof-of-record.ts';

export const expiryList = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): ExpiryList => expiryListOf(table(env)));

export const deletions = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Deletions => deletionsOf(table(env)));

/** To carry out what ended of contacts. */
export const ending = /* @__PURE__ */ once((env: Needs<'STAGE' | 'TABLE_NAME' | 'PROOF_KEY_ARN'>) => ({
  clock,
  contacts: endingContactsOf({ ...table(env), keyFor: archiveKeys(env) }),
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  expiryList: expiryList(env),
}));
