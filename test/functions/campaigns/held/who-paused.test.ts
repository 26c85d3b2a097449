import { expect, test } from 'vitest';
import { ADVERTISER, ROOT } from '../../support/api.ts';
import { started } from '../../support/cold-start.ts';
import { WITH_TIME } from '../../support/public-functions.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** Who paused a campaign, or halts it, as it is shown. */
const OF = { advertiserId: ADVERTISER };
const aWorld = async () => {
  const world = await aWorldOfCampaigns();
  for (let index = 0; index < 3; index += 1) await world.agree(`p${index}@example.com`);
  const control = (name: 'pause-campaign' | 'resume-campaign', campaignId: string, more: object = {}) =>
    world.call(name, { path: { campaignId }, query: OF, ...more });
  const halt = async (change: object) => {
    const { handler } = await started<typeof import('#functions/operator/halt.ts')>('operator/halt');
    await handler({ change: { by: 'Claire Petit', why: 'Le prix est faux.', ...change } }, WITH_TIME);
  };
  return { ...world, control, halt };
};

test('a campaign that nobody paused says nothing of a pause', async () => {
  const world = await aWorld();
  const shown = await world.show(await world.create());
  expect(shown).not.toHaveProperty('lastPause');
  expect(shown).not.toHaveProperty('haltedSince');
});

test('one that a key paused names the key, and when, also once another key resumed it', async () => {
  const world = await aWorld();
  const id = await world.create();
  await world.control('pause-campaign', id);
  const lastPause = { at: '2026-11-24T10:00:00.000Z', by: 'key', apiKeyId: 'shop', keyName: 'shop' };
  expect(await world.show(id)).toMatchObject({ state: 'paused', lastPause });
  await world.minute(60);
  await world.control('resume-campaign', id, { caller: ROOT });
  expect(await world.show(id)).toMatchObject({ control: 'running', lastPause });
});

test('one that the key of the deployer paused names no key but that', async () => {
  const world = await aWorld();
  const id = await world.create();
  await world.control('pause-campaign', id, { caller: ROOT });
  const { lastPause } = await world.show(id);
  expect(lastPause).toEqual({ at: '2026-11-24T10:00:00.000Z', by: 'key', apiKeyId: 'root' });
});

test('one that paused itself says by which rule, also once somebody resumed it; a pause by a key afterwards is the last', async () => {
  const world = await aWorld();
  const id = await world.create();
  world.provider.next('reject', 'reject', 'reject');
  await world.send(await world.minute());
  const itself = { by: 'itself', because: expect.stringMatching(/^rejected/), at: expect.any(String) };
  const paused = await world.show(id);
  expect(paused.lastPause).toEqual(itself);
  expect(paused.lastPause.because).toBe(paused.pausedBecause);
  await world.control('resume-campaign', id);
  const resumed = await world.show(id);
  expect(resumed).not.toHaveProperty('pausedBecause');
  expect(resumed.lastPause).toEqual(itself);
  await world.control('pause-campaign', id);
  expect((await world.show(id)).lastPause).toMatchObject({ by: 'key', apiKeyId: 'shop' });
});

test('an operator’s halt is said with its time, of this advertiser or of all, and neither who nor why', async () => {
  const world = await aWorld();
  const id = await world.create();
  await world.halt({ kind: 'halt', advertiserId: 'maison-autre' });
  expect(await world.show(id)).not.toHaveProperty('haltedSince');
  await world.halt({ kind: 'halt' });
  const shown = await world.show(id);
  expect(shown.haltedSince).toBe('2026-11-24T10:00:00.000Z');
  expect(JSON.stringify(shown)).not.toMatch(/Claire|prix/);
  await world.halt({ kind: 'resume' });
  expect(await world.show(id)).not.toHaveProperty('haltedSince');
});

test('the list, the answer to a pause and the log name no key', async () => {
  const world = await aWorld();
  const id = await world.create();
  const { body } = await world.control('pause-campaign', id);
  const list = await world.call('list-campaigns', { query: OF });
  expect(JSON.stringify([body, list.body])).not.toContain('lastPause');
  expect(world.logged()).not.toContain('"shop"');
});

test.each([
  ['of every advertiser', 'every-advertiser'],
  ['of this advertiser and another', [ADVERTISER, 'maison-autre']],
])(
  'a key %s is named by its id alone: its name may be that of a person who works for others',
  async (_, advertisers) => {
    const world = await aWorld();
    const id = await world.create();
    const body = { name: 'Jean Dupont', scopes: ['campaigns:write'], advertisers };
    const made = await world.call('create-api-key', { caller: ROOT, body });
    const apiKeyId = made.body.id;
    await world.control('pause-campaign', id, { caller: { ...body, apiKeyId } });
    const shown = await world.show(id);
    expect(shown.lastPause).toEqual({ at: '2026-11-24T10:00:00.000Z', by: 'key', apiKeyId });
    expect(JSON.stringify(shown)).not.toContain('Jean');
  },
);
