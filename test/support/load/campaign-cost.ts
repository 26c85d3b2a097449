/**
 * A campaign over a table in memory, with the worker and the dispatcher as they are deployed: what one recipient costs in units,
 * calls and processor time, at several sizes of audience.
 */
import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AudiencePages } from '#shared/app/audience/audience-pages.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { type Command, memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { startSendWorld } from '#test/support/send-world.ts';
import { type Metered, meterOf } from './metered.ts';

/** What one recipient of a campaign costs. */
export interface CampaignMeasure {
  readonly recipients: number;
  /** Of strongly consistent reads. */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Requests of SQS: a chunk is put, received and deleted. */
  readonly queueRequests: number;
  /** Of our processor time, rendering and verifying a short mail included. */
  readonly cpuMs: number;
  /** Of the table and the queue alone. */
  readonly dollarsAMillion: number;
}

const TABLE = 'bench';
/** Requests of SQS for one chunk: put, received, deleted. */
const REQUESTS_A_CHUNK = 3;
/** Dollars a million, of the order of AWS's list prices, as docs/deploy.md has them. */
const PRICES = { readUnits: 0.131, writeUnits: 0.625, queueRequests: 0.4 } as const;

/** Contacts by shard and id, so that a page costs what it holds. */
const sharded = (contacts: readonly Listed[]): Pick<AudiencePages, 'page'> => {
  const shards: ContactId[][] = Array.from({ length: AUDIENCE_SHARDS }, () => []);
  for (const [index, { contactId }] of contacts.entries()) shards[index % AUDIENCE_SHARDS]?.push(contactId);
  for (const shard of shards) shard.sort();
  return {
    page: async (_access, _audience, { shard, after, limit }) => {
      const own = shards[shard] ?? [];
      const from = after === undefined ? 0 : own.indexOf(after) + 1;
      const page = own.slice(from, from + limit);
      const next = from + limit < own.length ? page.at(-1) : undefined;
      return { contacts: page.map((contactId) => ({ contactId })), ...(next === undefined ? {} : { next }) };
    },
  };
};

type Wrap = NonNullable<Parameters<CampaignWorld['deliver']>[1]>;

/** An id as SES gives them: sixteen hexadecimal digits, a UUID, and a counter. */
const sesIdOf = (index: number): string => {
  const hex = createHash('sha256').update(String(index)).digest('hex');
  const parts = [hex.slice(8, 16), hex.slice(16, 20), hex.slice(20, 24), hex.slice(24, 28), hex.slice(28, 40)];
  return `010f019a${hex.slice(0, 8)}-${parts.join('-')}-000000`;
};

/** Measures one campaign to this many contacts, each of whom agreed. */
const measure = async (recipients: number): Promise<CampaignMeasure> => {
  const memory = new MemoryTable();
  const client = memoryClientOf(memory, TABLE);
  const world = await startSendWorld('', { tableName: TABLE, client: client as unknown as DynamoDBClient });
  const campaign = await startCampaignWorld(world);
  campaign.quota.email = { perSecond: 1_000, in24Hours: undefined, sentInLast24Hours: 0 };
  await campaign.join(recipients);
  const run = await campaign.launch();
  const audience = sharded(campaign.contacts);
  const metered = meterOf(memory, client.send as (command: Command) => Promise<unknown>);
  let handedOver = 0;
  const email = async () => {
    handedOver += 1;
    return { answer: 'taken' as const, providerMessageId: sesIdOf(handedOver) };
  };
  const ports: Readonly<Record<string, unknown>> = {
    store: { ...client, send: metered.send },
    audience,
    provider: { email },
  };
  const wrap: Wrap = (name, port) => (ports[name] ?? port) as typeof port;
  const deliver = campaign.workerOf(wrap);
  const before = process.cpuUsage();
  let chunks = 0;
  while ((await campaign.runs.running()).length > 0 || handedOver === 0) {
    await campaign.minute(wrap);
    chunks += campaign.queue.length;
    for (const { reference } of campaign.queue.splice(0)) await deliver(reference);
    memory.writes.length = 0;
    world.clock.forward(60);
  }
  const { user, system } = process.cpuUsage(before);
  const totals = (await campaign.runs.read(admit(run.advertiserId), run))?.occurrence.totals;
  await world.close();
  if (totals?.sent !== recipients || handedOver !== recipients)
    throw new Error(`${handedOver} of ${recipients} were handed over, ${totals?.sent} are counted`);
  return costOf(metered, { recipients, chunks, cpuMs: (user + system) / 1000 });
};

const costOf = (
  { reads, writes }: Metered,
  { recipients, chunks, cpuMs }: Pick<CampaignMeasure, 'recipients' | 'cpuMs'> & { readonly chunks: number },
): CampaignMeasure => {
  const each = (sum: number) => sum / recipients;
  const units = {
    readUnits: each(reads()),
    writeUnits: each(writes()),
    queueRequests: each(chunks * REQUESTS_A_CHUNK),
  };
  const dollarsAMillion = Object.entries(PRICES).reduce(
    (sum, [name, price]) => sum + units[name as keyof typeof PRICES] * price,
    0,
  );
  return { recipients, ...units, cpuMs: each(cpuMs), dollarsAMillion };
};

/** Measures campaigns of these sizes, one after the other. */
export const benchCampaigns = async (sizes: readonly number[]): Promise<readonly CampaignMeasure[]> => {
  const measured: CampaignMeasure[] = [];
  for (const size of sizes) measured.push(await measure(size));
  return measured;
};
