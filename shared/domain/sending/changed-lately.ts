import { type ContactId, contactIdOf, type Instant } from '../ids.ts';
import type { Standing } from '../ledger/standing.ts';
import { addDays } from '../time/instant.ts';

/** As long as a message may wait, and a day more: what was sent before a change counts no longer than this. */
const DAYS = 31;

/** The contacts of the addresses that the person of a contact left or took within 31 days, as far as a consent followed; the latest change last. */
export const changedLately = (standing: Standing | undefined, at: Instant): readonly ContactId[] => {
  if (standing === undefined) return [];
  const since = addDays(at, -DAYS);
  const consents = [...standing.consents, ...(standing.givenBefore ?? [])];
  const left = consents.flatMap(({ copiedFrom, recordedAt }) =>
    copiedFrom !== undefined && recordedAt > since ? [contactIdOf(copiedFrom)] : [],
  );
  const hasMoved = consents.some(
    ({ endedBecause, endedAt }) => endedBecause === 'moved' && endedAt !== undefined && endedAt > since,
  );
  return [...new Set([...left, ...(hasMoved ? (standing.movedTo ?? []) : [])])];
};
