import { beforeEach, expect, test } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed } from '../audience/followed-world.ts';
import { aWorldOfCampaigns } from '../campaigns/campaign-functions.ts';
import { ADVERTISER } from '../support/api.ts';

/** How zones are written: a contact whose zone is in other letters keeps its holidays, its segment and its wave. */
let world: Awaited<ReturnType<typeof aWorldOfCampaigns>>;
beforeEach(async () => {
  world = await aWorldOfCampaigns();
});

const declare = (email: string, zone: string) =>
  world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: { email }, zone } });
const count = (zones: readonly string[]) =>
  world.call('count-audience', {
    body: { advertiserId: ADVERTISER, channel: 'email', purpose: 'own-offers', where: { zones } },
  });
const creating = (change: object) =>
  world.call('create-campaign', { body: { ...(EXAMPLES['create-campaign'] as object), ...change } });
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are read in tests.
const faultsOf = ({ status, body }: any) => [status, body.errors?.map((fault: any) => [fault.pointer, fault.detail])];

test.each([
  ['europe/paris', 'Europe/Paris'],
  ['Indian/reunion', 'Indian/Reunion'],
  ['us/pacific', 'America/Los_Angeles'],
  ['Etc/UTC', 'no place'],
])('a zone of a contact that is written %s is refused, and so is one of a segment', async (zone, says) => {
  const detail = expect.stringContaining(says);
  expect(faultsOf(await declare('alix.robin@example.com', zone))).toEqual([422, [['/zone', detail]]]);
  expect(faultsOf(await count(['Europe/Paris', zone]))).toEqual([422, [['/where/zones/1', detail]]]);
  const segment = { channel: 'email', purpose: 'own-offers', where: { zones: [zone] } };
  expect(faultsOf(await creating({ audience: { segment } }))).toEqual([
    422,
    [['/audience/segment/where/zones/0', detail]],
  ]);
});

test('so is that of a contact who is invented for a preview', async () => {
  const path = { advertiserId: ADVERTISER, templateId: 'winter-mailing', version: '1' };
  const preview = (zone: string) =>
    world.call('preview-template-version', { path, body: { purpose: 'own-offers', invented: { zone } } });
  expect(faultsOf(await preview('Etc/UTC'))).toEqual([422, [['/invented/zone', expect.any(String)]]]);
  expect((await preview('Indian/Reunion')).status).toBe(200);
});

test('the zone of a schedule is written as the tz database writes it; the clock may be that of UTC', async () => {
  const at = '2026-12-01T09:00';
  expect(faultsOf(await creating({ schedule: { at, zone: 'europe/paris' } }))).toEqual([
    422,
    [['/schedule/zone', expect.stringContaining('Europe/Paris')]],
  ]);
  for (const zone of ['Europe/Paris', 'Asia/Calcutta', 'Etc/UTC', 'UTC'])
    expect((await creating({ schedule: { at, zone } })).status).toBe(201);
});

test('an older name of a zone is the same zone', async () => {
  for (const [email, zone] of [
    ['alix.robin@example.com', 'Asia/Calcutta'],
    ['camille.martin@example.com', 'Asia/Kolkata'],
    ['claude.henry@example.com', 'Europe/Paris'],
  ] as const) {
    await world.agree(email);
    await followed(async () => expect((await declare(email, zone)).status).toBe(200));
  }
  for (const zone of ['Asia/Calcutta', 'Asia/Kolkata']) expect((await count([zone])).body.count).toBe(2);
});
