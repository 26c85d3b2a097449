import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import type { Erasures } from './erasures.port.ts';

/** The id of the erasure that a call makes. */
export const erasureIdOf = (contactId: ContactId, requestId: string): FactId =>
  factIdOf(contactId, `erasure/${requestId}`);

/** The call by which the answer to a request erases. */
export const callOfAnswer = (id: FactId): string => `rights/${id}`;

/** The erasure by which a request was answered. `undefined`: it is of something else, or was not answered. */
export const answeringErasure = async (
  erasures: Pick<Erasures, 'find'>,
  access: AdvertiserAccess,
  { kind, state, contactId, id }: RightsRequest,
): Promise<Erasure | undefined> =>
  kind === 'erasure' && state === 'answered'
    ? erasures.find(access, contactId, erasureIdOf(contactId, callOfAnswer(id)))
    : undefined;
