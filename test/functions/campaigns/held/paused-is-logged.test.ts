import { expect, test } from 'vitest';
import { reportOf } from '#test/support/mail-reports.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

const tagsOf = (request: unknown) => {
  const { EmailTags } = request as { readonly EmailTags: readonly { readonly Name: string; readonly Value: string }[] };
  return Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, Value]));
};

test('a campaign that pauses itself for what came back is a warning in the log of the dispatcher', async () => {
  const world = await aWorldOfCampaigns();
  for (let index = 0; index < 26; index += 1) await world.agree(`p${index}@example.com`);
  const campaignId = await world.create({ maxPerMinute: 24 });
  await world.send(await world.minute());
  for (const { to, request } of world.provider.taken) {
    const { messageId, contactId } = tagsOf(request);
    const of = { advertiserId: ADVERTISER, messageId, address: to } as Parameters<typeof reportOf>[0];
    const cameBack = { event: 'Bounce', type: 'Permanent', subType: 'General' } as Parameters<typeof reportOf>[1];
    const report = reportOf(of, cameBack, new Date().toISOString() as Parameters<typeof reportOf>[2]);
    Object.assign((report as { mail: { tags: object } }).mail.tags, { contactId: [contactId] });
    await world.report(report);
  }
  await world.minute(60);
  expect(await world.show(campaignId)).toMatchObject({ state: 'paused', pausedBecause: 'too-many-bounces' });
  const lines = world
    .logged()
    .split('\n')
    .filter((line: string) => line.includes('"campaign-paused"'));
  expect(lines.map((line: string) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'warn', event: 'campaign-paused', campaignId, code: 'too-many-bounces' }),
  ]);
});

test('a campaign of which nobody is taken for five minutes is a warning in the log of the dispatcher, each minute', async () => {
  const world = await aWorldOfCampaigns();
  for (let index = 0; index < 9; index += 1) await world.agree(`p${index}@example.com`);
  const campaignId = await world.create({});
  world.provider.next(...Array.from({ length: 500 }, () => 'pause' as const));
  const said: number[] = [];
  const lines = () =>
    world
      .logged()
      .split('\n')
      .filter((line: string) => line.includes('"campaign-untaken"'));
  await world.send(await world.minute());
  for (let minute = 1; minute < 9; minute += 1) {
    await world.send(await world.minute(60));
    said.push(lines().length);
  }
  expect(said).toEqual([0, 0, 0, 0, 0, 1, 2, 3]);
  expect(JSON.parse(lines()[0] ?? '')).toMatchObject({
    level: 'warn',
    campaignId,
    code: 'refused:SendingPausedException',
  });
});

test('a campaign whose advertiser SES has stopped is one each minute, though nobody of it is tried', async () => {
  const world = await aWorldOfCampaigns();
  for (let index = 0; index < 9; index += 1) await world.agree(`p${index}@example.com`);
  const campaignId = await world.create({});
  world.provider.next(...Array.from({ length: 500 }, () => 'pause' as const));
  world.provider.stopTenants(true);
  await world.send(await world.minute());
  const calls = world.provider.calls();
  for (let minute = 0; minute < 7; minute += 1) await world.send(await world.minute(60));
  expect(world.provider.calls()).toBe(calls);
  expect(await world.show(campaignId)).toMatchObject({ state: 'running', runs: [{ heldBy: 'sending-disabled' }] });
  const lines = world
    .logged()
    .split('\n')
    .filter((line: string) => line.includes('"campaign-untaken"'));
  expect(lines.map((line: string) => JSON.parse(line))).toEqual(
    Array.from({ length: 7 }, () => expect.objectContaining({ level: 'warn', campaignId, code: 'sending-disabled' })),
  );
});

test('SES that does not say whether it has stopped an advertiser is one warning a minute, with its answer', async () => {
  const world = await aWorldOfCampaigns();
  for (let index = 0; index < 9; index += 1) await world.agree(`p${index}@example.com`);
  await world.create({});
  world.provider.next(...Array.from({ length: 500 }, () => 'pause' as const));
  await world.send(await world.minute());
  world.provider.refuseTenants(true);
  for (let minute = 0; minute < 2; minute += 1) await world.send(await world.minute(60));
  const lines = world
    .logged()
    .split('\n')
    .filter((line: string) => line.includes('"tenants-unread"'));
  const said = { level: 'warn', count: 1, code: 'dependency-unavailable', error: 'TooManyRequestsException' };
  expect(lines.map((line: string) => JSON.parse(line))).toEqual(
    Array.from({ length: 2 }, () => expect.objectContaining(said)),
  );
});
