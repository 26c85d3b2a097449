import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { LedgerChange } from '#shared/domain/change.ts';
import { dueBy, endingOf, withdrawnBy } from '#shared/domain/partner/what-is-due.ts';
import type { ConsentUses, Disclosures, PartnerNotifications } from './partner-records.port.ts';

/** What makes notifications due. */
export interface NotifyingPorts {
  readonly disclosures: Pick<Disclosures, 'of'>;
  readonly notifications: Pick<PartnerNotifications, 'open'>;
  readonly consentUses: ConsentUses;
}

/**
 * Makes due what the partners of a contact must be notified of an event of its ledger. The same event again changes nothing. Throws
 * `dependency-unavailable`, and the stream brings the event again.
 */
export const openNotifications = async (
  { disclosures, notifications, consentUses }: NotifyingPorts,
  { advertiserId, contactId, event }: LedgerChange,
): Promise<void> => {
  if (endingOf(event) === undefined) return;
  const access = admit(advertiserId);
  const found = await disclosures.of(access, contactId);
  if (found.length === 0) return;
  const consentId = withdrawnBy(event);
  const withdrawn = consentId && (await consentUses.usesOf(access, contactId, consentId));
  const ending = endingOf(event, withdrawn);
  if (ending === undefined) return;
  for (const each of dueBy(ending, found)) await notifications.open(access, each);
};
