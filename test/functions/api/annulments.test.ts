import { describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, SHOP, STRANGER, type World } from '../support/api.ts';

const CONSENT = EXAMPLES['record-consent'] as { contact: object };
const ANNULMENT = EXAMPLES['annul-record'] as object;
const OPPOSITION = EXAMPLES['register-opposition'] as object;

const annul = (world: World, recordId: string, body: object = ANNULMENT) =>
  world.call('annul-record', { path: { recordId }, body });
const contact = (world: World, contactId: string) => world.call('get-contact', { path: { contactId } });
/** Asks for an e-mail to this contact, in words. */
const ask = async (world: World, to: object = CONSENT.contact) => {
  const messages = [{ contact: to, channel: 'email', offerCategory: 'wine', subject: 'Nos vins d’hiver' }];
  const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  const [{ outcome, reasons, notBefore }] = body.verdicts;
  return [outcome, ...reasons.map(({ code }: { code: string }) => code), ...(notBefore ? [notBefore] : [])];
};

const GLOBAL = { scope: 'global' };
/** A person with contacts that are named by one letter. */
const aPerson = async () => {
  const world = await aWorldWithForms();
  const email = (name: string) => ({ email: `${name}@example.org` });
  const link = async (name: string) => {
    const body = { advertiserId: ADVERTISER, contact: email(name), personRef: 'crm-7' };
    return (await world.call('declare-contact', { body })).body.contactId;
  };
  return {
    world,
    link,
    oppose: async (name: string) =>
      (await world.call('register-opposition', { body: { ...OPPOSITION, contact: email(name), of: GLOBAL } })).body,
    opposedAt: async (name: string): Promise<readonly object[]> => {
      const { body } = await contact(world, await link(name));
      return body.oppositions.map(({ of }: { of: object }) => of);
    },
  };
};

describe('POST /v1/records/{recordId}/annulment', () => {
  test('undoes an opposition that nobody expressed, once; both stay on record, and nothing leaves for a day', async () => {
    const world = await aWorldWithForms();
    await world.call('record-consent', { body: CONSENT });
    const { body: opposition } = await world.call('register-opposition', { body: OPPOSITION });
    expect(await ask(world)).toEqual(['refuse', 'OPPOSED_GLOBAL']);
    const first = await annul(world, opposition.id);
    const again = await annul(world, opposition.id);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await ask(world)).toEqual(['defer', 'HELD_AFTER_ANNULMENT', '2026-11-25T10:00:00.000Z']);
    const { body } = await contact(world, opposition.contactId);
    expect(body.oppositions).toEqual([]);
    expect((await eventsOf(world, opposition.contactId)).map(({ type }) => type)).toEqual([
      'consent-given',
      'opposition-registered',
      'record-annulled',
    ]);
    vi.setSystemTime(new Date('2026-11-25T10:00:00Z'));
    expect(await ask(world)).toEqual(['allow', 'OK_CONSENT']);
  });

  test('of a withdrawal gives the consent back, and of a consent what it had replaced', async () => {
    const world = await aWorldWithForms();
    const { body: consent } = await world.call('record-consent', { body: CONSENT });
    const { body: withdrawal } = await world.call('withdraw-consent', { path: { consentId: consent.id } });
    await annul(world, withdrawal.id);
    const { body: restored } = await contact(world, consent.contactId);
    expect([restored.consents[0].state, restored.oppositions]).toEqual(['given', []]);
    const { body: newer } = await world.call('record-consent', {
      body: { ...CONSENT, givenAt: '2026-11-21T18:30:00+01:00' },
    });
    await annul(world, newer.id);
    const { body } = await contact(world, consent.contactId);
    expect(body.consents.map(({ id }: { id: string }) => id)).toEqual([consent.id]);
  });

  test('P2: of a withdrawal leaves room for a true one, which is recorded and holds', async () => {
    const world = await aWorldWithForms();
    const { body: consent } = await world.call('record-consent', { body: CONSENT });
    const withdraw = async () => (await world.call('withdraw-consent', { path: { consentId: consent.id } })).body;
    const wrong = await withdraw();
    await annul(world, wrong.id);
    const right = await withdraw();
    expect([right.id === wrong.id, await withdraw()]).toEqual([false, right]);
    const { body } = await contact(world, consent.contactId);
    expect([body.consents[0].state, body.oppositions]).toMatchObject(['withdrawn', [{ id: right.id }]]);
    expect((await ask(world)).slice(0, 2)).toEqual(['refuse', 'OPPOSED_PURPOSE']);
    await annul(world, right.id);
    expect((await withdraw()).id).not.toBe(right.id);
    expect((await contact(world, consent.contactId)).body.oppositions).toHaveLength(1);
  });

  test('P2: of a consent leaves the opposition that its withdrawal was, before or after', async () => {
    const world = await aWorldWithForms();
    const { body: consent } = await world.call('record-consent', { body: CONSENT });
    const path = { consentId: consent.id };
    const { body: withdrawal } = await world.call('withdraw-consent', { path });
    const opposition = { id: withdrawal.id, via: 'withdrawal', of: { scope: 'purpose', purpose: 'own-offers' } };
    await annul(world, consent.id);
    const { body: after } = await contact(world, consent.contactId);
    expect(after).toMatchObject({ consents: [], oppositions: [opposition] });
    expect((await world.call('withdraw-consent', { path })).body).toEqual(withdrawal);
    await annul(world, withdrawal.id);
    expect((await contact(world, consent.contactId)).body.oppositions).toEqual([]);
    await world.call('withdraw-consent', { path });
    const { body: again } = await world.call('record-consent', { body: { ...CONSENT, channels: ['sms'] } });
    await annul(world, again.id);
    expect((await contact(world, consent.contactId)).body.oppositions).toMatchObject([{ via: 'withdrawal' }]);
  });

  test.each([
    ['record-consent', 'EVIDENCE_MISSING'],
    ['record-sale', 'SOFT_OPT_IN_NO_SALE'],
  ] as const)('is told to whoever repeats the %s that was annulled', async (operation, code) => {
    const world = await aWorldWithForms();
    await world.call('put-form-version', {
      path: { advertiserId: ADVERTISER, formId: 'checkout', version: '7' },
      body: { ...(EXAMPLES['put-form-version'] as object), refusal: { words: 'Cochez pour refuser nos offres.' } },
    });
    const record = async () => (await world.call(operation, { body: EXAMPLES[operation], key: 'once' })).body;
    const first = await record();
    expect([first.usable, await record()]).toEqual([{ email: true }, first]);
    await annul(world, first.id);
    const again = await record();
    expect(again).toMatchObject({
      id: first.id,
      usable: { email: { missing: [{}] } },
      reasons: [{ code, channels: ['email'] }],
    });
    expect(again.receipt).toEqual(first.receipt);
  });

  test('of a withdrawn consent that is reported again, the answer says that it was withdrawn', async () => {
    const world = await aWorldWithForms();
    const record = async () => (await world.call('record-consent', { body: CONSENT, key: 'once' })).body;
    const { id: consentId } = await record();
    await world.call('withdraw-consent', { path: { consentId } });
    expect(await record()).toMatchObject({
      usable: { email: { missing: [{}] } },
      reasons: [{ code: 'CONSENT_WITHDRAWN' }],
    });
  });

  test('of a sale takes the refusal away that was ticked with it', async () => {
    const world = await aWorldWithForms();
    const sale = { ...(EXAMPLES['record-sale'] as object), refusal: {} };
    const { body: recorded } = await world.call('record-sale', { body: sale });
    expect((await contact(world, recorded.contactId)).body.oppositions).toHaveLength(1);
    await annul(world, recorded.id);
    expect((await contact(world, recorded.contactId)).body).toMatchObject({ sales: [], oppositions: [] });
  });

  test('of a sale takes the refusal away from every contact of the person', async () => {
    const { world, link, opposedAt } = await aPerson();
    await link('a');
    await link('b');
    const sale = { ...(EXAMPLES['record-sale'] as object), contact: { email: 'a@example.org' }, refusal: {} };
    const { body: recorded } = await world.call('record-sale', { body: sale });
    expect([await opposedAt('a'), await opposedAt('b')]).toEqual([[GLOBAL], [GLOBAL]]);
    await annul(world, recorded.id);
    await link('c');
    expect([await opposedAt('a'), await opposedAt('b'), await opposedAt('c')]).toEqual([[], [], []]);
  });

  test('P2: reaches every contact of the person, and those linked later', async () => {
    const world = await aWorldWithForms();
    const link = async (email: string) =>
      (
        await world.call('declare-contact', {
          body: { advertiserId: ADVERTISER, contact: { email }, personRef: 'crm-9' },
        })
      ).body.contactId;
    const [one, other] = [await link('a@example.org'), await link('b@example.org')];
    const { body: kept } = await world.call('register-opposition', {
      body: { ...OPPOSITION, contact: { email: 'a@example.org' }, of: { scope: 'channel', channels: ['sms'] } },
    });
    const { body: wrong } = await world.call('register-opposition', {
      body: { ...OPPOSITION, contact: { email: 'a@example.org' } },
    });
    expect((await contact(world, other)).body.oppositions).toHaveLength(2);
    expect((await annul(world, wrong.id)).status).toBe(200);
    const third = await link('c@example.org');
    for (const each of [one, other, third]) {
      const { body } = await contact(world, each);
      expect(body.oppositions.map(({ of }: { of: object }) => of)).toEqual([{ scope: 'channel', channels: ['sms'] }]);
    }
    expect(kept.contactId).toBe(one);
  });

  test('P2: reaches all contacts from where the act was received, after one was annulled at another contact', async () => {
    const { link, oppose, opposedAt, world } = await aPerson();
    await link('a');
    await link('b');
    const heard = await oppose('a');
    await annul(world, (await oppose('b')).id);
    await link('c');
    expect([await opposedAt('a'), await opposedAt('b'), await opposedAt('c')]).toEqual([[GLOBAL], [GLOBAL], [GLOBAL]]);
    expect((await annul(world, heard.id)).status).toBe(200);
    expect([await opposedAt('a'), await opposedAt('b'), await opposedAt('c')]).toEqual([[], [], []]);
  });

  test('P2: leaves a contact what it had taken over with the annulled one, or in its place', async () => {
    const { link, oppose, opposedAt, world } = await aPerson();
    await link('a');
    await oppose('a');
    await link('b');
    const wrong = await oppose('b');
    await link('c');
    await annul(world, wrong.id);
    expect([await opposedAt('a'), await opposedAt('b'), await opposedAt('c')]).toEqual([[GLOBAL], [GLOBAL], [GLOBAL]]);
  });

  test('P2: is no answer to the same words said again: they are received anew', async () => {
    const world = await aWorldWithForms();
    const { body: first } = await world.call('register-opposition', { body: OPPOSITION, key: 'call-1' });
    await annul(world, first.id);
    const again = await world.call('register-opposition', { body: OPPOSITION, key: 'call-1' });
    expect([again.status, again.body.id === first.id]).toEqual([201, false]);
    expect((await contact(world, first.contactId)).body.oppositions).toMatchObject([{ id: again.body.id }]);
    const third = await world.call('register-opposition', { body: OPPOSITION, key: 'call-1' });
    expect(third.body.id).toBe(again.body.id);
  });

  test('P2: is refused for a copy, and for what is known to be the person’s act', async () => {
    const world = await aWorldWithForms();
    const declare = (email: string) =>
      world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: { email }, personRef: 'crm-8' } });
    const [, other] = [await declare('a@example.org'), await declare('b@example.org')];
    await world.call('register-opposition', { body: { ...OPPOSITION, contact: { email: 'a@example.org' } } });
    const [copy] = (await contact(world, other.body.contactId)).body.oppositions;
    const ofCopy = await annul(world, copy.id);
    expect([ofCopy.status, ofCopy.body.code]).toEqual([409, 'not-annullable']);
    const { body: complaint } = await world.call('register-opposition', { body: { ...OPPOSITION, via: 'complaint' } });
    const ofComplaint = await annul(world, complaint.id);
    expect([ofComplaint.status, ofComplaint.body.code]).toEqual([409, 'not-annullable']);
    expect((await contact(world, complaint.contactId)).body.oppositions).toHaveLength(1);
  });

  test('asks for two different persons, a cause and what shows it', async () => {
    const world = await aWorldWithForms();
    const { body: consent } = await world.call('record-consent', { body: CONSENT });
    for (const twin of [
      'jeanne roy',
      'Jeanne  Roy',
      'Jean\u200Bne Roy',
      'Roy, Jeanne',
      'Jeanné Roy',
      'Ｊｅａｎｎｅ Roy',
      'Jeanne Roy\u3164',
      'Jeanne \u115FRoy',
      'Jeanne\uFE0F Roy',
    ]) {
      const alone = { ...ANNULMENT, approvers: [{ name: 'Jeanne Roy' }, { name: twin }] };
      expect([twin, (await annul(world, consent.id, alone)).body.errors]).toMatchObject([
        twin,
        [{ pointer: '/approvers' }],
      ]);
    }
    const nobody = { ...ANNULMENT, approvers: [{ name: '\u3164' }, { name: '\u115F\u115F' }] };
    expect((await annul(world, consent.id, nobody)).status).toBe(422);
    const { body } = await annul(world, consent.id, {});
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(['/cause', '/explanation', '/evidence', '/approvers']);
  });

  test('P9: needs its own scope, and finds nothing at another advertiser', async () => {
    const world = await aWorldWithForms();
    const { body: consent } = await world.call('record-consent', { body: CONSENT });
    const path = { recordId: consent.id };
    const scopes = SHOP.scopes.filter((scope) => scope !== 'records:annul');
    const without = await world.call('annul-record', { path, body: ANNULMENT, caller: { ...SHOP, scopes } });
    expect([without.status, without.body.code]).toEqual([403, 'insufficient-scope']);
    const elsewhere = await world.call('annul-record', { path, body: ANNULMENT, caller: STRANGER });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'record-not-found']);
    expect((await annul(world, `${consent.contactId}.${'z'.repeat(16)}`)).body.code).toBe('record-not-found');
  });
});

describe('POST /v1/consents/{consentId}/invalidation', () => {
  const invalidate = (world: World, consentId: string) =>
    world.call('invalidate-consent', { path: { consentId }, body: EXAMPLES['invalidate-consent'] });

  test('ends the consent, opposes nothing, and is the same when repeated', async () => {
    const world = await aWorldWithForms();
    const { body: consent } = await world.call('record-consent', { body: CONSENT });
    const first = await invalidate(world, consent.id);
    expect(first.status).toBe(200);
    vi.setSystemTime(new Date('2026-11-24T10:30:00Z'));
    expect((await invalidate(world, consent.id)).body).toEqual(first.body);
    const { body } = await contact(world, consent.contactId);
    expect([body.consents[0].state, body.oppositions]).toEqual(['invalidated', []]);
    expect(await ask(world)).toEqual(['refuse', 'CONSENT_WITHDRAWN']);
  });

  test('of an unknown consent finds nothing', async () => {
    const world = await aWorldWithForms();
    const { body: consent } = await world.call('record-consent', { body: CONSENT });
    const { body } = await invalidate(world, `${consent.contactId}.${'z'.repeat(16)}`);
    expect(body.code).toBe('consent-not-found');
  });
});
