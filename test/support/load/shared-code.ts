/**
 * A STOP to a code that many advertisers share, over a table in memory: what it asks of the store and of the processor, when one of them
 * wrote last, and in doubt.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { replyCodeKey } from '#shared/adapters/dynamodb/deployment-keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { portsOf, reply } from '#test/functions/support/sms-replies.ts';
import { type Command, memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { startSendWorld } from '#test/support/send-world.ts';

const TABLE = 'shared-code';
const SHARED_CODE = '36106';

/** One run of the function: what it asked of the store, and of the processor. */
export interface Run {
  readonly advertisers: number;
  readonly calls: number;
  readonly writes: number;
  readonly cpuMs: number;
}

/** A send world in memory, with a code that so many advertisers bound: the world's own first. */
export const startSharedCode = async (advertisers: number) => {
  const memory = new MemoryTable();
  const client = memoryClientOf(memory, TABLE);
  const asked: string[] = [];
  const send = (command: Command, ...rest: readonly unknown[]): unknown => {
    asked.push(command.constructor.name);
    return Reflect.apply(client.send, client, [command, ...rest]);
  };
  const counting = { ...client, send } as unknown as DynamoDBClient;
  const world = await startSendWorld('', { tableName: TABLE, client: counting });
  const others = Array.from({ length: advertisers - 1 }, (_, index) => AdvertiserId.parse(`advertiser-${index}`));
  const ids = [world.access.advertiserId, ...others];
  for (const advertiserId of ids)
    memory.put({
      TableName: TABLE,
      Item: toImage({ ...replyCodeKey(SHARED_CODE, admit(advertiserId)), entity: 'reply-code', v: 1, advertiserId }),
    });
  const parts: (readonly AdvertiserId[])[] = [];
  const ports = {
    ...portsOf(world),
    shareOut: async (_reply: SmsReply, among: readonly AdvertiserId[]) => void parts.push(among),
  };
  /** One run, alone. */
  const run = async (said: SmsReply): Promise<Run> => {
    asked.length = 0;
    memory.writes.length = 0;
    const before = process.cpuUsage();
    const applied = await applySmsReply(ports, said);
    const { user, system } = process.cpuUsage(before);
    const writes = asked.filter((name) => name === 'TransactWriteItemsCommand').length;
    return { advertisers: applied.length, calls: asked.length, writes, cpuMs: (user + system) / 1000 };
  };
  const stop = (changes: Partial<SmsReply>) => reply({ replyCode: SHARED_CODE, ...changes });
  const oppositionsOf = async (advertiserId: AdvertiserId, from: string) => {
    const contactId = world.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: from });
    return (await world.ledger.readStanding(admit(advertiserId), contactId))?.oppositions.length ?? 0;
  };
  return { world, ids, parts, ports, run, stop, oppositionsOf, end: () => world.close() };
};
