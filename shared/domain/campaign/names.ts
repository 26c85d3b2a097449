import { createHash } from 'node:crypto';
import type { AdvertiserId, ContactId, Instant, MessageId } from '../ids.ts';
import type { CampaignId } from './campaign.ts';

/** Names that follow from what they name, so that whoever repeats a step makes the same. */

/** One run of one campaign. */
export interface RunName {
  readonly advertiserId: AdvertiserId;
  readonly campaignId: CampaignId;
  readonly scheduledAt: Instant;
}

/** 22 characters of base64url: 132 bits. */
const hashOf = (kind: string, ...parts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, ...parts]), 'utf8')
    .digest('base64url')
    .slice(0, 22);

/** The id of the campaign that a request creates. */
export const campaignIdOf = (requestId: string): CampaignId => `cmp_${hashOf('campaign', requestId)}` as CampaignId;

/** The id under which a recipient is claimed: once in a run, however often its chunk is taken up. */
export const recipientMessageIdOf = (
  { advertiserId, campaignId, scheduledAt }: RunName,
  contactId: ContactId,
): MessageId => `msg_${hashOf('recipient', advertiserId, campaignId, scheduledAt, contactId)}` as MessageId;

/** The chunk that is cut from here: a shard of the audience, or a page, and how far that was cut before. */
export const chunkIdOf = (scheduledAt: Instant, source: string, position: string): string =>
  hashOf('chunk', scheduledAt, source, position);

/** The page of those of a chunk who come up again at this minute. */
export const pageIdOf = (chunkId: string, dueAt: Instant, isUnknown: boolean): string =>
  hashOf('page', chunkId, dueAt, String(isUnknown));
