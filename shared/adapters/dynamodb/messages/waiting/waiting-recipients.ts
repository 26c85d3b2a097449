import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { WaitingPage } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { type ReviewId, reviewIdOf } from '#shared/domain/review/review.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { reviewsAway } from '../../../stores-away.ts';
import type { Key } from '../../keys.ts';
import { orUnreachable, partition, queryPages, type Table, toImage } from '../../table.ts';
import { WaitingRecipientsItem } from './waiting-items.ts';

/** After the page comes up again it may be left where it is, by a pause. */
const DAYS_KEPT = 31;

type Page = Pick<WaitingPage, 'pageId' | 'dueAt' | 'causes'>;
type Run = Pick<RunName, 'campaignId' | 'scheduledAt'>;

/** One partition a cause: of a million recipients some twenty thousand items, put as fast as chunks are settled. */
const pkOf = (access: AdvertiserAccess, reviewId: ReviewId): string =>
  `REVIEW#${access.advertiserId}#${reviewId}#RECIPIENTS`;

const keyOf = (access: AdvertiserAccess, { campaignId, scheduledAt }: Run, { pageId }: Page, cause: string): Key => ({
  pk: pkOf(access, reviewIdOf(access.advertiserId, cause)),
  sk: `${campaignId}#${scheduledAt}#${pageId}`,
});

/**
 * Puts how many of a page wait on each cause among those that wait on its review: an item a page and cause, none a recipient. Before the
 * page itself is stored; again is the same.
 */
export const putWaitingRecipients = async (
  { client, tableName }: Table,
  access: AdvertiserAccess,
  run: Run,
  page: Page,
): Promise<void> => {
  const expiresAt = epochSeconds(addDays(page.dueAt, DAYS_KEPT));
  for (const [cause, count] of Object.entries(page.causes ?? {})) {
    const item = { ...keyOf(access, run, page, cause), entity: 'waiting-recipients', v: 1, count, expiresAt };
    await orUnreachable(client.send(new PutItemCommand({ TableName: tableName, Item: toImage(item) })), reviewsAway);
  }
};

/** Takes them away again, before the page itself goes: all of it was cut into chunks, and each is vetted again. */
export const removeWaitingRecipients = async (
  { client, tableName }: Table,
  access: AdvertiserAccess,
  run: Run,
  page: Page,
): Promise<void> => {
  for (const cause of Object.keys(page.causes ?? {})) {
    const Key = toImage(keyOf(access, run, page, cause));
    await orUnreachable(client.send(new DeleteItemCommand({ TableName: tableName, Key })), reviewsAway);
  }
};

/** How many recipients of campaigns wait on the review now. */
export const countWaitingRecipients = async (
  table: Table,
  access: AdvertiserAccess,
  reviewId: ReviewId,
): Promise<number> => {
  let count = 0;
  for await (const page of queryPages(table, partition(pkOf(access, reviewId)), reviewsAway))
    for (const item of page) count += readStored(WaitingRecipientsItem, item).count;
  return count;
};
