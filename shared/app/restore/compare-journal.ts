import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { JournalEntry } from '#shared/domain/ledger/journal-entry.ts';
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
    return isHeld(entry, standing, history) ? 'held' : 'missing';
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  }
};

/** A consent that can be used, or that can become so. */
const IN_FORCE: ReadonlySet<Consent['state']> = new Set(['given', 'pending']);

const isHeld = (entry: JournalEntry, standing: Standing | undefined, history: readonly LedgerEvent[]): boolean => {
  const isUsable = (consentId: string): boolean =>
    standing?.consents.some(({ id, state }) => id === consentId && IN_FORCE.has(state)) ?? false;
  const isOpposed = (of: OppositionScope, isRelational: boolean): boolean =>
    standing?.oppositions.some(
      (each) =>
        covers(each.of, of) &&
        each.occurredAt >= ('occurredAt' in entry ? entry.occurredAt : '') &&
        (each.of.scope === 'global' || !isRelational || each.coversRelational === true),
    ) ?? false;
  const isAnnulled = (id: string): boolean =>
    history.some((event) => event.type === 'record-annulled' && event.recordId === id);
  switch (entry.type) {
    case 'opposition':
      return isOpposed(entry.of, entry.coversRelational === true) || isAnnulled(entry.id);
    case 'withdrawal':
      if (isAnnulled(entry.id)) return true;
      // The consent may be gone since its use ended: what it opposed is what the standing holds under its id.
      if (!isUsable(entry.consentId) && standing?.oppositions.some(({ id }) => id === entry.id)) return true;
      return !isUsable(entry.consentId) && isOpposed(opposedBy(history, entry.consentId), false);
    case 'invalidation':
      return !isUsable(entry.consentId);
    case 'erasure':
      return (standing?.erasedAt ?? '') >= entry.recordedAt;
    case 'restriction':
      return (
        ((standing?.restrictions?.includes(entry.id) ?? false) &&
          (entry.alsoOf ?? []).every((each) => standing?.restrictedAlso?.includes(each))) ||
        (standing?.erasedAt ?? '') >= entry.recordedAt ||
        history.some((event) => event.type === 'restriction-lifted' && event.restrictionId === entry.id)
      );
    case 'annulment':
      return isAnnulled(entry.recordId) || !isBasis(history, entry.recordId, isUsable);
  }
};

/** What the withdrawal of a consent opposes: everything, where the consent is not known. */
const opposedBy = (history: readonly LedgerEvent[], consentId: string): OppositionScope => {
  const given = history.find((event) => event.type === 'consent-given' && event.id === consentId);
  if (given?.type !== 'consent-given') return { scope: 'global' };
  const { channels, purpose } = given.consent;
  return { scope: 'purpose', channels, purpose };
};

/** A record that was annulled, and on which messages could leave all the same. */
const isBasis = (
  history: readonly LedgerEvent[],
  recordId: string,
  isUsable: (consentId: string) => boolean,
): boolean => {
  const record = history.find((event) => 'id' in event && event.id === recordId);
  if (record?.type === 'consent-given') return isUsable(recordId);
  return record?.type === 'sale-recorded';
};
