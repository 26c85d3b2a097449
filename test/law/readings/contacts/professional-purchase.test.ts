import { describe, expect, test } from 'vitest';
import { SaleType } from '#shared/domain/sale/sale.ts';
import { isOwnPurchaseAsProfessional } from '#shared/law/readings/purchase.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import { aConsent, anAdvertiser, aSale, aStanding, instant, OTHER_SIREN, SIREN } from '#test/support/builders.ts';

type Sale = Parameters<typeof aSale>[0];
const bought = (changes: Sale = {}) => aSale({ boughtAs: 'professional', ...changes });

describe('what shows that somebody bought as a professional', () => {
  // Something was sold: a free account, a gift, a quote and a basket are no purchase.
  test.each(SaleType.options)('is a purchase: %s, or not', (type) => {
    const isPurchase = ['order', 'service-contract', 'paid-subscription'].includes(type);
    expect(isOwnPurchaseAsProfessional(bought({ type }), SIREN)).toBe(isPurchase);
  });
  test.each<[string, Sale, boolean]>([
    ['by a professional', {}, true],
    ['by a consumer', { boughtAs: 'consumer' }, false],
    ['by who did not say', { boughtAs: undefined }, false],
    ['that was cancelled', { cancelledAt: instant('2026-06-01T00:00:00Z') }, false],
    ['at a marketplace', { coordinatesFrom: 'marketplace' }, false],
    ['at a company of the group', { coordinatesFrom: 'group-company' }, false],
    ['from whom the address was bought', { coordinatesFrom: 'third-party' }, false],
    ['of this house, which is named', { sellerSiren: SIREN as never }, true],
    ['of another house', { sellerSiren: OTHER_SIREN as never }, false],
  ])('is one of this house: %s', (_, changes, isOwn) => {
    expect(isOwnPurchaseAsProfessional(bought(changes), SIREN)).toBe(isOwn);
  });
  test('of a house whose number is not known, one that names no seller', () => {
    expect(isOwnPurchaseAsProfessional(bought(), undefined)).toBe(true);
    expect(isOwnPurchaseAsProfessional(bought({ sellerSiren: SIREN as never }), undefined)).toBe(false);
  });
});

describe('RET-4: the general address of a legal person that bought', () => {
  const kept = (
    sale: Sale,
    { siren = SIREN, shown = {} }: { readonly siren?: string; readonly shown?: object } = {},
  ) => {
    const standing = aStanding({
      ...{ isGeneralAddress: true, consents: [aConsent()], sales: [bought(sale)] },
      declared: { organisation: { legalForm: 'company', ...shown } },
    } as unknown as Parameters<typeof aStanding>[0]);
    return expiryOf(standing, anAdvertiser({ siren } as never)) === undefined;
  };
  test('has no term where it bought of this house', () => {
    expect(kept({})).toBe(true);
    expect(kept({ sellerSiren: SIREN as never })).toBe(true);
  });
  test('has one where it bought of another, or what it bought was cancelled', () => {
    expect(kept({ sellerSiren: OTHER_SIREN as never })).toBe(false);
    expect(kept({ sellerSiren: SIREN as never }, { siren: OTHER_SIREN })).toBe(false);
    expect(kept({ cancelledAt: instant('2026-06-01T00:00:00Z') })).toBe(false);
  });
  test('has none where a register shows it, whatever it bought', () => {
    expect(kept({ boughtAs: 'consumer' }, { shown: { siren: SIREN } })).toBe(true);
    expect(kept({ boughtAs: 'consumer' })).toBe(false);
  });
  test.each<[string, object, boolean]>([
    ['of nobody else', { kind: 'legal-person' }, true],
    ['of who works there', { kind: 'legal-person', profession: { function: 'restaurant-manager' } }, false],
    ['of a professional', { kind: 'professional' }, false],
    ['of who did not say', {}, false],
  ])('a number that is no mobile is its own, or has a term: %s', (_, declared, isItsOwn) => {
    const number = (addressKind: 'phone' | 'email') =>
      aStanding({
        ...{ addressKind, isGeneralAddress: true, consents: [aConsent()] },
        declared: { ...declared, organisation: { siren: SIREN, legalForm: 'company' } },
      } as unknown as Parameters<typeof aStanding>[0]);
    expect(expiryOf(number('phone')) === undefined).toBe(isItsOwn);
    expect(expiryOf(number('email'))).toBeUndefined();
  });
});
