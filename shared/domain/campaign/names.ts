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
export const runMarkOf = ({ advertiserId, campaignId, scheduledAt }: RunName): string =>
  hashOf('run', advertiserId, campaignId, scheduledAt).slice(0, HALF);

/** The mark of the run, of an id that may be of a recipient. */
export const runMarkIn = (messageId: MessageId): string => messageId.slice('msg_'.length).slice(0, HALF);

/**
 * The id under which a recipient is claimed: once in a run, however often its chunk is taken up. Half of it is of the run, half
 * of the contact in it: 66 bits, to differ from the other ids of one contact and month.
 */
export const recipientMessageIdOf = (run: RunName, contactId: ContactId): MessageId =>
  `msg_${runMarkOf(run)}${hashOf('recipient', runMarkOf(run), contactId).slice(0, HALF)}` as MessageId;

/**
 * Ids of chunks sort by shard of the audience and by where in it they were cut, and all that comes of the same recipients later begins alike,
 * so that a recipient is found without a look at the others (docs/decisions/0104).
 */
const FAMILY = '-by-';
/** How much of the id of a contact is in them: the version of its name, and 24 bits at the least where that has one digit. */
const OF_POSITION = 9;
const FAMILY_LENGTH = FAMILY.length + 1 + OF_POSITION;
const SHARD_DIGITS = 36;

/** How the id of a chunk begins that was cut from a shard at or just before this contact; in the order of the ids of contacts. */
export const familyAt = (shard: number, after: string): string =>
  `${FAMILY}${shard.toString(SHARD_DIGITS)}${after.replace('.', '-').slice(0, OF_POSITION).padEnd(OF_POSITION, '-')}`;

/** How the ids of all begin that were cut from this shard. */
export const familiesOfShard = (shard: number): string => `${FAMILY}${shard.toString(SHARD_DIGITS)}`;

/** The beginning of an id that its whole family has; `undefined`: it is no id of a chunk. */
export const familyOf = (id: string): string | undefined =>
  id.startsWith(FAMILY) ? id.slice(0, FAMILY_LENGTH) : undefined;

/** Of the same family as this id, if that has one. */
const alike = (id: string, hash: string): string => {
  const family = familyOf(id) ?? '';
  return `${family}${hash.slice(family.length)}`;
};

/** The chunk that is cut from a shard of the audience, and how far that was cut before. */
export const firstChunkIdOf = (scheduledAt: Instant, shard: number, after: string): string =>
  alike(familyAt(shard, after), hashOf('chunk', scheduledAt, `shard ${shard}`, after));

/** The chunk that is cut from here of a page. */
export const chunkIdOf = (scheduledAt: Instant, pageId: string, position: string): string =>
  alike(pageId, hashOf('chunk', scheduledAt, pageId, position));

/**
 * The page of those of a chunk who come up again at this minute; `unforeseen`: in how many turns something befell them, in the last one too; `areCounted`: with
 * places of a day of a ramp.
 */
export const pageIdOf = (
  chunkId: string,
  dueAt: Instant,
  isUnknown: boolean,
  { unforeseen, areCounted }: { readonly unforeseen?: number | undefined; readonly areCounted?: boolean } = {},
): string => {
  const apart = [...(unforeseen === undefined ? [] : [String(unforeseen)]), ...(areCounted ? ['places'] : [])];
  return alike(chunkId, hashOf('page', chunkId, dueAt, String(isUnknown), ...apart));
};
