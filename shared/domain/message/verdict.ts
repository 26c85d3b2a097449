import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant, Sha256 } from '../ids.ts';

/** refuse > review > defer > allow. */
export const Outcome = z.enum(['allow', 'defer', 'review', 'refuse']);
export type Outcome = z.infer<typeof Outcome>;

/** One reason of a verdict as stored: a code and what it rests on. Sentences and citations are looked up by code. */
export const StoredReason = z.strictObject({
  code: about('The stable code of the reason, listed in docs/law.md.', z.string()),
  article: about(
    'The version of the text that gave it, such as l34-5/2020-07-26. Absent: it rests on no text.',
    z.optional(z.string()),
  ),
  factId: about(
    'The recorded fact that it speaks of: a consent, sale or opposition. Absent: none.',
    z.optional(z.string()),
  ),
  detail: about('What exactly was found, for a developer. Absent: nothing to add.', z.optional(z.string())),
});
export type StoredReason = z.infer<typeof StoredReason>;

/** Each code of these reasons once, in their order: one code is given for each of its faults. */
export const codesIn = (reasons: readonly Pick<StoredReason, 'code'>[]): string[] => [
  ...new Set(reasons.map(({ code }) => code)),
];

/**
 * A verdict as stored (P4): codes and references, never a copy of the facts. Replaying the ledger to `seq` with these
 * versions at this instant gives the same answer.
 */
export const StoredVerdict = z.strictObject({
  outcome: about(
    'allow: it may be sent now. defer: later. review: a human must decide. refuse: it may not be sent.',
    Outcome,
  ),
  reasons: about('Why; the first is the main reason: of a refusal one that refuses.', z.array(StoredReason)),
  notes: about(
    'What changes nothing but must be said: defaults used, bases that failed, tracking pixels left out.',
    z._default(z.array(StoredReason), []),
  ),
  notBefore: about('Of defer: the first lawful instant, in UTC. Absent: it is not deferred.', z.optional(Instant)),
  cause: about('Of review: what a human must decide. Absent: it needs no review.', z.optional(z.string())),
  at: about('The instant for which it was given, in UTC: the law of that instant was applied.', Instant),
  seq: about('The position of the latest event of the contact that was read; 0 for an unknown contact.', z.int()),
  settingsVersion: about('The version of the settings that was applied.', z.int()),
  rulebookVersion: about('The edition of the rulebook that was applied.', z.string()),
  factsSha256: Sha256,
  /** Sends counted: by the caps and quotas. */
  sendsCounted: z.int(),
  decisions: about(
    'Decisions of humans that it rests on, by cause and number, such as sale-type:free-account#1. Absent: none.',
    z.optional(z.array(z.string())),
  ),
});
export type StoredVerdict = z.infer<typeof StoredVerdict>;
