import { expect, test } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { withLists } from '../../jobs/lists-world.ts';
import { ADVERTISER, SHOP } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** What would refuse every message of a campaign is refused when it is created, as a single message is when it is asked for. */
const TEXT = { templateId: 'winter-text', version: '1' };
const SMS = { channel: 'sms', template: TEXT, audience: { segment: { channel: 'sms', purpose: 'own-offers' } } };
const PARTNER = { name: 'Caves du Midi', siren: '732829320' };
const PARTNERS_OFFERS = {
  purpose: 'partner-offers',
  audience: { segment: { channel: 'email', purpose: 'partner-offers' } },
};
const WITHOUT_SCOPE = { ...SHOP, scopes: SHOP.scopes.filter((scope) => scope !== 'messages:transactional') };

const aWorld = async () => {
  const campaigns = await aWorldOfCampaigns();
  const world = withLists(campaigns, campaigns.queue);
  await world.call('put-template-version', {
    path: { advertiserId: ADVERTISER, ...TEXT },
    body: { category: 'wine', content: { sms: { text: 'Nos vins : {{offre}}' } } },
  });
  const creating = (change: object, caller = SHOP) =>
    world.call('create-campaign', { body: world.asked(change), caller });
  return { ...world, creating };
};
type World = Awaited<ReturnType<typeof aWorld>>;

const pointersOf = ({ body }: { body: { errors?: readonly { pointer: string }[] } }) =>
  body.errors?.map(({ pointer }) => pointer);

test.each([
  ['a sender that the settings do not know', { sender: 'offers@maison-valmi.example' }, '/sender'],
  ['a text that its values make too long', { ...SMS, mergeValues: { offre: '€'.repeat(900) } }, '/mergeValues'],
  ['a value that no field shows', { ...SMS, mergeValues: { offre: '-20 %', ofre: '-30 %' } }, '/mergeValues/ofre'],
  ['a partner whose offers they are not', { partner: PARTNER }, '/partner'],
  ['offers of a partner that is not named', PARTNERS_OFFERS, '/partner'],
])('refused: %s', async (_name, change, pointer) => {
  const world = await aWorld();
  const refused = await world.creating(change);
  expect([refused.status, pointersOf(refused)]).toEqual([422, [pointer]]);
});

test.each([
  ['a sender of the settings', { sender: 'bonjour@maison-valmy.example' }],
  ['a value whose name differs by its capitals', { ...SMS, mergeValues: { Offre: '-20 %' } }],
  ['a text that fits', { ...SMS, mergeValues: { offre: '-20 %' } }],
  ['offers of a partner that is named', { ...PARTNERS_OFFERS, partner: PARTNER }],
])('created: %s', async (_name, change) => {
  const world = await aWorld();
  const created = await world.creating(change);
  expect([created.status, created.text]).toEqual([201, expect.any(String)]);
});

const SURVEY = { templateId: 'survey', version: '1' };

/** A survey that was approved, and that a human decided to be no prospecting. */
const withSurvey = async (world: World) => {
  await world.call('put-template-version', {
    path: { advertiserId: ADVERTISER, ...SURVEY },
    body: {
      ...{ class: 'relational', category: 'wine' },
      content: { email: { subject: 'Votre avis', html: '<p>Que pensez-vous de votre commande ?</p>' } },
    },
  });
  const { body } = await world.call('list-reviews', {});
  const review = body.reviews.find(({ cause }: { cause: string }) => cause.includes(SURVEY.templateId));
  await world.call('decide-review', { path: { reviewId: review.id }, body: EXAMPLES['decide-review'] as object });
  const approving = { path: { advertiserId: ADVERTISER, ...SURVEY }, caller: { ...SHOP, apiKeyId: 'second' } };
  const approved = await world.call('approve-template-version', {
    ...approving,
    body: EXAMPLES['approve-template-version'] as object,
  });
  expect(approved.status).toBeLessThan(300);
};

test('P11: a relational campaign takes a list, of which everyone gets it whom the law lets write to, and no segment', async () => {
  const world = await aWorld();
  await withSurvey(world);
  const [ALIX, CAMILLE, CLAUDE] = ['alix.robin@example.com', 'camille.martin@example.com', 'claude.henry@example.com'];
  await world.agree(ALIX);
  // No offers, but they may be asked; and somebody of whom no basis is recorded.
  await world.agree(CAMILLE);
  await world.call('register-opposition', {
    body: {
      ...(EXAMPLES['register-opposition'] as object),
      ...{ contact: { email: CAMILLE }, of: { scope: 'channel', channels: ['email'] } },
    },
  });
  await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: { email: CLAUDE } } });
  const bySegment = await world.creating({ template: SURVEY });
  expect([bySegment.status, pointersOf(bySegment)]).toEqual([422, ['/audience/segment']]);
  const { body: list } = await world.list(`email\n${ALIX}\n${CAMILLE}\n${CLAUDE}\n`);
  await world.work();
  const audience = { listId: list.listId };
  const withoutScope = await world.creating({ template: SURVEY, audience }, WITHOUT_SCOPE);
  expect([withoutScope.status, pointersOf(withoutScope)]).toEqual([403, ['/template']]);
  const { body: made } = await world.creating({ template: SURVEY, audience });
  await world.send(await world.minute(60));
  await world.minute(60);
  expect(world.provider.taken.map(({ to }) => to).toSorted()).toEqual([ALIX, CAMILLE, CLAUDE]);
  expect(await world.show(made.campaignId)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
});

const between = (where: object) => ({ audience: { segment: { channel: 'email', purpose: 'own-offers', where } } });
const WHERE = '/audience/segment/where';
test.each([
  [
    'recorded from the day before which',
    { recordedFrom: '2026-11-01', recordedBefore: '2026-11-01' },
    ['recordedBefore'],
  ],
  ['recorded before it begins', { recordedFrom: '2026-11-02', recordedBefore: '2026-11-01' }, ['recordedBefore']],
  ['last acts before they begin', { lastActFrom: '2026-11-02', lastActBefore: '2026-11-01' }, ['lastActBefore']],
  ['a day between both', { recordedFrom: '2026-11-01', recordedBefore: '2026-11-02' }, []],
  ['one bound alone', { recordedFrom: '2026-11-01', lastActBefore: '2026-11-01' }, []],
])('of a segment between days that leave nobody is refused: %s', async (_name, where, refused) => {
  const world = await aWorld();
  const { status, ...answer } = await world.creating(between(where));
  expect([status, pointersOf(answer)]).toEqual(
    refused.length === 0 ? [201, undefined] : [422, refused.map((name) => `${WHERE}/${name}`)],
  );
});

test.each([
  ['20 seconds', '2026-11-24T10:00:20.000Z', 422],
  ['a minute', '2026-11-24T10:01:00.000Z', 201],
])('one that ends %s after it begins reaches nobody, or somebody', async (_name, endsAt, status) => {
  const world = await aWorld();
  const answer = await world.creating({ schedule: { at: 'now' }, endsAt });
  expect(answer.status).toBe(status);
  if (status === 422) expect(pointersOf(answer)).toEqual(['/endsAt']);
});

test('a list in which nobody is is refused, and one of a single contact is not', async () => {
  const world = await aWorld();
  await world.agree('alix@example.com');
  const { body: empty } = await world.list('email\nnobody\n');
  await world.work();
  const { body: one } = await world.list('email\nalix@example.com\n');
  await world.work();
  const refused = await world.creating({ audience: { listId: empty.listId } });
  expect([refused.status, pointersOf(refused)]).toEqual([422, ['/audience/listId']]);
  expect((await world.creating({ audience: { listId: one.listId } })).status).toBe(201);
});

test('waves of a segment of countries are judged by the clocks of these', async () => {
  const world = await aWorld();
  const waves = (countries: readonly string[], at: string) => ({
    ...between({ countries }),
    schedule: { waves: at },
  });
  // 10:00 UTC: 11:00 in Paris, 06:00 in Martinique.
  const there = await world.creating(waves(['MQ'], '2026-11-24T09:00'));
  expect([there.status, there.body.wavesOutOfTime]).toEqual([201, []]);
  for (const countries of [['FR'], ['FR', 'MQ'], ['RE'], ['BE']])
    expect((await world.creating(waves(countries, '2026-11-24T09:00'))).status).toBe(422);
  // 11:30 is past in Finland and in Åland, which has its clock, and to come in Paris.
  for (const country of ['FI', 'AX'])
    expect((await world.creating(waves([country], '2026-11-24T11:30'))).status).toBe(422);
  expect((await world.creating(waves(['FR'], '2026-11-24T11:30'))).status).toBe(201);
});

test('waves less than a minute before the end reach nobody: in Paris they are refused, elsewhere the answer names them', async () => {
  const world = await aWorld();
  const waves = (endsAt: string, zones?: readonly string[]) => ({
    ...{ schedule: { waves: '2026-11-25T09:00' }, endsAt },
    audience: { segment: { channel: 'email', purpose: 'own-offers', ...(zones && { where: { zones } }) } },
  });
  for (const late of [waves('2026-11-25T08:00:59Z'), waves('2026-11-25T13:00:40Z', ['America/Martinique'])])
    expect(pointersOf(await world.creating(late))).toEqual(['/schedule/waves']);
  const late = async (endsAt: string) => {
    const { status, body } = await world.creating(waves(endsAt));
    const ofThere = body.wavesOutOfTime.flatMap(({ zones }: { zones: string[] }) => zones);
    return [status, ofThere.includes('America/Martinique'), ofThere.includes('Europe/Paris')];
  };
  expect(await late('2026-11-25T13:00:59Z')).toEqual([201, true, false]);
  expect(await late('2026-11-25T13:01:00Z')).toEqual([201, false, false]);
  expect(await late('2026-11-25T08:01:00Z')).toEqual([201, true, false]);
});
