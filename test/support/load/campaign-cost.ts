/**
 * A campaign over a table in memory, with the worker and the dispatcher as they are deployed: what one recipient costs in units,
 * calls and processor time, at several sizes of audience.
 */
import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { audienceIndexOf } from '#shared/adapters/dynamodb/audience/audience-index.ts';
import type { AudiencePages } from '#shared/app/audience/audience-pages.port.ts';
import { projectContact } from '#shared/app/audience/project-contact.ts';
import type { SendSteps } from '#shared/app/send/send-steps.ts';
import type { EmailContent } from '#shared/channels/email/channel.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { bytesOf } from '#test/fuzz/store/limits.ts';
import { type Command, memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { type Afterwards, afterwards } from './after-a-run.ts';
import { type MailSteps, mailSteps } from './mail-steps.ts';
import { meterOf, unitsOf } from './metered.ts';
import { NEWSLETTER_VALUES, newsletter } from './newsletter.ts';
import { processorMs, spentOn } from './processor.ts';

/** What one recipient of a campaign costs. */
export interface CampaignMeasure {
  readonly recipients: number;
  /** Of strongly consistent reads, those of the audience's pages among them. */
  readonly readUnits: number;
  /** Of the table, and of its indexes. */
  readonly writeUnits: number;
  readonly indexUnits: number;
  /** Calls of the table. */
  readonly tableCalls: number;
  /** Items written, each a record of the stream. */
  readonly records: number;
  /** Requests of SQS: a chunk is put, received and deleted. */
  readonly queueRequests: number;
  /** Objects put in S3. */
  readonly objects: number;
  /** Milliseconds of processor, the table in memory left out. */
  readonly cpuMs: MailSteps & { readonly all: number };
  readonly afterwards: Afterwards;
}

/** What the mails say. */
export type Mail = 'a few words' | '100 KB';
const CONTENTS: Readonly<Record<Mail, () => EmailContent | undefined>> = {
  'a few words': () => undefined,
  '100 KB': newsletter,
};

const TABLE = 'bench';
/** Requests of SQS for one chunk: put, received, deleted. */
const REQUESTS_A_CHUNK = 3;
/** Contacts that are made at once: what they write is forgotten before the next ones are. */
const AT_ONCE = 1_000;
/** Items of a contact at most, of those that are made here. */
const ITEMS_OF_A_CONTACT = 10;

/** Contacts by shard and id, so that a page costs what it holds: each row that is looked at, of so many bytes. */
const sharded = (contacts: readonly Listed[], rowBytes: number) => {
  const shards: ContactId[][] = Array.from({ length: AUDIENCE_SHARDS }, () => []);
  for (const [index, { contactId }] of contacts.entries()) shards[index % AUDIENCE_SHARDS]?.push(contactId);
  const places = new Map<ContactId, number>();
  for (const shard of shards) for (const [place, contactId] of shard.sort().entries()) places.set(contactId, place);
  let reads = 0;
  const pages: Pick<AudiencePages, 'page'> = {
    page: async (_access, _audience, { shard, after, limit }) => {
      const own = shards[shard] ?? [];
      const from = after === undefined ? 0 : (places.get(after) ?? 0) + 1;
      const page = own.slice(from, from + limit);
      reads += unitsOf(page.length * rowBytes);
      const next = from + limit < own.length ? page.at(-1) : undefined;
      return { contacts: page.map((contactId) => ({ contactId })), ...(next === undefined ? {} : { next }) };
    },
  };
  return { pages, reads: () => reads };
};

/** The bytes of the row that the audience index keeps of a contact. */
const bytesOfRow = async (world: SendWorld, memory: MemoryTable, contactId: ContactId): Promise<number> => {
  const from = memory.writes.length;
  const audienceIndex = audienceIndexOf({ ...world.table, clock: world.clock });
  const { access, ports } = world;
  await projectContact({ audienceIndex, advertisers: ports.advertisers }, { access, contactId, before: [] });
  const row = memory.writes.slice(from).find(({ after }) => after?.entity?.S === 'audience-row')?.after;
  if (row === undefined) throw new Error('the contact is in no list');
  return bytesOf(row);
};

type Wrap = NonNullable<Parameters<CampaignWorld['deliver']>[1]>;

/** An id as SES gives them: sixteen hexadecimal digits, a UUID, and a counter. */
const sesIdOf = (index: number): string => {
  const hex = createHash('sha256').update(String(index)).digest('hex');
  const parts = [hex.slice(8, 16), hex.slice(16, 20), hex.slice(20, 24), hex.slice(24, 28), hex.slice(28, 40)];
  return `010f019a${hex.slice(0, 8)}-${parts.join('-')}-000000`;
};

/** Contacts who agreed, in the audience; of each the single message that comes with it is taken away again. */
const joined = async (campaign: CampaignWorld, memory: MemoryTable, recipients: number): Promise<void> => {
  for (let made = 0; made < recipients; made += AT_ONCE) {
    memory.forgetWrites();
    await campaign.join(Math.min(AT_ONCE, recipients - made));
    for (const { pk, sk } of [...memory.writes])
      if (pk.startsWith('MESSAGE#')) memory.delete({ Key: { pk: { S: pk }, sk: { S: sk } } });
    memory.foldUpTo(ITEMS_OF_A_CONTACT);
  }
  memory.forgetWrites();
};

/** Measures one campaign to this many contacts, each of whom agreed. */
const measure = async (recipients: number, mail: Mail): Promise<CampaignMeasure> => {
  const memory = new MemoryTable();
  const client = memoryClientOf(memory, TABLE);
  const world = await startSendWorld('', { tableName: TABLE, client: client as unknown as DynamoDBClient });
  const campaign = await startCampaignWorld(world, undefined, CONTENTS[mail]());
  campaign.quota.email = { perSecond: 1_000, in24Hours: undefined, sentInLast24Hours: 0 };
  await joined(campaign, memory, recipients);
  const [first] = campaign.contacts;
  if (first === undefined) throw new Error('nobody joined');
  const rows = sharded(campaign.contacts, await bytesOfRow(world, memory, first.contactId));
  const run = await campaign.launch({ mergeValues: NEWSLETTER_VALUES });
  const send = client.send as (command: Command) => Promise<unknown>;
  const metered = meterOf(memory, send);
  let handedOver = 0;
  const email = async () => {
    handedOver += 1;
    return { answer: 'taken' as const, providerMessageId: sesIdOf(handedOver) };
  };
  const watched = mailSteps();
  const ports: Readonly<Record<string, unknown>> = {
    store: { ...client, send: metered.send },
    audience: rows.pages,
    provider: { email },
  };
  const wrap: Wrap = (name, port) =>
    name === 'steps'
      ? (watched.watch(port as unknown as SendSteps) as unknown as typeof port)
      : ((ports[name] ?? port) as typeof port);
  const deliver = campaign.workerOf(wrap);
  const [before, aside] = [processorMs(), metered.tableMs()];
  let [chunks, foldingMs] = [0, 0];
  while ((await campaign.runs.running()).length > 0 || handedOver === 0) {
    await campaign.minute(wrap);
    chunks += campaign.queue.length;
    for (const { reference } of campaign.queue.splice(0)) await deliver(reference);
    foldingMs += spentOn(() => {
      memory.forgetWrites();
      memory.foldUpTo(ITEMS_OF_A_CONTACT);
    });
    world.clock.forward(60);
  }
  const all = processorMs() - before - (metered.tableMs() - aside) - foldingMs;
  const totals = (await campaign.runs.read(admit(run.advertiserId), run))?.occurrence.totals;
  if (totals?.sent !== recipients || handedOver !== recipients)
    throw new Error(`${handedOver} of ${recipients} were handed over, ${totals?.sent} are counted`);
  const each = (sum: number) => sum / recipients;
  const steps = await watched.again();
  const after = await afterwards({ world, memory, send, run, contacts: campaign.contacts });
  await world.close();
  return {
    recipients,
    readUnits: each(metered.reads() + rows.reads()),
    writeUnits: each(metered.writes()),
    indexUnits: each(metered.indexWrites()),
    tableCalls: each(metered.calls()),
    records: each(metered.records()),
    queueRequests: each(chunks * REQUESTS_A_CHUNK),
    objects: each(campaign.kept.objects.size),
    cpuMs: { ...steps, all: each(all) },
    afterwards: after,
  };
};

/** Measures campaigns of these sizes, one after the other. */
export const benchCampaigns = async (
  sizes: readonly number[],
  mail: Mail = 'a few words',
): Promise<readonly CampaignMeasure[]> => {
  const measured: CampaignMeasure[] = [];
  for (const size of sizes) measured.push(await measure(size, mail));
  return measured;
};
