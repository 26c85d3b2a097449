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

/** Characters of base64url of an id, 132 bits, and of each half of the id of a recipient. */
const LENGTH = 22;
const HALF = 11;

const hashOf = (kind: string, ...parts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, ...parts]), 'utf8')
    .digest('base64url')
    .slice(0, LENGTH);

/** The id of the campaign that a request creates. */
export const campaignIdOf = (requestId: string): CampaignId => `cmp_${hashOf('campaign', requestId)}` as CampaignId;

/** By which the run of a recipient is found: how the ids of all its recipients begin, after `msg_`. */
const runMarkOf = ({ advertiserId, campaignId, scheduledAt }: RunName): string =>
  hashOf('run', advertiserId, campaignId, scheduledAt).slice(0, HALF);

/** The mark of the run, of an id that may be of a recipient. */
export const runMarkIn = (messageId: MessageId): string => messageId.slice('msg_'.length).slice(0, HALF);

/**
 * The id under which a recipient is claimed: once in a run, however often its chunk is taken up. Half of it is of the run, half
 * of the contact in it: 66 bits, to differ from the other ids of one contact and month.
 */
export const recipientMessageIdOf = (run: RunName, contactId: ContactId): MessageId =>
  `msg_${runMarkOf(run)}${hashOf('recipient', runMarkOf(run), contactId).slice(0, HALF)}` as MessageId;

/** The chunk that is cut from here: a shard of the audience, or a page, and how far that was cut before. */
export const chunkIdOf = (scheduledAt: Instant, source: string, position: string): string =>
  hashOf('chunk', scheduledAt, source, position);

/** The page of those of a chunk who come up again at this minute. */
export const pageIdOf = (chunkId: string, dueAt: Instant, isUnknown: boolean): string =>
  hashOf('page', chunkId, dueAt, String(isUnknown));
