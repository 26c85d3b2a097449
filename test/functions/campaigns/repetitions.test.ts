import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AudiencePages } from '#shared/app/audience/audience-pages.port.ts';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Who does again what a process that died had done already, and finds the world changed since. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** A port of which one call fails. */
const failingAt = (wanted: string, isFatal: (asked: unknown) => boolean) =>
  callsOf(wanted, (call, asked) => {
    if (isFatal(asked)) throw new Error('died');
    return call();
  });

test('an outcome that is stored holds, also where its worker died before the chunk was taken away', async () => {
  const never = await world.aMessage({ consents: false });
  campaign.contacts.push({ contactId: never.contactId, address: never.address });
  const run = await campaign.launch();
  await campaign.minute();
  const [entry] = campaign.queue;
  if (entry === undefined) throw new Error('nothing on the queue');
  const takesAway = failingAt('store', (command) => command instanceof DeleteItemCommand);
  await expect(campaign.deliver(entry.reference, takesAway)).rejects.toThrow('died');
  await world.agree(never.contactId, never.address);
  await campaign.settle();
  expect(world.stub.taken).toEqual([]);
  expect((await campaign.occurrence(run))?.totals).toEqual({ refused: 1 });
});

test('pages of an audience without anybody are named by where they begin, whoever is in them by the repetition', async () => {
  const joined = await campaign.join(2);
  const [first, second] = joined.map(({ contactId }) => contactId).toSorted();
  if (first === undefined || second === undefined) throw new Error('nobody');
  let isMatching = false;
  const page: AudiencePages['page'] = async (_access, _audience, { shard, after }) => {
    if (shard !== 0) return { contacts: [] };
    if (after !== undefined) return { contacts: [{ contactId: second }] };
    if (isMatching) return { contacts: [{ contactId: first }, { contactId: second }] };
    return { contacts: [], next: first };
  };
  const paged = <P extends object>(name: string, port: P): P => (name === 'audience' ? { ...port, page } : port);
  const run = await campaign.launch();
  const advances = failingAt(
    'store',
    (command) => command instanceof UpdateItemCommand && command.input.Key?.sk?.S?.startsWith('OCCURRENCE') === true,
  );
  await expect(campaign.minute((name, port) => advances(name, paged(name, port)))).rejects.toThrow('died');
  await campaign.work();
  expect(world.stub.taken).toHaveLength(1);
  isMatching = true;
  for (let minute = 0; minute < 4; minute += 1) {
    world.clock.forward(60);
    await campaign.minute(paged);
    await campaign.work();
  }
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 1, totals: { sent: 1 } });
});
