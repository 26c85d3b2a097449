import { expect, test, vi } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed } from '../../audience/followed-world.ts';
import { withLists } from '../../jobs/lists-world.ts';
import { ADVERTISER } from '../../support/api.ts';
import { startCold } from '../../support/cold-start.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** A deployment that has no route for the channel of a campaign, or loses it: nothing is wrong with the people, and nobody is refused. */
const OF = { advertiserId: ADVERTISER };
const PHONES = ['+33639980101', '+33639980102'];
const WITH_KEYS = { callerId: '+33162000123', acceptsKeyPress: true, oppositionNumber: '+33800000123' };
const CALL = {
  channel: 'automated-call',
  template: { templateId: 'winter-call', version: '1' },
  audience: { segment: { channel: 'automated-call', purpose: 'own-offers' } },
  // Calls may be made from 10:00 to 13:00, and from 14:00 to 20:00.
  schedule: { at: '2026-11-24T14:00', zone: 'Europe/Paris' },
};
const AT_ITS_TIME = new Date('2026-11-24T13:00:10Z');
const route = (answers: readonly string[]) =>
  JSON.stringify([
    {
      name: 'https',
      url: 'https://calls.example/messages',
      channels: ['automated-call'],
      answers,
      requestsPerSecond: 1,
      signedBy: 'hmac',
      mediaBytes: 300_000,
    },
  ]);

/** The functions of a deployment with these routes. */
const deploy = (routes: string) => {
  vi.stubEnv('PROVIDER_ROUTE', routes);
  startCold();
};

const aWorld = async (routes: string) => {
  const campaigns = await aWorldOfCampaigns();
  deploy(routes);
  const world = withLists(campaigns, campaigns.queue);
  await world.call('put-form-version', {
    path: { ...OF, formId: 'calls', version: '1' },
    body: {
      ...(EXAMPLES['put-form-version'] as object),
      wording: 'J’accepte de recevoir par appel automatisé les offres de Maison Valmy.',
      channels: [{ channel: 'automated-call', words: 'par appel automatisé' }],
    },
  });
  for (const phone of PHONES) {
    const asked = { contact: { phone }, form: { formId: 'calls', version: '1' }, channels: ['automated-call'] };
    const body = { ...(EXAMPLES['record-consent'] as object), ...OF, ...asked };
    await followed(() => world.call('record-consent', { body }));
  }
  await world.call('put-template-version', {
    path: { ...OF, ...CALL.template },
    body: { category: 'wine', content: { automatedCall: { script: 'Nos vins d’hiver sont là.' } } },
  });
  const creating = (change: object = {}) =>
    world.call('create-campaign', { body: campaigns.asked({ ...CALL, ...change }) });
  const foreseen = async (campaignId: string) => {
    const begun = await world.call('begin-dry-run', { path: { campaignId }, query: OF });
    await world.work();
    return (await world.call('get-job', { path: { jobId: begun.body.jobId }, query: OF })).body.dryRun;
  };
  return { ...campaigns, ...world, creating, foreseen };
};

test('no route: the creation is refused, and says what is to be set up', async () => {
  const world = await aWorld('none');
  const { status, body } = await world.creating();
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/channel']);
  expect(JSON.stringify(body.errors)).toMatch(/no-route.*aval\.config\.json/);
});

test('a number that promises a key which its route does not report: refused at the creation, with what to change', async () => {
  const world = await aWorld(route([]));
  const { status, body } = await world.creating();
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/sender']);
  expect(JSON.stringify(body.errors)).toMatch(/no-key-press/);
});

test.each([
  ['the route', 'none', 'no-route'],
  ['the key', route([]), 'no-key-press'],
])(
  'taken away after the creation, %s: the dry run says so, and the run pauses and refuses nobody',
  async (_what, left, because) => {
    const world = await aWorld(route(['key-press']));
    const { status, body } = await world.creating();
    expect([status, body.errors]).toEqual([201, undefined]);
    const { campaignId } = body;
    expect(await world.foreseen(campaignId)).not.toHaveProperty('heldBy');
    deploy(left);
    expect(await world.foreseen(campaignId)).toMatchObject({
      heldBy: because,
      perMinute: 0,
      forecasts: { allowed: 2 },
    });
    vi.setSystemTime(AT_ITS_TIME);
    for (let minute = 0; minute < 3; minute += 1) await world.send(await world.minute(minute === 0 ? 0 : 60));
    const shown = await world.show(campaignId);
    expect(shown).toMatchObject({ state: 'paused', pausedBecause: because, runs: [{ state: 'running' }] });
    expect(shown.runs[0].settled ?? {}).toEqual({});
  },
);

test('a number that hears no key and names no number to call: refused at the creation, for it would refuse everybody', async () => {
  const world = await aWorld(route(['key-press']));
  const patched = await world.call('get-advertiser', { path: OF });
  const { senders } = patched.body;
  deploy('none');
  const calls = [{ callerId: WITH_KEYS.callerId, acceptsKeyPress: false }];
  const put = await world.call('patch-advertiser', { path: OF, body: { senders: { ...senders, calls } } });
  expect([put.status, put.body.errors]).toEqual([200, undefined]);
  deploy(route(['key-press']));
  vi.setSystemTime(Date.now() + 5_000);
  const { status, body } = await world.creating();
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/sender']);
  expect(JSON.stringify(body.errors)).toMatch(/OPPOSITION_MENTION_MISSING/);
});
