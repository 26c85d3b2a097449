import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Two dispatchers beside each other, each in its own minute, of whom the audience shows one what it does not show the other. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const isAdvance = (command: unknown): boolean =>
  command instanceof UpdateItemCommand && command.input.Key?.sk?.S?.startsWith('OCCURRENCE') === true;

/** Notes how far it came only once `before` is done. */
const advancingAfter = (before: () => Promise<unknown>) =>
  callsOf('store', (call, command) => (isAdvance(command) ? before().then(() => call()) : call()));

/** Both read the run, the first the audience before `change` and the second after it; the first notes how far it came first. */
const besideEachOther = async (change: () => Promise<unknown>): Promise<void> => {
  const [isRead, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waits = async () => {
    isRead.resolve();
    await mayGoOn.promise;
  };
  const first = campaign.minute(advancingAfter(waits));
  await isRead.promise;
  await change();
  world.clock.forward(60);
  await campaign.minute(
    advancingAfter(async () => {
      mayGoOn.resolve();
      await first;
    }),
  );
};

test('who joined where one of them saw the end of a shard is written to, and the run ends with all who were', async () => {
  await campaign.join(1);
  const run = await campaign.launch();
  await besideEachOther(() => campaign.join(3));
  await campaign.settle();
  const written = world.stub.taken.length;
  expect(written).toBeGreaterThan(1);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: written, totals: { sent: written } });
});

test('who left where the other one saw the end of a shard is written to once, and the run ends with them', async () => {
  const joined = await campaign.join(3);
  const run = await campaign.launch();
  await besideEachOther(async () => {
    campaign.contacts.splice(0, joined.length);
  });
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 3, totals: { sent: 3 } });
});

test('a chunk that comes to the table once its run is finished is not sent', async () => {
  const run = await campaign.launch();
  await campaign.minute();
  await campaign.join(1);
  const [contact] = campaign.contacts;
  if (contact === undefined) throw new Error('nobody');
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 0 });
  const recipients = [{ contactId: contact.contactId }];
  const chunk = { chunkId: 'late', scheduledAt: run.scheduledAt, cutAt: world.clock.now(), turn: 0, upTo: 'end' };
  await campaign.runs.cut(world.access, run, { ...chunk, recipients });
  expect(await campaign.deliver({ ...run, chunkId: 'late' })).toMatchObject({ state: 'outdated' });
  expect(world.stub.taken).toEqual([]);
});
