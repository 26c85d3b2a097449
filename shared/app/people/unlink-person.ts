import { contactNotFound } from '#shared/domain/failure.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { leavingPerson } from './move-to-person.ts';
import type { ChangedPerson, ChangePersonPorts, OfContact } from './person-change.ts';

/**
 * Ends the link of a contact to a person, which was a mistake or has ended. Nothing is taken back: every opposition stays wherever it was
 * written (D1). One that is of no person stays as it is. Throws `contact-not-found`.
 */
export const unlinkPerson = (
  { ledger, clock, pause }: ChangePersonPorts,
  { access, contactId, actor }: OfContact,
  reason: string,
): Promise<ChangedPerson> =>
  retryOnConflict(
    async () => {
      const at = clock.now();
      const seen = await ledger.readStanding(access, contactId);
      if (seen === undefined) throw contactNotFound();
      if (seen.person === undefined) return { standing: seen, recordedAt: at };
      const events = [{ type: 'person-unlinked', reason, actor } as const];
      const leaves = await leavingPerson(ledger, access, seen);
      const [standing = seen] = await appendToLedger(ledger, access, [{ contactId, seen, events }], { at, leaves });
      return { standing, recordedAt: at };
    },
    { pause, seed: contactId },
  );
