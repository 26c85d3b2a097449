import { expect, test } from 'vitest';
import { withLists } from '../../jobs/lists-world.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

const [ALIX, CAMILLE, CLAUDE] = ['alix.robin@example.com', 'camille.martin@example.com', 'claude.henry@example.com'];
const OF_ADVERTISER = { advertiserId: ADVERTISER };

test('a campaign for an uploaded list reaches those of it alone who may be written to, and says what came of each', async () => {
  const campaigns = await aWorldOfCampaigns();
  const world = withLists(campaigns, campaigns.queue);
  for (const email of [ALIX, CLAUDE]) await world.agree(email);
  // Recorded, and without any basis: a list gives nobody one.
  await world.call('declare-contact', { body: { ...OF_ADVERTISER, contact: { email: CAMILLE } } });
  const list = await world.list(`email\n${ALIX}\n${CAMILLE}\nnobody@example.com\n`);
  expect(list.status).toBe(202);
  const { listId } = list.body;
  const early = await world.call('create-campaign', { body: campaigns.asked({ audience: { listId } }) });
  expect([early.status, early.body.errors]).toEqual([422, [expect.objectContaining({ pointer: '/audience/listId' })]]);
  await world.work();
  const campaignId = await campaigns.create({ audience: { listId } });
  await world.send(await world.minute());
  await world.minute(60);
  expect(world.provider.taken.map(({ to }) => to)).toEqual([ALIX]);
  expect(await world.show(campaignId)).toMatchObject({
    state: 'finished',
    runs: [{ selected: 2, settled: { sent: 1, refused: 1 } }],
  });
});
