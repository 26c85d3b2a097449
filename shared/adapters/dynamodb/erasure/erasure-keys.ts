import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import { type Key, standingKey } from '../keys.ts';

/**
 * Keys of erasures. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | When was this contact erased, and what was removed? | `CONTACT#<advertiser>#<contact>` | `ERASURE#<seq>` | strong Query |
 * | Which erasures are to be looked at once more? | `DUE#ERASURES` | `OF#<advertiser>#<contact>#<seq>` | strong Query, page by page |
 *
 * An erasure sorts before the events: a vet's range holds none.
 */
const PREFIX = 'ERASURE#';
const SEQ_DIGITS = 12;

const positionOf = (seq: number): string => String(seq).padStart(SEQ_DIGITS, '0');

export const erasureKey = (access: AdvertiserAccess, contactId: ContactId, seq: number): Key => ({
  pk: standingKey(access, contactId).pk,
  sk: `${PREFIX}${positionOf(seq)}`,
});
export const erasuresOfContact = (access: AdvertiserAccess, contactId: ContactId) => ({
  pk: standingKey(access, contactId).pk,
  from: PREFIX,
  to: `${PREFIX}~`,
});
export const DUE_ERASURES = { pk: 'DUE#ERASURES', prefix: 'OF#' } as const;
export const dueErasureKey = ({
  advertiserId,
  contactId,
  seq,
}: Pick<Erasure, 'advertiserId' | 'contactId' | 'seq'>): Key => ({
  pk: DUE_ERASURES.pk,
  sk: `${DUE_ERASURES.prefix}${advertiserId}#${contactId}#${positionOf(seq)}`,
});
