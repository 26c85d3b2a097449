import type { ContactId } from '../ids.ts';
import type { Cursor } from './campaign.ts';
import type { Chunk } from './chunk.ts';

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
