import { describe, expect, test } from 'vitest';
import type { AttributesPatch } from '#shared/domain/audience/attributes.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';
import { itemsOf, tableOfWorld } from './stored.ts';

const CONTACT = { advertiserId: ADVERTISER, contact: { email: 'camille.martin@example.com' } };
type Call = Awaited<ReturnType<typeof aWorldWithForms>>['call'];

const declare = (call: Call, attributes: AttributesPatch | undefined, more: object = {}) =>
  call('declare-contact', { body: { ...CONTACT, ...more, ...(attributes && { attributes }) } });

const settle = (call: Call, changes: object) =>
  call('patch-advertiser', {
    path: { advertiserId: ADVERTISER },
    body: changes,
    contentType: 'application/merge-patch+json',
  });

describe('attributes of PUT /v1/contacts', () => {
  test('a value replaces, null removes, and what is not named stays', async () => {
    const { call } = await aWorldWithForms();
    const first = await declare(call, { loyalty: 'gold', shop: 'Lyon' });
    expect(first).toMatchObject({ status: 200, body: { attributes: { loyalty: 'gold', shop: 'Lyon' } } });
    const { contactId } = first.body;
    const second = await declare(call, { loyalty: 'silver', shop: null, size: '42' });
    expect(second.body.attributes).toEqual({ loyalty: 'silver', size: '42' });
    const { body } = await call('get-contact', { path: { contactId } });
    expect(body.attributes).toEqual({ loyalty: 'silver', size: '42' });
    const found = await call('look-up-contact', { body: CONTACT });
    expect(found.body.attributes).toEqual(body.attributes);
  });

  test('a request without attributes neither changes nor shows any', async () => {
    const { call } = await aWorldWithForms();
    const { body: first } = await declare(call, { loyalty: 'gold' });
    const { body } = await declare(call, undefined, { language: 'fr' });
    expect(body.attributes).toBeUndefined();
    const { body: contact } = await call('get-contact', { path: { contactId: first.contactId } });
    expect(contact.attributes).toEqual({ loyalty: 'gold' });
  });

  test('attributes alone write nothing to the ledger of a known contact', async () => {
    const { call } = await aWorldWithForms();
    const { body: first } = await declare(call, { loyalty: 'gold' });
    const { body } = await declare(call, { loyalty: 'silver' });
    expect(body.seq).toBe(first.seq);
  });

  test('a contact of whom only an opposition is known takes attributes: it gets the key that encrypts them', async () => {
    const { call } = await aWorldWithForms();
    await call('register-opposition', { body: { ...(EXAMPLES['register-opposition'] as object), ...CONTACT } });
    const { status, body } = await declare(call, { loyalty: 'gold' });
    expect({ status, attributes: body.attributes }).toEqual({ status: 200, attributes: { loyalty: 'gold' } });
    expect((await declare(call, { loyalty: null })).body.attributes).toEqual({});
  });

  test('all are stored encrypted; those that the settings name stand beside in clear, and no other', async () => {
    const { call } = await aWorldWithForms();
    await settle(call, { audienceLabels: ['loyalty'] });
    await declare(call, { loyalty: 'gold', shop: 'Lyon-Bellecour' });
    const items = await itemsOf(tableOfWorld());
    const profile = items.find(({ entity }) => entity === 'profile');
    expect(profile).toMatchObject({ sk: 'STANDING#PROFILE', labels: { loyalty: 'gold' } });
    expect(JSON.stringify(items)).not.toContain('Bellecour');
  });

  test.each([
    ['a name with capitals', { Loyalty: 'gold' }],
    ['a value of two lines', { loyalty: 'gold\nsilver' }],
    ['an empty value', { loyalty: ' ' }],
    ['a value too long', { loyalty: 'x'.repeat(201) }],
    ['a number', { loyalty: 3 }],
  ])('%s is refused, and nothing is stored', async (_, attributes) => {
    const { call } = await aWorldWithForms();
    const { status, body } = await declare(call, attributes as AttributesPatch);
    expect(status).toBe(422);
    expect(body.errors[0].pointer).toMatch(/^\/attributes/);
    expect((await call('look-up-contact', { body: CONTACT })).status).toBe(404);
  });

  test('a contact has at most 50, and one more is refused before anything is recorded', async () => {
    const { call } = await aWorldWithForms();
    const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`a${n}`, 'x']));
    expect((await declare(call, fifty)).status).toBe(200);
    const { status, body } = await declare(call, { more: 'x' }, { language: 'fr' });
    expect({ status, pointer: body.errors[0].pointer }).toEqual({ status: 422, pointer: '/attributes' });
    const { body: contact } = await call('look-up-contact', { body: CONTACT });
    expect(contact.declared).toEqual({});
    expect((await declare(call, { a0: null, more: 'x' })).status).toBe(200);
  });

  test('a batch takes attributes of each contact, in order', async () => {
    const { call } = await aWorldWithForms();
    const { contact } = CONTACT;
    const contacts = [
      { contact, attributes: { loyalty: 'gold', shop: 'Lyon' } },
      { contact, attributes: { shop: null } },
    ];
    const { status, body } = await call('declare-contacts', { body: { advertiserId: ADVERTISER, contacts } });
    expect(status).toBe(200);
    expect(body.contacts.map(({ attributes }: { attributes: unknown }) => attributes)).toEqual([
      { loyalty: 'gold', shop: 'Lyon' },
      { loyalty: 'gold' },
    ]);
  });

  test('a batch that is sent again changes nothing that others changed meanwhile', async () => {
    const { call } = await aWorldWithForms();
    const batch = () =>
      call('declare-contacts', {
        body: { advertiserId: ADVERTISER, contacts: [{ contact: CONTACT.contact, attributes: { loyalty: 'gold' } }] },
        key: 'import-2026-11-28',
      });
    await batch();
    await declare(call, { loyalty: 'silver', shop: 'Lyon' });
    expect((await batch()).body.contacts).toMatchObject([{ attributes: { loyalty: 'silver', shop: 'Lyon' } }]);
    for (let count = 0; count < 8; count += 1) await declare(call, { size: String(count) });
    expect((await batch()).body.contacts).toMatchObject([{ attributes: { loyalty: 'silver' } }]);
  });
});
