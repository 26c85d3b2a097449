import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';

/** Reads a table's stream from its oldest record, in order, shard after shard. */
export interface StreamReader {
  /** The next records, oldest first; none when the end is reached for now. */
  read(): Promise<readonly _Record[]>;
}

/** Parents are read before their children, so that two changes of one item are never swapped. */
export const createStreamReader = (client: DynamoDBStreamsClient, streamArn: string): StreamReader => {
  const finished = new Set<string>();
  const iterators = new Map<string, string>();
  const isReadable = (shard: Shard, shards: readonly Shard[]) => {
    const parent = shards.find(({ ShardId }) => ShardId === shard.ParentShardId);
    return parent?.ShardId === undefined || finished.has(parent.ShardId);
  };
  const describe = async (): Promise<readonly Shard[]> => {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    return StreamDescription?.Shards ?? [];
  };
  const open = async () => {
    const shards = await describe();
    for (const shard of shards) {
      const id = shard.ShardId ?? '';
      if (finished.has(id) || iterators.has(id) || !isReadable(shard, shards)) continue;
      const command = new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: id,
        ShardIteratorType: 'TRIM_HORIZON',
      });
      iterators.set(id, (await client.send(command)).ShardIterator ?? '');
    }
  };
  const readShard = async (id: string, iterator: string): Promise<readonly _Record[]> => {
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }),
    );
    if (NextShardIterator) iterators.set(id, NextShardIterator);
    else {
      iterators.delete(id);
      finished.add(id);
    }
    return Records;
  };
  return {
    read: async () => {
      if (iterators.size === 0) await open();
      for (const [id, iterator] of iterators) {
        const records = await readShard(id, iterator);
        if (records.length > 0) return records;
      }
      return [];
    },
  };
};
