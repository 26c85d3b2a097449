import { describe, expect, test } from 'vitest';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { article } from '#shared/law/article.ts';
import { faultless } from '#shared/law/facts/basis.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  SIREN,
} from '../../support/builders.ts';
import { aCall, MOBILE } from '../../support/proposed.ts';
import { said } from '../said.ts';

const FREE = 'paul.durand@gmail.com';
const NAMED = 'paul.durand@bistrot.example';
const HOUSE = 'contact@bistrot.example';
const TRADER: DeclaredFacts = { kind: 'sole-trader', organisation: { siren: SIREN } };
const HOTELIER: DeclaredFacts = {
  ...TRADER,
  profession: { function: 'hotel-manager', noticeGivenAt: NOW, refusalOfferedAt: NOW },
};
const PUMP = 'heat-pump';
const message = aProposedMessage({ offerCategory: PUMP });
const advertiser = anAdvertiser({
  offers: [{ category: PUMP, natures: ['home-energy-works'] }],
  professionalOffers: [{ function: 'hotel-manager', offered: [PUMP, 'wine'], rationale: 'Pour chauffer l’hôtel.' }],
});
const aPump = (changes: Partial<Sale> = {}) => aSale({ lines: [{ category: PUMP }], ...changes });

/** An e-mail about a heat pump. */
const offered = (
  standing: Parameters<typeof aStanding>[0],
  { address = FREE, ...more }: Partial<VetRequest> = {},
): readonly string[] =>
  said({ ...aVetRequest({ address, standing: aStanding(standing) }), message, advertiser, ...more });
const BANNED = ['refuse', 'SECTOR_BAN_HOME_ENERGY'];

describe('FR-B2B-3: one who is a consumer and a professional', () => {
  test.each<[string, Partial<Sale>]>([
    ['as a consumer', { boughtAs: 'consumer' }],
    ['as nobody knows what', {}],
  ])('is prospected as a consumer on what they bought %s (L. 223-8)', (_, changes) => {
    expect(offered({ declared: {}, sales: [aPump(changes)] })).toEqual(BANNED);
    expect(offered({ declared: TRADER, sales: [aPump(changes)] })).toEqual(BANNED);
  });
  test('and on what they bought for the trade as a professional', () => {
    const OK = ['allow', 'OK_SOFT_OPT_IN declared'];
    expect(offered({ declared: TRADER, sales: [aPump({ boughtAs: 'professional' })] })).toEqual(OK);
    expect(offered({ declared: TRADER, sales: [aPump(), aPump({ boughtAs: 'professional' })] })).toEqual(OK);
  });
  test('as a purchase that is no basis any more is in no quality', () => {
    const sales = [aPump({ cancelledAt: NOW }), aPump({ boughtAs: 'professional' })];
    expect(offered({ declared: TRADER, sales })).toEqual(['allow', 'OK_SOFT_OPT_IN declared']);
    const others = [aPump(), aPump({ boughtAs: 'professional', cancelledAt: NOW })];
    expect(offered({ declared: TRADER, sales: others })).toEqual(BANNED);
  });
  test('is one of a legal person at its general address where it says so alone', () => {
    const house = { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' } } as const;
    const basis = { message: aProposedMessage({ offerCategory: PUMP, basis: 'existing-customer' }), address: HOUSE };
    expect(offered({ declared: house, sales: [aPump()] }, basis)).toEqual(['allow', 'OK_SOFT_OPT_IN declared']);
    expect(offered({ declared: house, sales: [aPump({ boughtAs: 'consumer' })] }, basis)).toEqual(BANNED);
  });
  test.each<[string, string, DeclaredFacts]>([
    ['a named mailbox', NAMED, { kind: 'legal-person' }],
    [
      'a public mailbox of a company',
      FREE,
      { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' } },
    ],
    [
      'the general address of a sole trader',
      HOUSE,
      { kind: 'legal-person', organisation: { legalForm: 'sole-trader' } },
    ],
  ])('is a human, whatever is declared of %s (FR-B2B-2)', (_, address, declared) => {
    const basis = (named: 'existing-customer' | 'consent') => ({
      message: aProposedMessage({ offerCategory: PUMP, basis: named }),
      address,
    });
    expect(offered({ declared, sales: [aPump()] }, basis('existing-customer'))).toEqual(BANNED);
    expect(offered({ declared, consents: [aConsent()] }, basis('consent'))).toEqual(BANNED);
    expect(offered({ declared, sales: [aPump({ boughtAs: 'professional' })] }, basis('existing-customer'))).toEqual([
      'allow',
      'OK_SOFT_OPT_IN declared',
    ]);
  });
  test('is prospected as a consumer on a consent, unless the offer concerns the function on record', () => {
    const consents = [aConsent()];
    expect(offered({ declared: TRADER, consents })).toEqual(BANNED);
    expect(offered({ declared: { kind: 'professional' }, consents }, { address: NAMED })).toEqual(BANNED);
    expect(offered({ declared: HOTELIER, consents })).toEqual(['allow', 'OK_CONSENT declared']);
  });
  test('is prospected as a professional where that is what carries the message', () => {
    expect(offered({ declared: HOTELIER, sales: [aPump({ boughtAs: 'consumer' })] })).toEqual([
      'allow',
      'OK_B2B_INTEREST declared',
    ]);
  });
  test('gets what no consumer’s rule forbids on any basis', () => {
    const wine = { message: aProposedMessage() };
    expect(offered({ declared: TRADER, sales: [aSale()] }, wine)).toEqual(['allow', 'OK_SOFT_OPT_IN declared']);
    expect(offered({ declared: HOTELIER, sales: [aSale()] }, wine)).toEqual(['allow', 'OK_SOFT_OPT_IN declared']);
  });
});

describe('R. 223-1 and D. 223-9: calls to one who is both', () => {
  const forms = [
    aFormVersion({
      wording: 'J’accepte d’être appelé par un automate d’appel de Maison Valmy.',
      channels: [{ channel: 'automated-call', words: 'par un automate d’appel' }],
    }),
  ];
  const called = (declared: DeclaredFacts, givenAt: string, at = NOW): readonly string[] => {
    const consents = [aConsent({ channels: ['automated-call'], givenAt: instant(givenAt) })];
    const standing = aStanding({ declared, consents, addressKind: 'phone' });
    const request = aVetRequest({ address: MOBILE, standing, forms, at });
    return said({
      ...request,
      message: aCall({ offerCategory: 'wine', validUntil: instant('2026-12-31T10:00:00Z') }),
      advertiser,
    });
  };
  const [OLD, SATURDAY] = ['2025-07-12T10:00:00Z', instant('2026-11-28T10:00:00Z')];
  test('are by the consent of a consumer, which lasts a year, in hours for consumers', () => {
    expect(called(TRADER, OLD)).toEqual(['refuse', 'CONSENT_EXPIRED']);
    expect(called(TRADER, '2026-05-20T09:00:00Z')).toEqual(['allow', 'OK_CONSENT declared']);
    expect(called(TRADER, '2026-05-20T09:00:00Z', SATURDAY)[0]).toBe('defer');
  });
  test('that concern the function are in the other quality', () => {
    expect(called(HOTELIER, OLD)).toEqual(['allow', 'OK_CONSENT declared']);
    expect(called(HOTELIER, '2026-05-20T09:00:00Z', SATURDAY)[0]).toBe('allow');
  });
});

test('where either quality waits for a human, both causes are named: a decision on one may turn it', () => {
  const text = article({
    id: 'house-test/2024-01-01',
    code: 'Règle interne',
    number: 'essai',
    inForce: { from: '2024-01-01' },
    kind: 'house',
  });
  const asConsumer = text.forbids('CLASS_UNCERTAIN', {
    concerns: { audience: 'consumer' },
    when: () => true,
    cause: () => 'of-consumers',
  });
  const otherwise = text.forbidsRelyingOn(['existing-customer'], 'SOFT_OPT_IN_FREEMIUM_REVIEW', {
    when: ({ isPrivate }) => isPrivate !== true,
    cause: () => 'of-the-trade',
  });
  const customer = faultless('existing-customer');
  const facts = {
    ...prepareFacts(aVetRequest()),
    isConsumer: false,
    bases: [{ ...customer, isPrivate: true as const }, customer],
  };
  const found = (decided: Facts['decided']) =>
    conclude({ ...facts, decided }, rulebookOf([asConsumer, otherwise], 'test'));
  expect(found({})).toMatchObject({ outcome: 'review', causes: ['of-consumers', 'of-the-trade'] });
  for (const cause of ['of-consumers', 'of-the-trade']) expect(found({ [cause]: 'allowed' }).outcome).toBe('allow');
});
