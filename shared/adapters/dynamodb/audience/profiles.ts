import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Profile, Profiles } from '#shared/app/contacts/profiles.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { Attributes, attributesNamed } from '#shared/domain/audience/attributes.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfAttributes } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { contactsAway } from '../../stores-away.ts';
import { ProfileItem } from '../audience-items.ts';
import { profileKey } from '../audience-keys.ts';
import { holds } from '../conditional.ts';
import { StandingItem } from '../items.ts';
import { standingKey } from '../keys.ts';
import { getItem, type Item, isExpired, type Table, toImage } from '../table.ts';

interface ProfileDeps extends Table {
  readonly vault: Vault;
  readonly clock: Clock;
}

/** One that was read and is there no more was erased meanwhile: it is not made again of what was read. */
const isUnchanged = (revision: number): string =>
  revision > 0 ? 'revision = :seen' : 'attribute_not_exists(pk) OR revision = :seen';

/** The key of a contact that is there. */
const keyIn = (item: Item | undefined, clock: Clock): Profile['key'] => {
  if (item === undefined || isExpired(item, clock)) return undefined;
  const { wrappedKey, chainStart } = readable(() => readStored(StandingItem, item));
  return wrappedKey === undefined ? undefined : { wrapped: wrappedKey, chainStart };
};

const decrypted = async (
  { vault }: ProfileDeps,
  access: AdvertiserAccess,
  contactId: ContactId,
  { wrapped, attributes }: { readonly wrapped: string; readonly attributes: string },
): Promise<Attributes> => {
  const key = await unharmed(vault.unwrap(access.advertiserId, wrapped));
  const text = readable(() => vault.decrypt(key, attributes, contextOfAttributes(access, contactId)));
  return readable(() => Attributes.parse(JSON.parse(text)));
};

/** Profiles on DynamoDB: an item beside the standing, under the key that encrypts the address. */
export const profilesOf = (deps: ProfileDeps): Profiles => ({
  read: async (access, contactId) => {
    const key = keyIn(await getItem(deps, standingKey(access, contactId), contactsAway), deps.clock);
    const item = await getItem(deps, profileKey(access, contactId), contactsAway);
    const stored = item && readable(() => readStored(ProfileItem, item));
    const revision = stored?.revision ?? 0;
    if (key === undefined || stored?.chainStart !== key.chainStart)
      return { attributes: {}, labels: {}, revision, requests: [], key };
    const { wrapped } = key;
    const attributes = await decrypted(deps, access, contactId, { wrapped, attributes: stored.attributes });
    return { attributes, labels: stored.labels, revision, requests: stored.requests ?? [], key };
  },
  put: async (access, contactId, { seen, attributes, labelNames, requests }) => {
    // Without a key the contact went away meanwhile: whoever tries again declares it once more.
    if (seen.key === undefined) throw concurrentChange();
    const key = await unharmed(deps.vault.unwrap(access.advertiserId, seen.key.wrapped));
    const text = JSON.stringify(attributes);
    const put = new PutItemCommand({
      TableName: deps.tableName,
      Item: toImage({
        ...profileKey(access, contactId),
        entity: 'profile',
        v: 1,
        attributes: deps.vault.encrypt(key, text, contextOfAttributes(access, contactId)),
        labels: attributesNamed(attributes, labelNames),
        revision: Math.max(seen.revision + 1, millisecondsOf(deps.clock.now())),
        ...(requests.length === 0 ? {} : { requests }),
        chainStart: seen.key.chainStart,
      }),
      ConditionExpression: isUnchanged(seen.revision),
      ExpressionAttributeValues: toImage({ ':seen': seen.revision }),
    });
    if (!(await holds(deps.client.send(put), contactsAway))) throw concurrentChange();
  },
});
