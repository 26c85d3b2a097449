import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Instant } from '#shared/domain/ids.ts';
import type { ErasedOf } from '#shared/domain/ledger/erasure.ts';
import { remainderOf } from '#shared/domain/retention/after-erasure.ts';
import { Sentence } from '../sentence.ts';

/** One thing that an erasure leaves. It says nothing of the person. */
export const Kept = z.strictObject({
  where: about(
    'Where it lies: log, of AWS; provider, with who carried SMS, MMS or calls.',
    z.enum(['table', 'journal', 'bucket', 'queue', 'backup', 'log', 'provider']),
  ),
  what: about('What it is.', Sentence),
  why: about('Why it is kept.', Sentence),
  until: about('When it is gone at the latest, in UTC. Absent: untilWhen says it.', z.optional(Instant)),
  untilWhen: about('Until when, in words. Absent: until says it.', z.optional(Sentence)),
});

/** What an erasure leaves, where, until when and why. */
export const keptView = ({ erasedAt, kindInDoubt, addressKind }: ErasedOf): z.infer<typeof Kept>[] =>
  remainderOf(erasedAt, kindInDoubt ? undefined : addressKind);
