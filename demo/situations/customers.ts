import type { Cells } from '../export/columns.ts';
import type { Random } from '../export/random.ts';
import { dateIn, type Expected, recently, type Situation } from './situation.ts';

export const saleCells = (random: Random, lines: string, more: Cells = {}): Cells => ({
  SALE_TYPE: 'order',
  SALE_REFERENCE: `CMD-${random.int(100_000, 999_999)}`,
  SALE_DATE: dateIn(random, 2024, 2025),
  SALE_LINES: lines,
  SALE_FORM: 'checkout@2023',
  SALE_COORDINATES_FROM: 'data-subject',
  ...more,
});

/** The exception is for own offers (D22): a partner's offer cannot rely on it. */
const PARTNER = 'refuse:SOFT_OPT_IN_DIFFERENT_PERSON';
const SIMILAR: Expected = ['allow', 'allow', PARTNER, ''];
/** Conditions S1 to S4 come before the seller's person in the list of codes, S6 to S8 after. */
const refused = (code: string, three = PARTNER): Expected => [`refuse:${code}`, `refuse:${code}`, three, ''];

const customer = (
  name: string,
  row: string,
  count: number,
  cells: (random: Random) => Cells,
  expected: Expected,
): Situation => ({
  name,
  row,
  count,
  lines: [{ addresses: 'email', cells, expected }],
});

/** Customers, and those taken for customers: the exception of art. L. 34-5 al. 4, condition by condition. */
export const CUSTOMERS: readonly Situation[] = [
  customer('bought coffee', '21', 60, (random) => saleCells(random, 'coffee'), SIMILAR),
  customer('bought coffee and tableware', '21', 20, (random) => saleCells(random, 'tableware,coffee'), SIMILAR),
  customer(
    'bought a grinder: analogous to machines, not to coffee',
    '21, 22',
    24,
    (random) => saleCells(random, 'grinders'),
    ['refuse:SOFT_OPT_IN_NOT_ANALOGOUS', 'allow', PARTNER, ''],
  ),
  customer(
    'bought tableware only',
    '22',
    18,
    (random) => saleCells(random, 'tableware'),
    refused('SOFT_OPT_IN_NOT_ANALOGOUS'),
  ),
  customer(
    'subscribes to a monthly parcel',
    '21',
    14,
    (random) => saleCells(random, 'coffee', { SALE_TYPE: 'paid-subscription' }),
    SIMILAR,
  ),
  customer(
    'maintenance contract ended two years ago',
    '21, RET-3',
    12,
    (random) =>
      saleCells(random, 'coffee-machines', {
        SALE_TYPE: 'service-contract',
        SALE_DATE: dateIn(random, 2019, 2020),
        SALE_RELATION_END_DATE: dateIn(random, 2024, 2024),
      }),
    SIMILAR,
  ),
  {
    name: 'customer with a mobile number',
    row: '21',
    count: 22,
    lines: [
      {
        addresses: 'both',
        cells: (random) => saleCells(random, 'coffee'),
        expected: ['allow', 'allow', PARTNER, 'allow'],
      },
    ],
  },
  customer(
    'asked for a quote only',
    '23',
    12,
    (random) => saleCells(random, 'coffee', { SALE_TYPE: 'quote' }),
    refused('SOFT_OPT_IN_NO_SALE', 'refuse:SOFT_OPT_IN_NO_SALE'),
  ),
  customer(
    'left a basket',
    '23, FR-SOFT-2',
    10,
    (random) => saleCells(random, 'coffee', { SALE_TYPE: 'basket' }),
    refused('SOFT_OPT_IN_NO_SALE', 'refuse:SOFT_OPT_IN_NO_SALE'),
  ),
  customer(
    'entered a prize draw',
    '23, FR-SOFT-2',
    10,
    (random) => saleCells(random, 'coffee', { SALE_TYPE: 'contest' }),
    refused('SOFT_OPT_IN_NO_SALE', 'refuse:SOFT_OPT_IN_NO_SALE'),
  ),
  customer(
    'opened an account, never ordered',
    '24',
    12,
    (random) => saleCells(random, 'coffee', { SALE_TYPE: 'account-only' }),
    refused('SOFT_OPT_IN_NO_SALE', 'refuse:SOFT_OPT_IN_NO_SALE'),
  ),
  customer(
    'order cancelled',
    '21, S4',
    10,
    (random) =>
      saleCells(random, 'coffee', {
        SALE_DATE: '2025-05-02T10:00:00+02:00',
        SALE_CANCELLED_DATE: '2025-05-02T10:20:00+02:00',
      }),
    refused('SOFT_OPT_IN_NO_SALE', 'refuse:SOFT_OPT_IN_NO_SALE'),
  ),
  customer(
    'free account of a paid service',
    '25',
    12,
    (random) => saleCells(random, 'coffee', { SALE_TYPE: 'free-account' }),
    ['review:SOFT_OPT_IN_FREEMIUM_REVIEW', 'review:SOFT_OPT_IN_FREEMIUM_REVIEW', PARTNER, ''],
  ),
  customer(
    'no way to refuse at checkout',
    '26',
    14,
    (random) => saleCells(random, 'coffee', { SALE_FORM: 'checkout@2019' }),
    refused('SOFT_OPT_IN_NO_REFUSAL_OFFERED'),
  ),
  customer(
    'refused at checkout',
    '27',
    14,
    (random) => saleCells(random, 'coffee', { SALE_REFUSED: 'purpose:email:own-offers' }),
    refused('OPPOSED_PURPOSE'),
  ),
  customer(
    'address came from a marketplace',
    '28',
    12,
    (random) => saleCells(random, 'coffee', { SALE_COORDINATES_FROM: 'marketplace' }),
    refused('SOFT_OPT_IN_INDIRECT_COLLECTION', 'refuse:SOFT_OPT_IN_INDIRECT_COLLECTION'),
  ),
  customer(
    'bought from the sister company',
    '28, S5',
    12,
    (random) => saleCells(random, 'coffee', { SALE_SELLER_SIREN: '443061841' }),
    refused('SOFT_OPT_IN_DIFFERENT_PERSON'),
  ),
  customer(
    'no notice at checkout',
    '21, S3',
    12,
    (random) => saleCells(random, 'coffee', { SALE_FORM: 'checkout@2017' }),
    refused('SOFT_OPT_IN_NOTICE_MISSING', 'refuse:SOFT_OPT_IN_NOTICE_MISSING'),
  ),
  customer(
    'last order more than three years ago',
    'RET-3',
    14,
    (random) => saleCells(random, 'coffee', { SALE_DATE: dateIn(random, 2019, 2022) }),
    refused('RETENTION_EXPIRED_CUSTOMER'),
  ),
  customer(
    'order of this year, by someone whose consent has no wording',
    '21, D21',
    12,
    (random) => ({
      ...saleCells(random, 'coffee', { SALE_DATE: recently(random) }),
      CONSENT_DATE: dateIn(random, 2024, 2024),
      CONSENT_CHANNELS: 'email',
    }),
    ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''],
  ),
];
