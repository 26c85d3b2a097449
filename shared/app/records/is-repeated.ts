import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Ledger, RequestHash } from './ledger.port.ts';

/**
 * True when the same request was written to this contact before. Throws `idempotency-key-reused` for another contact or
 * body.
 */
export const isRepeated = async (
  ledger: Pick<Ledger, 'findRequest'>,
  access: AdvertiserAccess,
  contactId: ContactId,
  { requestId, bodySha256 }: RequestHash,
): Promise<boolean> => {
  const stored = await ledger.findRequest(access, requestId);
  if (stored === undefined) return false;
  if (stored.bodySha256 !== bodySha256 || stored.contactId !== contactId) throw idempotencyKeyReused();
  return true;
};
