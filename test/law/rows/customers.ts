import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import {
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  OTHER_SIREN,
} from '#test/support/builders.ts';
import { aCall, MOBILE, type Row } from './row.ts';

const message = aProposedMessage({ basis: 'existing-customer' });
/** A sale, and an e-mail that names it as its basis. */
const customer = (
  sale: Partial<Sale> = {},
  form: Parameters<typeof aFormVersion>[0] = {},
  settings: Partial<Advertiser> = {},
) =>
  aVetRequest({
    message,
    standing: aStanding({ sales: [aSale(sale)] }),
    forms: [aFormVersion(form)],
    advertiser: anAdvertiser(settings),
  });
const reading = {
  reading: 'free-account-is-a-sale',
  justification: 'Publicité payée par les comptes gratuits.',
  decidedBy: 'Claire Petit',
  decidedOn: '2026-01-05',
} as const;
const WITHOUT_REFUSAL: { refusal: FormVersion['refusal'] } = { refusal: undefined };

export const CUSTOMER_ROWS: readonly Row[] = [
  { row: '21', title: 'paid order, analogous offer', request: customer(), outcome: 'allow', codes: ['OK_SOFT_OPT_IN'] },
  {
    row: '21b',
    title: 'paid order of goods that the map calls analogous',
    request: { ...customer(), message: { ...message, offerCategory: 'glassware' } },
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '22',
    title: 'paid order, dissimilar offer',
    request: { ...customer(), message: { ...message, offerCategory: 'insurance' } },
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOT_ANALOGOUS'],
  },
  {
    row: '23',
    title: 'a quote only',
    request: customer({ type: 'quote' }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '23b',
    title: 'the exception is claimed and no sale is recorded',
    request: aVetRequest({ message }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '24',
    title: 'an account without order or paid tier',
    request: customer({ type: 'account-only' }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '25',
    title: 'a free account in a paid-tier model',
    request: customer({ type: 'free-account' }),
    outcome: 'review',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '25b',
    title: 'the same, once decided for the advertiser',
    request: customer({ type: 'free-account' }, {}, { readings: [reading] }),
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '26',
    title: 'an order, no refusal box at the checkout',
    request: customer({}, WITHOUT_REFUSAL),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_REFUSAL_OFFERED'],
  },
  {
    row: '28',
    title: 'address from a group company that sold',
    request: customer({ coordinatesFrom: 'group-company', sellerSiren: OTHER_SIREN }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_INDIRECT_COLLECTION', 'SOFT_OPT_IN_DIFFERENT_PERSON'],
  },
  {
    row: '29',
    title: 'an automated call to a customer',
    request: { ...customer(), address: MOBILE, message: aCall({ basis: 'existing-customer' }) },
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_CHANNEL_NOT_COVERED'],
  },
  {
    row: 'S3',
    title: 'an order on a form without notice',
    request: customer({}, { notice: undefined }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOTICE_MISSING'],
  },
  {
    row: 'RET-3',
    title: 'last order three years and a day ago',
    request: customer({ soldAt: instant('2023-11-23T10:00:00Z') }),
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED_CUSTOMER'],
  },
];
