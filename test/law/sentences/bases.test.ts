import { describe, expect, test } from 'vitest';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aFormVersion,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  SIREN,
} from '../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';
import { named, reasonsIn, type Told } from './sentences-table.ts';

type Form = Parameters<typeof aFormVersion>[0];
type More = Parameters<typeof aVetRequest>[0];
const bought = (sale: Partial<Sale> = {}, form: Form = {}, more: More = {}) =>
  aVetRequest({ standing: aStanding({ sales: [aSale(sale)] }), forms: [aFormVersion(form)], ...more });
const asDeclared = (declared: DeclaredFacts, more: More = {}) =>
  aVetRequest({ address: 'jean.martin@bistrot.example', standing: aStanding({ declared }), ...more });
const told = { noticeGivenAt: instant('2026-03-01T09:00:00Z'), refusalOfferedAt: instant('2026-03-01T09:00:00Z') };
const inTrade = (profession: DeclaredFacts['profession'] = {}, more: More = {}) =>
  asDeclared({ kind: 'professional', profession: { function: 'restaurant-manager', ...told, ...profession } }, more);
const house = (legalForm?: 'single-member-company' | 'sole-trader') =>
  asDeclared(
    { kind: 'legal-person', organisation: legalForm === undefined ? {} : { legalForm } },
    { address: 'contact@bistrot.example' },
  );

const CPCE = { article: 'l34-5/2020-07-26' };
const CNIL = { article: 'cnil-b2b/2026-06-10' };
const SCOPE = { article: 'house-scope/2026-11-24' };
const sale = { factId: factId('sale') };

const NO_SALE = { code: 'SOFT_OPT_IN_NO_SALE', ...CPCE };
const customers = aProposedMessage({ basis: 'existing-customer' });
const ON_SALES: readonly Told[] = [
  [
    'an order, cancelled',
    bought({ cancelledAt: instant('2026-05-21T09:00:00Z') }),
    { ...NO_SALE, ...sale, detail: 'cancelled' },
  ],
  [
    'a sale whose seal is broken',
    bought({ seal: 'broken' }),
    { code: 'EVIDENCE_TAMPERED', article: 'rgpd-7/2018-05-25', ...sale },
  ],
  ['a quote', bought({ type: 'quote' }), { ...NO_SALE, ...sale, detail: 'quote' }],
  ['no sale at all', aVetRequest({ message: customers }), { ...NO_SALE, detail: 'not-recorded' }],
  ['a free account', bought({ type: 'free-account' }), { code: 'SOFT_OPT_IN_FREEMIUM_REVIEW', ...CPCE, ...sale }],
  [
    'an order, by call',
    bought({}, {}, { address: MOBILE, message: aCall() }),
    { code: 'SOFT_OPT_IN_CHANNEL_NOT_COVERED', ...CPCE, ...sale },
  ],
  [
    'a checkout of which nothing shows it, nor that anybody looked at what was rebuilt',
    bought(
      {},
      {
        shown: undefined,
        approver: undefined,
        reconstruction: { from: '2026-01-01', until: '2026-06-30', sources: ['x'] },
      },
    ),
    { code: 'EVIDENCE_INCOMPLETE', ...CPCE, ...sale, detail: '/form/shown /form/approver' },
  ],
  [
    'an address from a marketplace',
    bought({ coordinatesFrom: 'marketplace' }),
    { code: 'SOFT_OPT_IN_INDIRECT_COLLECTION', ...CPCE, ...sale },
  ],
  ['no notice', bought({}, { notice: undefined }), { code: 'SOFT_OPT_IN_NOTICE_MISSING', ...CPCE, ...sale }],
  [
    'sold by the parent company',
    bought({ sellerSiren: OTHER_SIREN }),
    { code: 'SOFT_OPT_IN_DIFFERENT_PERSON', ...CPCE, ...sale },
  ],
  [
    'insurance to a buyer of wine',
    bought({}, {}, { message: aProposedMessage({ offerCategory: 'insurance' }) }),
    { code: 'SOFT_OPT_IN_NOT_ANALOGOUS', ...CPCE, ...sale },
  ],
  [
    'no refusal offered',
    bought({}, { refusal: undefined }),
    { code: 'SOFT_OPT_IN_NO_REFUSAL_OFFERED', ...CPCE, ...sale, detail: 'not-recorded' },
  ],
  ['refused then', bought({ refusal: {} }), { code: 'SOFT_OPT_IN_REFUSED_AT_COLLECTION', ...CPCE, ...sale }],
  [
    'an order of three years and a day ago',
    bought({ soldAt: instant('2023-11-23T10:00:00Z') }),
    { code: 'RETENTION_EXPIRED_CUSTOMER', article: 'cnil-2021-131/2021-09-23', ...sale },
  ],
  [
    'a customer in Austria',
    aVetRequest({ standing: aStanding({ sales: [aSale()], declared: { country: 'AT' } }) }),
    { code: 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', ...SCOPE, ...sale, detail: 'country:AT' },
  ],
  [
    'a customer whose number is of no known country',
    bought({}, {}, { address: '+12025550100', message: anSms() }),
    { code: 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', ...SCOPE, ...sale, detail: 'country:unknown' },
  ],
];

const ON_ADDRESSES: readonly Told[] = [
  [
    'a professional on a free mailbox',
    inTrade({}, { address: 'jean.martin@gmail.com' }),
    { code: 'RECIPIENT_KIND_UNKNOWN', ...CNIL },
  ],
  [
    'a holiday offer to a restaurant manager',
    inTrade({}, { message: aProposedMessage({ offerCategory: 'holidays' }) }),
    { code: 'B2B_PROFESSION_LINK_NOT_SHOWN', ...CNIL },
  ],
  ['a professional never informed', inTrade({ noticeGivenAt: undefined }), { code: 'B2B_NOTICE_MISSING', ...CNIL }],
  [
    'contact@ of a firm of one',
    house('single-member-company'),
    { code: 'LEGAL_PERSON_UNCERTAIN', ...CNIL, detail: 'firm-of-one' },
  ],
  [
    'a guessed address',
    inTrade({ source: { kind: 'guessed' } }),
    { code: 'B2B_ADDRESS_GUESSED', article: 'penal-226-18/2004-08-07' },
  ],
  [
    'a scraped address',
    inTrade({ source: { kind: 'scraped' } }),
    { code: 'COLLECTION_UNFAIR', article: 'penal-226-18/2004-08-07' },
  ],
  [
    'an automated call to a professional',
    inTrade({}, { address: MOBILE, message: aCall() }),
    { code: 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', article: 'l34-5/2020-07-26', detail: 'professional-interest' },
  ],
  [
    'an SMS to a legal person',
    asDeclared(
      { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' } },
      { address: MOBILE, message: anSms() },
    ),
    { code: 'LEGAL_PERSON_BY_TEXT', ...SCOPE },
  ],
];

describe.each([
  ['the existing-customer exception', ON_SALES],
  ['what is declared of an address', ON_ADDRESSES],
])('the reason against %s names the text, the fact and the fault', (_of, table) => {
  test.each(named(table))('%s', (_, each) => {
    expect(reasonsIn(each)).toContainEqual(each[2]);
  });
});

test.each(['sms', 'mms'] as const)(
  'a legal person is refused a %s by the one sentence that speaks of it',
  (channel) => {
    const request = asDeclared(
      { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' } },
      { address: '+33162000123', message: anSms({ channel, basis: 'legal-person' }) },
    );
    const codes = (asked: VetRequest) => vet(asked).reasons.map(({ code }) => code);
    expect(codes(request)).toEqual(['LEGAL_PERSON_BY_TEXT']);
    expect(codes({ ...request, address: MOBILE })).toEqual(['RECIPIENT_KIND_UNKNOWN', 'LEGAL_PERSON_BY_TEXT']);
  },
);

describe('what a human must decide is one cause that many messages share', () => {
  test.each<[string, VetRequest, string]>([
    ['contact@ of a firm of one', house('single-member-company'), 'address-class:single-member-company'],
    ['contact@ of a sole trader', house('sole-trader'), 'address-class:sole-trader'],
    ['contact@ of a house of unknown form', house(), 'address-class:unknown-form'],
    ['a free account', bought({ type: 'free-account' }), 'sale-type:free-account'],
  ])('%s', (_, request, cause) => {
    expect(vet(request)).toMatchObject({ outcome: 'review', cause });
  });
});
