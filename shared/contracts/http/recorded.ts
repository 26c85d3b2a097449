import { about } from '#shared/domain/about.ts';
import type { FailureCode } from '#shared/domain/failure.ts';
import { ContactId, contactIdOf, FactId, Instant } from '#shared/domain/ids.ts';

/** Problems of every route that records a fact about a contact. */
export const FACT_PROBLEMS = [
  'advertiser-not-found',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'standing-full',
  'contact-erased',
  'concurrent-change',
] as const satisfies readonly FailureCode[];

/** Problems of a batch of facts: those of an item are in its outcome. */
export const BATCH_PROBLEMS = [
  'advertiser-not-found',
  'idempotency-key-missing',
  'batch-unfinished',
] as const satisfies readonly FailureCode[];

/** What is answered of every recorded fact. */
export const recorded = {
  id: about('The id of the recorded fact: it names the fact in later calls.', FactId),
  contactId: about('The contact that the fact belongs to. It says nothing of the address.', ContactId),
  recordedAt: about('When it was recorded, in UTC.', Instant),
};

/** What every recorded fact answers. */
export const recordedView = ({ id, recordedAt }: { readonly id: FactId; readonly recordedAt: Instant }) => ({
  id,
  contactId: contactIdOf(id),
  recordedAt,
});
