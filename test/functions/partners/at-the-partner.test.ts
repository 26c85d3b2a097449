import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ADVERTISER } from '../support/api.ts';
import { anOperator } from './operator.ts';
import { aWorldOfPartners, CAMILLE, LIBRARY, SHARED_KEY, TRAVEL } from './partners-world.ts';

type World = Awaited<ReturnType<typeof aWorldOfPartners>>;

const verdict = async (world: World) => {
  const asked = { advertiserId: ADVERTISER, messages: [{ contact: CAMILLE, offerCategory: 'wine' }] };
  const { body } = await world.call('give-verdicts', { body: asked });
  return body.verdicts[0].reasons[0].code;
};

test('a withdrawal of offers of partners, imported by the partner, stops its own offers', async () => {
  const world = await aWorldOfPartners();
  const { aval, file } = await anOperator();
  const { id } = await world.post('record-consent', {
    ...world.of(),
    ...{ channels: ['email'], purpose: 'partner-offers', givenAt: '2026-11-01T09:00:00Z' },
    form: { formId: 'newsletter', version: '3' },
  });
  await world.disclose();
  await world.post('withdraw-consent', {}, { path: { consentId: id } });
  await world.stream();
  await aval(['--partner', LIBRARY.siren, '--out', file]);
  const csv = await readFile(file, 'utf8');
  const partner = await aWorldOfPartners();
  expect(await verdict(partner)).toBe('OK_CONSENT');
  const job = await partner.commit(
    await partner.check(csv, { rows: 'opposition-fingerprints', sharedKey: SHARED_KEY }),
  );
  expect(job.rows).toMatchObject({ accepted: 1, rejected: 0 });
  expect(await verdict(partner)).toBe('OPPOSED_CHANNEL');
});

test('each is told in its own terms: a recipient of its messages by that channel, a source of what it passes on', async () => {
  const world = await aWorldOfPartners();
  await world.disclose(LIBRARY);
  await world.disclose(TRAVEL, { role: 'source' });
  const stop = (of: object) => world.post('register-opposition', { ...world.of(), via: 'phone', of });
  await stop({ scope: 'purpose', channels: ['email'], purpose: 'own-offers' });
  await stop({ scope: 'purpose', channels: ['sms'], purpose: 'partner-offers' });
  await world.stream();
  const told = (await world.list()).map(({ role, of }) => [role, of]);
  expect(told).toHaveLength(3);
  expect(told).toContainEqual(['recipient', { scope: 'channel', channels: ['sms'] }]);
  for (const channel of ['email', 'sms'])
    expect(told).toContainEqual(['source', { scope: 'purpose', channels: [channel], purpose: 'partner-offers' }]);
});
