import { expect, test, vi } from 'vitest';
import { followed } from '../../audience/followed-world.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** People of whom a country of Europe alone is declared: counted, and written to in waves, by its clock. */
const COUNTRIES = ['PT', 'FR', 'FI', 'MQ'];

const aWorld = async () => {
  const world = await aWorldOfCampaigns();
  for (const country of COUNTRIES) {
    const email = `${country.toLowerCase()}@example.com`;
    await world.agree(email);
    const body = { advertiserId: ADVERTISER, contact: { email }, country };
    await followed(() => world.call('declare-contact', { body }));
  }
  return world;
};

test.each([
  ['Europe/Lisbon', 1],
  ['Europe/Helsinki', 1],
  ['Europe/Paris', 1],
  ['America/Martinique', 1],
  ['Europe/London', 0],
])('in %s %i are counted', async (zone, count) => {
  const world = await aWorld();
  const body = { advertiserId: ADVERTISER, channel: 'email', purpose: 'own-offers', where: { zones: [zone] } };
  expect((await world.call('count-audience', { body })).body).toMatchObject({ count });
});

test('each leaves when the clock of their country shows the hour', async () => {
  const world = await aWorld();
  await world.create({ schedule: { waves: '2026-11-24T14:00' } });
  const came: Record<string, readonly string[]> = {};
  for (const hour of [10, 11, 12, 13, 14, 15, 17, 18]) {
    vi.setSystemTime(new Date(`2026-11-24T${hour}:00:10Z`));
    const before = world.provider.taken.length;
    await world.send(await world.minute());
    await world.send(await world.minute(60));
    const taken = world.provider.taken.slice(before).map(({ to }) => to);
    if (taken.length > 0) came[hour] = taken;
  }
  expect(came).toEqual({
    12: ['fi@example.com'],
    13: ['fr@example.com'],
    14: ['pt@example.com'],
    18: ['mq@example.com'],
  });
});
