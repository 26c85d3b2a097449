import { afterEach, beforeEach, expect, test } from 'vitest';
import { haltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** Two chunks, of about fifty each. */
const RECIPIENTS = 100;
/** How many mails one worker has in hand at once. */
const IN_HAND = 16;
const BY = { by: 'Claire Petit', why: 'Le prix est faux.' };

/** Called after each hand-off that was begun, with its number. */
const onHandOff =
  (then: (number: number) => Promise<void>) =>
  <P extends object>(name: string, port: P): P => {
    if (name !== 'provider') return port;
    let number = 0;
    const { email } = port as unknown as { email: (...given: readonly unknown[]) => Promise<unknown> };
    const counted = async (...given: readonly unknown[]) => {
      number += 1;
      await then(number);
      return email(...given);
    };
    return { ...port, email: counted };
  };

test.each([1, 10, 20])(
  'who stops all at mail %i of a chunk stops the rest of it; they leave afterwards',
  async (at) => {
    const ports = { halts: haltsOf(world.table), clock: world.clock };
    await campaign.join(RECIPIENTS);
    const run = await campaign.launch();
    await campaign.minute();
    // How many were handed over until the halt was in force, and after it.
    let [before, after, isHalted] = [0, 0, false];
    const halting = onHandOff(async (number) => {
      if (isHalted) after += 1;
      else before += 1;
      // A mail takes half a second.
      world.clock.forward(0.5);
      if (number !== at) return;
      await changeHalts(ports, { kind: 'halt', ...BY });
      isHalted = true;
    });
    await campaign.work(halting);

    const halted = [...(await campaign.outcomes(run)).values()];
    const sent = halted.filter(({ state }) => state === 'sent').length;
    expect([sent, sent < RECIPIENTS]).toEqual([before + after, true]);
    // Those that were in hand, and those of the two seconds for which the worker knows nothing new.
    expect(after).toBeLessThanOrEqual(IN_HAND + 4);
    expect(halted.filter(({ state }) => state !== 'sent').map(({ state, codes }) => [state, ...codes])).toEqual(
      Array.from({ length: RECIPIENTS - sent }, () => ['waiting', 'sending-halted']),
    );

    await changeHalts(ports, { kind: 'resume', ...BY });
    await campaign.settle();
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: RECIPIENTS });
    expect(new Set(world.stub.taken.map(({ to }) => to)).size).toBe(RECIPIENTS);
    expect(world.stub.taken).toHaveLength(RECIPIENTS);
  },
);

test('who is let go two minutes before the end of a run still gets it', async () => {
  const ports = { halts: haltsOf(world.table), clock: world.clock };
  await campaign.join(3);
  await changeHalts(ports, { kind: 'halt', ...BY });
  const run = await campaign.launch({ endsAt: addSeconds(world.clock.now(), 840) });
  const minutes = async (count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute += 1) {
      await campaign.minute();
      await campaign.work();
      world.clock.forward(60);
    }
  };
  await minutes(12);
  await changeHalts(ports, { kind: 'resume', ...BY });
  await minutes(2);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 3 });
});
