import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ADVERTISER } from '../support/api.ts';
import { aWorldOfPartners, CAMILLE, LIBRARY, SHARED_KEY, TRAVEL } from './partners-world.ts';

type World = Awaited<ReturnType<typeof aWorldOfPartners>>;

const contactOf = async (world: World): Promise<string> => (await world.known(CAMILLE)).contactId;
const stop = (world: World, said: object = {}) =>
  world.post('register-opposition', { ...world.of(), via: 'phone', ...said });
const partnerConsent = (world: World) =>
  world.post('record-consent', {
    ...world.of(),
    ...{ channels: ['email'], purpose: 'partner-offers', givenAt: '2026-11-01T09:00:00Z' },
    form: { formId: 'newsletter', version: '3' },
  });

describe('whoever data of a person went to is to be notified what the person does', () => {
  test.each<[string, string, (world: World) => Promise<unknown>]>([
    ['an opposition', 'opposition', (world) => stop(world)],
    [
      'a withdrawal',
      'withdrawal',
      async (world) => {
        const { id } = await partnerConsent(world);
        return world.post('withdraw-consent', {}, { path: { consentId: id } });
      },
    ],
    [
      'a restriction',
      'restriction',
      (world) => world.post('record-request', { ...world.of(), kind: 'restriction', via: 'email' }),
    ],
  ])('%s makes one notification due for each partner, and for no other', async (_name, cause, act) => {
    const world = await aWorldOfPartners();
    expect((await world.disclose()).status).toBe(201);
    await world.disclose(TRAVEL);
    await act(world);
    await world.stream();
    await world.stream();
    expect((await world.owed()).toSorted()).toEqual([
      ['Librairie Partenaire', cause],
      ['Voyages Partenaire', cause],
    ]);
  });

  test('an erasure is told as well, by the fingerprint of an address that is here no more', async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    await world.post(
      'erase-contact',
      {},
      { path: { contactId: await contactOf(world) }, query: { advertiserId: ADVERTISER } },
    );
    await world.stream();
    expect((await world.owed()).toSorted()).toEqual([
      ['Librairie Partenaire', 'erasure'],
      ['Librairie Partenaire', 'opposition'],
    ]);
    const fingerprint = createHmac('sha256', Buffer.from(SHARED_KEY, 'hex')).update(CAMILLE.email).digest('hex');
    for (const each of await world.list()) expect(each).toMatchObject({ fingerprint, partner: LIBRARY, state: 'open' });
  });

  test('nothing is due of a person whose data went to nobody, nor before the person acts', async () => {
    const world = await aWorldOfPartners();
    await stop(world);
    await world.stream();
    expect(await world.owed()).toEqual([]);
    const other = await aWorldOfPartners();
    await other.disclose();
    await other.stream();
    expect(await other.owed()).toEqual([]);
  });

  test('a stop of own offers alone is told to who gave the data, and not to who has them for offers of its own', async () => {
    const world = await aWorldOfPartners();
    await world.disclose(LIBRARY);
    await world.disclose(TRAVEL, { role: 'source' });
    await stop(world, { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } });
    await stop(world, { of: { scope: 'purpose', channels: ['email'], purpose: 'tracking' } });
    await world.stream();
    expect(await world.owed()).toEqual([['Voyages Partenaire', 'opposition']]);
    await stop(world, { of: { scope: 'purpose', channels: ['sms'], purpose: 'partner-offers' } });
    await world.stream();
    expect(await world.owed()).toContainEqual(['Librairie Partenaire', 'opposition']);
  });

  test('what came twice to a partner is one notification, of the latest transfer', async () => {
    const world = await aWorldOfPartners();
    await world.disclose(LIBRARY);
    await world.disclose(LIBRARY, { disclosedAt: '2026-11-22T09:00:00Z' });
    await stop(world);
    await world.stream();
    const all = await world.list();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      disclosedAt: '2026-11-22T09:00:00.000Z',
      cause: 'opposition',
      of: { scope: 'global' },
    });
  });

  test('data that went to a partner though the person had opposed: the notification is due at once', async () => {
    const world = await aWorldOfPartners();
    await stop(world);
    await world.disclose();
    expect(await world.owed()).toEqual([['Librairie Partenaire', 'opposition']]);
    await world.stream();
    expect(await world.owed()).toHaveLength(1);
  });

  test('the same call again makes nothing due a second time', async () => {
    const world = await aWorldOfPartners();
    await stop(world);
    for (const _again of [1, 2]) await world.disclose(LIBRARY, {}, { key: 'once' });
    expect(await world.owed()).toEqual([['Librairie Partenaire', 'opposition']]);
  });

  test('but not where the person agreed again in between, in that scope', async () => {
    const world = await aWorldOfPartners();
    const scope = { scope: 'purpose', channels: ['email'], purpose: 'partner-offers' };
    await stop(world, { of: scope, occurredAt: '2026-10-01T09:00:00Z' });
    await partnerConsent(world);
    await world.disclose();
    expect(await world.owed()).toEqual([]);
  });
});

describe('POST /v1/disclosures', () => {
  test('the same call again is the same disclosure; another body under its key is refused', async () => {
    const world = await aWorldOfPartners();
    const first = await world.disclose(LIBRARY, {}, { key: 'once' });
    const again = await world.disclose(LIBRARY, {}, { key: 'once' });
    expect(again.body).toEqual(first.body);
    const other = await world.disclose(TRAVEL, {}, { key: 'once' });
    expect([other.status, other.body.disclosures[0].error.code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('of a contact that is not known it is refused, as of the future or without a key; the key is stored and logged nowhere', async () => {
    const world = await aWorldOfPartners();
    const unknown = await world.disclose(LIBRARY, { contact: { email: 'personne@example.com' } });
    expect(unknown.body.disclosures[0].error.code).toBe('contact-not-found');
    const future = await world.disclose(LIBRARY, { disclosedAt: '2027-01-01T00:00:00Z' });
    expect(future.body.disclosures[0].error.errors[0].pointer).toBe('/disclosures/0/disclosedAt');
    const weak = await world.disclose(
      LIBRARY,
      {},
      {
        body: { advertiserId: ADVERTISER, partner: LIBRARY, sharedKey: 'abc', disclosures: [{}] },
      },
    );
    expect([weak.status, weak.body.errors[0].pointer]).toEqual([422, '/sharedKey']);
    await world.disclose();
    expect(await world.stored()).not.toContain(SHARED_KEY);
    expect(world.logged()).not.toContain(SHARED_KEY);
  });
});
