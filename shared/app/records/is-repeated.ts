import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { namedOtherwise } from '#shared/domain/contact/named-otherwise.ts';
import { idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Ledger, RequestHash } from './ledger.port.ts';

interface Named {
  readonly contactId: ContactId;
  readonly otherIds?: readonly ContactId[] | undefined;
}

/**
 * True when the same request was written to this contact before. Throws `idempotency-key-reused` for another contact or
 * body, and `namedOtherwise` where it was written to the same address under another key.
 */
export const isRepeated = async (
  ledger: Pick<Ledger, 'findRequest'>,
  access: AdvertiserAccess,
  contact: Named,
  { requestId, bodySha256 }: RequestHash,
): Promise<boolean> => {
  const stored = await ledger.findRequest(access, requestId);
  if (stored === undefined) return false;
  if (contact.otherIds?.includes(stored.contactId)) throw namedOtherwise();
  if (stored.bodySha256 !== bodySha256 || stored.contactId !== contact.contactId) throw idempotencyKeyReused();
  return true;
};

/**
 * Keeps a request for its address before anything is done of it: for what is stored under the contact, where the same request for another
 * would not find it. Throws `idempotency-key-reused` for another address or body.
 */
export const takeForContact = async (
  ledger: Pick<Ledger, 'takeRequest'>,
  access: AdvertiserAccess,
  { contactId, otherIds = [] }: Named,
  { request, at }: { readonly request: RequestHash; readonly at: Instant },
): Promise<void> => {
  const stored = await ledger.takeRequest(access, contactId, request, at);
  const isOfAddress = [contactId, ...otherIds].includes(stored.contactId);
  if (!isOfAddress || stored.bodySha256 !== request.bodySha256) throw idempotencyKeyReused();
};
