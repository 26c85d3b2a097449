import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Ledger, RequestHash } from './ledger.port.ts';

/** True when the same request was written to this contact before. Throws `idempotency-key-reused` for another body. */
export const isRepeated = async (
  ledger: Pick<Ledger, 'findRequest'>,
  access: AdvertiserAccess,
  contactId: ContactId,
  { requestId, bodySha256 }: RequestHash,
): Promise<boolean> => {
  const stored = await ledger.findRequest(access, contactId, requestId);
  if (stored !== undefined && stored !== bodySha256) throw idempotencyKeyReused();
  return stored !== undefined;
};
