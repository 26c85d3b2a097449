import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS, type AudienceList } from '#shared/domain/audience/audience-row.ts';
import { PROFILE, STANDING } from '#shared/domain/audience/followed.ts';
import type { AudienceListId, ContactId } from '#shared/domain/ids.ts';
import { type Key, shardOf, standingKey } from './keys.ts';

/**
 * Keys of what campaigns select contacts by. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | What did the advertiser say of this contact in words of its own? | `CONTACT#<advertiser>#<contact>` | `STANDING#PROFILE` | strong Get |
 * | Whom may a campaign by this channel and for this purpose be for? | `AUDIENCE#<advertiser>#<channel>#<purpose>#<shard>` | `<contact>` | strong Query, page by page; 32 Queries that count |
 * | Whom does an uploaded list name? | `LIST#<advertiser>#<list>#<shard>` | `<contact>` | strong Query, page by page |
 * | Up to which change does the index follow? | `AUDIENCE#<advertiser>` | `FOLLOWED` | strong Get |
 *
 * The profile sorts just after `STANDING`, so that a vet's Query can take it along, and does not unless it is asked to.
 */

export const profileKey = (access: AdvertiserAccess, contactId: ContactId): Key => ({
  pk: standingKey(access, contactId).pk,
  sk: PROFILE,
});

const OF_CONTACT = /^CONTACT#([^#]+)#([^#]+)$/;
/** The contact whose standing or profile has this key; `undefined`: it is of something else. */
export const contactOfKey = ({ pk, sk }: Key) => {
  const [, advertiserId, contactId] = OF_CONTACT.exec(pk) ?? [];
  const ofStanding = sk === STANDING;
  return advertiserId !== undefined && (ofStanding || sk === PROFILE)
    ? { advertiserId, contactId, ofStanding }
    : undefined;
};

export const audiencePk = (access: AdvertiserAccess, { channel, purpose }: AudienceList, shard: number): string =>
  `AUDIENCE#${access.advertiserId}#${channel}#${purpose}#${shard}`;
export const audienceKey = (access: AdvertiserAccess, list: AudienceList, contactId: ContactId): Key => ({
  pk: audiencePk(access, list, shardOf(contactId, AUDIENCE_SHARDS)),
  sk: contactId,
});
const OF_ROW = /^AUDIENCE#([^#]+)#([^#]+)#([^#]+)#\d+$/;
/** The list and the contact whose row has this key; `undefined`: it is of something else. */
export const audienceRowOfKey = ({ pk, sk }: Key) => {
  const [, advertiserId, channel, purpose] = OF_ROW.exec(pk) ?? [];
  return advertiserId === undefined ? undefined : { advertiserId, contactId: sk, channel, purpose };
};
export const followedKey = (access: AdvertiserAccess): Key => ({
  pk: `AUDIENCE#${access.advertiserId}`,
  sk: 'FOLLOWED',
});
export const listPk = (access: AdvertiserAccess, listId: AudienceListId, shard: number): string =>
  `LIST#${access.advertiserId}#${listId}#${shard}`;
export const listedContactKey = (access: AdvertiserAccess, listId: AudienceListId, contactId: ContactId): Key => ({
  pk: listPk(access, listId, shardOf(contactId, AUDIENCE_SHARDS)),
  sk: contactId,
});
