import { randomBytes } from 'node:crypto';
import { kms } from '#functions/wiring/keys/vaults.ts';
import { once } from '#functions/wiring/once.ts';
import { advertisers, clock, table } from '#functions/wiring.ts';
import { archiveKeysOf, archiveOpenOf } from '#shared/adapters/crypto/archive-keys.ts';
import { makeByKms, openByKms } from '#shared/adapters/crypto/kms.ts';
import { formerEventsOf } from '#shared/adapters/dynamodb/retention/former-events.ts';
import { proofArchiveOf } from '#shared/adapters/dynamodb/retention/proof-archive.ts';
import { proofReaderOf } from '#shared/adapters/dynamodb/retention/proof-reader.ts';
import type { FormerEvents } from '#shared/app/retention/former-events.port.ts';
import type { ProofReader } from '#shared/app/retention/proof-archive.port.ts';

/** The composition root of the archive: what keeps proof has no right to open it, and what reads it none to keep. */
type Needs<V extends string> = Readonly<Record<V, string>>;

/** What encrypts for the archive. */
export const archiveKeys = /* @__PURE__ */ once((env: Needs<'STAGE' | 'PROOF_KEY_ARN'>) =>
  archiveKeysOf({
    make: makeByKms(kms(env), env.STAGE, env.PROOF_KEY_ARN),
    randomBytes: (size) => randomBytes(size),
  }),
);

/** To keep the proof of what was sent. */
export const archiving = /* @__PURE__ */ once((env: Needs<'STAGE' | 'TABLE_NAME' | 'PROOF_KEY_ARN'>) => ({
  clock,
  archive: proofArchiveOf({ ...table(env), keyFor: archiveKeys(env) }),
  advertisers: advertisers(env),
}));

/** Reads the archive, and opens it. */
export const proofReader = /* @__PURE__ */ once(
  (env: Needs<'STAGE' | 'TABLE_NAME'>): ProofReader =>
    proofReaderOf({ ...table(env), openFor: archiveOpenOf({ open: openByKms(kms(env), env.STAGE) }) }),
);

/** Events of contacts whose use ended. */
export const formerEvents = /* @__PURE__ */ once(
  (env: Needs<'STAGE' | 'TABLE_NAME'>): FormerEvents => formerEventsOf(proofReader(env)),
);
