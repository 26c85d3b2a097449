import { expect, test } from 'vitest';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

test('P9: of whom SES refuses, its tenant is read before the next are cut: none while it is stopped, all once it is not', async () => {
  const world = await aWorldOfCampaigns();
  await world.agree('alix.robin@example.com');
  const campaignId = await world.create();
  world.provider.stopTenants(true);
  world.provider.next('pause');
  await world.send(await world.minute());
  expect(world.provider.taken).toEqual([]);
  const before = world.provider.tenants.length;
  expect(await world.minute(60)).toEqual([]);
  expect(world.provider.tenants.slice(before)).toEqual([
    ['/v2/email/tenants/get', { TenantName: expect.stringContaining('maison-valmy') }],
  ]);
  world.provider.stopTenants(false);
  await world.send(await world.minute(60));
  expect(world.provider.taken.map(({ to }) => to)).toEqual(['alix.robin@example.com']);
  await world.minute(60);
  expect(await world.show(campaignId)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 1 } }] });
});
