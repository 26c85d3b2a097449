import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, callerOf, setUp } from '../send-path-api.ts';
import { RAISED_BY_CAMPAIGNS } from './raised-by-campaigns.ts';

/** The alarms of campaigns, on a stack of their own: their drill takes an hour of its clock, which no other drill shares. */
let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // An alarm must not ring where nothing is wrong, and ring for what this drill breaks.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
  api = callerOf(stack);
  await setUp(api);
  for (const name of ['one', 'two', 'three']) await agree(api, { email: `campaign-${name}@example.fr` });
  await api.put(`${OF_ADVERTISER}/templates/winter/versions/1`, {
    category: 'wine',
    content: { email: { subject: 'Nos vins d’hiver', html: '<p>Nos vins d’hiver sont là.</p>' } },
  });
  await stack.idle();
});
afterAll(() => stack?.stop());

const ADVERTISER = 'maison-valmy';
const OF_ADVERTISER = `/v1/advertisers/${ADVERTISER}`;
const raised = new Set<string>();
const ringing = async () => {
  const names = (await stack.alarms()).map(({ name }) => name.replace('aval-local-', ''));
  for (const name of names) raised.add(name);
  return names;
};
const pass = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute++) {
    await stack.clock.advance(60);
    await stack.idle();
    await stack.alarms();
  }
};
const launch = async (schedule: object = { at: 'now' }): Promise<string> => {
  const segment = { channel: 'email', purpose: 'own-offers' };
  const { campaignId } = await api.post('/v1/campaigns', {
    ...{ advertiserId: ADVERTISER, name: 'Vins d’hiver', ...segment, audience: { segment }, schedule },
    ...{ sender: `bonjour@${ADVERTISER}.example` },
    ...{ template: { templateId: 'winter', version: '1' }, endsAt: '2026-11-24T20:00:00+01:00' },
  });
  return String(campaignId);
};
const shown = (campaignId: string) => api.get(`/v1/campaigns/${campaignId}?advertiserId=${ADVERTISER}`);
const cancel = (campaignId: string) => api.post(`/v1/campaigns/${campaignId}/cancel?advertiserId=${ADVERTISER}`, {});

test('a campaign of which nobody is taken rings after five minutes, and no more once it is taken', async () => {
  stack.faults.next('sesv2', 'throttle', { times: 100_000, match: { operation: 'SendEmail' } });
  const campaignId = await launch();
  await pass(4);
  expect(await ringing()).toEqual([]);
  await pass(4);
  expect(await ringing()).toEqual(['untaken-campaigns']);
  stack.faults.clear();
  await pass(22);
  expect(await ringing()).toEqual([]);
  expect(await shown(campaignId)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
});

test('a campaign whose messages the provider refuses rings at once, and for a quarter of an hour', async () => {
  stack.faults.next('sesv2', 'reject', { times: 100, match: { operation: 'SendEmail' } });
  const campaignId = await launch();
  await pass(3);
  expect(await ringing()).toEqual(['refused-campaigns']);
  expect(await shown(campaignId)).toMatchObject({
    state: 'paused',
    pausedBecause: expect.stringMatching(/^rejected:/),
  });
  stack.faults.clear();
  await cancel(campaignId);
  await pass(18);
  expect(await ringing()).toEqual([]);
});

test('a campaign whose sender is taken out before it starts rings as it would start', async () => {
  const campaignId = await launch({ at: '2026-11-24T12:00', zone: 'Europe/Paris' });
  const another = { address: `lettre@${ADVERTISER}.example`, name: 'Maison Valmy' };
  await api.patch(OF_ADVERTISER, { senders: { email: [another] } });
  await pass(12);
  expect(await ringing()).toEqual(['braked-campaigns']);
  expect(await shown(campaignId)).toMatchObject({ state: 'paused', pausedBecause: 'sender-unknown' });
  await cancel(campaignId);
  await pass(18);
  expect(await ringing()).toEqual([]);
});

test('each alarm that is named as raised here was', () => {
  expect(RAISED_BY_CAMPAIGNS.filter((name) => !raised.has(name))).toEqual([]);
});
