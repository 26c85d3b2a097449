import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { SendSteps } from '#shared/app/send/send-steps.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** The provider refuses a number whose person told it to stop: an opposition that came to it and not to us. */
let world: SendWorld;
afterEach(() => world.close());

const standingOf = (contactId: Parameters<SendWorld['sends']>[0]) => world.ledger.readStanding(world.access, contactId);
const entriesOf = async (contactId: Parameters<SendWorld['sends']>[0]) =>
  (await world.sends(contactId)).flatMap(({ entries }) => entries);
const codesOf = async (reference: Parameters<SendWorld['message']>[0]) =>
  (await world.message(reference)).verdict?.reasons.map(({ code }) => code);

describe('a single message', () => {
  beforeEach(async () => {
    world = await startSendWorld(inject('dynamoDbUrl'));
  });

  test('is refused for an opposition to SMS, which is registered once, and the next asks no provider', async () => {
    const reference = await world.aMessage({ channel: 'sms' });
    world.stub.next('opted-out');
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await codesOf(reference)).toContain('OPPOSED_CHANNEL');
    expect(await standingOf(reference.contactId)).toMatchObject({
      oppositions: [
        {
          via: 'provider-complaint',
          of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] },
          coversRelational: true,
        },
      ],
    });
    expect(await entriesOf(reference.contactId)).toEqual([]);
    expect(world.stub.calls()).toBe(1);
    await world.deliver(reference);
    const next = await world.aMessage({ channel: 'sms', contact: reference.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
    expect([world.stub.calls(), world.stub.taken.length]).toEqual([1, 0]);
    expect((await standingOf(reference.contactId))?.oppositions).toHaveLength(1);
  });

  test('a number that nobody can reach is no opposition', async () => {
    const reference = await world.aMessage({ channel: 'sms' });
    world.stub.next('reject-address');
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await codesOf(reference)).toEqual(['ADDRESS_UNDELIVERABLE']);
    expect((await standingOf(reference.contactId))?.oppositions).toEqual([]);
  });

  test('where the ledger is away it waits, without a claim, and is registered at the next try', async () => {
    const reference = await world.aMessage({ channel: 'sms' });
    const away = (): Partial<SendSteps> => ({ oppose: () => Promise.reject(dependencyUnavailable('The table')) });
    world.stub.next('opted-out', 'opted-out');
    expect(await world.deliver(reference, { wrap: away })).toMatchObject({ state: 'put-back' });
    expect([(await world.message(reference)).status, await entriesOf(reference.contactId)]).toEqual(['accepted', []]);
    expect(await world.deliver(reference, { putBack: 1 })).toMatchObject({ state: 'refused' });
    expect((await standingOf(reference.contactId))?.oppositions).toHaveLength(1);
  });

  test('what an opposition does not keep ends as one that cannot be delivered, and is not tried again and again', async () => {
    const reference = await world.aMessage({ channel: 'sms' });
    const unmoved = (steps: SendSteps): Partial<SendSteps> => ({
      read: async (decrypted) => {
        const input = await steps.read(decrypted);
        return { ...input, standing: input.standing && { ...input.standing, oppositions: [] } };
      },
    });
    world.stub.next('opted-out', 'opted-out', 'opted-out');
    expect(await world.deliver(reference, { wrap: unmoved })).toMatchObject({ state: 'refused' });
    expect(await codesOf(reference)).toEqual(['ADDRESS_UNDELIVERABLE']);
    expect([world.stub.calls(), (await standingOf(reference.contactId))?.oppositions.length]).toEqual([2, 1]);
  });

  test('two of the same person at once: one opposition or two, and none leaves', async () => {
    const first = await world.aMessage({ channel: 'sms' });
    const second = await world.aMessage({ channel: 'sms', contact: first.contactId });
    world.stub.next('opted-out', 'opted-out', 'opted-out', 'opted-out');
    await Promise.all([world.deliver(first), world.deliver(second)]);
    for (const each of [first, second]) await world.deliver(each, { putBack: 1 });
    expect((await standingOf(first.contactId))?.oppositions.length).toBeGreaterThan(0);
    expect(world.stub.taken).toEqual([]);
  });
});

test('a recipient of a campaign is refused for it, and the campaign goes on', async () => {
  world = await startSendWorld('', tableInMemory());
  const campaign = await startCampaignWorld(world);
  const contacts = await campaign.join(3);
  const run = await campaign.launch();
  world.stub.next('opted-out');
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 2, refused: 1 });
  const opposed = await Promise.all(contacts.map(async ({ contactId }) => (await standingOf(contactId))?.oppositions));
  expect(opposed.flat()).toMatchObject([{ via: 'provider-complaint', of: { scope: 'channel' } }]);
});
