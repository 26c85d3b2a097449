import { expect, test } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** A sender that is taken out of the settings of an advertiser, with campaigns that send from it. */
const OF = { advertiserId: ADVERTISER };
const { senders } = EXAMPLES['put-advertiser'] as {
  readonly senders: { readonly email: readonly { readonly address: string }[] };
};
const [{ address: SENDER }] = senders.email as [{ readonly address: string }];
const OTHER = { address: 'lettre@maison-valmy.example', name: 'Maison Valmy' };

const aWorld = async () => {
  const world = await aWorldOfCampaigns();
  for (const name of ['alix', 'camille', 'claude']) await world.agree(`${name}@example.com`);
  const sendFrom = (email: readonly object[]) =>
    world.call('patch-advertiser', { path: OF, body: { senders: { ...senders, email } } });
  /** So many minutes, with what the worker of chunks makes of each. */
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute += 1) await world.send(await world.minute(60));
  };
  const resume = (campaignId: string) => world.call('resume-campaign', { path: { campaignId }, query: OF });
  return { ...world, sendFrom, minutes, resume };
};

test('while a run goes on its campaign pauses itself, refuses nobody, and goes on once the sender is there again', async () => {
  const world = await aWorld();
  const id = await world.create({ maxPerMinute: 1, sender: SENDER });
  await world.send(await world.minute());
  await world.sendFrom([OTHER]);
  await world.minutes(3);
  const paused = await world.show(id);
  expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'sender-unknown', runs: [{ state: 'running' }] });
  expect(paused.runs[0].settled).toEqual({ sent: 1 });
  await world.sendFrom([OTHER, ...senders.email]);
  expect((await world.resume(id)).status).toBe(200);
  await world.minutes(4);
  expect(await world.show(id)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
  expect(world.provider.taken.map(({ to }) => to).toSorted()).toEqual(
    ['alix', 'camille', 'claude'].map((name) => `${name}@example.com`),
  );
});

test('before a run starts its campaign pauses itself, again where it is resumed with the sender still out', async () => {
  const world = await aWorld();
  const id = await world.create({ sender: SENDER });
  await world.sendFrom([OTHER]);
  await world.minutes(2);
  expect(await world.show(id)).toMatchObject({ state: 'paused', pausedBecause: 'sender-unknown', runs: [] });
  await world.resume(id);
  await world.minutes(2);
  expect(await world.show(id)).toMatchObject({ state: 'paused', pausedBecause: 'sender-unknown' });
  expect(world.provider.taken).toEqual([]);
  await world.sendFrom(senders.email);
  const { nextRun } = await world.show(id);
  expect(nextRun).toBeDefined();
  await world.resume(id);
  expect(await world.show(id)).toMatchObject({ state: 'scheduled', nextRun, lateRun: nextRun });
  await world.minutes(3);
  expect(await world.show(id)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
});

test('resumed within the seconds for which settings are kept, it stays so', async () => {
  const world = await aWorld();
  const id = await world.create({ sender: SENDER });
  const [first = {}, ...others] = await world.minute();
  expect(others.length).toBeGreaterThan(0);
  await world.sendFrom([OTHER]);
  await world.send([first]);
  expect(await world.show(id)).toMatchObject({ state: 'paused' });
  await world.sendFrom([OTHER, ...senders.email]);
  await world.resume(id);
  await world.send(others);
  expect(world.provider.taken).toEqual([]);
  expect(await world.show(id)).toMatchObject({ state: 'running' });
  await world.minutes(3);
  expect(await world.show(id)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
});

test('a campaign that names another sender, or none, goes on', async () => {
  const world = await aWorld();
  await world.sendFrom([...senders.email, OTHER]);
  const ids = [await world.create({ sender: OTHER.address }), await world.create()];
  await world.sendFrom([OTHER]);
  await world.minutes(3);
  for (const id of ids) expect(await world.show(id)).toMatchObject({ state: 'finished' });
});

test('whose campaign stays paused until its end, the run ends too: everybody has a state, and nobody is written to', async () => {
  const world = await aWorld();
  const endsAt = new Date(Date.now() + 600_000).toISOString();
  const id = await world.create({ sender: SENDER, endsAt });
  await world.sendFrom([OTHER]);
  await world.minutes(3);
  expect(await world.show(id)).toMatchObject({ state: 'paused', runs: [] });
  await world.minutes(12);
  expect(world.provider.taken).toEqual([]);
  const ended = await world.show(id);
  expect(ended).toMatchObject({ state: 'finished', runs: [{ state: 'finished' }] });
  const settled = Object.values(ended.runs[0].settled as Record<string, number>);
  expect(settled.reduce((sum, each) => sum + each, 0)).toBe(3);
});
