import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillVariant, sha256OfVariant } from '#shared/domain/message/sent-variant.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';
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

const addressesTaken = () => world.stub.taken.map(({ to }) => to).toSorted();

describe('a run', () => {
  test('reaches everyone once, and is finished only when each of them has a final state', async () => {
    const contacts = await campaign.join(7);
    const run = await campaign.launch();
    await campaign.minute();
    expect((await campaign.occurrence(run))?.state).toBe('running');
    expect(await campaign.settle()).toBeLessThan(4);
    expect(addressesTaken()).toEqual(contacts.map(({ address }) => address).toSorted());
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', cut: 7, totals: { sent: 7 } });
    const [shown] = await campaign.campaigns.runs(world.access, run.campaignId);
    expect(shown?.settled).toEqual({ sent: 7 });
    const outcomes = [...(await campaign.outcomes(run)).values()];
    expect(outcomes.every(({ providerMessageId, bytesSha256 }) => providerMessageId && bytesSha256)).toBe(true);
    // What left is named with each of them, and kept once, without what is of one of them.
    const [variantSha256 = '', ...others] = new Set(outcomes.map((outcome) => outcome.variantSha256));
    expect(others).toEqual([]);
    const kept = (await world.variants.get(world.access, variantSha256)) ?? expect.fail('nothing was kept');
    expect(sha256OfVariant(kept)).toBe(variantSha256);
    const { sent, empty } = fillVariant(kept, { to: contacts[0]?.address ?? '' });
    expect([sent, empty]).toEqual([
      expect.objectContaining({ to: contacts[0]?.address }),
      expect.arrayContaining(['token']),
    ]);
    for (const { address } of contacts) expect(JSON.stringify(kept)).not.toContain(address);
  });

  test('an opposition that came after the cut is honoured, and whoever it left out is told', async () => {
    const [first] = await campaign.join(3);
    const run = await campaign.launch();
    await campaign.minute();
    if (first === undefined) throw new Error('nobody');
    await world.oppose(first.contactId, 'email');
    await campaign.settle();
    expect(addressesTaken()).not.toContain(first.address);
    expect((await campaign.outcomes(run)).get(first.contactId)).toMatchObject({
      state: 'refused',
      codes: ['OPPOSED_CHANNEL'],
    });
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 2, refused: 1 });
  });

  test('a chunk that comes twice, also at the same time, sends to nobody twice', async () => {
    await campaign.join(4);
    const run = await campaign.launch();
    await campaign.minute();
    const entries = campaign.queue.splice(0).map(({ reference }) => reference);
    await Promise.all(entries.flatMap((each) => [campaign.deliver(each), campaign.deliver(each)]));
    expect(new Set(addressesTaken()).size).toBe(4);
    expect(world.stub.taken).toHaveLength(4);
    world.clock.forward(120);
    await campaign.settle();
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 4 });
  });

  test('a chunk whose entry was lost is put on the queue again, and nobody is left out', async () => {
    await campaign.join(3);
    const run = await campaign.launch();
    await campaign.minute();
    const lost = campaign.queue.splice(0);
    expect(lost.length).toBeGreaterThan(0);
    world.clock.forward(1_740);
    await campaign.minute();
    expect(campaign.queue).toEqual([]);
    world.clock.forward(120);
    await campaign.minute();
    expect(campaign.queue.map(({ reference }) => reference)).toEqual(lost.map(({ reference }) => reference));
    await campaign.settle();
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 3 });
  });

  test('a minute is done once, whoever asks and how often', async () => {
    await campaign.join(3);
    await campaign.launch();
    const both = await Promise.all([campaign.minute(), campaign.minute()]);
    expect(both.filter((each) => each !== undefined)).toHaveLength(1);
  });

  test('no faster than its own limit, nor than the quota of the day', async () => {
    await campaign.join(9);
    await campaign.launch({ maxPerMinute: 4 });
    expect(await campaign.minute()).toMatchObject({ cut: 4 });
    world.clock.forward(60);
    campaign.quota.email = { perSecond: 14, in24Hours: 100, sentInLast24Hours: 78 };
    await campaign.work();
    expect(await campaign.minute()).toMatchObject({ cut: 2 });
  });

  test('no more on the first day of its ramp than it says', async () => {
    await campaign.join(6);
    const run = await campaign.launch({ ramp: [4] });
    for (let minute = 0; minute < 4; minute += 1) {
      await campaign.minute();
      await campaign.work();
      world.clock.forward(60);
    }
    expect((await campaign.occurrence(run))?.cut).toBe(4);
    world.clock.forward(86_400);
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(6);
  });
});

describe('who waits', () => {
  test('throttled recipients leave in a later minute, and nobody is refused for it', async () => {
    await campaign.join(3);
    const run = await campaign.launch();
    world.stub.next('throttle', 'throttle');
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(3);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 3 });
  });

  test('an answer that was lost is never sent again, and is final a day later', async () => {
    await campaign.join(2);
    const run = await campaign.launch();
    world.stub.next('take-and-drop');
    await campaign.minute();
    await campaign.work();
    for (let minute = 0; minute < 3; minute += 1) {
      world.clock.forward(60);
      await campaign.minute();
      await campaign.work();
    }
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'running' });
    expect(world.stub.taken).toHaveLength(2);
    world.clock.forward(86_400);
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(2);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 1, 'unknown-final': 1 });
  });

  test('waves leave when the clock of each shows the time', async () => {
    const [reunion, paris, martinique] = await campaign.join(3);
    if (reunion === undefined || paris === undefined || martinique === undefined) throw new Error('nobody');
    Object.assign(reunion, { zone: 'Indian/Reunion' });
    Object.assign(martinique, { zone: 'America/Martinique' });
    world.clock.set(instant('2026-11-24T02:00:00Z'));
    const waves = '2026-11-25T12:00';
    await campaign.launch({ schedule: { waves } });
    await campaign.minute();
    await campaign.work();
    /** Who is reached once the clock shows this, and everything up to there was done. */
    const leftAt = async (text: string) => {
      world.clock.set(instant(text));
      await campaign.minute();
      await campaign.work();
      return addressesTaken();
    };
    expect(await leftAt('2026-11-24T02:01:00Z')).toEqual([]);
    expect(await leftAt('2026-11-25T07:59:00Z')).toEqual([]);
    expect(await leftAt('2026-11-25T08:00:00Z')).toEqual([reunion.address]);
    expect(await leftAt('2026-11-25T10:59:00Z')).toHaveLength(1);
    expect(await leftAt('2026-11-25T11:00:00Z')).toEqual([reunion.address, paris.address].toSorted());
    expect(await leftAt('2026-11-25T15:59:00Z')).toHaveLength(2);
    expect(await leftAt('2026-11-25T16:00:00Z')).toContain(martinique.address);
  });
});

describe('a table that was restored', () => {
  test('P5: writes to nobody of a run that it had: whoever of it waited may have been written to, also if it is cancelled', async () => {
    await campaign.join(3);
    const run = await campaign.launch();
    await campaign.minute();
    campaign.restored.to = world.clock.now();
    await campaign.work();
    expect(world.stub.taken).toEqual([]);
    const [stored] = [await campaign.campaigns.get(world.access, run.campaignId)];
    if (stored === undefined) throw new Error('gone');
    await campaign.campaigns.control(world.access, stored, { control: 'cancelled' });
    world.clock.forward(5 * 86_400);
    await campaign.settle();
    expect(world.stub.taken).toEqual([]);
    expect((await campaign.occurrence(run))?.totals).toEqual({ 'unknown-final': 3 });
  });
});

describe('people', () => {
  test('a pause holds what is queued already, and after it everyone is reached once', async () => {
    await campaign.join(5);
    const run = await campaign.launch({ maxPerMinute: 3 });
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    world.clock.forward(60);
    expect(await campaign.minute()).toMatchObject({ cut: 0 });
    expect(world.stub.taken).toHaveLength(0);
    await campaign.control(run, 'running');
    world.clock.forward(60);
    await campaign.settle();
    expect(new Set(addressesTaken()).size).toBe(5);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 5 });
  });

  test('whoever is held back by a pause still waits for their wave', async () => {
    await campaign.join(1);
    world.clock.set(instant('2026-11-24T22:00:00Z'));
    const run = await campaign.launch({ schedule: { waves: '2026-11-25T12:00' } });
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    await campaign.control(run, 'running');
    for (const text of ['2026-11-24T22:05:00Z', '2026-11-25T10:59:00Z', '2026-11-25T11:00:00Z']) {
      expect(world.stub.taken).toHaveLength(0);
      world.clock.set(instant(text));
      await campaign.minute();
      await campaign.work();
    }
    expect(world.stub.taken).toHaveLength(1);
  });

  test('whose end comes while it is paused ends: whoever was not reached has expired', async () => {
    await campaign.join(3);
    const run = await campaign.launch({ endsAt: addSeconds(world.clock.now(), 90) });
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(0);
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { expired: 3 } });
    // Nobody looked for an hour of the law: it was the end that came first.
    const first = [...(await campaign.outcomes(run)).values()].map(({ codes }) => codes[0]);
    expect(first).toEqual(['turn-missed:paused', 'turn-missed:paused', 'turn-missed:paused']);
  });

  test('a cancelled one writes to nobody else, and everybody has a state', async () => {
    await campaign.join(6);
    const run = await campaign.launch({ maxPerMinute: 2 });
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
    await campaign.minute();
    await campaign.control(run, 'cancelled');
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(2);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 2, cancelled: 4 });
  });

  test('whoever was not reached by its end has expired', async () => {
    await campaign.join(4);
    const run = await campaign.launch({ maxPerMinute: 1, endsAt: addSeconds(world.clock.now(), 90) });
    await campaign.settle();
    const totals = (await campaign.occurrence(run))?.totals;
    expect(totals?.expired).toBeGreaterThan(0);
    expect((totals?.sent ?? 0) + (totals?.expired ?? 0)).toBe(4);
    expect(world.stub.taken).toHaveLength(totals?.sent ?? -1);
  });

  test('a provider that refuses what the campaign sends pauses it, and loses nobody', async () => {
    await campaign.join(2);
    const run = await campaign.launch();
    world.stub.next('reject');
    await campaign.minute();
    await campaign.work();
    const paused = await campaign.campaigns.get(world.access, run.campaignId);
    expect(paused).toMatchObject({ control: 'paused' });
    expect(paused?.pausedBecause).toBeTruthy();
    await campaign.control(run, 'running');
    world.clock.forward(120);
    await campaign.settle();
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 2 });
  });

  test('a recurring one runs again at its own time, and reaches people again', async () => {
    await campaign.join(1);
    world.clock.set(instant('2026-12-01T08:00:00Z'));
    const schedule = { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' } as const;
    const run = await campaign.launch({ schedule, endsAt: instant('2026-12-03T12:00:00Z') });
    await campaign.settle();
    expect(await campaign.campaigns.nextRun(world.access, run.campaignId)).toBe('2026-12-02T08:00:00.000Z');
    world.clock.set(instant('2026-12-02T08:00:00Z'));
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(2);
    world.clock.set(instant('2026-12-04T08:00:00Z'));
    await campaign.minute();
    expect(await campaign.campaigns.nextRun(world.access, run.campaignId)).toBeUndefined();
  });
});
