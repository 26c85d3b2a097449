import { OFFERED, SOLD } from '../world.ts';
import { bought, OTHERS } from './acts.ts';
import { call, mail } from './messages.ts';
import type { Row } from './row.ts';

const asked = mail({ basis: 'existing-customer' });
const FREE_ACCOUNTS_ARE_SALES = {
  reading: 'free-account-is-a-sale',
  justification: 'Publicité payée par les comptes gratuits.',
  decidedBy: 'Claire Petit',
  decidedOn: '2026-01-05',
} as const;

/** The existing-customer exception, condition by condition. */
export const CUSTOMER_ROWS: readonly Row[] = [
  {
    row: '21',
    title: 'a paid order, an offer of the same goods, refusal offered at the checkout',
    recorded: [bought()],
    asked: { ...asked, offerCategory: SOLD },
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '21b',
    title: 'a paid order, an offer of goods that the advertiser’s map calls analogous',
    recorded: [bought()],
    asked: { ...asked, offerCategory: OFFERED },
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '22',
    title: 'a paid order, an offer of something else',
    recorded: [bought()],
    asked: { ...asked, offerCategory: 'insurance' },
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOT_ANALOGOUS'],
  },
  {
    row: '23',
    title: 'a quote, and no order',
    recorded: [bought({ type: 'quote' })],
    asked,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '23b',
    title: 'the exception is claimed, and no sale is recorded',
    asked,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '24',
    title: 'an account, no order, nothing that is paid for',
    recorded: [bought({ type: 'account-only' })],
    asked,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '25',
    title: 'a free account beside paid ones, on which nobody decided yet',
    recorded: [bought({ type: 'free-account' })],
    asked,
    outcome: 'review',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '25b',
    title: 'the same, where the advertiser recorded that its free accounts are sales',
    settings: { readings: [FREE_ACCOUNTS_ARE_SALES] },
    recorded: [bought({ type: 'free-account' })],
    asked,
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '26',
    title: 'an order, and no way to refuse at the checkout',
    form: { refusal: undefined },
    recorded: [bought()],
    asked,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_REFUSAL_OFFERED'],
  },
  {
    row: '27',
    title: 'an order, and the refusal ticked at the checkout',
    recorded: [bought({ refused: true })],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_PURPOSE', 'SOFT_OPT_IN_REFUSED_AT_COLLECTION'],
  },
  {
    row: '28',
    title: 'the address came from the parent company, which sold',
    recorded: [bought({ coordinatesFrom: 'group-company', sellerSiren: OTHERS.siren })],
    asked,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_INDIRECT_COLLECTION', 'SOFT_OPT_IN_DIFFERENT_PERSON'],
  },
  {
    row: '29',
    title: 'a customer, goods alike, an automated call',
    recorded: [bought()],
    asked: call({ basis: 'existing-customer' }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_CHANNEL_NOT_COVERED'],
  },
  {
    row: 'S3',
    title: 'an order on a form without notice',
    form: { notice: undefined },
    recorded: [bought()],
    asked,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOTICE_MISSING'],
  },
  {
    row: 'RET-3',
    title: 'the last order is three years and a day old',
    recorded: [bought({ daysAgo: 1097 })],
    asked,
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED_CUSTOMER'],
  },
];
