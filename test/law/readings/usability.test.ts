import { describe, expect, test } from 'vitest';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import { isUsableOn, type Usability, usabilityOfConsent, usabilityOfSale } from '#shared/law/readings/usability.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aSale,
  aStanding,
  instant,
  NOW,
  OTHER_SIREN,
  referenceOf,
} from '../../support/builders.ts';

type Consent = Parameters<typeof aConsent>[0];
type Sale = Parameters<typeof aSale>[0];
type Standing = Parameters<typeof aStanding>[0];

const PARTNER = { siren: OTHER_SIREN, name: 'Verrerie du Nord' };
const forms = [
  aFormVersion(),
  aFormVersion({ version: 'partners', purposes: ['partner-offers'], partnersNamed: [PARTNER] }),
  aFormVersion({ version: 'our-partners', purposes: ['partner-offers'] }),
  aFormVersion({ version: 'email-alone', channels: [{ channel: 'email', words: 'par e-mail' }] }),
  aFormVersion({ version: 'no-channel', channels: [] }),
  aFormVersion({ version: 'silent', refusal: undefined }),
];
const on = (version: string) => ({ form: { ...referenceOf(aFormVersion()), version } });
const world = (standing: Standing) => ({
  at: NOW,
  advertiser: anAdvertiser(),
  standing: aStanding(standing),
  formOf: ({ version }: { version: string }) => forms.find((form) => form.version === version),
});
/** Whether it is usable on any channel, and why not on others. */
const shown = ({ channels, reasons }: Usability) => ({ usable: channels.some(isUsableOn), reasons });
const ofConsent = (changes: Consent = {}, standing: Standing = {}) => {
  const consent = aConsent(changes);
  return shown(usabilityOfConsent(world({ consents: [consent], ...standing }), consent));
};
const ofSale = (changes: Sale = {}, standing: Standing = {}) => {
  const sale = aSale(changes);
  return shown(usabilityOfSale(world({ sales: [sale], ...standing }), sale));
};
const USABLE = { usable: true, reasons: [] };

describe('D23: the usability of a recorded consent', () => {
  test('is all that it names, where nothing is wrong', () => {
    expect(ofConsent()).toEqual(USABLE);
    expect(ofConsent({ channels: ['email', 'sms'] })).toEqual(USABLE);
  });
  test('is what holds for one of its channels, and the fault of the others', () => {
    expect(ofConsent({ channels: ['sms', 'email', 'mms'], ...on('email-alone') })).toEqual({
      usable: true,
      reasons: [{ code: 'CONSENT_WRONG_CHANNEL', channels: ['sms', 'mms'] }],
    });
  });
  test('is nothing where every channel has a fault; each is reported once, with its channels', () => {
    expect(ofConsent({ channels: ['email', 'sms'], state: 'pending', ...on('email-alone') })).toEqual({
      usable: false,
      reasons: [
        { code: 'CONSENT_PENDING_CONFIRMATION', channels: ['email', 'sms'] },
        { code: 'CONSENT_WRONG_CHANNEL', channels: ['sms'] },
      ],
    });
  });
  test('is judged for the purpose that it names itself', () => {
    expect(ofConsent({ purpose: 'partner-offers', ...on('partners') })).toEqual(USABLE);
    expect(ofConsent({ purpose: 'partner-offers', ...on('our-partners') })).toEqual({
      usable: false,
      reasons: [{ code: 'PARTNER_NOT_NAMED_AT_COLLECTION', channels: ['email'] }],
    });
    expect(ofConsent(on('partners'))).toEqual({
      usable: false,
      reasons: [{ code: 'CONSENT_WRONG_PURPOSE', channels: ['email'] }],
    });
  });
  test('is judged in its own standing: what drew it, and how old the last contact is', () => {
    expect(ofConsent({ drawnBy: 'message' })).toEqual({
      usable: false,
      reasons: [{ code: 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', channels: ['email'] }],
    });
    const earlier = (changes: Sale = {}) => ({
      sales: [aSale({ soldAt: instant('2026-01-01T00:00:00Z'), ...changes })],
    });
    expect(ofConsent({ drawnBy: 'message' }, earlier(on('1')))).toEqual(USABLE);
    expect(ofConsent({ drawnBy: 'message' }, earlier(on('silent'))).usable).toBe(false);
    expect(ofConsent({ givenAt: instant('2023-11-24T09:59:59Z') })).toEqual({
      usable: false,
      reasons: [{ code: 'RETENTION_EXPIRED', channels: ['email'] }],
    });
  });
  test('is by an automated call a year, by e-mail more', () => {
    const old = { channels: ['automated-call' as const, 'email' as const], givenAt: instant('2025-11-01T09:00:00Z') };
    expect(ofConsent(old)).toEqual({
      usable: true,
      reasons: [{ code: 'CONSENT_EXPIRED', channels: ['automated-call'] }],
    });
  });
});

describe('D6: what humans decided counts for a basis as for a message', () => {
  const aDecision = (changes: Partial<ReviewDecision> = {}): ReviewDecision => ({
    decision: 'allowed',
    reason: 'Décidé une fois.',
    decider: 'Jeanne Roy',
    number: 1,
    decidedAt: NOW,
    apiKeyId: 'root',
    requestId: 'r',
    bodySha256: 'b',
    ...changes,
  });
  const consent = aConsent({ channels: ['email', 'sms'], ...on('no-channel') });
  const judged = (decision: ReviewDecision | undefined, cause = 'form:newsletter@no-channel') =>
    usabilityOfConsent(
      {
        ...world({ consents: [consent], addressKind: 'phone' }),
        decisions: (asked) => (asked === cause ? decision : undefined),
      },
      consent,
    );
  const decided = (...args: Parameters<typeof judged>) => shown(judged(...args));
  const detailsOf = (decision: ReviewDecision) =>
    judged(decision).channels.map(({ channel, faults }) => [channel, ...faults.map(({ detail }) => detail)]);
  const UNCERTAIN = { usable: false, reasons: [{ code: 'CONSENT_CHANNEL_UNCERTAIN', channels: ['email', 'sms'] }] };
  test('an allowance makes it usable, on the channels that it reaches', () => {
    expect(decided(aDecision())).toEqual(USABLE);
    expect(decided(aDecision({ appliesTo: { channels: ['sms'] } }))).toEqual({
      usable: true,
      reasons: [{ code: 'CONSENT_CHANNEL_UNCERTAIN', channels: ['email'] }],
    });
  });
  test('a refusal, an allowance that is over or of another cause, and silence do not', () => {
    const refused = aDecision({ decision: 'refused' });
    const said = 'refused:form:newsletter@no-channel';
    expect(decided(refused)).toEqual(UNCERTAIN);
    expect(detailsOf(refused)).toEqual([
      ['email', said],
      ['sms', said],
    ]);
    // Refused on one of its channels, it is still open on the other.
    const refusedBySms = aDecision({ decision: 'refused', appliesTo: { channels: ['sms'] } });
    expect(decided(refusedBySms)).toEqual(UNCERTAIN);
    expect(detailsOf(refusedBySms)).toEqual([
      ['email', undefined],
      ['sms', said],
    ]);
    expect(decided(aDecision({ until: NOW }))).toEqual(UNCERTAIN);
    expect(decided(aDecision(), 'form:newsletter@1')).toEqual(UNCERTAIN);
    expect(decided(undefined)).toEqual(UNCERTAIN);
    expect(ofConsent({ channels: ['email', 'sms'], ...on('no-channel') })).toEqual(UNCERTAIN);
  });
});

describe('D23: the usability of a recorded sale', () => {
  test('is the exception, for goods of its own kind, whatever the map', () => {
    expect(ofSale()).toEqual(USABLE);
    expect(ofSale({ lines: [{ category: 'shoes' }, { category: 'wine' }] })).toEqual(USABLE);
    expect(ofSale({}, { addressKind: 'phone' })).toEqual(USABLE);
  });
  test.each<[string, Sale, Standing, string, string]>([
    ['a quote, by e-mail', { type: 'quote' }, {}, 'SOFT_OPT_IN_NO_SALE', 'email'],
    ['a quote, by text message', { type: 'quote' }, { addressKind: 'phone' }, 'SOFT_OPT_IN_NO_SALE', 'sms mms'],
    ['an order of nothing', { lines: [] }, {}, 'SOFT_OPT_IN_NOT_ANALOGOUS', 'email'],
    ['an order without refusal offered', on('silent'), {}, 'SOFT_OPT_IN_NO_REFUSAL_OFFERED', 'email'],
    ['an order of a sister company', { sellerSiren: OTHER_SIREN }, {}, 'SOFT_OPT_IN_DIFFERENT_PERSON', 'email'],
    ['an order too old', { soldAt: instant('2023-11-01T00:00:00Z') }, {}, 'RETENTION_EXPIRED_CUSTOMER', 'email'],
  ])('is nothing: %s', (_, sale, standing, code, channels) => {
    expect(ofSale(sale, standing)).toEqual({ usable: false, reasons: [{ code, channels: channels.split(' ') }] });
  });
});

describe('the kind of address of the contact', () => {
  const fitsOf = (addressKind: 'email' | 'phone') => {
    const consent = aConsent({ channels: ['email', 'sms', 'fax', 'push'] });
    const { channels } = usabilityOfConsent(world({ consents: [consent], addressKind }), consent);
    return Object.fromEntries(channels.map(({ channel, fitsAddress }) => [channel, fitsAddress]));
  };
  test('is that of the channel, or the channel goes to no address that is kept', () => {
    expect(fitsOf('email')).toEqual({ email: true, sms: false, fax: false, push: true });
    expect(fitsOf('phone')).toEqual({ email: false, sms: true, fax: true, push: true });
  });
  test('a consent for mail alone is usable nowhere where a number alone is known', () => {
    expect(ofConsent({ channels: ['email'] }, { addressKind: 'phone' }).usable).toBe(false);
    expect(ofConsent({ channels: ['email'] }, { addressKind: 'email' }).usable).toBe(true);
  });
});

test('a sale is judged for goods of its own kind: of toys, whose buyer’s age nobody knows, it supports nothing', () => {
  const advertiser = anAdvertiser({ offers: [{ category: 'toys' as never, natures: ['child-directed'] }] });
  const sold = (category: string, declared: Standing = {}) =>
    shown(usabilityOfSale({ ...world(declared), advertiser }, aSale({ lines: [{ category: category as never }] })));
  expect(sold('toys')).toEqual({
    usable: false,
    reasons: [{ code: 'MINOR_CONSENT_INVALID', channels: ['email'] }],
  });
  expect(sold('toys', { declared: { ageBand: 'adult' } })).toEqual(USABLE);
  expect(sold('wine')).toEqual(USABLE);
});

describe('what a recorded basis lacks', () => {
  const complete = world({});
  const lacking = {
    ...complete,
    formOf: () => aFormVersion({ shown: undefined, notice: undefined, refusal: undefined }),
  };
  const pointersOf = ({ missing }: Usability) => missing.map(({ pointer }) => pointer);
  test('is nothing where the form shows all', () => {
    expect(pointersOf(usabilityOfConsent(complete, aConsent()))).toEqual([]);
    expect(pointersOf(usabilityOfSale(complete, aSale()))).toEqual([]);
  });
  test('is each piece that its kind asks for, of a consent by GDPR 7(1), of a sale by L. 34-5, al. 4', () => {
    expect(pointersOf(usabilityOfConsent(lacking, aConsent()))).toEqual(['/form/shown', '/form/notice']);
    expect(pointersOf(usabilityOfSale(lacking, aSale()))).toEqual(['/form/notice', '/form/refusal', '/form/shown']);
    expect(pointersOf(usabilityOfConsent(complete, aConsent(on('unknown'))))).toEqual(['/form']);
  });
});
