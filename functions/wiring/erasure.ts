import { once } from '#functions/wiring/once.ts';
import { dueList } from '#functions/wiring/workers.ts';
import { advertisers, clock, ledgerWithoutAddresses, opener, pause, table } from '#functions/wiring.ts';
import { erasuresOf } from '#shared/adapters/dynamodb/erasure/erasures.ts';
import { tracesOf } from '#shared/adapters/dynamodb/erasure/traces.ts';
import { exportedContactsOf } from '#shared/adapters/dynamodb/rights/exported-contacts.ts';
import { s3Client } from '#shared/adapters/s3/client.ts';
import { removedFilesOf } from '#shared/adapters/s3/export-files.ts';
import { listingSesClient, suppressionsOf } from '#shared/adapters/ses/suppressions.ts';
import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import type { ErasePorts } from '#shared/app/erasure/erase-contact.ts';
import type { FinishPorts } from '#shared/app/erasure/finish-erasure.ts';
import type { Suppressions } from '#shared/app/feedback/suppressions.port.ts';

/** The composition root of erasure. */
type Needs<V extends string> = Readonly<Record<V, string>>;
type Env = Needs<'STAGE' | 'TABLE_NAME' | 'DATA_SECRET_ID' | 'UPLOAD_BUCKET'>;

/** A caller waits: what the provider does not answer now is asked again by the clock. */
const hurriedSuppressions = /* @__PURE__ */ once(({ STAGE }: Needs<'STAGE'>) =>
  suppressionsOf(listingSesClient({ maxAttempts: 2, requestTimeout: 3_000 }), (advertiserId) =>
    tenantNameOf(STAGE, advertiserId),
  ),
);

/** What finishes an erasure that was begun. */
export const finishing = (env: Env, suppressions: Pick<Suppressions, 'remove'>): FinishPorts => ({
  erasures: erasuresOf({ ...table(env), vault: opener(env) }),
  traces: tracesOf({ ...table(env), vault: opener(env) }),
  exportedContacts: exportedContactsOf(table(env), removedFilesOf({ client: s3Client(), bucket: env.UPLOAD_BUCKET })),
  suppressions,
  dueList: dueList(env),
  clock,
});

/** What erases a contact for a caller. */
export const erasing = (env: Env): ErasePorts => ({
  ...finishing(env, hurriedSuppressions(env)),
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  pause,
});
