import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import type { Told } from '../remedies/shop.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, type World } from '../support/api.ts';
import { freeAccount } from '../support/previews.ts';

const consent = async (world: World, email: string, change: object = {}) => {
  const body = { ...(EXAMPLES['record-consent'] as object), contact: { email }, ...change };
  const answer = await world.call('record-consent', { body });
  expect(answer.status).toBe(201);
  return answer.body.contactId as string;
};
const declare = (world: World, email: string, more: object = {}) =>
  world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: { email }, ...more } });
const idOf = async (world: World, email: string): Promise<string> => (await declare(world, email)).body.contactId;
const oppose = async (world: World, email: string, more: object = {}) => {
  const body = { advertiserId: ADVERTISER, contact: { email }, via: 'phone', ...more };
  expect((await world.call('register-opposition', { body })).status).toBe(201);
};
const shown = async (world: World, email: string) =>
  (await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact: { email } } })).body;
const change = (world: World, contactId: string, said: object, key?: string) =>
  world.call('change-person', {
    path: { contactId },
    query: { advertiserId: ADVERTISER },
    body: said,
    ...(key && { key }),
  });
const moveTo = (email: string, madeBy = 'person') => ({ action: 'change-address', contact: { email }, madeBy });
const verdict = async (world: World, email: string) => {
  const messages = [{ contact: { email }, channel: 'email', purpose: 'own-offers', offerCategory: 'wine' }];
  const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  return body.verdicts[0];
};
const outcome = async (world: World, email: string): Promise<string> => (await verdict(world, email)).outcome;
const found = async (world: World, email: string): Promise<readonly Told[]> => (await verdict(world, email)).reasons;

const FORMER = 'camille.former@example.com';
const NEW = 'camille.new@example.com';

describe('a person who is written to at another address', () => {
  test('is followed by what they agreed to, which ends at the former one', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    expect(await outcome(world, FORMER)).toBe('allow');
    const { status, body } = await change(world, former, moveTo(NEW));
    expect([status, body]).toMatchObject([200, { consents: 1, oppositions: 0, isLinkedToPerson: false }]);
    expect([await outcome(world, NEW), await outcome(world, FORMER)]).toEqual(['allow', 'refuse']);
    const [own, before] = [await eventsOf(world, body.contactId), await eventsOf(world, former)];
    expect(own.map(({ type }) => type)).toEqual(expect.arrayContaining(['address-changed', 'consent-given']));
    expect(before.map(({ type }) => type)).toEqual(['consent-given', 'address-changed', 'consent-invalidated']);
    expect(own[0]).toMatchObject({ from: former, to: body.contactId, madeBy: 'person' });
  });

  test('is followed by what a message asked for, with what that message rested on', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER, { drawnBy: 'message' });
    expect((await change(world, former, moveTo(NEW))).status).toBe(200);
    expect((await shown(world, NEW)).consents).toHaveLength(1);
  });

  test('asks what a human decided of the sale that the message rested on', async () => {
    const world = await aWorldWithForms();
    const sale = { ...(await freeAccount(world)), reference: 'account-1' };
    const body = { advertiserId: ADVERTISER, contact: { email: FORMER }, ...sale };
    expect((await world.call('record-sale', { body })).status).toBe(201);
    const former = await consent(world, FORMER, { drawnBy: 'message' });
    expect((await change(world, former, moveTo(NEW))).status).toBe(200);
    // Nobody decided: it is no customer yet, and the message that asked was not lawful.
    expect(await outcome(world, NEW)).toBe('refuse');
  });

  test('D1: is followed by no consent where the advertiser corrected a wrong address, and it ends there', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    expect((await change(world, former, moveTo(NEW, 'advertiser'))).body).toMatchObject({ consents: 0 });
    expect([await outcome(world, NEW), await outcome(world, FORMER)]).toEqual(['refuse', 'refuse']);
    expect((await shown(world, FORMER)).consents).toMatchObject([{ state: 'invalidated', endedBecause: 'corrected' }]);
    expect(await found(world, FORMER)).toMatchObject([{ code: 'CONSENT_WITHDRAWN', detail: 'corrected' }]);
  });

  test('and a consent that awaits its confirmation ends there too', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER, { confirmation: 'pending' });
    await change(world, former, moveTo(NEW, 'advertiser'));
    expect((await shown(world, FORMER)).consents).toMatchObject([{ state: 'invalidated', endedBecause: 'corrected' }]);
  });

  test('one that the mailbox confirmed is of who reads it, and counts there', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER, { confirmation: 'confirmed' });
    await change(world, former, moveTo(NEW, 'advertiser'));
    expect((await shown(world, FORMER)).consents).toMatchObject([{ state: 'given' }]);
    expect([await outcome(world, NEW), await outcome(world, FORMER)]).toEqual(['refuse', 'allow']);
  });

  test('one that is recorded again, as by an import each night, is of before, and is said to be', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    await change(world, former, moveTo(NEW, 'advertiser'));
    await consent(world, FORMER);
    expect(await found(world, FORMER)).toMatchObject([{ code: 'CONSENT_WITHDRAWN', detail: 'corrected' }]);
    const [, again] = (await shown(world, FORMER)).consents;
    expect(again).toMatchObject({ state: 'given', usable: { email: expect.any(Object) } });
  });

  test('a correction that is taken back leaves the consent to be recorded again, and says so', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    const { body } = await change(world, former, moveTo(NEW, 'advertiser'));
    expect((await change(world, body.contactId, moveTo(FORMER, 'advertiser'))).status).toBe(200);
    const [reason] = await found(world, FORMER);
    expect(reason).toMatchObject({ code: 'CONSENT_WITHDRAWN', detail: 'invalidated' });
    expect(reason?.remedy?.sentence.en).toContain('record that consent again as it was given, with its proof');
    await consent(world, FORMER);
    expect(await outcome(world, FORMER)).toBe('allow');
  });

  test.each(['The person is written to at another address.', ' The address was wrong, and was corrected. '])(
    'no operator ends a consent with the words of a change: %s',
    async (reason) => {
      const world = await aWorldWithForms();
      await consent(world, FORMER);
      const { id } = (await shown(world, FORMER)).consents[0];
      const end = (words: string) =>
        world.call('invalidate-consent', { path: { consentId: id }, body: { reason: words } });
      const { status, body } = await end(reason);
      expect([status, body.code, body.errors]).toMatchObject([422, 'invalid-request', [{ pointer: '/reason' }]]);
      expect(await outcome(world, FORMER)).toBe('allow');
      expect((await end('Mauvais formulaire.')).status).toBe(200);
      expect(await found(world, FORMER)).toMatchObject([{ code: 'CONSENT_WITHDRAWN', detail: 'invalidated' }]);
    },
  );

  test('a verdict at the former address says that the person has another, not that the advertiser invalidated it', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    await change(world, former, moveTo(NEW));
    const [reason] = await found(world, FORMER);
    expect(reason).toMatchObject({ code: 'CONSENT_WITHDRAWN', detail: 'moved', remedy: { pointer: '/contact' } });
    expect(reason?.found?.en).toContain('another address');
    expect(reason?.remedy?.sentence.fr).toContain('N’enregistrez pas ici le consentement de nouveau');
    expect((await shown(world, FORMER)).consents).toMatchObject([{ state: 'invalidated', endedBecause: 'moved' }]);
    // Where an operator finds that it never was one, that is what is said, at both.
    const { id } = (await shown(world, FORMER)).consents[0];
    await world.call('invalidate-consent', { path: { consentId: id }, body: { reason: 'Mauvais formulaire.' } });
    for (const email of [FORMER, NEW])
      expect(await found(world, email)).toMatchObject([{ code: 'CONSENT_WITHDRAWN', detail: 'invalidated' }]);
  });

  test.each(['person', 'advertiser'])(
    'P2: is followed by every opposition, when the %s made the change',
    async (madeBy) => {
      const world = await aWorldWithForms();
      const former = await consent(world, FORMER);
      await oppose(world, FORMER, { via: 'complaint', of: { scope: 'channel', channels: ['email'] } });
      expect((await change(world, former, moveTo(NEW, madeBy))).body).toMatchObject({ oppositions: 1 });
      expect((await shown(world, NEW)).oppositions).toMatchObject([{ of: { scope: 'channel', channels: ['email'] } }]);
      expect([await outcome(world, NEW), await outcome(world, FORMER)]).toEqual(['refuse', 'refuse']);
    },
  );

  test('P2: a consent that follows lifts nothing that was said at the new address', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    await oppose(world, NEW, {
      via: 'complaint',
      of: { scope: 'channel', channels: ['email'] },
      occurredAt: '2026-01-02T10:00:00Z',
    });
    expect((await change(world, former, moveTo(NEW))).body).toMatchObject({ consents: 0 });
    expect(await outcome(world, NEW)).toBe('refuse');
    expect(await outcome(world, FORMER)).toBe('allow');
  });

  test('whose consent was later than their opposition is so at the new address too', async () => {
    const world = await aWorldWithForms();
    await oppose(world, FORMER, { via: 'complaint', occurredAt: '2026-01-02T10:00:00Z' });
    const former = await consent(world, FORMER);
    const before = await outcome(world, FORMER);
    const { body } = await change(world, former, moveTo(NEW));
    expect(body).toMatchObject({ oppositions: 1, consents: 1 });
    expect(await outcome(world, NEW)).toBe(before);
  });

  test.each([
    ['as narrow as it was said', { via: 'complaint', of: { scope: 'channel', channels: ['email'] } }],
    ['as wide as it was said', { via: 'phone', of: { scope: 'global' } }],
  ])('P2: who opposes at the former address afterwards opposes at the new one, %s', async (_, said) => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    const { body } = await change(world, former, moveTo(NEW));
    await change(world, body.contactId, moveTo('camille.third@example.com'));
    expect(await outcome(world, 'camille.third@example.com')).toBe('allow');
    await oppose(world, FORMER, said);
    for (const email of [NEW, 'camille.third@example.com'])
      expect((await shown(world, email)).oppositions).toMatchObject([{ of: said.of, via: said.via }]);
    expect(await outcome(world, 'camille.third@example.com')).toBe('refuse');
  });

  test('is not an address that was erased', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    const path = { contactId: await idOf(world, NEW) };
    const erased = await world.call('erase-contact', { path, query: { advertiserId: ADVERTISER }, body: {} });
    expect(erased.status).toBeLessThan(300);
    expect((await change(world, former, moveTo(NEW))).body.code).toBe('contact-erased');
  });

  test('a consent that follows says nothing of what the former mailbox confirmed', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER, { confirmation: 'confirmed' });
    await change(world, former, moveTo(NEW));
    const [followed] = (await shown(world, NEW)).consents;
    expect(followed).toMatchObject({ observed: false });
    expect(followed).not.toHaveProperty('confirmation');
  });

  test('where consents find no room, the oppositions follow alone', async () => {
    const world = await aWorldWithForms();
    const collector = { siren: '732829320', name: 'x'.repeat(120) };
    const transferredBy = Array.from({ length: 5 }, () => collector);
    const former = await consent(world, FORMER, { collector, transferredBy });
    await consent(world, NEW, { channels: ['sms'], collector, transferredBy });
    await oppose(world, FORMER, { via: 'complaint', of: { scope: 'channel', channels: ['post'] } });
    const { status, body } = await change(world, former, moveTo(NEW));
    expect([status, body]).toMatchObject([200, { oppositions: 1, consents: 0 }]);
    expect((await shown(world, NEW)).oppositions).toMatchObject([{ of: { channels: ['post'] } }]);
  });

  test('a child of then stays one: no consent of before follows', async () => {
    const world = await aWorldWithForms();
    await declare(world, FORMER, { ageBand: 'under-15' });
    const former = await consent(world, FORMER);
    await declare(world, FORMER, { ageBand: 'adult' });
    expect((await change(world, former, moveTo(NEW))).body).toMatchObject({ consents: 0 });
  });

  test('is followed by no consent whose use is restricted, nor freed of the restriction', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    const body = { advertiserId: ADVERTISER, contact: { email: FORMER }, via: 'email', kind: 'restriction' };
    expect((await world.call('record-request', { body })).status).toBe(201);
    expect((await change(world, former, moveTo(NEW))).body).toMatchObject({ consents: 0 });
    expect([await outcome(world, NEW), await outcome(world, FORMER)]).toEqual(['refuse', 'refuse']);
  });

  test('both are one person where either was of one: what is said of one later holds for both', async () => {
    const world = await aWorldWithForms();
    for (const [former, next, first] of [
      ['a1@example.com', 'b1@example.com', 'a1@example.com'],
      ['a2@example.com', 'b2@example.com', 'b2@example.com'],
    ] as const) {
      await declare(world, first, { personRef: `crm-${first}` });
      const other = `other-${first}`;
      await declare(world, other, { personRef: `crm-${first}` });
      await oppose(world, former, { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } });
      const { body } = await change(world, await idOf(world, former), moveTo(next));
      expect(body).toMatchObject({ isLinkedToPerson: true });
      for (const each of [former, next, other]) expect((await shown(world, each)).oppositions).toHaveLength(1);
      await oppose(world, other, { of: { scope: 'global' } });
      for (const each of [former, next]) expect((await shown(world, each)).oppositions).toHaveLength(2);
    }
  });

  test('the same request again is the same change; the same key for another is refused', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    const first = await change(world, former, moveTo(NEW), 'once');
    const again = await change(world, former, moveTo(NEW), 'once');
    expect([again.status, again.body.seq]).toEqual([200, first.body.seq]);
    expect((await shown(world, NEW)).consents).toHaveLength(1);
    expect((await change(world, former, moveTo('third@example.com'), 'once')).body.code).toBe('idempotency-key-reused');
  });

  test('what is no change of address is refused with its place', async () => {
    const world = await aWorldWithForms();
    const former = await consent(world, FORMER);
    await declare(world, FORMER, { personRef: 'crm-1' });
    await declare(world, NEW, { personRef: 'crm-2' });
    for (const said of [moveTo(FORMER), moveTo(NEW), { ...moveTo(NEW), contact: { phone: '+33612345678' } }]) {
      const { status, body } = await change(world, former, said);
      expect([status, body.errors?.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([422, ['/contact']]);
    }
    expect((await change(world, `v1n1.${'z'.repeat(43)}`, moveTo('x@example.com'))).body.code).toBe(
      'contact-not-found',
    );
  });
});

describe('two persons who are one', () => {
  test('D1: have the oppositions of both at every contact, and the bases of neither spread', async () => {
    const world = await aWorldWithForms();
    for (const [email, personRef] of [
      ['a@example.com', 'crm-1'],
      ['b@example.com', 'crm-1'],
      ['c@example.com', 'crm-2'],
      ['d@example.com', 'crm-2'],
    ] as const)
      await declare(world, email, { personRef });
    await consent(world, 'a@example.com');
    await oppose(world, 'c@example.com', { of: { scope: 'global' } });
    const { status, body } = await change(world, await idOf(world, 'a@example.com'), {
      action: 'merge',
      with: await idOf(world, 'd@example.com'),
    });
    expect([status, body]).toMatchObject([200, { moved: 2, isLinkedToPerson: true }]);
    for (const email of ['a', 'b', 'c', 'd']) {
      expect((await shown(world, `${email}@example.com`)).oppositions).toMatchObject([{ of: { scope: 'global' } }]);
      expect((await shown(world, `${email}@example.com`)).consents).toHaveLength(email === 'a' ? 1 : 0);
    }
    await oppose(world, 'd@example.com', { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } });
    for (const email of ['a', 'b', 'c'])
      expect((await shown(world, `${email}@example.com`)).oppositions).toHaveLength(2);
  });

  test('once more is nothing more; more than 25 contacts are refused before any moves', async () => {
    const world = await aWorldWithForms();
    const all = Array.from({ length: 13 }, (_, index) => [`x${index}@example.com`, `y${index}@example.com`] as const);
    for (const [x, y] of all)
      await Promise.all([declare(world, x, { personRef: 'x' }), declare(world, y, { personRef: 'y' })]);
    const [x, y] = [await idOf(world, 'x0@example.com'), await idOf(world, 'y0@example.com')];
    expect((await change(world, x, { action: 'merge', with: y })).body.code).toBe('person-too-large');
    await change(world, await idOf(world, 'y1@example.com'), { action: 'unlink', reason: 'Une autre personne.' });
    expect((await change(world, x, { action: 'merge', with: y })).body).toMatchObject({ moved: 12 });
    expect((await change(world, x, { action: 'merge', with: y })).body).toMatchObject({ moved: 0 });
  }, 60_000);

  test('needs a person to stay', async () => {
    const world = await aWorldWithForms();
    const [one, two] = [await idOf(world, 'one@example.com'), await idOf(world, 'two@example.com')];
    const { status, body } = await change(world, one, { action: 'merge', with: two });
    expect([status, body.errors[0].pointer]).toEqual([422, '/action']);
  });
});

describe('a mistaken link', () => {
  test('P2: is undone without losing an opposition, and the contact is linked to whom it is of', async () => {
    const world = await aWorldWithForms();
    for (const email of ['a@example.com', 'b@example.com']) await declare(world, email, { personRef: 'crm-1' });
    await oppose(world, 'a@example.com', { of: { scope: 'global' } });
    const { body } = await change(world, await idOf(world, 'b@example.com'), {
      action: 'unlink',
      reason: 'Un homonyme.',
    });
    expect(body).toMatchObject({ isLinkedToPerson: false });
    for (const email of ['a', 'b']) expect((await shown(world, `${email}@example.com`)).oppositions).toHaveLength(1);
    expect((await declare(world, 'b@example.com', { personRef: 'crm-2' })).body.isLinkedToPerson).toBe(true);
    // What is said of one since is of that one alone.
    await oppose(world, 'a@example.com', { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } });
    expect((await shown(world, 'b@example.com')).oppositions).toHaveLength(1);
    const events = await eventsOf(world, body.contactId);
    expect(events.find(({ type }) => type === 'person-unlinked')).toMatchObject({ reason: 'Un homonyme.' });
  });

  test('a contact of no person stays as it is', async () => {
    const world = await aWorldWithForms();
    const contactId = await consent(world, FORMER);
    const { body } = await change(world, contactId, { action: 'unlink', reason: 'Aucun.' });
    expect(body).toMatchObject({ seq: 1, isLinkedToPerson: false });
  });
});
