import { describe, expect, test } from 'vitest';
import { ADVERTISER } from '../support/api.ts';
import { aWorldOfPartners, CAMILLE, LIBRARY, TRAVEL } from './partners-world.ts';

type World = Awaited<ReturnType<typeof aWorldOfPartners>>;

const NEW = { email: 'camille.durand@example.org' };
const LATEST = { email: 'camille@example.net' };
const LATER = '2026-11-23T10:00:00Z';

const move = async (world: World, from: object, to: object, more: object = {}) => {
  const { contactId } = await world.known(from);
  await world.post(
    'change-person',
    { action: 'change-address', contact: to, madeBy: 'person', ...more },
    { path: { contactId }, query: { advertiserId: ADVERTISER } },
  );
};
const stop = (world: World, contact: object, said: object = {}) =>
  world.post('register-opposition', { ...world.of(contact), via: 'phone', occurredAt: LATER, ...said });
const partnerConsent = async (world: World, contact: object): Promise<string> => {
  const { id } = await world.post('record-consent', {
    ...world.of(contact),
    ...{ channels: ['email'], purpose: 'partner-offers', givenAt: '2026-11-01T09:00:00Z' },
    form: { formId: 'newsletter', version: '3' },
  });
  return id;
};
const erase = async (world: World, contact: object) => {
  const { contactId } = await world.known(contact);
  await world.post('erase-contact', {}, { path: { contactId }, query: { advertiserId: ADVERTISER } });
};
const OPPOSED = ['Librairie Partenaire', 'opposition'];

describe('who took another address is notified of to partners that have the former one', () => {
  test.each<[string, string, (world: World) => Promise<unknown>]>([
    ['an opposition', 'opposition', (world) => stop(world, NEW)],
    [
      'a withdrawal of a consent that followed',
      'withdrawal',
      async (world) => {
        const { consents } = await world.known(NEW);
        const given = consents.find(({ purpose }: { purpose: string }) => purpose === 'partner-offers');
        return world.post('withdraw-consent', {}, { path: { consentId: given.id } });
      },
    ],
    [
      'a restriction',
      'restriction',
      (world) => world.post('record-request', { ...world.of(NEW), kind: 'restriction', via: 'email' }),
    ],
  ])('%s at the new address is due by the fingerprint of the former one', async (_name, cause, act) => {
    const world = await aWorldOfPartners();
    await partnerConsent(world, CAMILLE);
    await world.disclose();
    await move(world, CAMILLE, NEW);
    await act(world);
    await world.stream();
    await world.stream();
    expect(await world.owed()).toEqual([['Librairie Partenaire', cause]]);
    const [due] = await world.list();
    expect(due?.contactId).toBe((await world.known(CAMILLE)).contactId);
  });

  test('over several addresses as well, and each partner once', async () => {
    const world = await aWorldOfPartners();
    await world.disclose(LIBRARY);
    await move(world, CAMILLE, NEW);
    await world.disclose(TRAVEL, { contact: NEW });
    await move(world, NEW, LATEST);
    await stop(world, LATEST);
    await world.stream();
    await world.stream();
    expect((await world.owed()).toSorted()).toEqual([OPPOSED, ['Voyages Partenaire', 'opposition']]);
  });

  test('what was said at the former address, and followed to the new one, is due once', async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    await stop(world, CAMILLE);
    await move(world, CAMILLE, NEW);
    await move(world, NEW, LATEST);
    await world.stream();
    expect(await world.owed()).toEqual([OPPOSED]);
    const before = await aWorldOfPartners();
    await before.disclose();
    await move(before, CAMILLE, NEW);
    await stop(before, CAMILLE);
    await before.stream();
    expect(await before.owed()).toEqual([OPPOSED]);
  });

  test('where both are contacts of one person, it is due once', async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    await world.post('declare-contact', { ...world.of(CAMILLE), personRef: 'crm-1' });
    await move(world, CAMILLE, NEW);
    await stop(world, NEW);
    await world.stream();
    expect(await world.owed()).toEqual([OPPOSED]);
  });

  test('what was said at the new address before it was taken is due once it is', async () => {
    const world = await aWorldOfPartners();
    await partnerConsent(world, NEW);
    await stop(world, NEW);
    await world.disclose();
    await world.stream();
    expect(await world.owed()).toEqual([]);
    await move(world, CAMILLE, NEW);
    await world.stream();
    await world.stream();
    expect(await world.owed()).toEqual([OPPOSED]);
  });

  test('an erasure of the new address is an opposition for who has the former one, which is not erased', async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    await move(world, CAMILLE, NEW);
    await erase(world, NEW);
    await world.stream();
    expect(await world.owed()).toEqual([OPPOSED]);
    await stop(world, NEW, { of: { scope: 'channel', channels: ['sms'] } });
    await world.stream();
    expect(await world.owed()).toEqual([OPPOSED, OPPOSED]);
  });

  test('but not to whom notified us of it', async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    await move(world, CAMILLE, NEW);
    await stop(world, NEW, { via: 'partner', fromPartner: LIBRARY.siren });
    await world.stream();
    expect(await world.owed()).toEqual([]);
  });
});

describe('a disclosure that is recorded after the person opposed at another address', () => {
  test('makes it due at once, and once', async () => {
    const world = await aWorldOfPartners();
    await move(world, CAMILLE, NEW);
    await move(world, NEW, LATEST);
    await stop(world, LATEST);
    await world.disclose();
    expect(await world.owed()).toEqual([OPPOSED]);
    await world.stream();
    expect(await world.owed()).toEqual([OPPOSED]);
  });

  test('once also where the former address has the opposition itself', async () => {
    const world = await aWorldOfPartners();
    await stop(world, CAMILLE);
    await move(world, CAMILLE, NEW);
    await world.disclose();
    expect(await world.owed()).toEqual([OPPOSED]);
    await world.stream();
    expect(await world.owed()).toEqual([OPPOSED]);
  });

  test('a restriction as well; an erasure of the new address is an opposition', async () => {
    const world = await aWorldOfPartners();
    await move(world, CAMILLE, NEW);
    await world.post('record-request', { ...world.of(NEW), kind: 'restriction', via: 'email' });
    await world.disclose();
    expect(await world.owed()).toEqual([['Librairie Partenaire', 'restriction']]);
    const erased = await aWorldOfPartners();
    await move(erased, CAMILLE, NEW);
    await erase(erased, NEW);
    await erased.disclose();
    expect(await erased.owed()).toEqual([OPPOSED]);
  });
});
