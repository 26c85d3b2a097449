import { isOfBeforeCorrection } from '#shared/domain/consent/wrong-address.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';

/** What is recorded of an address, when it is asked for, and what was known by when. */
type Asked = Pick<VetRequest, 'standing' | 'at' | 'knownAt'>;

/**
 * An act of before a correction of the address, once that correction is known: it is of nobody who is known to read it. Of an earlier message for
 * which today's basis asks, what is known today decides: who reads the address did nothing then, either.
 */
export const isOfWrongAddress = ({ standing, at, knownAt = at }: Asked, actedAt: Instant): boolean =>
  standing?.correctedAt !== undefined && standing.correctedAt <= knownAt && isOfBeforeCorrection(standing, actedAt);

/**
 * The advertiser corrected the address since: it is not the one that the customer gave. An order of before that is recorded again, or late, as
 * by an import, is of before.
 */
export const wasSoldToWrongAddress = ({ soldAt, recordedAt }: Sale, asked: Asked): boolean =>
  [soldAt, recordedAt].some((each) => isOfWrongAddress(asked, each));
