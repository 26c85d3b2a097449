import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { type Key, settingsKey } from './keys.ts';
import { hourOf } from './slots.ts';

/**
 * Keys of what belongs to the deployment as a whole: who its advertisers are, who holds what, and who may call. Every
 * question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | Which advertisers are there? | `ADVERTISERS` | `<advertiser>` | strong Query |
 * | Whose SIREN is it? | `SIREN#<siren>` | `SIREN` | conditional Put |
 * | Which identities may an advertiser use? | `ADVERTISER#<advertiser>` | `IDENTITIES` | strong Get |
 * | Who holds this address, or its domain? | `IDENTITY#email#<domain>` | `<address>`, `*` for all | strong Query |
 * | Who ever bound this reply code? | `REPLYCODE#<code>` | `<advertiser>` | Query |
 * | Which messages have this id at their provider? | index `MessagesByProviderId`: `PROVIDERID#<id>` | `<acceptedAt>#<message>` | Query, a strong Get each |
 * | Which API keys are there? | `APIKEYS` | `<id>` | strong Query, a Get each |
 * | Whose API key is it? | `APIKEY#<id>` | `APIKEY` | strong Get |
 * | Which keys did it create? | same | `CREATED#<id>` | strong Query |
 * | How far is today's round through the provider's lists? | `ROUND` | `SUPPRESSIONS` | strong Get |
 * | Until when was read what SNS wrote of texts? | `ROUND` | `SMS_STATUS` | strong Get |
 * | How far is today's round through the list of STOP of a provider? | `ROUND` | `LISTED_STOPS` | strong Get |
 * | How far is today's round through the list of opt-outs of AWS? | `ROUND` | `OPT_OUTS` | strong Get |
 * | Whose sends were claimed in this hour? | index `MessagesOfDay`: `MESSAGES#HANDEDOFF#<hour>#<shard>` | `<contact>` | Query |
 * | Under which key of its own are the data keys of this advertiser wrapped? | `ADVERTISERKEY#<advertiser>` | `KEY#<n>` | strong Get, conditional Put |
 * | Under which ones may they be? | same | same | strong Query |
 * | What could not be handled, and why? | `PARKED` | `ID#<id>` | strong Query, page by page, strong Get |
 * | May anything be handed over now? | `HALTS` | `STATE` | strong Get |
 * | Who stopped it, when and why? | same | `CHANGE#<n>` | conditional Put |
 */

export const sirenKey = (siren: string): Key => ({ pk: `SIREN#${siren}`, sk: 'SIREN' });
export const identitiesKey = (access: AdvertiserAccess): Key => ({ ...settingsKey(access), sk: 'IDENTITIES' });
export const emailHolders = (domain: string): string => `IDENTITY#email#${domain}`;
export const messagesByProviderId = (providerMessageId: string): string => `PROVIDERID#${providerMessageId}`;
export const replyCodePk = (replyCode: string): string => `REPLYCODE#${replyCode}`;
export const replyCodeKey = (replyCode: string, access: AdvertiserAccess): Key => ({
  pk: replyCodePk(replyCode),
  sk: access.advertiserId,
});
/** The lists of advertisers and of API keys: their ids alone. */
export const ADVERTISERS = 'ADVERTISERS';
export const listedAdvertiserKey = (access: AdvertiserAccess): Key => ({ pk: ADVERTISERS, sk: access.advertiserId });
export const API_KEYS = 'APIKEYS';
export const listedApiKeyKey = (apiKeyId: string): Key => ({ pk: API_KEYS, sk: apiKeyId });
export const apiKeyKey = (apiKeyId: string): Key => ({ pk: `APIKEY#${apiKeyId}`, sk: 'APIKEY' });
const CREATED = 'CREATED#';
export const createdKeyKey = (createdBy: string, apiKeyId: string): Key => ({
  pk: apiKeyKey(createdBy).pk,
  sk: `${CREATED}${apiKeyId}`,
});
/** The keys that a key created. */
export const createdKeys = (apiKeyId: string) => ({
  pk: apiKeyKey(apiKeyId).pk,
  from: CREATED,
  to: `${CREATED}~`,
});
/** Also of what is parked, which is of no advertiser. */
export const advertiserKeysPk = (advertiserId: AdvertiserId): string => `ADVERTISERKEY#${advertiserId}`;
export const advertiserKeyKey = (advertiserId: AdvertiserId, number: number): Key => ({
  pk: advertiserKeysPk(advertiserId),
  sk: `KEY#${number}`,
});
/** One partition: what is parked is written by one function at a time. */
export const PARKED = { pk: 'PARKED', prefix: 'ID#' } as const;
export const parkedKey = (parkedId: string): Key => ({ pk: PARKED.pk, sk: `${PARKED.prefix}${parkedId}` });
const HALTS = 'HALTS';
const CHANGE_DIGITS = 6;
export const haltsKey = (): Key => ({ pk: HALTS, sk: 'STATE' });
export const haltChangeKey = (number: number): Key => ({
  pk: HALTS,
  sk: `CHANGE#${String(number).padStart(CHANGE_DIGITS, '0')}`,
});
/** Of the lists of suppressed addresses. */
export const ROUND: Key = { pk: 'ROUND', sk: 'SUPPRESSIONS' };
export const SMS_STATUS_READ: Key = { pk: 'ROUND', sk: 'SMS_STATUS' };
export const LISTED_STOPS: Key = { pk: 'ROUND', sk: 'LISTED_STOPS' };
export const OPT_OUTS: Key = { pk: 'ROUND', sk: 'OPT_OUTS' };

/** Partitions of the claims of one hour, of all advertisers: as many as of a day's messages, for the same reason. */
export const HAND_OFF_SHARDS = 8;
/** In the index of days, the SENDS items whose latest claim is of this hour; no advertiser is called so. */
export const handedOffIn = (at: Instant, shard: number): string => `MESSAGES#HANDEDOFF#${hourOf(at)}#${shard}`;
/** What the key of a SENDS item says. */
export const sendsOfKey = ({ pk, sk }: Key) => {
  const [, advertiserId, contactId] = pk.split('#');
  const [, month, channel] = sk.split('#');
  return { advertiserId, contactId, month, channel } as {
    readonly advertiserId: AdvertiserId;
    readonly contactId: ContactId;
    readonly month: string;
    readonly channel: Channel;
  };
};
