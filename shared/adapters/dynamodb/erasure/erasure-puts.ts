import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { putIfAbsent } from '../conditional.ts';
import type { EncryptedWrite } from '../ledger/standing-update.ts';
import { dueErasureKey, erasureKey } from './erasure-keys.ts';

/** Of a write that erases, the erasure, and that it is to be finished: in the transaction of its event. */
export const erasurePuts = (
  tableName: string,
  access: AdvertiserAccess,
  { write: { contactId, events, standing, erases }, leaves }: EncryptedWrite,
  erasedAt: Instant,
): readonly TransactWriteItem[] => {
  if (erases === undefined) return [];
  const { id, otherContacts, addressKind: shown } = erases;
  // A number is never guessed; that it is an e-mail address is written of a contact whose address nobody gave, too.
  const isKnown = standing.addressKind === 'phone' || leaves?.address !== undefined;
  const whose = { advertiserId: access.advertiserId, contactId, seq: standing.seq };
  const item = {
    ...erasureKey(access, contactId, standing.seq),
    entity: 'erasure',
    v: 1,
    id,
    ...whose,
    erasedAt,
    addressKind: isKnown ? standing.addressKind : (shown ?? standing.addressKind),
    ...(isKnown || shown !== undefined ? {} : { kindInDoubt: true }),
    ...(otherContacts.length === 0 ? {} : { otherContacts: [...otherContacts] }),
    firstSeq: events[0]?.seq ?? standing.seq,
    keySha256: leaves && sha256Of(leaves.wrappedKey),
    secrets: leaves,
  };
  const due = { ...dueErasureKey(whose), entity: 'due-erasure', v: 1, ...whose };
  return [item, due].map((each) => ({ Put: putIfAbsent(tableName, each) }));
};
