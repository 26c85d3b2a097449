import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { LedgerWrite } from '#shared/app/records/ledger.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { deletionOf } from '#shared/domain/ledger/standing-expiry.ts';
import { epochSeconds, secondAfter } from '#shared/domain/time/instant.ts';
import { standingKey } from '../keys.ts';
import { toImage } from '../table.ts';

/** When the retention of a standing ends, by its advertiser's terms (law: retention); `undefined`: not known yet. */
export type ExpiryOf = (access: AdvertiserAccess, standing: Standing) => Promise<Instant | undefined>;

/** The address to keep, encrypted, with the wrapped key that decrypts it. */
export interface EncryptedAddress {
  readonly address: string;
  readonly wrappedKey: string;
  /** How a telephone number begins; none of an e-mail address. */
  readonly prefix: string | undefined;
}

/** One contact's write, with its address encrypted. */
export interface EncryptedWrite {
  readonly write: LedgerWrite;
  readonly encrypted: EncryptedAddress | undefined;
  /** Of a write that erases: what leaves the standing. */
  readonly leaves?: { readonly address?: string | undefined; readonly wrappedKey: string } | undefined;
}

const nobodyWroteSince = '#seq = :seen';
const noSuchContact = 'attribute_not_exists(pk)';
/** An item past its time that TTL has not deleted yet counts as absent. */
const onlyAnExpiredOne = 'expiresAt <= :now';

/** When it is written, and what its deletion depends on. */
export interface Moment {
  readonly now: Instant;
  readonly expiryOf: ExpiryOf;
}

/** TTL, in seconds (docs/access-patterns.md). A standing that holds an opposition is written without asking any terms. */
const expiresAtOf = async (access: AdvertiserAccess, standing: Standing, { now, expiryOf }: Moment) => {
  const retentionEnd = standing.oppositions.length > 0 ? undefined : await expiryOf(access, standing);
  const deletion = deletionOf(standing, retentionEnd, now);
  return deletion === undefined ? undefined : secondAfter(deletion);
};

/** True where the timeline of the contact begins with this write. */
const beginsLife = ({ seenSeq, erases }: LedgerWrite): boolean => seenSeq === 0 || erases !== undefined;

/** The fields that the update sets or, where `undefined`, removes. */
const fieldsOf = ({ write, encrypted }: EncryptedWrite, expiresAt: number | undefined) => {
  const optional = Object.fromEntries(Object.keys(Standing.shape).map((name) => [name, undefined]));
  return {
    ...optional,
    ...write.standing,
    entity: 'standing',
    // The version before must not leave a restriction out (docs/decisions/0058): it does not read the item.
    v: write.standing.restrictions === undefined ? 1 : 2,
    expiresAt,
    // A contact that is recorded again after its expiry keeps no address and no key from before, and an erased one none.
    ...(encrypted ?? (beginsLife(write) ? { address: undefined, wrappedKey: undefined, prefix: undefined } : {})),
  };
};

const assignments = (fields: Readonly<Record<string, unknown>>) => {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  const removed = Object.keys(fields).filter((name) => fields[name] === undefined);
  const sets = `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  return {
    UpdateExpression: removed.length === 0 ? sets : `${sets} REMOVE ${removed.map((name) => `#${name}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(Object.keys(fields).map((name) => [`#${name}`, name])),
    values: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
  };
};

/** First ledger position of a new contact, where its timeline begins: earlier positions are from before its expiry. */
const chainStartOf = ({ events, standing }: LedgerWrite): number => events[0]?.seq ?? standing.seq + 1;

/** The update of the STANDING item: if nobody wrote since, or if there is none that has not expired. */
export const standingUpdate = async (
  tableName: string,
  access: AdvertiserAccess,
  encrypted: EncryptedWrite,
  on: Moment,
): Promise<TransactWriteItem> => {
  const { write } = encrypted;
  const isNew = write.seenSeq === 0;
  const fields = fieldsOf(encrypted, await expiresAtOf(access, write.standing, on));
  const { values, ...update } = assignments(
    beginsLife(write) ? { ...fields, chainStart: chainStartOf(write) } : fields,
  );
  return {
    Update: {
      TableName: tableName,
      Key: toImage(standingKey(access, write.contactId)),
      ...update,
      ConditionExpression: isNew ? `${noSuchContact} OR ${onlyAnExpiredOne}` : nobodyWroteSince,
      ExpressionAttributeValues: toImage({
        ...values,
        ...(isNew ? { ':now': epochSeconds(on.now) } : { ':seen': write.seenSeq }),
      }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};
