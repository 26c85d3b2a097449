import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { eventKey, type Key, shardOf } from '../keys.ts';

/**
 * Keys of what ends, and of the evidence that it ended. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | On which days does something end? | `EXPIRY#DAYS` | `<day>` | strong Query |
 * | Of which contacts does something end on this day? | `EXPIRY#<day>#<shard>` | `<advertiser>#<contact>` | strong Query, page by page |
 * | What was deleted of this advertiser, and when? | `DELETIONS#<advertiser>` | `<day>#<record>` | Query |
 * | What shows that this contact was sent something, or what a campaign sent? | `PROOF#<advertiser>#<contact or campaign>` | `SENT#<message>`, `RESULT#<scheduledAt>#<chunk>`, `CAMPAIGN` | Query, by an operator, and by the job that answers the person |
 * | What happened to this contact before its use ended? | `PROOF#<advertiser>#<contact>` | `EVENT#<seq>` | Query, for whoever may see proof, by the job that answers the person, by imports, and by the audit of hand-offs |
 * | Of which campaigns is there proof? | `PROOF#<advertiser>` | `CAMPAIGN#<campaign>` | Query, by the job that answers a person |
 */
export const EXPIRY_DAYS = 'EXPIRY#DAYS';
export const expiryDayKey = (day: string): Key => ({ pk: EXPIRY_DAYS, sk: day });
/** Partitions of one day: an import of a million contacts ends on one day. */
export const EXPIRY_SHARDS = 16;
export const expiryPk = (day: string, shard: number): string => `EXPIRY#${day}#${shard}`;
export const expiryKey = (
  day: string,
  { advertiserId, contactId }: { readonly advertiserId: AdvertiserId; readonly contactId: ContactId },
): Key => ({ pk: expiryPk(day, shardOf(contactId, EXPIRY_SHARDS)), sk: `${advertiserId}#${contactId}` });
export const proofKey = (access: AdvertiserAccess, of: string, place: string): Key => ({
  pk: `PROOF#${access.advertiserId}#${of}`,
  sk: place,
});
/** By how the places of former events in the archive begin. */
export const FORMER_EVENTS = 'EVENT#';
/** An event keeps its position. */
export const formerEventKey = (access: AdvertiserAccess, contactId: ContactId, seq: number): Key =>
  proofKey(access, contactId, eventKey(access, contactId, seq).sk);
/** Campaigns of which there is proof: once they are gone, nothing else lists them. */
export const archivedCampaigns = (access: AdvertiserAccess) => ({
  pk: `PROOF#${access.advertiserId}`,
  prefix: 'CAMPAIGN#',
});
export const archivedCampaignKey = (access: AdvertiserAccess, campaignId: string): Key => {
  const { pk, prefix } = archivedCampaigns(access);
  return { pk, sk: `${prefix}${campaignId}` };
};
/** `record`: the position in the stream of the first of them. */
export const deletionKey = (access: AdvertiserAccess, day: string, record: string): Key => ({
  pk: `DELETIONS#${access.advertiserId}`,
  sk: `${day}#${record}`,
});
