import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient, type QueryCommand } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '#local/emulators/dynamodb.ts';
import { audiencePagesOf } from '#shared/adapters/dynamodb/audience/audience-pages.ts';
import { AudienceRowItem } from '#shared/adapters/dynamodb/audience-items.ts';
import { audienceKey } from '#shared/adapters/dynamodb/audience-keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { Segment } from '#shared/domain/audience/segment.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import { tableInput } from '#test/support/aws.ts';

const ACCESS = admit('maison-valmy' as AdvertiserId);
const LIST = { channel: 'email', purpose: 'own-offers' } as const;
const NOW = '2026-12-02T09:00:00.000Z' as Instant;
/** Rows of one write, and writes at the same time. */
const [TOGETHER, AT_ONCE] = [25, 16];
/** As long as the id of a contact is. */
const DIGITS = 43;

const contactAt = (n: number): ContactId => `v1n1.${String(n).padStart(DIGITS, '0')}` as ContactId;

/** One of three speaks French, and one of five is a member. */
const rowAt = (n: number) => ({
  ...audienceKey(ACCESS, LIST, contactAt(n)),
  entity: 'audience-row',
  v: 1,
  zone: 'Europe/Paris',
  country: 'FR',
  language: n % 3 === 0 ? 'fr' : 'de',
  kind: 'natural-person',
  bases: ['consent'],
  firstRecordedOn: '2026-01-05',
  lastActOn: '2026-11-24',
  labels: n % 5 === 0 ? { card: 'member' } : {},
  seq: 3,
  revision: 1,
});

const fill = async (client: DynamoDBClient, tableName: string, rows: number): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(rows / TOGETHER) }, (_, batch) => batch * TOGETHER);
  await atMost(AT_ONCE, batches, async (from) => {
    const items = Array.from({ length: Math.min(TOGETHER, rows - from) }, (_, place) => toImage(rowAt(from + place)));
    const puts = items.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }),
    );
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('DynamoDB Local did not take all rows');
  });
};

/** An audience index with so many rows, on a DynamoDB Local of its own. Throws where they are not as the index stores them. */
export const filledIndex = async (rows: number) => {
  AudienceRowItem.parse(rowAt(0));
  const local = await startDynamoDb();
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = new DynamoDBClient({ endpoint: local.url, region: 'eu-west-3', credentials });
  const tableName = 'counted';
  await client.send(new CreateTableCommand(tableInput(tableName)));
  await fill(client, tableName, rows);
  return {
    /** How many are in a segment, and what the queries of that took; read units. */
    count: async (where?: Segment['where']) => {
      let [queries, units] = [0, 0];
      const send = async (command: QueryCommand) => {
        Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
        const answer = await client.send(command);
        queries += 1;
        units += answer.ConsumedCapacity?.CapacityUnits ?? 0;
        return answer;
      };
      const counted = { send } as unknown as DynamoDBClient;
      const pages = audiencePagesOf({ client: counted, tableName, clock: { now: () => NOW } });
      const { count } = await pages.count(ACCESS, where === undefined ? LIST : { ...LIST, where });
      return { count, queries, units };
    },
    close: async () => {
      client.destroy();
      await local.stop();
    },
  };
};
