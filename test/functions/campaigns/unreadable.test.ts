import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Key, sendsKey, standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A contact of which what is stored is damaged: it waits for a human, and no longer than its run. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const damage = (key: Key) =>
  world.table.client.send(
    new UpdateItemCommand({
      TableName: world.table.tableName,
      Key: toImage(key),
      UpdateExpression: 'SET v = :v',
      ExpressionAttributeValues: toImage({ ':v': 'damaged' }),
    }),
  );
const standingIn = ({ contactId }: Listed): Key => standingKey(world.access, contactId);
const claimsIn = ({ contactId }: Listed): Key =>
  sendsKey(world.access, contactId, world.clock.now().slice(0, 7), 'email');

const hours = async (count: number) => {
  for (let hour = 0; hour < count; hour += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(3_600);
  }
};

test('waits while it may still be repaired, and has failed once the run has ended', async () => {
  const [contact] = await campaign.join(1);
  if (contact === undefined) throw new Error('nobody');
  await damage(standingIn(contact));
  const run = await campaign.launch();
  await hours(70);
  expect([...(await campaign.outcomes(run)).values()]).toMatchObject([
    { state: 'waiting', codes: ['stored-unreadable'] },
  ]);
  await hours(6);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { failed: 1 } });
  expect([...(await campaign.outcomes(run)).values()]).toMatchObject([{ codes: ['stored-unreadable'] }]);
});

test('has failed once the campaign is cancelled', async () => {
  const [contact] = await campaign.join(1);
  if (contact === undefined) throw new Error('nobody');
  await damage(standingIn(contact));
  const run = await campaign.launch();
  await hours(1);
  await campaign.control(run, 'cancelled');
  await hours(3);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { failed: 1 } });
});

test('that may have been written to before stays unknown, and its claim says it; failed where that is damaged too', async () => {
  const [one, other] = await campaign.join(2);
  if (one === undefined || other === undefined) throw new Error('nobody');
  world.stub.next('take-and-drop');
  world.stub.next('take-and-drop');
  const run = await campaign.launch();
  await hours(1);
  const keys = [standingIn(one), standingIn(other), claimsIn(other)];
  for (const key of keys) await damage(key);
  await campaign.control(run, 'cancelled');
  await hours(30);
  expect(await campaign.occurrence(run)).toMatchObject({
    state: 'finished',
    totals: { 'unknown-final': 1, failed: 1 },
  });
  expect(world.stub.taken).toHaveLength(2);
});

test('makes no report of its run impossible: the oppositions of the others are in it', async () => {
  const [one, other] = await campaign.join(2);
  if (one === undefined || other === undefined) throw new Error('nobody');
  const run = await campaign.launch();
  await campaign.settle();
  world.clock.forward(60);
  await world.oppose(other.contactId, 'email');
  await damage(standingIn(one));
  const jobs = campaignJobsOf(world, campaign);
  const { state, task } = await jobs.work(await jobs.beginReport(run));
  expect(state).toBe('finished');
  expect(task).toMatchObject({ known: { sums: { audience: 2, totals: { sent: 2 }, opposed: { 'after-it': 1 } } } });
});
