import { describe, expect, test } from 'vitest';
import { ofMoved } from '#shared/app/campaigns/sending/take-recipient.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { aConsent, aSale, aStanding, NOW } from '#test/support/builders.ts';

/** A consent that followed its person to another address. */
const MOVED = aConsent({ state: 'withdrawn', endedAt: NOW, endedBecause: 'moved' } as never);
const codeFor = (standing: Partial<Standing>, purpose = 'own-offers', declaredClass = 'prospecting') => {
  const running = { campaign: { channel: 'email', purpose }, occurrence: { validUntil: '2027-12-31T00:00:00.000Z' } };
  const input = { standing: aStanding({ consents: [MOVED], ...standing }), template: { class: declaredClass } };
  return ofMoved(running as never, input as never, NOW)?.code;
};
const PROFESSION = { profession: { function: 'buyer' } } as never;

describe('who is written to at another address since (P11)', () => {
  test('is passed over where the consent was all', () => {
    expect(codeFor({})).toBe('address-changed');
  });
  test.each<[string, Partial<Standing>]>([
    ['a profession', { declared: PROFESSION }],
    ['a legal person', { declared: { kind: 'legal-person' } as never }],
    ['a sale', { sales: [aSale()] }],
  ])('is asked of the law where the former address has %s', (_, standing) => {
    expect(codeFor(standing)).toBeUndefined();
  });
  test('a sale founds no offer of a partner', () => {
    const consents = [{ ...MOVED, purpose: 'partner-offers' }] as never;
    expect(codeFor({ consents, sales: [aSale()] }, 'partner-offers')).toBe('address-changed');
  });
  test('nothing follows of a message that needs no basis', () => {
    expect(codeFor({}, 'own-offers', 'transactional')).toBeUndefined();
  });
});
