import { describe, expect, test } from 'vitest';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  referenceOf,
} from '../../support/builders.ts';
import { said } from '../said.ts';

type Standing = Parameters<typeof aStanding>[0];
type Sale = Parameters<typeof aSale>[0];
type Consent = Parameters<typeof aConsent>[0];

const FORMS = [
  aFormVersion(),
  aFormVersion({ version: 'silent', refusal: undefined }),
  aFormVersion({ version: 'ticked', defaultState: 'ticked' }),
];
const on = (version: string) => ({ form: { ...referenceOf(aFormVersion()), version } });
const FOUR_YEARS_AGO = instant('2022-11-24T10:00:00Z');
const LATELY = instant('2026-10-24T10:00:00Z');
const RUNNING = { state: 'running' as const, shownBy: { contractReference: 'C-1' } };
const ended = (endedAt: string) => ({ state: 'ended' as const, endedAt: instant(endedAt) });

const old = (changes: Sale = {}) => aSale({ id: factId('old'), reference: 'OLD', soldAt: FOUR_YEARS_AGO, ...changes });
const recent = (changes: Sale = {}) => aSale({ id: factId('recent'), reference: 'NEW', soldAt: LATELY, ...changes });
const oldConsent = (changes: Consent = {}) => aConsent({ givenAt: FOUR_YEARS_AGO, ...changes });
/** The outcome for a mail, with the code of too old where it is too old. */
const keeps = (standing: Standing, more: Parameters<typeof aVetRequest>[0] = {}) => {
  const [outcome, ...codes] = said(aVetRequest({ standing: aStanding(standing), forms: FORMS, ...more }));
  return [outcome, ...codes.filter((each) => each.startsWith('RETENTION'))];
};
const ALLOWED = ['allow'];
const CUSTOMER_TOO_OLD = ['refuse', 'RETENTION_EXPIRED_CUSTOMER'];
const TOO_OLD = ['refuse', 'RETENTION_EXPIRED'];
const asCustomer = { message: aProposedMessage({ basis: 'existing-customer' }) };
const byConsent = { message: aProposedMessage({ basis: 'consent' }) };

const VOID_SALES: readonly [string, Sale][] = [
  ['a sister company’s order', { sellerSiren: OTHER_SIREN }],
  ['an order that was cancelled', { cancelledAt: LATELY }],
  ['a quote', { type: 'quote' }],
  ['an address from a marketplace', { coordinatesFrom: 'marketplace' }],
  ['an order that was offered no refusal', on('silent')],
  ['an order over a form that is not known', { form: undefined }],
  ['an order in which the person refused', { refusal: {} }],
  [
    'an order in which the person refused our offers by mail',
    { refusal: { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } } },
  ],
  ['an order of nothing', { lines: [] }],
  ['an order whose seal is broken', { seal: 'broken' }],
];

const FREE_ACCOUNT: readonly [string, Sale] = ['an undecided free account', { type: 'free-account' }];

describe('L2: an own order of four years ago', () => {
  test('is too old by itself', () => {
    expect(keeps({ sales: [old()] })).toEqual(CUSTOMER_TOO_OLD);
  });
  test.each<[string, Sale]>([
    ['an own order, of whatever goods', { lines: [{ category: 'shoes' }] }],
    ['a contract for services', { type: 'service-contract' }],
  ])('is kept alive by %s', (_, sale) => {
    expect(keeps({ sales: [old(), recent(sale)] }, asCustomer)).toEqual(ALLOWED);
  });
  test.each(VOID_SALES)('is not kept alive by %s', (_, sale) => {
    expect(keeps({ sales: [old(), recent(sale)] }, asCustomer)).toEqual(CUSTOMER_TOO_OLD);
  });
  test.each(VOID_SALES)('is not kept alive by %s whose relation runs', (_, sale) => {
    expect(keeps({ sales: [old(), recent({ ...sale, relation: RUNNING })] }, asCustomer)).toEqual(CUSTOMER_TOO_OLD);
  });
  test('is not kept alive by acts that are no sale', () => {
    expect(keeps({ sales: [old()], lastActAt: LATELY }, asCustomer)).toEqual(CUSTOMER_TOO_OLD);
    expect(keeps({ sales: [old()], consents: [aConsent()] }, asCustomer)).toEqual(CUSTOMER_TOO_OLD);
  });
  test('an undecided free account of its own waits for the human, as young as it is', () => {
    expect(keeps({ sales: [old(), recent({ type: 'free-account' })] })).toEqual(['review']);
  });
});

describe('L3: a contract of four years ago', () => {
  test.each<[string, Sale, readonly string[]]>([
    ['that runs', { relation: RUNNING }, ALLOWED],
    ['that ended a year ago', { relation: ended('2025-11-24T10:00:00Z') }, ALLOWED],
    ['that ended three years ago to the second', { relation: ended('2023-11-24T10:00:00Z') }, ALLOWED],
    ['that ended a second earlier', { relation: ended('2023-11-24T09:59:59Z') }, CUSTOMER_TOO_OLD],
    ['of whose end nothing is said', {}, CUSTOMER_TOO_OLD],
    ['that ran until it was cancelled', { relation: RUNNING, cancelledAt: LATELY }, CUSTOMER_TOO_OLD],
  ])('%s', (_, sale, answer) => {
    const [outcome] = keeps({ sales: [old({ type: 'service-contract', ...sale })] });
    expect(outcome).toBe(answer[0]);
  });
  test('of a sister company gives nothing by running', () => {
    expect(keeps({ sales: [old({ relation: RUNNING, sellerSiren: OTHER_SIREN })] })[0]).toBe('refuse');
  });
});

describe('RET-1: a consent of four years ago', () => {
  test('is too old by itself', () => {
    expect(keeps({ consents: [oldConsent()] })).toEqual(TOO_OLD);
  });
  test.each<[string, Standing]>([
    ['an act of the person', { lastActAt: LATELY }],
    ['an act that is declared', { declared: { lastActAt: LATELY } }],
    ['an own order', { sales: [recent()] }],
    ['an own contract that runs', { sales: [old({ type: 'service-contract', relation: RUNNING })] }],
    [
      'an own contract that ended a year ago',
      { sales: [old({ type: 'service-contract', relation: ended('2025-11-24T10:00:00Z') })] },
    ],
  ])('is kept alive by %s', (_, more) => {
    expect(keeps({ consents: [oldConsent()], ...more }, byConsent)).toEqual(ALLOWED);
  });
  test('is kept alive by another consent, to whatever, even one taken back since', () => {
    const other = { id: factId('other'), channels: ['sms' as const], givenAt: LATELY };
    expect(keeps({ consents: [oldConsent(), aConsent(other)] })).toEqual(ALLOWED);
    const taken = { ...other, state: 'withdrawn' as const, endedAt: instant('2026-11-01T00:00:00Z') };
    expect(keeps({ consents: [oldConsent(), aConsent(taken)] })).toEqual(ALLOWED);
  });
  test.each([...VOID_SALES, FREE_ACCOUNT])('is not kept alive by %s', (_, sale) => {
    expect(keeps({ consents: [oldConsent()], sales: [recent(sale)] }, byConsent)).toEqual(TOO_OLD);
  });
  test.each<[string, Consent]>([
    ['a pre-ticked box', on('ticked')],
    ['a broker’s warranty', { collector: { siren: OTHER_SIREN, name: 'Courtier' } }],
    ['a consent that awaits its confirmation', { state: 'pending' }],
    ['a consent that an operator ended', { state: 'invalidated' }],
    ['a consent to come', { givenAt: instant('2026-11-24T10:00:01Z') }],
    ['a consent that an unlawful message fetched', { drawnBy: 'message' }],
    ['a consent whose wording is not known', { form: undefined }],
  ])('is not kept alive by %s', (_, consent) => {
    const other = aConsent({ id: factId('other'), channels: ['email'], givenAt: LATELY, ...consent });
    expect(keeps({ consents: [oldConsent(), other] })).toEqual(TOO_OLD);
  });
  test('to calls is kept alive by an order in which the person refused one channel of electronic mail and not the other', () => {
    const toCalls = oldConsent({ channels: ['automated-call'], givenAt: instant('2021-10-01T09:30:38.999Z') });
    const refusing = (channels: ('sms' | 'mms')[]) =>
      recent({ soldAt: instant('2024-04-23T09:30:39Z'), refusal: { of: { scope: 'channel', channels } } });
    const call = {
      at: instant('2024-10-01T09:30:39Z'),
      message: aProposedMessage({ channel: 'automated-call', basis: 'consent' }),
    };
    const keptBy = (sale: ReturnType<typeof recent>) =>
      keeps({ addressKind: 'phone', consents: [toCalls], sales: [sale] }, call);
    expect(keptBy(refusing(['sms']))).toEqual(ALLOWED);
    expect(keptBy(refusing(['sms', 'mms']))).toEqual(TOO_OLD);
  });
  test('is not kept alive by a profession that was declared since, nor by the end of a contract long gone', () => {
    const profession = { function: 'florist', source: { kind: 'public-source' as const, collectedAt: LATELY } };
    expect(keeps({ consents: [oldConsent()], declared: { profession } }, byConsent)).toEqual(TOO_OLD);
    const gone = old({ soldAt: instant('2018-01-01T00:00:00Z'), relation: ended('2023-01-01T00:00:00Z') });
    expect(keeps({ consents: [oldConsent()], sales: [gone] }, byConsent)).toEqual(TOO_OLD);
  });
  test('serves as long as the advertiser’s own terms say', () => {
    const advertiser = anAdvertiser({ retention: { prospectYears: 1, customerYears: 1 } });
    const consents = [aConsent({ givenAt: instant('2025-11-24T10:00:00Z') })];
    expect(keeps({ consents }, { advertiser })).toEqual(ALLOWED);
    expect(keeps({ consents: [aConsent({ givenAt: instant('2025-11-24T09:59:59Z') })] }, { advertiser })).toEqual(
      TOO_OLD,
    );
  });
});

describe('RET-1: a professional’s address whose collection has no day', () => {
  const PROFESSIONAL = {
    declared: {
      kind: 'professional' as const,
      profession: { function: 'restaurant-manager', noticeGivenAt: LATELY, refusalOfferedAt: LATELY },
    },
    firstRecordedAt: instant('2026-05-20T09:00:00Z'),
  };
  const asProfessional = { message: aProposedMessage({ basis: 'professional-interest' }) };
  const keptWith = (standing: Standing) => keeps({ ...PROFESSIONAL, ...standing }, asProfessional);

  test('was collected when it was first recorded', () => {
    expect(keptWith({})).toEqual(ALLOWED);
    expect(keptWith({ firstRecordedAt: FOUR_YEARS_AGO })).toEqual(TOO_OLD);
  });
  test('is no younger than the last act that is known: an order or a consent that counted', () => {
    expect(keptWith({ sales: [old()] })).toEqual(TOO_OLD);
    expect(keptWith({ consents: [oldConsent()] })).toEqual(TOO_OLD);
    expect(keptWith({ sales: [old(), recent()] })).toEqual(ALLOWED);
  });
  test.each(VOID_SALES)('%s was no act, and changes nothing', (_, changes) => {
    expect(keptWith({ sales: [old(changes)] })).toEqual(ALLOWED);
  });
});
