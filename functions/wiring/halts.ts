import { formerEvents } from '#functions/wiring/keys/archive.ts';
import { once } from '#functions/wiring/once.ts';
import { table } from '#functions/wiring.ts';
import { adoptedAs, haltsOf, handOffHaltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { handOffsOf } from '#shared/adapters/dynamodb/messages/hand-offs.ts';
import { s3Client } from '#shared/adapters/s3/client.ts';
import { journalReaderOf } from '#shared/adapters/s3/journal.ts';
import type { HandOffs } from '#shared/app/audit/hand-offs.port.ts';
import type { Halts, HandOffHalts } from '#shared/app/halts/halts.port.ts';
import type { JournalReader } from '#shared/app/restore/journal.port.ts';

/** The composition root of what stops hand-offs, of what audits them, and of what lets a restored table send again. */
type Needs = Parameters<typeof table>[0] & Readonly<Record<'TABLE_ADOPTED', string>>;

export const halts = /* @__PURE__ */ once((env: Parameters<typeof table>[0]): Halts => haltsOf(table(env)));

/** Whether messages may be handed over. */
export const handOffHalts = /* @__PURE__ */ once(
  (env: Needs): HandOffHalts => handOffHaltsOf(table(env), adoptedAs(env.TABLE_NAME, env.TABLE_ADOPTED)),
);

export const journalReader = /* @__PURE__ */ once(
  (env: Readonly<Record<'JOURNAL_BUCKET', string>>): JournalReader => journalReaderOf(s3Client(), env.JOURNAL_BUCKET),
);

/** The copy of the journal in a second Region. Throws an `Error` with a sentence where the stage has none. */
export const journalReplicaReader = /* @__PURE__ */ once(
  (env: Readonly<Record<'JOURNAL_REPLICA', string>>): JournalReader => {
    const [region, bucket] = env.JOURNAL_REPLICA.split(' ');
    if (bucket === undefined) throw new Error('The journal of this stage is not copied: `journalReplica` is not set.');
    return journalReaderOf(s3Client(region), bucket);
  },
);

/** What was handed off lately, for the audit. */
export const handOffs = /* @__PURE__ */ once(
  (env: Parameters<typeof formerEvents>[0]): HandOffs => handOffsOf(table(env), formerEvents(env)),
);
