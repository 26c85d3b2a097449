import { beforeEach, expect, test } from 'vitest';
import { example } from '#shared/contracts/inbound/campaign-requested.v1.ts';
import { ADVERTISER, OTHER_ADVERTISER } from '../support/api.ts';
import { aBusWorld, type BusWorld } from './bus-world.ts';

const TEMPLATE = { advertiserId: ADVERTISER, templateId: 'winter-mailing', version: '1' };
const MAILING = {
  category: 'wine',
  content: { email: { subject: 'Nos vins d’hiver', html: '<p>Nos vins d’hiver sont là.</p>' } },
};
const PARTNERS_SEGMENT = { segment: { channel: 'email', purpose: 'partner-offers' } };
const KEY = 'winter-2026';
const ASKED = { ...example, advertiserId: ADVERTISER, idempotencyKey: KEY };
const campaign = (changes: object = {}) => ({
  type: 'campaign.requested.v1',
  detail: { ...ASKED, ...changes },
});

let world: BusWorld;
beforeEach(async () => {
  world = await aBusWorld();
  await world.call('put-template-version', { path: TEMPLATE, body: MAILING });
});

const said = (type: string) => world.published.filter((event) => event.type === type).map(({ detail }) => detail);
const taken = () => said('event.taken.v1') as { id: string }[];
const refused = () => said('event.refused.v1') as { code: string; errors?: { pointer: string }[] }[];
const OF_ADVERTISER = { query: { advertiserId: ADVERTISER } };
const listed = async () =>
  (await world.call('list-campaigns', OF_ADVERTISER)).body.campaigns as { campaignId: string }[];
const shown = async (campaignId = '') =>
  (await world.call('get-campaign', { path: { campaignId }, ...OF_ADVERTISER })).body;

test('a campaign that is asked for by an event is created as by its route, and the bus says under which id', async () => {
  expect(await world.put(campaign())).toEqual([]);
  const [{ id } = { id: '' }] = taken();
  expect(said('event.taken.v1')).toMatchObject([{ type: 'campaign.requested.v1', advertiserId: ADVERTISER }]);
  expect(await shown(id)).toMatchObject({
    state: 'scheduled',
    nextRun: '2026-12-01T08:00:00.000Z',
    name: ASKED.name,
    endsAt: '2026-12-03T19:00:00.000Z',
  });
});

test('that comes twice, or is asked for by its route as well, is one campaign', async () => {
  await world.put(campaign());
  await world.put(campaign(), campaign());
  const { idempotencyKey: _, ...body } = ASKED;
  const { body: answer } = await world.call('create-campaign', { body, key: KEY });
  expect(new Set([...taken().map(({ id }) => id), answer.campaignId]).size).toBe(1);
  expect(await listed()).toHaveLength(1);
  await world.put(campaign({ name: 'Une autre' }));
  expect(refused()).toMatchObject([{ code: 'idempotency-key-reused' }]);
});

test.each([
  ['an unknown template', { template: { templateId: 'no', version: '1' } }],
  ['a time in the past', { schedule: { at: '2020-01-01T09:00', zone: 'Europe/Paris' } }],
  ['an end in the past', { endsAt: '2020-01-01T09:00:00Z' }],
  ['a field without meaning', { priority: 'high' }],
  ['a segment of another channel', { audience: { segment: { channel: 'sms', purpose: 'own-offers' } } }],
  ['a sender that the settings do not know', { sender: 'offers@maison-valmi.example' }],
  ['offers of a partner that is not named', { purpose: 'partner-offers', audience: PARTNERS_SEGMENT }],
  ['a list that nobody made', { audience: { listId: 'lst_a1B2c3D4e5F6g7H8i9J0kL' } }],
])('%s is refused as the route refuses it, and nothing is created', async (_what, changes) => {
  await world.put(campaign(changes));
  const { idempotencyKey: _, ...body } = { ...ASKED, ...changes };
  const answer = (await world.call('create-campaign', { body })).body as {
    code: string;
    errors?: { pointer: string }[];
  };
  const pointers = (answer.errors ?? []).map(({ pointer }) => `/detail${pointer}`);
  expect(refused().map(({ code, errors = [] }) => [code, errors.map(({ pointer }) => pointer)])).toEqual([
    [answer.code, pointers],
  ]);
  expect(await listed()).toEqual([]);
});

test('P9: in nobody else’s name, and by a source that may', async () => {
  for (const [source, changes, code] of [
    ['desk', {}, 'insufficient-scope'],
    ['mailer', {}, 'insufficient-scope'],
    ['other', {}, 'advertiser-not-found'],
    ['shop', { advertiserId: OTHER_ADVERTISER }, 'advertiser-not-found'],
    ['stranger', {}, 'unauthenticated'],
  ] as const) {
    world.published.length = 0;
    await world.put({ ...campaign(changes), source });
    expect([source, taken(), refused().map((each) => each.code)]).toEqual([source, [], [code]]);
  }
  expect(await listed()).toEqual([]);
});

test('where its advertiser wants two keys it waits, and a key approves it', async () => {
  const path = { advertiserId: ADVERTISER };
  const { status } = await world.call('patch-advertiser', { path, body: { campaignApproval: 'second-key' } });
  expect(status).toBe(200);
  await world.put(campaign());
  const [{ id } = { id: '' }] = taken();
  expect(await shown(id)).toMatchObject({ state: 'awaiting-approval' });
  const approval = { path: { campaignId: id }, ...OF_ADVERTISER, body: { approver: { name: 'Jeanne Roy' } } };
  const approved = await world.call('approve-campaign', approval);
  expect([approved.status, approved.body]).toMatchObject([201, { firstRun: '2026-12-01T08:00:00.000Z' }]);
  expect(await shown(id)).toMatchObject({ state: 'scheduled', approval: { approver: { name: 'Jeanne Roy' } } });
  expect(JSON.stringify(await shown(id))).not.toMatch(/apiKeyId|createdBy|event-source/);
});

/** That night the clock of Paris shows no 02:30. */
const NO_SUCH_TIME = {
  schedule: { at: '2027-03-28T02:30', zone: 'Europe/Paris' },
  endsAt: '2027-03-30T20:00:00+02:00',
};

test('what the answer of the route says of its times is in the event, in GET, and in the answer of its approval', async () => {
  const path = { advertiserId: ADVERTISER };
  await world.call('patch-advertiser', { path, body: { campaignApproval: 'second-key' } });
  await world.put(campaign(NO_SUCH_TIME));
  const { idempotencyKey: _, ...body } = { ...ASKED, ...NO_SUCH_TIME };
  const { campaignId, ...said } = (await world.call('create-campaign', { body, key: KEY })).body;
  expect(said).toMatchObject({
    awaitsApproval: true,
    firstRun: '2027-03-28T01:00:00.000Z',
    runEndsBy: '2027-03-30T18:00:00.000Z',
    wavesOutOfTime: [],
  });
  expect(said.movedTimes).toMatchObject([{ asked: '2027-03-28T02:30', at: '2027-03-28T01:00:00.000Z' }]);
  expect(taken()).toMatchObject([{ id: campaignId, campaign: said }]);
  expect(await shown(campaignId)).toMatchObject(said);
  const approval = { path: { campaignId }, ...OF_ADVERTISER, body: { approver: { name: 'Jeanne Roy' } } };
  const { movedTimes, firstRun } = said;
  expect((await world.call('approve-campaign', approval)).body).toMatchObject({ movedTimes, firstRun });
  expect(await shown(campaignId)).toMatchObject({ ...said, awaitsApproval: false });
});
