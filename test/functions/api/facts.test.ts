import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, STRANGER } from '../support/api.ts';

const CONSENT = EXAMPLES['record-consent'] as Record<string, unknown>;
/** An e-mail cannot rest on it: why, and what to do. */
const SAID = { fr: expect.any(String), en: expect.any(String) };
const PIECE = { pointer: expect.any(String), sentence: SAID, remedy: expect.objectContaining({ sentence: SAID }) };
const STOPPED = { email: { missing: expect.arrayContaining([PIECE]) } };
const ADDRESS = 'camille.martin@example.com';

describe('POST /v1/consents', () => {
  test('a complete consent is stored, usable, and answered with a receipt', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('record-consent', { body: CONSENT });
    expect(status).toBe(201);
    expect(body).toMatchObject({ missing: [], reasons: [], recordedAt: '2026-11-24T10:00:00.000Z' });
    expect(body.usable).toEqual({ email: true });
    expect(body.id.startsWith(`${body.contactId}.`)).toBe(true);
  });

  test('PROOF-3: the receipt tells who, what, when, by which wording and how to withdraw, without address', async () => {
    const { call } = await aWorldWithForms();
    const { body, text } = await call('record-consent', { body: CONSENT });
    expect(body.receipt).toMatchObject({
      receiptId: body.id,
      schemaVersion: '1',
      contactId: body.contactId,
      controller: { siren: '552100554', legalName: 'Maison Valmy SAS' },
      channels: ['email'],
      purpose: 'own-offers',
      form: { formId: 'newsletter', version: '3', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      noticeUrl: 'https://maison-valmy.example/confidentialite',
      givenAt: '2026-11-20T17:30:00.000Z',
      recordedAt: '2026-11-24T10:00:00.000Z',
      seq: 1,
    });
    expect(text).not.toMatch(/camille/i);
    const withdrawn = await call('withdraw-consent', {
      path: { consentId: body.receipt.withdrawal.path.split('/')[3] },
    });
    expect(withdrawn.body.consentId).toBe(body.id);
  });

  test.each([
    ['a pre-ticked box', { defaultState: 'ticked' }, 'CONSENT_MECHANISM_INVALID'],
    ['one button for two things', { mechanism: 'bundled-submit' }, 'CONSENT_MECHANISM_INVALID'],
    ['terms accepted', { mechanism: 'terms-acceptance' }, 'CONSENT_MECHANISM_INVALID'],
    ['a wording without channel', { channels: [] }, 'CONSENT_CHANNEL_UNCERTAIN'],
    ['a wording for partners alone', { purposes: ['partner-offers'] }, 'CONSENT_WRONG_PURPOSE'],
  ])('D23: %s is stored and answered as unusable, as the verdict will say', async (_, changes, code) => {
    const { call } = await aWorldWithForms();
    const path = { advertiserId: 'maison-valmy', formId: 'newsletter', version: '4' };
    await call('put-form-version', { path, body: { ...(EXAMPLES['put-form-version'] as object), ...changes } });
    const { status, body } = await call('record-consent', {
      body: { ...CONSENT, form: { formId: 'newsletter', version: '4' } },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ usable: STOPPED, missing: [], reasons: [{ code, channels: ['email'] }] });
    expect(body.reasons[0].sentence).toMatchObject({
      fr: expect.stringMatching(/\w/),
      en: expect.stringMatching(/\w/),
    });
    const { body: contact } = await call('get-contact', { path: { contactId: body.contactId } });
    expect(contact.consents).toMatchObject([{ usable: body.usable, reasons: [{ code }] }]);
    const { body: given } = await call('give-verdicts', { body: EXAMPLES['give-verdicts'] });
    expect(given.verdicts[0].outcome).not.toBe('allow');
    expect(given.verdicts[0].reasons).toMatchObject([{ code }]);
  });

  test('a consent that holds for one of its channels is usable, and says for which it does not', async () => {
    const { call } = await aWorldWithForms();
    const { body } = await call('record-consent', { body: { ...CONSENT, channels: ['email', 'sms'] } });
    expect(body).toMatchObject({
      usable: { email: true, sms: { missing: [{ pointer: '/contact' }, { pointer: '' }] } },
      reasons: [{ code: 'CONSENT_WRONG_CHANNEL', channels: ['sms'] }],
    });
  });

  test('a consent too old to be relied upon is stored, and supports nothing', async () => {
    const { call } = await aWorldWithForms();
    const example = EXAMPLES['put-form-version'] as object;
    // The version of that time.
    const form = { formId: 'newsletter', version: '2' };
    await call('put-form-version', {
      path: { advertiserId: ADVERTISER, ...form },
      body: { ...example, approver: { name: 'Jeanne Roy', approvedAt: '2023-01-05T09:00:00+01:00' } },
    });
    const { body } = await call('record-consent', { body: { ...CONSENT, form, givenAt: '2023-11-20T18:30:00+01:00' } });
    expect(body).toMatchObject({ usable: STOPPED, reasons: [{ code: 'RETENTION_EXPIRED' }] });
  });

  test('a consent without its form is stored all the same and answered as unusable', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('record-consent', {
      body: { ...CONSENT, form: { formId: 'gone', version: '1' } },
    });
    expect(status).toBe(201);
    const unknown = { pointer: '/form', sentence: { en: 'Version 1 of gone is unknown.' } };
    expect(body).toMatchObject({
      usable: { email: { missing: [unknown] } },
      missing: [unknown],
      reasons: [{ code: 'EVIDENCE_INCOMPLETE' }],
    });
    const { body: contact } = await call('get-contact', { path: { contactId: body.contactId } });
    expect(contact.consents).toMatchObject([{ usable: body.usable, missing: body.missing, reasons: body.reasons }]);
    expect(body.receipt.form).toBeUndefined();
  });

  test('a repeated request answers the first result', async () => {
    const world = await aWorldWithForms();
    const { call } = world;
    const first = await call('record-consent', { body: CONSENT, key: 'once' });
    const again = await call('record-consent', { body: CONSENT, key: 'once' });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await eventsOf(world, first.body.contactId)).toHaveLength(1);
  });

  test('a key used with another body is refused', async () => {
    const { call } = await aWorldWithForms();
    await call('record-consent', { body: CONSENT, key: 'once' });
    const { status, body } = await call('record-consent', {
      body: { ...CONSENT, channels: ['email', 'sms'] },
      key: 'once',
    });
    expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('a missing Idempotency-Key is refused', async () => {
    const { without } = await aWorldWithForms();
    const { status, body } = await without('record-consent', 'Idempotency-Key', { body: CONSENT });
    expect([status, body.code]).toEqual([400, 'idempotency-key-missing']);
  });

  test('a consent of the future is refused with its pointer', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('record-consent', {
      body: { ...CONSENT, givenAt: '2026-11-24T11:06:00+01:00' },
    });
    expect([status, body.errors]).toEqual([422, [{ pointer: '/givenAt', detail: 'in the future' }]]);
  });

  test('unknown fields, wrong values and wrong addresses are pointed at, and never repeated', async () => {
    const { call, logged } = await aWorldWithForms();
    const wrong = { ...CONSENT, contact: { email: 7 }, channels: ['pigeon'], colour: 'red' };
    const { status, body, headers } = await call('record-consent', { body: wrong });
    expect(status).toBe(422);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/channels/0',
      '/colour',
      '/contact/email',
    ]);
    const address = await call('record-consent', { body: { ...CONSENT, contact: { email: 'camille.secret@' } } });
    expect(address.body.errors).toEqual([{ pointer: '/contact/email', detail: 'not an e-mail address' }]);
    expect(`${address.text}${logged()}`).not.toContain('camille.secret');
  });

  test('P9: an advertiser that the key is not bound to does not exist for it', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('record-consent', { body: CONSENT, caller: STRANGER });
    expect([status, body.code]).toEqual([404, 'advertiser-not-found']);
  });
});

describe('POST /v1/consents/{consentId}/withdrawal', () => {
  test('a withdrawal ends the consent and opposes in its scope, once', async () => {
    const { call } = await aWorldWithForms();
    const { body: consent } = await call('record-consent', { body: CONSENT });
    const first = await call('withdraw-consent', { path: { consentId: consent.id } });
    const again = await call('withdraw-consent', { path: { consentId: consent.id }, body: {} });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const { body } = await call('get-contact', { path: { contactId: consent.contactId } });
    expect(body.consents[0]).toMatchObject({
      state: 'withdrawn',
      usable: STOPPED,
      reasons: [{ code: 'CONSENT_WITHDRAWN' }],
    });
    expect(body.oppositions).toMatchObject([{ of: { scope: 'purpose', channels: ['email'] }, via: 'withdrawal' }]);
  });

  test('a consent that a newer one replaced can still be withdrawn', async () => {
    const { call } = await aWorldWithForms();
    const { body: older } = await call('record-consent', { body: CONSENT });
    await call('record-consent', { body: { ...CONSENT, givenAt: '2026-11-21T18:30:00+01:00' } });
    expect((await call('withdraw-consent', { path: { consentId: older.id } })).status).toBe(200);
    const { body } = await call('get-contact', { path: { contactId: older.contactId } });
    expect(body.oppositions).toMatchObject([{ via: 'withdrawal' }]);
  });

  test('a consent of another advertiser does not exist', async () => {
    const { call } = await aWorldWithForms();
    const { body: consent } = await call('record-consent', { body: CONSENT });
    const { status, body } = await call('withdraw-consent', { path: { consentId: consent.id }, caller: STRANGER });
    expect([status, body.code]).toEqual([404, 'consent-not-found']);
  });
});

describe('POST /v1/sales', () => {
  const SALE = EXAMPLES['record-sale'] as Record<string, unknown>;

  const putCheckout = (call: Awaited<ReturnType<typeof aWorldWithForms>>['call'], changes: object = {}) =>
    call('put-form-version', {
      path: { advertiserId: 'maison-valmy', formId: 'checkout', version: '7' },
      body: {
        ...(EXAMPLES['put-form-version'] as object),
        refusal: { words: 'Cochez pour ne pas recevoir nos offres.' },
        ...changes,
      },
    });

  test.each([
    ['+33639980021', undefined],
    ['+262692000021', undefined],
    ['+32470000021', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL'],
  ])('D15: abroad it supports nothing, and its answer says so as each verdict does: %s', async (phone, code) => {
    const { call } = await aWorldWithForms();
    await putCheckout(call);
    const contact = { phone };
    const { body } = await call('record-sale', { body: { ...SALE, contact } });
    const abroad = (reasons: readonly { readonly code: string }[]) =>
      reasons.find((reason) => reason.code === 'BASIS_NOT_AVAILABLE_FOR_CHANNEL')?.code;
    expect(abroad(body.reasons)).toBe(code);
    const { body: found } = await call('look-up-contact', { body: { contact } });
    expect(abroad(found.sales[0].reasons)).toBe(code);
  });

  test('a sale with notice and refusal offered can found the exception', async () => {
    const { call } = await aWorldWithForms();
    await putCheckout(call);
    const { status, body } = await call('record-sale', { body: SALE });
    expect([status, body.usable, body.missing, body.reasons]).toEqual([201, { email: true }, [], []]);
  });

  test.each([
    ['that ends tomorrow', { state: 'ended', endedAt: '2026-11-25T10:00:00Z' }, '/relation/endedAt'],
    ['whose end is not said', { state: 'ended' }, '/relation/endedAt'],
    ['that runs, which nothing shows', { state: 'running' }, '/relation/shownBy'],
    ['that runs, shown by an empty record', { state: 'running', shownBy: {} }, '/relation/shownBy'],
    [
      'that runs, shown by an invoice to come',
      { state: 'running', shownBy: { lastInvoice: { reference: 'F-9', issuedOn: '2026-11-26' } } },
      '/relation/shownBy/lastInvoice/issuedOn',
    ],
    ['that neither runs nor ended', { state: 'paused' }, '/relation/state'],
  ])('L3: a relation %s is refused', async (_, relation, pointer) => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('record-sale', { body: { ...SALE, relation } });
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });

  test.each([
    { state: 'running', shownBy: { contractReference: 'C-1' } },
    { state: 'running', shownBy: { lastInvoice: { reference: 'F-9', issuedOn: '2026-11-24' } } },
    { state: 'ended', endedAt: '2026-11-24T10:00:00Z' },
  ])('L3: a relation is stored as it is said: %j', async (relation) => {
    const { call } = await aWorldWithForms();
    await putCheckout(call);
    const { status, body } = await call('record-sale', { body: { ...SALE, relation } });
    expect([status, body.usable]).toEqual([201, { email: true }]);
    const { body: contact } = await call('get-contact', { path: { contactId: body.contactId } });
    expect(contact.sales[0].relation.state).toBe(relation.state);
  });

  test.each([
    ['a quote', { type: 'quote' }, [], 'SOFT_OPT_IN_NO_SALE'],
    ['a free account', { type: 'free-account' }, [], 'SOFT_OPT_IN_FREEMIUM_REVIEW'],
    ['an address from a marketplace', { coordinatesFrom: 'marketplace' }, [], 'SOFT_OPT_IN_INDIRECT_COLLECTION'],
    ['an order of the sister company', { sellerSiren: '732829320' }, [], 'SOFT_OPT_IN_DIFFERENT_PERSON'],
    ['an order of unknown goods', { lines: [] }, ['/lines'], 'SOFT_OPT_IN_NOT_ANALOGOUS'],
  ])('D23: %s is stored and answered as unusable', async (_, changes, missing, code) => {
    const { call } = await aWorldWithForms();
    await putCheckout(call);
    const { status, body } = await call('record-sale', { body: { ...SALE, ...changes } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ usable: STOPPED, reasons: [{ code, channels: ['email'] }] });
    expect(body.missing.map(({ pointer }: { pointer: string }) => pointer)).toEqual(missing);
  });

  test.each([
    ['unknown', { form: { formId: 'gone', version: '1' } }, 'Version 1 of gone is unknown.'],
    ['not named', { form: undefined }, 'No form version is named: nothing shows the words that the person read.'],
  ])('a sale whose form is %s lacks that, not what the form would show', async (_, changes, sentence) => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('record-sale', { body: { ...SALE, ...changes } });
    const missing = [{ pointer: '/form', sentence: { en: sentence } }];
    expect(status).toBe(201);
    expect(body).toMatchObject({ usable: { email: { missing } }, missing });
    expect(body.usable.email.missing).toHaveLength(1);
  });

  test('a refusal at the till is an opposition in the same write', async () => {
    const { call } = await aWorldWithForms();
    const { status, body: sale } = await call('record-sale', {
      body: { ...(EXAMPLES['record-sale'] as object), refusal: {} },
    });
    expect([status, sale.missing.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([201, ['/form']]);
    const { body } = await call('get-contact', { path: { contactId: sale.contactId } });
    expect(body.sales).toMatchObject([{ reference: 'CMD-2026-1042', usable: STOPPED }]);
    expect(body.oppositions).toMatchObject([{ of: { scope: 'global' }, via: 'refusal-at-collection' }]);
  });

  test('L7: a refusal at the till is an opposition of every contact of the person, in the scope of its words', async () => {
    const { call } = await aWorldWithForms();
    const declare = async (contact: object, personRef = 'crm-7') =>
      (await call('declare-contact', { body: { advertiserId: ADVERTISER, contact, personRef } })).body.contactId;
    const sale = EXAMPLES['record-sale'] as { contact: object };
    const bought = await declare(sale.contact);
    const mobile = await declare({ phone: '+33612345678' });
    const ofTexts = { of: { scope: 'channel', channels: ['sms'] }, words: 'Je refuse les offres par SMS.' };
    const ofEverything = { ...sale, reference: 'CMD-2', refusal: {} };
    await call('record-sale', { body: { ...sale, refusal: ofTexts } });
    const opposedAt = async (contactId: string) =>
      (await call('get-contact', { path: { contactId } })).body.oppositions.map(({ of }: { of: object }) => of);
    expect([await opposedAt(bought), await opposedAt(mobile)]).toEqual([[ofTexts.of], [ofTexts.of]]);
    await call('record-sale', { body: ofEverything });
    const linkedLater = await declare({ email: 'autre@example.org' });
    for (const each of [bought, mobile, linkedLater])
      expect(await opposedAt(each)).toEqual([ofTexts.of, { scope: 'global' }]);
    expect(await opposedAt(await declare({ email: 'voisin@example.org' }, 'crm-8'))).toEqual([]);
  });

  test('L7: words of partners alone, of which nobody said what was refused, are an opposition to the offers of partners', async () => {
    const { call } = await aWorldWithForms();
    const sale = EXAMPLES['record-sale'] as object;
    const opposedBy = async (refusal: object, email: string) => {
      const { body } = await call('record-sale', { body: { ...sale, contact: { email }, refusal } });
      const { body: contact } = await call('get-contact', { path: { contactId: body.contactId } });
      return contact.oppositions.map(({ of }: { of: object }) => of);
    };
    const ofPartners = { words: 'Je ne souhaite pas recevoir les offres de vos partenaires.' };
    expect(await opposedBy(ofPartners, 'a@example.org')).toMatchObject([
      { scope: 'purpose', purpose: 'partner-offers', channels: expect.arrayContaining(['email', 'sms', 'post']) },
    ]);
    const ofBoth = { words: 'Je ne souhaite pas recevoir vos offres ni celles de vos partenaires.' };
    expect(await opposedBy(ofBoth, 'b@example.org')).toEqual([{ scope: 'global' }]);
    const said = { ...ofPartners, of: { scope: 'global' } };
    expect(await opposedBy(said, 'c@example.org')).toEqual([{ scope: 'global' }]);
  });

  test('the words of a refusal are kept with the sale in the timeline, and nowhere else', async () => {
    const world = await aWorldWithForms();
    const { call } = world;
    const words = 'Je ne veux recevoir aucune offre.';
    const body = { ...(EXAMPLES['record-sale'] as object), refusal: { words } };
    const { body: recorded } = await call('record-sale', { body });
    const { body: contact } = await call('get-contact', { path: { contactId: recorded.contactId } });
    expect(contact.sales).toMatchObject([{ refusal: {} }]);
    expect(contact.sales[0].refusal).toEqual({});
    expect(await eventsOf(world, recorded.contactId)).toMatchObject([
      { type: 'sale-recorded', sale: { refusal: { words } } },
    ]);
  });
});

describe('POST /v1/oppositions', () => {
  const OPPOSITION = EXAMPLES['register-opposition'];

  test('an opposition is taken without a key, for an address nobody knows, and told once', async () => {
    const { without, call } = await aWorldWithForms();
    const first = await without('register-opposition', 'Idempotency-Key', { body: OPPOSITION });
    const again = await without('register-opposition', 'Idempotency-Key', { body: OPPOSITION });
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const { body } = await call('get-contact', { path: { contactId: first.body.contactId } });
    expect(body.oppositions).toMatchObject([{ of: { scope: 'global' }, via: 'phone' }]);
  });

  test('the same undated words after a new consent are a new act and not lost', async () => {
    const { without, call } = await aWorldWithForms();
    const undated = { ...(OPPOSITION as object), occurredAt: undefined };
    const first = await without('register-opposition', 'Idempotency-Key', { body: undated });
    await call('record-consent', { body: CONSENT });
    const second = await without('register-opposition', 'Idempotency-Key', { body: undated });
    expect(second.body.id).not.toBe(first.body.id);
    expect((await without('register-opposition', 'Idempotency-Key', { body: undated })).body).toEqual(second.body);
  });

  test('a global opposition reaches every contact of the person, and one linked later', async () => {
    const { call } = await aWorldWithForms();
    const declare = (email: string) =>
      call('declare-contact', { body: { advertiserId: 'maison-valmy', contact: { email }, personRef: 'crm-1' } });
    const other = await declare('camille@example.org');
    await declare(ADDRESS);
    await call('register-opposition', { body: OPPOSITION });
    const later = await declare('c.martin@example.net');
    for (const { body: contact } of [other, later]) {
      const { body } = await call('get-contact', { path: { contactId: contact.contactId } });
      expect(body.oppositions).toMatchObject([{ of: { scope: 'global' } }]);
    }
  });

  test('a global opposition of a contact linked later goes to the others, and its consents do not', async () => {
    const { call } = await aWorldWithForms();
    const declare = (email: string) =>
      call('declare-contact', { body: { advertiserId: 'maison-valmy', contact: { email }, personRef: 'crm-2' } });
    const first = await declare('camille@example.org');
    await call('register-opposition', { body: OPPOSITION });
    await call('record-consent', { body: CONSENT });
    await declare(ADDRESS);
    const { body } = await call('get-contact', { path: { contactId: first.body.contactId } });
    expect(body.oppositions).toHaveLength(1);
    expect(body.consents).toEqual([]);
  });

  test('the twenty-sixth contact of a person is refused', async () => {
    const { call } = await aWorldWithForms();
    const declare = (n: number) =>
      call('declare-contact', {
        body: { advertiserId: 'maison-valmy', contact: { email: `c${n}@example.org` }, personRef: 'crm-3' },
      });
    for (let n = 1; n <= 25; n += 1) expect((await declare(n)).status).toBe(200);
    const { status, body } = await declare(26);
    expect([status, body.code]).toEqual([422, 'person-too-large']);
    const all = await call('register-opposition', {
      body: { ...(OPPOSITION as object), contact: { email: 'c1@example.org' } },
    });
    expect(all.status).toBe(201);
  });

  test('a contact linked to one person is not linked to another', async () => {
    const { call } = await aWorldWithForms();
    const link = (personRef: string) =>
      call('declare-contact', { body: { advertiserId: 'maison-valmy', contact: { email: ADDRESS }, personRef } });
    await link('crm-4');
    const { status, body } = await link('crm-5');
    expect([status, body.errors[0].pointer]).toEqual([422, '/personRef']);
  });
});

describe('an Idempotency-Key', () => {
  test('that was used for another contact is refused', async () => {
    const { call } = await aWorldWithForms();
    for (const name of ['record-consent', 'record-sale', 'record-activity', 'register-opposition'] as const) {
      const body = EXAMPLES[name] as object;
      const key = `once-${name}`;
      const first = await call(name, { body, key });
      const other = await call(name, { body: { ...body, contact: { email: 'somebody.else@example.com' } }, key });
      expect([name, first.status, other.status, other.body.code]).toEqual([name, 201, 422, 'idempotency-key-reused']);
      expect((await call(name, { body, key })).body).toEqual(first.body);
    }
  });
});

describe('U3: a success does not hide that a consent cannot be used', () => {
  test('a consent to e-mail of a telephone number says so, on POST, in a batch and when it is read back', async () => {
    const { call } = await aWorldWithForms();
    const body = { ...CONSENT, contact: { phone: '+33612345678' }, channels: ['email'] };
    const single = await call('record-consent', { body });
    expect(single.status).toBe(201);
    expect(single.body.usable.email.missing).toMatchObject([
      {
        pointer: '/contact',
        sentence: {
          en: 'This channel reaches an e-mail address, and this contact is of another kind.',
          fr: 'Ce canal s’adresse à une adresse électronique, et ce contact est d’un autre genre.',
        },
        remedy: { pointer: '/contact' },
      },
    ]);
    const { advertiserId, ...item } = body as Record<string, unknown>;
    const batch = await call('record-consents', { body: { advertiserId, consents: [item] } });
    expect([batch.status, batch.body.consents[0].usable]).toEqual([201, single.body.usable]);
    const { body: contact } = await call('get-contact', { path: { contactId: single.body.contactId } });
    for (const consent of contact.consents) expect(consent.usable).toEqual(single.body.usable);
  });
});
