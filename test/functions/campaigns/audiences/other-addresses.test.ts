import { expect, test } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { withLists } from '../../jobs/lists-world.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** Lists that name addresses which the channel of a campaign does not go to: an offer by e-mail to a telephone number, and the other way round. */
const [MAIL, PHONE] = [{ email: 'alix.robin@example.com' }, { phone: '+33639980101' }];
const OF_ADVERTISER = { advertiserId: ADVERTISER };
// Asked for on a Tuesday at 11:00 in Paris, when texts may leave.
const SMS = {
  channel: 'sms',
  template: { templateId: 'winter-text', version: '1' },
};

/** Two customers to whom a sale lets write, one known by their e-mail address, one by their number. */
const aWorldOfBoth = async () => {
  const campaigns = await aWorldOfCampaigns();
  const world = withLists(campaigns, campaigns.queue);
  const { templateId, version } = SMS.template;
  await world.call('put-template-version', {
    path: { advertiserId: ADVERTISER, templateId, version },
    body: { category: 'wine', content: { sms: { text: 'Maison Valmy : nos vins d’hiver' } } },
  });
  await world.call('put-form-version', {
    path: { advertiserId: ADVERTISER, formId: 'checkout', version: '7' },
    body: { ...(EXAMPLES['put-form-version'] as object), refusal: { words: 'Je refuse.' } },
  });
  const ids: string[] = [];
  for (const contact of [MAIL, PHONE]) {
    const sale = { ...(EXAMPLES['record-sale'] as object), contact };
    ids.push((await world.call('record-sale', { body: sale })).body.contactId);
  }
  /** Makes a list of a file; resolves to its id. */
  const listed = async (file: string, by: string): Promise<string> => {
    const { body } = await world.list(file, { by });
    await world.work();
    return body.listId;
  };
  return { ...world, ids, listed };
};
type World = Awaited<ReturnType<typeof aWorldOfBoth>>;

const madeFor = (world: World, listId: string, change: object = {}) =>
  world.call('create-campaign', { body: world.asked({ audience: { listId }, ...change }) });

test('a list of telephone numbers is no audience of an e-mail campaign, nor one of e-mail addresses of a text', async () => {
  const world = await aWorldOfBoth();
  const phones = await world.listed(`phone\n${PHONE.phone}\n`, 'phone');
  const mails = await world.listed(`email\n${MAIL.email}\n`, 'email');
  for (const [listId, change, name] of [
    [phones, {}, 'an e-mail address'],
    [mails, SMS, 'a telephone number'],
  ] as const) {
    const { status, body } = await madeFor(world, listId, change);
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/audience/listId', detail: expect.stringContaining(name) }],
    ]);
  }
  expect((await madeFor(world, mails)).status).toBe(201);
  expect((await madeFor(world, phones, SMS)).status).toBe(201);
});

test.each([
  ['email', {}, MAIL.email],
  ['sms', SMS, PHONE.phone],
])(
  'a list of both by id: the campaign by %s writes to those it can and hands nobody else over, as its dry run said',
  async (_name, change, to) => {
    const world = await aWorldOfBoth();
    const listId = await world.listed(`contactId\n${world.ids.join('\n')}\n`, 'contactId');
    const { body: made } = await madeFor(world, listId, change);
    const path = { campaignId: made.campaignId };
    const { body: begun } = await world.call('begin-dry-run', { path, query: OF_ADVERTISER });
    await world.work();
    const foreseen = await world.call('get-job', { path: { jobId: begun.jobId }, query: OF_ADVERTISER });
    expect(foreseen.body.dryRun).toMatchObject({ forecasts: { allowed: 1, refused: 1 } });
    expect(foreseen.body.dryRun.reasons).toContainEqual(
      expect.objectContaining({ code: 'address-of-other-kind', recipients: 1 }),
    );
    await world.send(await world.minute());
    await world.minute(60);
    expect(world.provider.taken.map((taken) => taken.to)).toEqual([to]);
    const shown = await world.show(made.campaignId);
    expect(shown).toMatchObject({ state: 'finished', runs: [{ selected: 2, settled: { sent: 1, refused: 1 } }] });
    world.queue.queued.splice(0);
    const { body: asked } = await world.call('begin-campaign-report', { path, body: OF_ADVERTISER });
    await world.work();
    const { body: done } = await world.call('get-job', { path: { jobId: asked.jobId }, query: OF_ADVERTISER });
    const page = done.report.files.find(({ format }: { format: string }) => format === 'html');
    const html = await (await fetch(page.fileUrl)).text();
    expect(html).toContain('Le canal de la campagne ne va pas à ce genre d&#8217;adresse');
  },
);

test('what an import checked is no list, though its id looks like one', async () => {
  const world = await aWorldOfBoth();
  const provenance = {
    ...{ source: 'Registre tenu par le service client', collectedFrom: '2019-03-01', collectedUntil: '2026-11-20' },
    ...{ zone: 'Europe/Paris', approver: { name: 'Jeanne Roy' } },
  };
  const uploadId = await world.upload(`email\n${MAIL.email}\n`);
  const asked = { ...OF_ADVERTISER, name: 'Oppositions', rows: 'oppositions', by: 'email', uploadId, provenance };
  const { body } = await world.call('begin-import', { body: asked });
  await world.work();
  expect((await world.call('get-job', { path: { jobId: body.jobId } })).body.state).toBe('finished');
  const made = await madeFor(world, body.jobId.replace('job_', 'lst_'));
  expect([made.status, made.body.errors]).toEqual([422, [expect.objectContaining({ pointer: '/audience/listId' })]]);
});
