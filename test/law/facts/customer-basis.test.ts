import { describe, expect, test } from 'vitest';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import {
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  OTHER_SIREN,
  SIREN,
} from '../../support/builders.ts';
import { aCall, MOBILE } from '../../support/proposed.ts';
import { said } from '../said.ts';

type Form = Parameters<typeof aFormVersion>[0];

/** An e-mail to a person whose one sale was made over one form. */
const customer = (sale: Partial<Sale> = {}, more: Partial<VetRequest> = {}, form: Form = {}): VetRequest => ({
  ...aVetRequest({ standing: aStanding({ sales: [aSale(sale)] }), forms: [aFormVersion(form)] }),
  ...more,
});
const OK = ['allow', 'OK_SOFT_OPT_IN declared'];

describe('a sale', () => {
  test.each<[string, Partial<Sale>, readonly string[]]>([
    ['a quote', { type: 'quote' }, ['SOFT_OPT_IN_NO_SALE quote']],
    ['an order that was cancelled', { cancelledAt: NOW }, ['SOFT_OPT_IN_NO_SALE cancelled']],
    ['a quote that was cancelled', { type: 'quote', cancelledAt: NOW }, ['SOFT_OPT_IN_NO_SALE cancelled']],
    ['an order of a sister company', { sellerSiren: OTHER_SIREN }, ['SOFT_OPT_IN_DIFFERENT_PERSON']],
    ['an order over a marketplace', { coordinatesFrom: 'marketplace' }, ['SOFT_OPT_IN_INDIRECT_COLLECTION']],
    ['an order with the refusal ticked', { refusal: {} }, ['SOFT_OPT_IN_REFUSED_AT_COLLECTION']],
    [
      'an order with our offers by mail refused',
      { refusal: { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } } },
      ['SOFT_OPT_IN_REFUSED_AT_COLLECTION'],
    ],
    [
      'an order with e-mail refused',
      { refusal: { of: { scope: 'channel', channels: ['sms', 'email'] } } },
      ['SOFT_OPT_IN_REFUSED_AT_COLLECTION'],
    ],
    ['an order of nothing', { lines: [] }, ['SOFT_OPT_IN_NOT_ANALOGOUS']],
    [
      'an order over a form that is not known',
      { form: undefined },
      ['SOFT_OPT_IN_NOTICE_MISSING', 'SOFT_OPT_IN_NO_REFUSAL_OFFERED not-recorded'],
    ],
  ])('is no exception: %s', (_, sale, codes) => {
    expect(said(customer(sale))).toEqual(['refuse', ...codes]);
  });
  test.each<[string, Partial<Sale>]>([
    ['of the advertiser, by its number', { sellerSiren: SIREN }],
    ['at this very instant', { soldAt: NOW }],
    ['of several goods, one of the kind offered', { lines: [{ category: 'shoes' }, { category: 'wine' }] }],
    ['with SMS refused, and not e-mail', { refusal: { of: { scope: 'channel', channels: ['sms'] } } }],
    [
      'with the offers of partners refused',
      { refusal: { of: { scope: 'purpose', channels: ['email'], purpose: 'partner-offers' } } },
    ],
  ])('supports the exception: %s', (_, sale) => {
    expect(said(customer(sale))).toEqual(OK);
  });
  test('of tomorrow is not there yet', () => {
    expect(said(customer({ soldAt: instant('2026-11-24T10:00:00.001Z') }))).toEqual([
      'refuse',
      'CONSENT_MISSING quality-not-recorded',
    ]);
  });
  test('is none where the exception is claimed and nothing was sold', () => {
    const message = aProposedMessage({ basis: 'existing-customer' });
    expect(said(aVetRequest({ message, standing: aStanding() }))).toEqual([
      'refuse',
      'SOFT_OPT_IN_NO_SALE not-recorded',
    ]);
  });
  test('supports the advertiser’s own offers, and nobody else’s', () => {
    expect(said(customer({}, { message: aProposedMessage({ purpose: 'partner-offers' }) }))).toEqual([
      'refuse',
      'SOFT_OPT_IN_DIFFERENT_PERSON',
    ]);
  });
  test('over a form for children needs an age', () => {
    expect(said(customer({}, {}, { childDirected: true }))).toEqual(['refuse', 'MINOR_CONSENT_INVALID unknown']);
  });
  test('names in the facts the form over which it was made', () => {
    const formOf = (sale: Partial<Sale>) => prepareFacts(customer(sale)).bases.map(({ form }) => form);
    expect([formOf({}), formOf({ form: undefined })]).toEqual([['newsletter@1'], [undefined]]);
  });
});

describe('goods are analogous', () => {
  const map = anAdvertiser({
    analogies: [
      { sold: 'shoes', offered: ['socks'], rationale: 'Cela se porte ensemble.' },
      { sold: 'wine', offered: ['corkscrews', 'glassware'], rationale: 'Cela se boit ensemble.' },
    ],
  });
  const offering = (offerCategory: string, sold: readonly string[]) =>
    said(
      customer(
        { lines: sold.map((category) => ({ category })) },
        { message: aProposedMessage({ offerCategory }), advertiser: map },
      ),
    );
  test('by the advertiser’s map, from what was sold to what is offered', () => {
    expect(offering('glassware', ['wine'])).toEqual(OK);
    expect(offering('socks', ['wine', 'shoes'])).toEqual(OK);
  });
  test('not the other way round, nor across its lines', () => {
    const REFUSED = ['refuse', 'SOFT_OPT_IN_NOT_ANALOGOUS'];
    expect(offering('wine', ['glassware'])).toEqual(REFUSED);
    expect(offering('socks', ['wine'])).toEqual(REFUSED);
  });
});

describe('D22: what a sale is a basis for', () => {
  const asking = (purpose: 'own-offers' | 'partner-offers' | 'tracking') =>
    said(customer({}, { message: aProposedMessage({ purpose, basis: 'existing-customer' }) }));
  test('is the advertiser’s own offers', () => {
    expect(asking('own-offers')).toEqual(OK);
    expect(asking('partner-offers')).toEqual(['refuse', 'SOFT_OPT_IN_DIFFERENT_PERSON']);
    expect(asking('tracking')).toEqual(['refuse', 'CONSENT_WRONG_PURPOSE']);
  });
});

test('a refusal on a form whose design misleads was offered to nobody', () => {
  const NOT_OFFERED = ['refuse', 'SOFT_OPT_IN_NO_REFUSAL_OFFERED misleads'];
  expect(said(customer({}, {}, { design: { misleading: true } }))).toEqual(NOT_OFFERED);
  expect(said(customer({}, {}, { design: { misleading: false } }))).toEqual(OK);
});

test.each([
  ['misleads', { design: { misleading: true } }],
  ['costs', { lacking: ['freedom' as const] }],
  ['costs', { refusal: { words: 'Pour refuser nos offres, appelez le 0 899 12 34 56.' } }],
  ['later', { refusal: { words: 'Vous pourrez vous désabonner dans chacun de nos e-mails.' } }],
  ['something-else', { refusal: { words: 'Je refuse les offres de vos partenaires.' } }],
  ['something-else', { refusal: { words: 'Recevez nos offres, pas de spam.' } }],
  ['other-means', { refusal: { words: 'Je refuse les offres par SMS.' } }],
])('what is wrong with the refusal offered is said: %s', (detail, form) => {
  expect(said(customer({}, {}, form))).toEqual(['refuse', `SOFT_OPT_IN_NO_REFUSAL_OFFERED ${detail}`]);
});

describe('an appeal that sells nothing (D28)', () => {
  const message = aProposedMessage({ offerCategory: 'appeals' });
  const choice = { justification: 'j', decidedBy: 'd', decidedOn: '2026-01-05' };
  const APPEAL: Partial<VetRequest> = {
    message,
    advertiser: anAdvertiser({
      readings: [{ reading: 'non-commercial-appeals', ...choice }],
      offers: [{ category: message.offerCategory, natures: ['non-commercial-appeal'] }],
    }),
  };
  const NOT_SOLD = ['SOFT_OPT_IN_NO_SALE donation', 'SOFT_OPT_IN_NOT_ANALOGOUS'];
  const onAppeals = (more: Parameters<typeof anAdvertiser>[0]) => ({ message, advertiser: anAdvertiser(more) });
  const { readings, offers } = anAdvertiser(APPEAL.advertiser);
  const besides = (nature: (typeof offers)[number]['natures'][number]) =>
    onAppeals({ readings, offers: [...offers, { category: message.offerCategory, natures: [nature] }] });

  test.each(['donation', 'membership'] as const)('may rest on a %s, by the recorded reading', (type) => {
    expect(said(customer({ type }, APPEAL))).toEqual(['allow', 'OK_NON_COMMERCIAL_APPEAL declared']);
  });
  test.each<[string, Partial<VetRequest>, readonly string[]]>([
    ['the reading is not recorded', onAppeals({ offers }), NOT_SOLD],
    ['the category is not declared so', onAppeals({ readings }), NOT_SOLD],
    ['the category sells credit too', besides('consumer-credit'), ['CREDIT_REMINDER_UNCERTAIN no-review', ...NOT_SOLD]],
    ['the category is of training too', besides('cpf-training'), ['SECTOR_BAN_CPF', ...NOT_SOLD]],
    [
      'the category may be of training too',
      besides('cpf-training-mixed'),
      ['SECTOR_BAN_CPF_UNCERTAIN no-review', ...NOT_SOLD],
    ],
    ['the category is of works too', besides('home-energy-works'), ['SECTOR_BAN_HOME_ENERGY', ...NOT_SOLD]],
    [
      'the category touches on works too',
      besides('home-energy-mixed'),
      ['SECTOR_BAN_UNCERTAIN no-review', ...NOT_SOLD],
    ],
  ])('is refused where %s', (_, more, codes) => {
    expect(said(customer({ type: 'donation' }, more))).toEqual(['refuse', ...codes]);
  });
  test('is none by call: the reading is of electronic mail', () => {
    const call = { address: MOBILE, message: aCall({ offerCategory: 'appeals', basis: 'existing-customer' }) };
    const byCall = said(customer({ type: 'donation' }, { ...APPEAL, ...call }));
    expect(byCall).toEqual(['refuse', 'SOFT_OPT_IN_CHANNEL_NOT_COVERED']);
  });
  test.each<[string, Partial<Sale>, readonly string[]]>([
    ['a contest', { type: 'contest' }, ['SOFT_OPT_IN_NO_SALE contest', 'SOFT_OPT_IN_NOT_ANALOGOUS']],
    ['an order of wine', {}, ['SOFT_OPT_IN_NOT_ANALOGOUS']],
    [
      'a gift that was paid back',
      { type: 'donation', cancelledAt: NOW },
      ['SOFT_OPT_IN_NO_SALE cancelled', 'SOFT_OPT_IN_NOT_ANALOGOUS'],
    ],
    ['a gift to a sister', { type: 'donation', sellerSiren: OTHER_SIREN }, ['SOFT_OPT_IN_DIFFERENT_PERSON']],
  ])('may not rest on %s', (_, sale, codes) => {
    expect(said(customer(sale, APPEAL))).toEqual(['refuse', ...codes]);
  });
});
