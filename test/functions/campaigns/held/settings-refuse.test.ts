import { expect, test, vi } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed } from '../../audience/followed-world.ts';
import { ADVERTISER, ROOT } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** Settings that change under a campaign, so that its creation would be refused now. */
const OF = { advertiserId: ADVERTISER };
const TEXT = { templateId: 'winter-text', version: '1' };
const SMS = { channel: 'sms', template: TEXT, audience: { segment: { channel: 'sms', purpose: 'own-offers' } } };
const PHONES = ['+33639980101', '+33639980102', '+33639980103', '+33639980104'];
/** Two segments, once the name and STOP are added. */
const LONG = `Nos vins ${'de Reims '.repeat(30)}`;

const aWorld = async (text = LONG) => {
  const world = await aWorldOfCampaigns();
  const content = { sms: { text } };
  await world.call('put-template-version', { path: { ...OF, ...TEXT }, body: { category: 'wine', content } });
  const form = { ...(EXAMPLES['put-form-version'] as object), refusal: { words: 'Je refuse.' } };
  await world.call('put-form-version', { path: { ...OF, formId: 'checkout', version: '7' }, body: form });
  for (const phone of PHONES) {
    const body = { ...(EXAMPLES['record-sale'] as object), ...OF, contact: { phone } };
    await followed(() => world.call('record-sale', { body }));
  }
  const patch = async (body: object) => {
    const patched = await world.call('patch-advertiser', { path: OF, body });
    expect([patched.status, patched.body.errors]).toEqual([200, undefined]);
    return JSON.stringify(patched.body.warnings);
  };
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute += 1) await world.send(await world.minute(60));
  };
  const resume = (campaignId: string) => world.call('resume-campaign', { path: { campaignId }, query: OF });
  return { ...world, patch, minutes, resume };
};

test('fewer segments than a text needs: the campaign pauses itself, refuses nobody, is warned of, and goes on once they are back', async () => {
  const world = await aWorld();
  const id = await world.create({ ...SMS, maxPerMinute: 1 });
  await world.send(await world.minute());
  const warnings = await world.patch({ sms: { maxSegments: 1 } });
  expect(warnings).toContain(id);
  expect(warnings).toContain('refused-by-settings');
  await world.minutes(3);
  const paused = await world.show(id);
  expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'refused-by-settings', runs: [{ state: 'running' }] });
  expect(paused.runs[0].settled).toEqual({ sent: 1 });
  await world.resume(id);
  await world.minutes(2);
  expect(await world.show(id)).toMatchObject({ state: 'paused', pausedBecause: 'refused-by-settings' });
  await world.patch({ sms: { maxSegments: 2 } });
  await world.resume(id);
  await world.minutes(6);
  expect(await world.show(id)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 4 } }] });
});

test('a text that fits in what is left goes on', async () => {
  const world = await aWorld('Nos vins de Reims.');
  const id = await world.create({ ...SMS, maxPerMinute: 1 });
  await world.send(await world.minute());
  await world.patch({ sms: { maxSegments: 1 } });
  await world.minutes(5);
  expect(await world.show(id)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 4 } }] });
});

test('more segments, or settings that change nothing of them, warn of no campaign', async () => {
  const world = await aWorld('Nos vins de Reims.');
  await world.create({ ...SMS, maxPerMinute: 1 });
  expect(await world.patch({ sms: { maxSegments: 3 } })).not.toContain('refused-by-settings');
  expect(await world.patch({ contact: { url: 'https://maison-valmy.example/contact' } })).not.toContain(
    'refused-by-settings',
  );
});

const LINK = { templateId: 'with-link', version: '1' };
test.each(['https://boutique-valmy.example/hiver', 'https://www.boutique-valmy.example/hiver'])(
  '%s is of a site that the settings name no more: the campaign pauses itself, and nobody else has that link',
  async (own) => {
    const world = await aWorld();
    for (const name of ['alix', 'camille', 'claude']) await world.agree(`${name}@example.com`);
    const email = { subject: 'Nos vins d’hiver', html: '<p>Nos vins : <a href="{{lien}}">voir</a></p>' };
    const template = { category: 'wine', fieldKinds: { lien: 'link' }, content: { email } };
    await world.call('put-template-version', { path: { ...OF, ...LINK }, body: template });
    await world.patch({ contact: { url: 'https://boutique-valmy.example/' } });
    vi.setSystemTime(Date.now() + 10_000);
    const id = await world.create({ template: LINK, mergeValues: { lien: own }, maxPerMinute: 1 });
    await world.send(await world.minute());
    const warnings = await world.patch({ contact: { url: null } });
    expect(warnings).toContain(id);
    await world.minutes(3);
    const paused = await world.show(id);
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'refused-by-settings' });
    expect(paused.runs[0].settled).toEqual({ sent: 1 });
    await world.patch({ contact: { url: 'https://boutique-valmy.example/' } });
    await world.resume(id);
    await world.minutes(4);
    expect(await world.show(id)).toMatchObject({ state: 'finished', runs: [{ settled: { sent: 3 } }] });
  },
);

const LATER = { schedule: { at: '2026-12-24T09:00', zone: 'Europe/Paris' }, endsAt: '2026-12-27T12:00:00.000Z' };
const DAILY = {
  schedule: { every: 'day', from: '2026-12-24', at: '09:00', zone: 'Europe/Paris' },
  endsAt: '2026-12-27T12:00:00.000Z',
};

test.each([
  ['once', LATER],
  ['each day', DAILY],
])(
  'one that is to run %s, whose settings refuse it before then, writes to nobody until it is resumed',
  async (_, when) => {
    const world = await aWorld();
    const id = await world.create({ ...SMS, ...when });
    await world.patch({ sms: { maxSegments: 1 } });
    vi.setSystemTime(Date.parse('2026-12-24T08:00:30Z'));
    await world.send(await world.minute());
    const paused = await world.show(id);
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'refused-by-settings' });
    expect(paused.runs.map(({ settled }: { settled: object }) => settled)).toEqual([{}]);
    await world.minutes(2);
    expect((await world.show(id)).runs.map(({ settled }: { settled: object }) => settled)).toEqual([{}]);
    await world.patch({ sms: { maxSegments: 2 } });
    await world.resume(id);
    await world.minutes(3);
    expect((await world.show(id)).runs).toMatchObject([{ state: 'finished', settled: { sent: 4 } }]);
  },
);

test('one whose text fits in what is left starts at its time', async () => {
  const world = await aWorld('Nos vins de Reims.');
  const id = await world.create({ ...SMS, ...LATER });
  await world.patch({ sms: { maxSegments: 1 } });
  vi.setSystemTime(Date.parse('2026-12-24T08:00:30Z'));
  await world.send(await world.minute());
  await world.minutes(2);
  expect((await world.show(id)).runs).toMatchObject([{ state: 'finished', settled: { sent: 4 } }]);
});

const { senders: SENDERS } = EXAMPLES['put-advertiser'] as {
  readonly senders: { readonly sms: readonly object[]; readonly email: readonly object[] };
};
const LONG_NAME = 'Maison Valmy, vins et champagnes de Reims depuis 1898';
/** Mails show the name as well. */
const showing = (name: string) => ({ ...SENDERS, email: SENDERS.email.map((sender) => ({ ...sender, name })) });
const [SENDER_OF_TEXTS] = SENDERS.sms;
interface Warned {
  readonly pointer: string;
  readonly sentence: { readonly fr: string };
}
/** What is said of campaigns that may pause: where, and whom it names. */
const saidOf = (warnings: string, id: string): readonly string[] =>
  (JSON.parse(warnings) as readonly Warned[]).flatMap(({ pointer, sentence }) =>
    sentence.fr.includes('refused-by-settings') && sentence.fr.includes(id) ? [pointer] : [],
  );

test.each([
  ['/tradeNames', { tradeNames: [LONG_NAME], senders: showing(LONG_NAME) }],
  ['/legalName', { legalName: LONG_NAME, senders: showing(LONG_NAME) }],
  ['/senders/sms', { senders: { ...SENDERS, sms: [{ ...SENDER_OF_TEXTS, replyCode: '36183' }] } }],
  ['/sms/maxSegments', { sms: { maxSegments: 1 } }],
])(
  '%s that takes more of the room of a text warns of each campaign by text, where it was changed',
  async (at, change) => {
    const world = await aWorld();
    if (at === '/legalName') await world.patch({ tradeNames: [], senders: showing('Maison Valmy SAS') });
    const id = await world.create({ ...SMS, ...LATER });
    expect(saidOf(await world.patch(change), id)).toEqual([at]);
    // The same again takes nothing.
    expect(saidOf(await world.patch(change), id)).toEqual([]);
  },
);

test('a shorter name, and what is of no text, warn of no campaign by text', async () => {
  const world = await aWorld();
  const id = await world.create({ ...SMS, ...LATER });
  for (const change of [{ tradeNames: ['Valmy'] }, { contact: { phone: '+33326000000' } }])
    expect(saidOf(await world.patch(change), id)).toEqual([]);
});

test('a longer name says nothing of a campaign by mail', async () => {
  const world = await aWorld();
  const id = await world.create(LATER);
  expect(saidOf(await world.patch({ tradeNames: [LONG_NAME], senders: showing(LONG_NAME) }), id)).toEqual([]);
});

test('an operator who releases a short name is warned of campaigns by text, in what was put', async () => {
  const world = await aWorld();
  await world.patch({ legalName: LONG_NAME, tradeNames: ['Valmy'] });
  const id = await world.create({ ...SMS, ...LATER });
  const seen = await world.call('get-identities', { path: OF, caller: ROOT });
  const identities = (seen.body.identities as readonly Record<string, unknown>[])
    .filter(({ value }) => value !== 'Valmy')
    .map(({ kind, value, evidence }) => ({ kind, value, ...(evidence === undefined ? {} : { evidence }) }));
  const headers = { 'if-match': seen.headers.etag ?? '' };
  const put = await world.call('put-identities', { path: OF, headers, body: { identities }, caller: ROOT });
  expect(put.status).toBe(200);
  expect(saidOf(JSON.stringify(put.body.warnings), id)).toEqual(['/identities']);
});
