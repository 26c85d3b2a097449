import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { standingKey } from '../keys.ts';
import { toImage } from '../table.ts';

/** When a standing without opposition dies, by its advertiser's terms (law: retention); `undefined`: not yet known. */
export type ExpiryOf = (scope: AdvertiserScope, standing: Standing) => Promise<Instant | undefined>;

/** The address to keep, encrypted, with the wrapped key that decrypts it. */
export interface EncryptedAddress {
  readonly address: string;
  readonly wrappedKey: string;
}

/**
 * What is recorded when its time has passed already stays this long, so that verdicts can say why it founds nothing
 * (D23). It also keeps TTL dates out of the past: DynamoDB never deletes those more than five years old.
 */
const SHORTEST_STAY_DAYS = 30;

const nobodyWroteSince = '#seq = :seen';
const noSuchContact = 'attribute_not_exists(pk)';
/** An item past its time that TTL has not deleted yet counts as absent. */
const onlyAnExpiredOne = 'expiresAt <= :now';

const secondsOfExpiry = (expiry: Instant | undefined, now: Instant): number | undefined =>
  expiry === undefined ? undefined : Math.max(epochSeconds(expiry), epochSeconds(addDays(now, SHORTEST_STAY_DAYS)));

/**
 * The one place that decides on TTL: an opposition in the standing removes `expiresAt` in the same write
 * (docs/access-patterns.md: TTL never deletes an opposition), and is written without asking for any terms.
 */
const expiresAtOf = async (scope: AdvertiserScope, standing: Standing, { now, expiryOf }: Moment) =>
  standing.oppositions.length > 0 ? undefined : secondsOfExpiry(await expiryOf(scope, standing), now);

/** The fields that the update sets or, where `undefined`, removes. */
const fieldsOf = ({ standing, encrypted, seen }: StandingChange, expiresAt: number | undefined) => {
  const optional = Object.fromEntries(Object.keys(Standing.shape).map((name) => [name, undefined]));
  return {
    ...optional,
    ...standing,
    entity: 'standing',
    v: 1,
    expiresAt,
    // A contact that comes back after its expiry keeps nothing of its former life.
    ...(encrypted ?? (seen === 'new' ? { address: undefined, wrappedKey: undefined } : {})),
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

/** What one contact's standing becomes, and what it must have been. */
export interface StandingChange {
  readonly standing: Standing;
  /** Ledger position the change was decided on; `new` for an unknown or expired contact. */
  readonly seen: number | 'new';
  readonly encrypted: EncryptedAddress | undefined;
  /** First ledger position of this life, for a new contact. */
  readonly chainStart: number;
}

/** When it is written, and what its time to die depends on. */
interface Moment {
  readonly now: Instant;
  readonly expiryOf: ExpiryOf;
}

/** The update of the STANDING item: if nobody wrote since, or if there is none that still counts. */
export const standingUpdate = async (
  tableName: string,
  scope: AdvertiserScope,
  change: StandingChange,
  on: Moment,
): Promise<TransactWriteItem> => {
  const { standing, seen, chainStart } = change;
  const isNew = seen === 'new';
  const fields = fieldsOf(change, await expiresAtOf(scope, standing, on));
  const { values, ...update } = assignments(isNew ? { ...fields, chainStart } : fields);
  return {
    Update: {
      TableName: tableName,
      Key: toImage(standingKey(scope, standing.contactId)),
      ...update,
      ConditionExpression: isNew ? `${noSuchContact} OR ${onlyAnExpiredOne}` : nobodyWroteSince,
      ExpressionAttributeValues: toImage({
        ...values,
        ...(isNew ? { ':now': epochSeconds(on.now) } : { ':seen': seen }),
      }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};
