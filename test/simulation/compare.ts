import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '#local/emulators/dynamodb.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { tableInput } from '#test/support/aws.ts';
import { commandsOf, differenceIn } from './differential.ts';
import type { StoryKind } from './seeds.ts';

/** Tables that are asked at the same time: the runs are made one after the other before that. */
const AT_ONCE = 8;

/**
 * Carries out what the runs of these seeds asked of the table once more, on DynamoDB Local and in memory. Resolves to how many
 * runs were answered otherwise.
 */
export const compareSeeds = async (
  { from, until }: { readonly from: number; readonly until: number },
  kind: StoryKind,
  say: (text: string) => unknown,
): Promise<number> => {
  const dynamoDb = await startDynamoDb();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  let [commands, differing] = [0, 0];
  for (let first = from; first < until; first += AT_ONCE) {
    const seeds = Array.from({ length: Math.min(AT_ONCE, until - first) }, (_, index) => first + index);
    const runs: { readonly seed: number; readonly asked: Awaited<ReturnType<typeof commandsOf>> }[] = [];
    for (const seed of seeds) runs.push({ seed, asked: await commandsOf(seed, kind) });
    // Another for each of these: while runs are made, DynamoDB Local may end a connection that is kept open, and nothing is asked twice.
    const client = new DynamoDBClient({ endpoint: dynamoDb.url, region: 'eu-west-3', credentials, maxAttempts: 1 });
    const found = await atMost(AT_ONCE, runs, async ({ seed, asked }) => {
      const tableName = `simulated-${seed}`;
      await client.send(new CreateTableCommand(tableInput(tableName)));
      return { seed, count: asked.length, difference: await differenceIn(asked, { client, tableName }) };
    });
    client.destroy();
    for (const { seed, count, difference } of found) {
      commands += count;
      if (difference === undefined) continue;
      differing += 1;
      say(`seed ${seed}: ${difference}`);
    }
  }
  await dynamoDb.stop();
  say(`${until - from} runs, ${commands} commands: ${differing} runs were answered otherwise.`);
  return differing;
};
