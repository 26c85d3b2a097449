import { expect, test, vi } from 'vitest';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** Somebody who agrees in the night before a wave: is in it where the segment says that it is of Paris, and else is not, which the answer says. */
const SEGMENT = { channel: 'email', purpose: 'own-offers' };
const cameTo = async (audience: object | undefined) => {
  const world = await aWorldOfCampaigns();
  await world.agree('alix.robin@example.com');
  const campaignId = await world.create({ schedule: { waves: '2026-11-25T09:00' }, ...(audience && { audience }) });
  const { firstRun } = await world.show(campaignId);
  const minutes = async (at: string) => {
    vi.setSystemTime(new Date(at));
    for (let minute = 0; minute < 3; minute += 1) await world.send(await world.minute(60));
  };
  await minutes('2026-11-24T19:00:00Z');
  vi.setSystemTime(new Date('2026-11-25T06:30:00Z'));
  await world.agree('camille.martin@example.com');
  await minutes('2026-11-25T07:00:00Z');
  expect(world.provider.taken).toEqual([]);
  await minutes('2026-11-25T08:00:00Z');
  return { firstRun, came: world.provider.taken.map(({ to }) => to).toSorted() };
};

test('is written to where the segment names the zone', async () => {
  expect(await cameTo({ segment: { ...SEGMENT, where: { zones: ['Europe/Paris'] } } })).toEqual({
    firstRun: '2026-11-25T07:00:00.000Z',
    came: ['alix.robin@example.com', 'camille.martin@example.com'],
  });
});

test('is not where it names none: its recipients are fixed on the evening before', async () => {
  expect(await cameTo({ segment: SEGMENT })).toEqual({
    firstRun: '2026-11-24T19:00:00.000Z',
    came: ['alix.robin@example.com'],
  });
});
