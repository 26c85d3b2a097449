import { expect, test } from 'vitest';
import { Consent } from '#shared/domain/consent/consent.ts';
import { isUnaltered } from '#shared/domain/ledger/seal.ts';
import { Sale } from '#shared/domain/sale/sale.ts';

/** As the first version wrote them: a field with a default, added to either, would break every seal in store. */
const STORED_CONSENT = {
  kind: 'consent',
  id: `v1n1.${'a'.repeat(43)}.${'b'.repeat(16)}`,
  seq: 3,
  channels: ['email', 'sms'],
  purpose: 'own-offers',
  form: { formId: 'newsletter', version: '3' },
  givenAt: '2026-05-20T09:00:00.000Z',
  recordedAt: '2026-05-20T09:00:01.000Z',
  transferredBy: [],
  state: 'given',
  observed: false,
  seal: 'f2472fcf84d6a1677970e1a6b2ff322b',
};
const STORED_SALE = {
  kind: 'sale',
  id: `v1n1.${'a'.repeat(43)}.${'c'.repeat(16)}`,
  seq: 4,
  reference: 'CMD-1',
  type: 'order',
  soldAt: '2026-05-20T09:00:00.000Z',
  lines: [{ category: 'wine' }],
  coordinatesFrom: 'data-subject',
  recordedAt: '2026-05-20T09:00:01.000Z',
  seal: '3933bf22e16b0b2d7bc9abff83d2ec60',
};

test('P6: the seals of consents and sales in store hold, and one changed letter breaks them', () => {
  const consent = Consent.parse(STORED_CONSENT);
  const sale = Sale.parse(STORED_SALE);
  expect([isUnaltered(consent), isUnaltered(sale)]).toEqual([true, true]);
  expect(isUnaltered({ ...consent, givenAt: sale.recordedAt })).toBe(false);
  expect(isUnaltered({ ...sale, reference: 'CMD-2' })).toBe(false);
});
