import { describe, expect, test } from 'vitest';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { SaleType } from '#shared/domain/sale/sale.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import {
  aConsent,
  anAdvertiser,
  anOpposition,
  aSale,
  aStanding,
  aVetRequest,
  instant,
} from '../../support/builders.ts';

const consents = [aConsent({ givenAt: instant('2023-11-24T10:00:00Z') })];
const outcomeAt = (at: string, more: Parameters<typeof aVetRequest>[0] = {}) =>
  vet(
    aVetRequest({
      at: instant(at),
      message: { ...aVetRequest().message, validUntil: instant('2030-01-01T00:00:00Z') },
      standing: aStanding({ consents }),
      ...more,
    }),
  ).outcome;

describe('a prospect', () => {
  test('may be written to until three years after the last act, to the second', () => {
    expect(outcomeAt('2026-11-24T10:00:00Z')).toBe('allow');
    expect(outcomeAt('2026-11-24T10:00:01Z')).toBe('refuse');
  });
  test('is kept shorter where the advertiser says so', () => {
    const advertiser = anAdvertiser({ retention: { prospectYears: 1, customerYears: 3 } });
    expect(outcomeAt('2024-11-24T10:00:00Z', { advertiser })).toBe('allow');
    expect(outcomeAt('2024-11-24T10:00:01Z', { advertiser })).toBe('refuse');
  });
  test('lives on by a later act of the person', () => {
    const standing = aStanding({ consents, lastActAt: instant('2026-01-01T00:00:00Z') });
    expect(outcomeAt('2028-12-31T00:00:00Z', { standing })).toBe('allow');
  });
});

describe('P7: the expiry of a standing', () => {
  test('is the later of the prospect’s and the customer’s term', () => {
    const standing = aStanding({ sales: [aSale()], lastActAt: instant('2026-06-01T00:00:00Z') });
    expect(expiryOf(standing)).toBe('2029-06-01T00:00:00.000Z');
    const longer = anAdvertiser({ retention: { prospectYears: 1, customerYears: 3 } });
    expect(expiryOf(standing, longer)).toBe('2029-05-20T09:00:00.000Z');
  });
  // The three kinds of sales; a free account, which a human may find to be one; a gift and a membership, by a recorded reading.
  const CUSTOMERS = ['order', 'service-contract', 'paid-subscription', 'free-account', 'donation', 'membership'];
  // An order and a gift are performed once: what is said of their relation says nothing.
  const LASTING = ['service-contract', 'paid-subscription', 'free-account', 'membership'];
  test.each(SaleType.options)('counts from the end of the relation of a customer, or of who may be one: %s', (type) => {
    const relation = { state: 'ended', endedAt: instant('2025-06-30T00:00:00Z'), shownBy: {} } as const;
    const sales = [aSale({ type, soldAt: instant('2024-01-10T09:00:00Z'), relation })];
    expect(expiryOf(aStanding({ sales }))).toBe(
      LASTING.includes(type) ? '2028-06-30T00:00:00.000Z' : '2027-01-10T09:00:00.000Z',
    );
    const running = { state: 'running', shownBy: { contractReference: 'C-1' } } as const;
    const left = expiryOf(aStanding({ sales: [aSale({ type, relation: running })] }));
    expect(left === undefined).toBe(LASTING.includes(type));
  });
  test.each(CUSTOMERS)('of %s keeps an exception alive only where the relation can last', (type) => {
    const relation = { state: 'running', shownBy: { contractReference: 'C-1' } } as const;
    const sales = [aSale({ type: type as SaleType, soldAt: instant('2020-01-10T09:00:00Z'), relation })];
    const codes = vet(aVetRequest({ standing: aStanding({ sales }) })).reasons.map(({ code }) => code);
    expect(codes.includes('RETENTION_EXPIRED_CUSTOMER')).toBe(!LASTING.includes(type));
  });
  test('never comes while any opposition is held', () => {
    expect(expiryOf(aStanding({ consents, oppositions: [anOpposition()] }))).toBeUndefined();
  });
  test('comes when nothing in it can found a message any more', () => {
    const standing = aStanding({ consents, sales: [aSale({ soldAt: instant('2023-10-01T00:00:00Z') })] });
    expect(outcomeAt(expiryOf(standing) ?? '', { standing })).toBe('allow');
    expect(outcomeAt('2026-11-24T10:00:00.001Z', { standing })).toBe('refuse');
  });
});

test('P7: who asked for a restriction is kept, whatever the term, until it is lifted', () => {
  const { contactId } = aStanding();
  const standing = aStanding({ consents });
  expect(expiryOf(standing)).toBe('2026-11-24T10:00:00.000Z');
  expect(expiryOf({ ...standing, restrictions: [factIdOf(contactId, 'a request')] })).toBeUndefined();
});

describe('RET-4: the general address of a legal person has no term, where its form is shown', () => {
  const professional = aSale({ boughtAs: 'professional' });
  const asConsumer = aSale({ boughtAs: 'consumer' });
  const kept = (organisation: object | undefined, more: object = {}) =>
    expiryOf(aStanding({ consents, isGeneralAddress: true, declared: { organisation } as never, ...more } as never)) ===
    undefined;
  test.each([
    ['by its SIREN', { siren: '552100554', legalForm: 'company' }, {}],
    ['of an association, by its number', { rna: 'W751000000', legalForm: 'association' }, {}],
    ['by a purchase as a professional', { legalForm: 'company' }, { sales: [professional] }],
    ['by one of its purchases', { legalForm: 'company' }, { sales: [asConsumer, professional] }],
    [
      'at a landline that is its own',
      { siren: '552100554', legalForm: 'company' },
      {
        addressKind: 'phone',
        declared: { kind: 'legal-person', organisation: { siren: '552100554', legalForm: 'company' } },
      },
    ],
  ])('%s', (_, organisation, more) => {
    expect(kept(organisation, more)).toBe(true);
  });
  test.each([
    ['no form', { siren: '552100554' }, {}],
    ['a form that nothing shows', { legalForm: 'company' }, {}],
    ['a company with the number of an association', { rna: 'W751000000', legalForm: 'company' }, {}],
    ['a firm of one', { siren: '552100554', legalForm: 'sole-trader' }, {}],
    ['a purchase as a consumer', { legalForm: 'company' }, { sales: [asConsumer] }],
    ['a number that was not given as its own', { siren: '552100554', legalForm: 'company' }, { addressKind: 'phone' }],
    ['no general address', { siren: '552100554', legalForm: 'company' }, { isGeneralAddress: false }],
    ['no organisation', undefined, {}],
  ])('and has one: %s', (_, organisation, more) => {
    expect(kept(organisation, more)).toBe(false);
  });
});

test('RET-4: a consent that nobody confirmed keeps nothing', () => {
  const pending = aConsent({ givenAt: instant('2026-01-24T10:00:00Z'), state: 'pending' } as never);
  expect(expiryOf(aStanding({ consents: [...consents, pending] }))).toBe('2026-11-24T10:00:00.000Z');
});
