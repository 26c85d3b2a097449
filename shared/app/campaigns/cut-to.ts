import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Chunk, Cursor, Occurrence } from '#shared/domain/campaign/campaign.ts';
import { formerChunkIdOf } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Runs } from './runs.port.ts';

/** The end of a shard, as a chunk says where its cut ended. */
export const END = 'end';

/** How many recipients a chunk has, and where its shard goes on. */
export interface Cut {
  readonly count: number;
  readonly cursor: Cursor;
}

/** What was cut of a shard from here with this chunk. */
export const cutTo = ({ recipients, upTo }: Pick<Chunk, 'recipients' | 'upTo'>, cursor: Cursor): Cut => {
  const count = recipients.length;
  return upTo === END
    ? { count, cursor: { ...cursor, isDone: true } }
    : { count, cursor: { after: upTo as ContactId } };
};

/**
 * What a release before this one cut from here, under the name that it gave, and died before it noted it; `undefined`: nothing. Where it
 * is not on the queue, it is put there with those that nobody took.
 */
export const cutBefore = async (
  runs: Pick<Runs, 'find'>,
  access: AdvertiserAccess,
  { advertiserId, campaignId, scheduledAt }: Occurrence,
  { shard, cursor }: { readonly shard: number; readonly cursor: Cursor },
): Promise<Cut | undefined> => {
  const former = formerChunkIdOf(scheduledAt, shard, cursor.after ?? '');
  const chunk = await runs.find(access, { advertiserId, campaignId, scheduledAt }, former);
  return chunk && cutTo(chunk, cursor);
};
