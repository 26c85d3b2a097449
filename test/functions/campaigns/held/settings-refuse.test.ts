import { expect, test, vi } from 'vitest';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed } from '../../audience/followed-world.ts';
import { ADVERTISER } from '../../support/api.ts';
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
    expect(patched.status).toBe(200);
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
