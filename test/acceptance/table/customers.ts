import { call, mail } from './messages.ts';
import type { TableRow } from './row.ts';
import { bought, OTHERS } from './steps.ts';

const asked = mail({ basis: 'existing-customer' });

/** The existing-customer exception, condition by condition. */
export const CUSTOMER_ROWS: readonly TableRow[] = [
  {
    row: '21',
    says: 'a paid order, an offer of goods alike, refusal offered at the checkout',
    recorded: [bought()],
    asked,
    expected: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '22',
    says: 'a paid order, an offer of something else',
    recorded: [bought()],
    asked: { ...asked, offerCategory: 'insurance' },
    expected: 'refuse',
    codes: ['SOFT_OPT_IN_NOT_ANALOGOUS'],
  },
  {
    row: '23',
    says: 'a quote, and no order',
    recorded: [bought({ type: 'quote' })],
    asked,
    expected: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '24',
    says: 'an account, no order, nothing that is paid for',
    recorded: [bought({ type: 'account-only' })],
    asked,
    expected: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '25',
    says: 'a free account beside paid ones, on which nobody decided yet',
    recorded: [bought({ type: 'free-account' })],
    asked,
    expected: 'review',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '26',
    says: 'an order, and no way to refuse at the checkout',
    form: { refusal: undefined },
    recorded: [bought()],
    asked,
    expected: 'refuse',
    codes: ['SOFT_OPT_IN_NO_REFUSAL_OFFERED'],
  },
  {
    row: '27',
    says: 'an order, and the refusal ticked at the checkout',
    recorded: [bought({ refused: true })],
    asked,
    expected: 'refuse',
    codes: ['OPPOSED_PURPOSE', 'SOFT_OPT_IN_REFUSED_AT_COLLECTION'],
  },
  {
    row: '28',
    says: 'the address came from the parent company, which sold',
    recorded: [bought({ coordinatesFrom: 'group-company', sellerSiren: OTHERS.siren })],
    asked,
    expected: 'refuse',
    codes: ['SOFT_OPT_IN_INDIRECT_COLLECTION', 'SOFT_OPT_IN_DIFFERENT_PERSON'],
  },
  {
    row: '29',
    says: 'a customer, goods alike, an automated call',
    recorded: [bought()],
    asked: call({ basis: 'existing-customer' }),
    expected: 'refuse',
    codes: ['SOFT_OPT_IN_CHANNEL_NOT_COVERED'],
  },
];
