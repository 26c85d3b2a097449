import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { campaignKey } from '#shared/adapters/dynamodb/campaigns/campaign-keys.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { dynamoDbClient } from '#test/support/aws.ts';
import { instant } from '#test/support/builders.ts';
import { reportOf } from '#test/support/mail-reports.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { publicEvent, WITH_TIME } from '../support/public-functions.ts';
import { aWorldOfCampaigns } from './campaign-functions.ts';

const PEOPLE = ['alix.robin@example.com', 'camille.martin@example.com', 'claude.henry@example.com'];
const [ALIX = '', CAMILLE = '', CLAUDE = ''] = PEOPLE;
const opposed = (email: string) => ({
  ...(EXAMPLES['register-opposition'] as object),
  advertiserId: ADVERTISER,
  contact: { email },
  of: { scope: 'channel', channels: ['email'] },
});
const OF_ADVERTISER = { advertiserId: ADVERTISER };

const aWorldWithPeople = async () => {
  const world = await aWorldOfCampaigns();
  for (const email of PEOPLE) await world.agree(email);
  return world;
};
type World = Awaited<ReturnType<typeof aWorldWithPeople>>;
const takenBy = ({ provider }: World) => provider.taken.map(({ to }) => to).toSorted();

/** The tags of a mail that SES took. */
const tagsOf = ({ provider }: World, email: string): Readonly<Record<string, string>> => {
  const mail = provider.taken.find(({ to }) => to === email);
  const tags = mail?.request.EmailTags as readonly { readonly Name: string; readonly Value: string }[];
  return Object.fromEntries(tags.map(({ Name, Value }) => [Name, Value]));
};

describe('a campaign, through its functions', () => {
  test('P2: reaches everyone of the index once, but who opposed after it was cut, and says what came of each', async () => {
    const world = await aWorldWithPeople();
    const campaignId = await world.create();
    expect(await world.show(campaignId)).toMatchObject({ state: 'scheduled', runs: [] });
    const chunks = await world.minute();
    expect(await world.minute()).toEqual([]);
    expect(chunks.length).toBeGreaterThan(0);
    // The index does not know it yet.
    await world.call('register-opposition', { body: opposed(CLAUDE) });
    expect(await world.send(chunks)).toEqual({ batchItemFailures: [] });
    expect(await world.send(chunks)).toEqual({ batchItemFailures: [] });
    expect(takenBy(world)).toEqual([ALIX, CAMILLE]);
    expect(await world.show(campaignId)).toMatchObject({ state: 'running', runs: [{ selected: 3 }] });
    expect(await world.minute(60)).toEqual([]);
    const { state, runs } = await world.show(campaignId);
    expect([state, runs]).toEqual(['finished', [expect.objectContaining({ settled: { sent: 2, refused: 1 } })]]);
    const list = await world.call('list-campaigns', { query: OF_ADVERTISER });
    expect(list.body.campaigns).toMatchObject([{ campaignId, name: 'Vins d’hiver' }]);
  });

  test('P2: its one-click link and a complaint about it are oppositions, and the audit reads it', async () => {
    const world = await aWorldWithPeople();
    await world.create();
    await world.send(await world.minute());
    const mail = world.provider.taken.find(({ to }) => to === ALIX);
    const [, token = ''] = /stop\.maison-valmy\.example\/o\/([\w-]+)/.exec(JSON.stringify(mail?.request)) ?? [];
    const { handler } = await started<typeof import('#functions/public/oppose-by-link.ts')>('public/oppose-by-link');
    const click = publicEvent('POST', `/o/${token}`, { pathParameters: { token } });
    expect((await askedBy('oppose-by-link', () => handler(click, WITH_TIME))).statusCode).toBe(200);
    const { messageId = '', contactId = '' } = tagsOf(world, CAMILLE);
    const report = reportOf(
      { advertiserId: ADVERTISER, messageId: messageId as never, address: CAMILLE },
      { event: 'Complaint', feedbackType: 'abuse' },
      instant('2026-11-24T10:05:00Z'),
    ) as { readonly mail: { readonly tags: object } };
    const tagged = { ...report, mail: { ...report.mail, tags: { ...report.mail.tags, contactId: [contactId] } } };
    expect(await world.report(tagged)).toEqual({ batchItemFailures: [] });
    await world.audit();
    expect(world.logged()).toMatch(/hand-offs-audited.*"count":3/);
    // The next one of the same audience reaches the third alone.
    await world.create();
    await world.send(await world.minute(60));
    expect(takenBy(world)).toEqual([ALIX, CAMILLE, CLAUDE, CLAUDE]);
  });

  test('waits while it is paused, goes on when it is resumed, and is ended for all when it is cancelled', async () => {
    const world = await aWorldWithPeople();
    const campaignId = await world.create({ maxPerMinute: 1 });
    const control = (name: 'pause-campaign' | 'resume-campaign' | 'cancel-campaign') =>
      world.call(name, { path: { campaignId }, query: OF_ADVERTISER });
    const chunks = await world.minute();
    expect((await control('pause-campaign')).body).toMatchObject({ control: 'paused' });
    await world.send(chunks);
    expect(world.provider.taken).toEqual([]);
    expect(await world.minute(60)).toEqual([]);
    expect((await control('resume-campaign')).body).toMatchObject({ control: 'running' });
    await world.send(await world.minute(60));
    expect(world.provider.taken).toHaveLength(1);
    expect((await control('cancel-campaign')).body).toMatchObject({ control: 'cancelled' });
    expect(await world.show(campaignId)).toMatchObject({ state: 'cancelling' });
    // Once no worker that took up a chunk before can still be on it.
    expect(await world.minute(60)).toEqual([]);
    await world.send(await world.minute(180));
    await world.minute(60);
    expect(await world.show(campaignId)).toMatchObject({
      state: 'cancelled',
      runs: [{ selected: 3, settled: { sent: 1, cancelled: 2 } }],
    });
    expect((await control('resume-campaign')).body.code).toBe('campaign-cancelled');
  });

  test('vets who waits for a human again, and writes to them once it is decided', async () => {
    const world = await aWorldOfCampaigns();
    // Whether its wording names the channel is for a human to say.
    const form = { formId: 'newsletter', version: '8' };
    const path = { advertiserId: ADVERTISER, ...form };
    await world.call('put-form-version', { path, body: { ...(EXAMPLES['put-form-version'] as object), channels: [] } });
    await world.agree(ALIX, { form });
    await world.create();
    const inReview = async () => (await world.call('list-reviews', { query: OF_ADVERTISER })).body.reviews;
    for (const later of [0, 3660]) {
      await world.send(await world.minute(later));
      expect([await inReview(), takenBy(world)]).toMatchObject([[{ waiting: 1 }], []]);
    }
    const [{ id: reviewId }] = await inReview();
    const decision = {
      ...(EXAMPLES['decide-review'] as object),
      decision: 'allowed',
      appliesTo: { channels: ['email'] },
    };
    expect((await world.call('decide-review', { path: { reviewId }, body: decision })).status).toBe(200);
    await world.send(await world.minute(3660));
    expect(takenBy(world)).toEqual([ALIX]);
  });

  test('P9: one that cannot be read starts nobody, and keeps no other from going on', async () => {
    const world = await aWorldWithPeople();
    await world.create({ maxPerMinute: 1 });
    await world.send(await world.minute());
    const spoilt = CampaignId.parse(await world.create());
    const key = campaignKey(admit(AdvertiserId.parse(ADVERTISER)), spoilt);
    const Item = { pk: { S: key.pk }, sk: { S: key.sk }, name: { N: '1' } };
    await dynamoDbClient().send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item }));
    const before = world.queue.queued.length;
    await expect(world.minute(60)).rejects.toThrow();
    expect(world.queue.queued.length).toBe(before + 1);
  });

  test('P9: of another advertiser is not found, nor is one that nobody created', async () => {
    const world = await aWorldWithPeople();
    const path = { campaignId: campaignIdOf('nobody’s') };
    expect((await world.call('get-campaign', { path, query: OF_ADVERTISER })).body.code).toBe('campaign-not-found');
  });

  test('what is no chunk is parked with its reason, and stops no other', async () => {
    const world = await aWorldWithPeople();
    await world.create();
    const chunks = await world.minute();
    expect(await world.send([{ advertiserId: ADVERTISER, address: ALIX }, ...chunks])).toEqual({
      batchItemFailures: [],
    });
    expect(world.queue.queued.at(-1)).toMatchObject({ reason: 'not-its-schema' });
    expect(takenBy(world)).toEqual(PEOPLE);
  });
});
