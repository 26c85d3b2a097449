import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { namedOtherwise } from '#shared/domain/contact/named-otherwise.ts';
import { idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Ledger, RequestHash } from './ledger.port.ts';

/**
 * True when the same request was written to this contact before. Throws `idempotency-key-reused` for another contact or
 * body, and `namedOtherwise` where it was written to the same address under another key.
 */
export const isRepeated = async (
  ledger: Pick<Ledger, 'findRequest'>,
  access: AdvertiserAccess,
  contact: { readonly contactId: ContactId; readonly otherIds?: readonly ContactId[] | undefined },
  { requestId, bodySha256 }: RequestHash,
): Promise<boolean> => {
  const stored = await ledger.findRequest(access, requestId);
  if (stored === undefined) return false;
  if (contact.otherIds?.includes(stored.contactId)) throw namedOtherwise();
  if (stored.bodySha256 !== bodySha256 || stored.contactId !== contact.contactId) throw idempotencyKeyReused();
  return true;
};
