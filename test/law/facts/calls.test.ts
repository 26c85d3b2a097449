import { describe, expect, test } from 'vitest';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import {
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  NOW,
  OTHER_SIREN,
  sha256,
} from '../../support/builders.ts';

const LATER = instant('2026-11-24T10:00:00.001Z');

describe('a contract that runs', () => {
  const ongoing = (changes: Partial<Sale> = {}, message = {}) => {
    const relation = { state: 'running', shownBy: { contractReference: 'CTR-1' } } as const;
    const standing = aStanding({ sales: [aSale({ type: 'service-contract', relation, ...changes })] });
    return prepareFacts(aVetRequest({ standing, message: aProposedMessage(message) })).ongoingContract;
  };
  test.each<[string, Partial<Sale>]>([
    ['for services', {}],
    ['a subscription', { type: 'paid-subscription' }],
    ['made at this very instant', { soldAt: NOW }],
    [
      'shown by an invoice of this year',
      { relation: { state: 'running', shownBy: { lastInvoice: { reference: 'F-1', issuedOn: '2026-05-01' } } } },
    ],
  ])('is one: %s', (_, changes) => {
    expect(ongoing(changes)).toBe(factId('sale'));
  });
  test('is none for a message that offers nothing in particular', () => {
    expect(ongoing({}, { offerCategory: '' })).toBeUndefined();
  });
  test.each<[string, Partial<Sale>]>([
    [
      'of which the last invoice, which alone shows it, is of ten years ago',
      { relation: { state: 'running', shownBy: { lastInvoice: { reference: 'F-1', issuedOn: '2016-05-01' } } } },
    ],
    ['that ended', { relation: { state: 'ended', endedAt: NOW } }],
    ['of which nothing is said', { relation: undefined }],
    ['made tomorrow', { soldAt: LATER }],
    ['that was cancelled', { cancelledAt: NOW }],
    ['that is one order', { type: 'order' }],
    ['that is a free account', { type: 'free-account' }],
    ['with another firm', { sellerSiren: OTHER_SIREN }],
    ['on other goods', { lines: [{ category: 'shoes' }] }],
  ])('is none: %s', (_, changes) => {
    expect(ongoing(changes)).toBeUndefined();
  });
  test('lets nobody else offer', () => {
    expect(ongoing({}, { purpose: 'partner-offers' })).toBeUndefined();
  });
  test('counts as it was recorded alone', () => {
    const relation = { state: 'running', shownBy: { contractReference: 'CTR-1' } } as const;
    const altered = { ...aSale({ type: 'service-contract', relation }), reference: 'CMD-9' };
    const request = aVetRequest({ standing: aStanding({ sales: [altered] }) });
    expect(prepareFacts(request).ongoingContract).toBeUndefined();
  });
});

describe('an action of training under way', () => {
  const RUNS = { state: 'running', shownBy: { contractReference: 'CTR-1' } } as const;
  const { offerCategory } = aProposedMessage();
  const TRAINING: Natures = ['cpf-training'];
  type Natures = Advertiser['offers'][number]['natures'];
  const underWay = (
    changes: Partial<Sale> = {},
    message = {},
    analogies: Advertiser['analogies'] = [],
    natures: Natures = TRAINING,
  ) => {
    const sale = aSale({ type: 'service-contract', relation: RUNS, ...changes });
    const category = aProposedMessage(message).offerCategory;
    const advertiser = anAdvertiser({ analogies, offers: [{ category, natures }] });
    const request = { standing: aStanding({ sales: [sale] }), message: aProposedMessage(message), advertiser };
    return prepareFacts(aVetRequest(request)).trainingUnderWay;
  };
  test('is a contract for services of the category that is offered', () => {
    expect(underWay()).toBe(factId('sale'));
    expect(underWay({ soldAt: NOW })).toBe(factId('sale'));
  });
  test('is asked for where training is offered alone', () => {
    expect(underWay({}, {}, [], ['cpf-training-mixed'])).toBe(factId('sale'));
    expect(underWay({}, {}, [], ['home-energy-works'])).toBeUndefined();
  });
  const ANALOGOUS = [{ sold: 'shoes', offered: ['shoes', offerCategory], rationale: 'r' }] as Advertiser['analogies'];
  test.each<[string, Partial<Sale>]>([
    ['on what is only analogous', { lines: [{ category: 'shoes' }] }],
    ['a subscription', { type: 'paid-subscription' }],
    ['one order', { type: 'order' }],
    ['that ended', { relation: { state: 'ended', endedAt: NOW } }],
    ['of which nothing is said', { relation: undefined }],
    ['made tomorrow', { soldAt: LATER }],
    ['that was cancelled', { cancelledAt: NOW }],
    ['with another firm', { sellerSiren: OTHER_SIREN }],
  ])('is none: %s', (_, changes) => {
    expect(underWay(changes, {}, ANALOGOUS)).toBeUndefined();
  });
  test('lets nobody else offer, nor a message that offers nothing in particular', () => {
    expect(underWay({}, { purpose: 'partner-offers' })).toBeUndefined();
    expect(underWay({ lines: [{ category: '' }] }, { offerCategory: '' })).toBeUndefined();
  });
  test('counts as it was recorded alone', () => {
    const altered = { ...aSale({ type: 'service-contract', relation: RUNS }), reference: 'CMD-9' };
    const advertiser = anAdvertiser({ offers: [{ category: offerCategory, natures: TRAINING }] });
    const request = aVetRequest({ standing: aStanding({ sales: [altered] }), advertiser });
    expect(prepareFacts(request).trainingUnderWay).toBeUndefined();
  });
});

describe('a call at an hour agreed', () => {
  const callAt = instant('2026-11-28T10:00:00Z');
  const agreed = (agreedAt: typeof NOW, channel: 'automated-call' | 'sms' = 'automated-call', at = NOW) => {
    const declared = { agreedCall: { callAt, agreedAt, evidence: { sha256: sha256() } } };
    const message = aProposedMessage({ channel });
    const standing = aStanding({ declared });
    return prepareFacts(aVetRequest({ at, address: '+33612345678', standing, message })).agreedCall;
  };
  test('is agreed for half an hour from its minute on', () => {
    const from = Date.parse('2026-11-28T10:00:00Z');
    expect(agreed(NOW)).toEqual({ from, until: from + 1_800_000 });
  });
  test('is none where it was agreed later, and of no text', () => {
    expect([agreed(LATER), agreed(NOW, 'sms')]).toEqual([undefined, undefined]);
  });
  test('is none where it was agreed at that hour or after it: the person had said no hour', () => {
    const within = instant('2026-11-28T10:20:00Z');
    const on = (agreedAt: string) => agreed(instant(agreedAt), 'automated-call', within);
    expect(on('2026-11-28T09:59:59.999Z')).toBeDefined();
    expect([on('2026-11-28T10:00:00Z'), on('2026-11-28T10:05:00Z')]).toEqual([undefined, undefined]);
  });
});
