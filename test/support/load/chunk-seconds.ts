import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Command, memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { startSendWorld } from '#test/support/send-world.ts';
import { CONTENT_MS, PROVIDER_MS, STORE_MS } from './simulated-sender.ts';
import { virtualTime } from './virtual-time.ts';

const TABLE = 'bench';
/** Recipients of a full chunk. */
export const OF_A_CHUNK = 50;

type Wrap = NonNullable<Parameters<CampaignWorld['deliver']>[1]>;

/**
 * Seconds that the worker waits for the table, S3 and SES while it sends a full chunk, in virtual time, by the delays that are assumed of
 * AWS (`simulated-sender.ts`); what it computes comes on top. The second chunk of a process: the first reads settings and content.
 */
export const secondsWaited = async (): Promise<number> => {
  const time = virtualTime();
  const client = memoryClientOf(new MemoryTable(), TABLE);
  const world = await startSendWorld('', { tableName: TABLE, client: client as unknown as DynamoDBClient });
  const campaign = await startCampaignWorld(world, () => 0);
  campaign.quota.email = { perSecond: 1_000, in24Hours: undefined, sentInLast24Hours: 0 };
  await campaign.join(2 * OF_A_CHUNK);
  await campaign.launch();
  await campaign.minute();
  const after = async (ms: number, call: () => unknown) => {
    await time.sleep(ms);
    return call();
  };
  const send = (command: Command) => after(STORE_MS, () => client.send(command));
  const email = () => after(PROVIDER_MS, () => ({ answer: 'taken', providerMessageId: 'ses' }));
  const ports: Readonly<Record<string, unknown>> = { store: { ...client, send }, provider: { email } };
  const values = callsOf('values', (call) => after(CONTENT_MS, call));
  const wrap: Wrap = (name, port) => (ports[name] ?? values(name, port)) as typeof port;
  const deliver = campaign.workerOf(wrap);
  const tookOf = async (reference: Parameters<typeof deliver>[0]): Promise<number> => {
    const began = time.now();
    let ended: number | undefined;
    const sent = deliver(reference).then(({ totals }) => {
      ended = time.now();
      return totals.sent;
    });
    while (ended === undefined) await time.runUntil(time.now() + 1);
    if ((await sent) !== OF_A_CHUNK) throw new Error('not all of a chunk were sent to');
    return (ended - began) / 1000;
  };
  const [first, second] = campaign.queue;
  if (first === undefined || second === undefined) throw new Error('no two chunks were cut');
  await tookOf(first.reference);
  const seconds = await tookOf(second.reference);
  await world.close();
  return seconds;
};
