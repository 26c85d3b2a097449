import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { JournalEntry, JournalEntryOf } from '#shared/domain/ledger/journal-entry.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { covers } from '#shared/domain/opposition/merge-oppositions.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Ledger } from '../records/ledger.port.ts';

/** Whether the table holds what an entry of the journal says. */
export type ComparedOutcome = 'held' | 'missing' | 'unreadable';

/**
 * Compares an entry with the standing that messages are vetted on, whatever replayed it: an opposition must be in it, as wide and
 * as late; a consent that was ended must be in it no more, or ended. Throws `dependency-unavailable`.
 */
export const compareEntry = async (
  { ledger }: { readonly ledger: Pick<Ledger, 'readStanding' | 'listEvents'> },
  access: AdvertiserAccess,
  entry: JournalEntry,
): Promise<ComparedOutcome> => {
  try {
    const standing = await ledger.readStanding(access, entry.contactId);
    const history = await ledger.listEvents(access, entry.contactId);
    return isHeld(entry, { standing, history }) ? 'held' : 'missing';
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  }
};

/** What the table holds of the contact of an entry. */
interface Stored {
  readonly standing: Standing | undefined;
  readonly history: readonly LedgerEvent[];
}

/** A consent that can be used, or that can become so. */
const IN_FORCE: ReadonlySet<Consent['state']> = new Set(['given', 'pending']);

const isUsable = ({ standing }: Stored, consentId: string): boolean =>
  standing?.consents.some(({ id, state }) => id === consentId && IN_FORCE.has(state)) ?? false;

/** An opposition as wide as this, and no earlier. */
const isOpposed = ({ standing }: Stored, of: OppositionScope, since: string, isRelational: boolean): boolean =>
  standing?.oppositions.some(
    (each) =>
      covers(each.of, of) &&
      each.occurredAt >= since &&
      (each.of.scope === 'global' || !isRelational || each.coversRelational === true),
  ) ?? false;

const isAnnulled = ({ history }: Stored, id: string): boolean =>
  history.some((event) => event.type === 'record-annulled' && event.recordId === id);

const isErasedSince = ({ standing }: Stored, at: string): boolean => (standing?.erasedAt ?? '') >= at;

const isWithdrawn = ({ id, consentId, occurredAt }: JournalEntryOf<'withdrawal'>, stored: Stored): boolean => {
  if (isAnnulled(stored, id)) return true;
  if (isUsable(stored, consentId)) return false;
  // The consent may be gone since its use ended: what it opposed is what the standing holds under its id.
  if (stored.standing?.oppositions.some((each) => each.id === id)) return true;
  return isOpposed(stored, opposedBy(stored.history, consentId), occurredAt, false);
};

const isRestricted = ({ id, alsoOf = [], recordedAt }: JournalEntryOf<'restriction'>, stored: Stored): boolean => {
  const { standing, history } = stored;
  const isHeldNow =
    (standing?.restrictions?.includes(id) ?? false) && alsoOf.every((each) => standing?.restrictedAlso?.includes(each));
  if (isHeldNow || isErasedSince(stored, recordedAt)) return true;
  return history.some((event) => event.type === 'restriction-lifted' && event.restrictionId === id);
};

/** Whether the table holds an entry, by its type. */
const IS_HELD: { readonly [Type in JournalEntry['type']]: (entry: JournalEntryOf<Type>, stored: Stored) => boolean } = {
  opposition: ({ id, of, occurredAt, coversRelational }, stored) =>
    isOpposed(stored, of, occurredAt, coversRelational === true) || isAnnulled(stored, id),
  withdrawal: isWithdrawn,
  invalidation: ({ consentId }, stored) => !isUsable(stored, consentId),
  erasure: ({ recordedAt }, stored) => isErasedSince(stored, recordedAt),
  restriction: isRestricted,
  annulment: ({ recordId }, stored) => isAnnulled(stored, recordId) || !isBasis(stored, recordId),
};

const isHeld = <Type extends JournalEntry['type']>(
  entry: JournalEntryOf<Type> & { type: Type },
  stored: Stored,
): boolean => IS_HELD[entry.type](entry, stored);

/** What the withdrawal of a consent opposes: everything, where the consent is not known. */
const opposedBy = (history: readonly LedgerEvent[], consentId: string): OppositionScope => {
  const given = history.find((event) => event.type === 'consent-given' && event.id === consentId);
  if (given?.type !== 'consent-given') return { scope: 'global' };
  const { channels, purpose } = given.consent;
  return { scope: 'purpose', channels, purpose };
};

/** A record that was annulled, and on which messages could leave all the same. */
const isBasis = (stored: Stored, recordId: string): boolean => {
  const record = stored.history.find((event) => 'id' in event && event.id === recordId);
  if (record?.type === 'consent-given') return isUsable(stored, recordId);
  return record?.type === 'sale-recorded';
};
