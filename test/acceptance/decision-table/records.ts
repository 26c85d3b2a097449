/** Records that others rest on: what allowed the message that asked for a consent, and what keeps data alive. */
import { OFFERED } from '../world.ts';
import { agreed, bought, clicked, MAILS, OTHERS, opposed } from './acts.ts';
import { mail } from './messages.ts';
import { ago, type Row } from './row.ts';

const byConsent = mail({ basis: 'consent' });
const asCustomer = mail({ basis: 'existing-customer' });
/** A message asked for it, a hundred days ago. */
const fetched = agreed({ drawnBy: 'message' });
const EARLIER = { daysAgo: 200, reference: 'CMD-0' };
const FOUR_YEARS = 1461;
const old = { daysAgo: FOUR_YEARS, reference: 'CMD-0' };
const RUNNING = {
  state: 'running',
  shownBy: { contractReference: 'C-7', lastInvoice: { reference: 'F-31', issuedOn: '2026-11-02' } },
};
const SENSITIVE = { offers: [{ category: OFFERED, natures: ['sensitive'] }] };
const NAMING_THE_USE = {
  wording: '☐ J’accepte de recevoir par e-mail, par SMS, par MMS et par appel automatique des offres liées à ma santé.',
  explicitWords: [{ category: OFFERED, words: 'liées à ma santé' }],
};

/** L1: whether the message that asked was lawful. */
const FETCHED_ROWS: readonly Row[] = [
  {
    row: 'D10a',
    title: 'a consent that a message asked of a customer',
    recorded: [bought(EARLIER), fetched],
    asked: byConsent,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D10b',
    title: 'the same, after a mere quote',
    recorded: [bought({ ...EARLIER, type: 'quote' }), fetched],
    asked: byConsent,
    outcome: 'refuse',
    codes: ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
  {
    row: 'D10c',
    title: 'the same, of a customer who was offered no refusal',
    form: { refusal: undefined },
    recorded: [bought(EARLIER), fetched],
    asked: byConsent,
    outcome: 'refuse',
    codes: ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
  {
    row: 'D10d',
    title: 'the same, after an order of five years ago',
    recorded: [bought({ ...EARLIER, daysAgo: 1826 }), fetched],
    asked: byConsent,
    outcome: 'refuse',
    codes: ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
  {
    row: 'D10e',
    title: 'the same, after a consent to text messages alone',
    recorded: [agreed({ daysAgo: 200, channels: ['sms'] }), fetched],
    asked: byConsent,
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_CHANNEL', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
  {
    row: 'D10f',
    title: 'the same, after an order that was cancelled before the message',
    recorded: [bought({ ...EARLIER, cancelledAt: ago(190) }), fetched],
    asked: byConsent,
    outcome: 'refuse',
    codes: ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
  {
    row: 'D10g',
    title: 'the same, after an order that was cancelled after it',
    recorded: [bought({ ...EARLIER, cancelledAt: ago(50) }), fetched],
    asked: byConsent,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D10h',
    title: 'the same, of a customer who had opposed to mail',
    recorded: [bought(EARLIER), opposed(MAILS, { daysAgo: 150 }), fetched],
    asked: byConsent,
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL', 'REOPT_IN_NOT_VALID', 'REOPT_IN_NOT_VALID', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
];

/** L2 and L3: what keeps the data of a customer, or of one who agreed, alive. */
const KEPT_ROWS: readonly Row[] = [
  {
    row: 'RET-3a',
    title: 'an own order of four years ago, and one of a sister company last month',
    recorded: [bought(old), bought({ daysAgo: 30, sellerSiren: OTHERS.siren })],
    asked: asCustomer,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_DIFFERENT_PERSON', 'RETENTION_EXPIRED_CUSTOMER'],
  },
  {
    row: 'RET-3b',
    title: 'an own order of four years ago, and one of last month that was cancelled',
    recorded: [bought(old), bought({ daysAgo: 30, cancelledAt: ago(29) })],
    asked: asCustomer,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE', 'RETENTION_EXPIRED_CUSTOMER'],
  },
  {
    row: 'RET-3c',
    title: 'an own order of four years ago, and an own one of other goods last month',
    recorded: [bought(old), bought({ daysAgo: 30, lines: [{ category: 'wool' }] })],
    asked: asCustomer,
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: 'RET-3d',
    title: 'a contract of four years ago that still runs',
    recorded: [bought({ ...old, type: 'service-contract', relation: RUNNING })],
    asked: asCustomer,
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: 'RET-3e',
    title: 'a contract of four years ago that ended a year ago',
    recorded: [bought({ ...old, type: 'service-contract', relation: { state: 'ended', endedAt: ago(365) } })],
    asked: asCustomer,
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: 'RET-3f',
    title: 'a contract of four years ago, of which nothing more is said',
    recorded: [bought({ ...old, type: 'service-contract' })],
    asked: asCustomer,
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED_CUSTOMER'],
  },
  {
    row: 'RET-1a',
    title: 'a consent of four years ago, of a person whose contract still runs',
    recorded: [agreed({ daysAgo: FOUR_YEARS }), bought({ ...old, type: 'service-contract', relation: RUNNING })],
    asked: byConsent,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'RET-1b',
    title: 'a consent of four years ago, and a quote of last month',
    recorded: [agreed({ daysAgo: FOUR_YEARS }), bought({ daysAgo: 30, type: 'quote' })],
    asked: byConsent,
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED'],
  },
  {
    row: 'RET-1c',
    title: 'a consent of four years ago, of a person who clicked last month',
    recorded: [agreed({ daysAgo: FOUR_YEARS }), clicked(30)],
    asked: byConsent,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
];

/** L6: the consent that a sensitive offer needs. */
const SENSITIVE_ROWS: readonly Row[] = [
  {
    row: 'SENS-1c',
    title: 'an offer that reveals health, to a customer who agreed to it by text message alone',
    settings: SENSITIVE,
    form: NAMING_THE_USE,
    recorded: [bought(), agreed({ channels: ['sms'] })],
    asked: asCustomer,
    outcome: 'refuse',
    codes: ['SENSITIVE_TARGETING'],
  },
  {
    row: 'SENS-1d',
    title: 'the same, to a customer whose box came ticked',
    settings: SENSITIVE,
    form: { ...NAMING_THE_USE, defaultState: 'ticked' },
    recorded: [bought(), agreed()],
    asked: asCustomer,
    outcome: 'refuse',
    codes: ['SENSITIVE_TARGETING'],
  },
  {
    row: 'SENS-1e',
    title: 'the same, to a customer of whom a broker says that he agreed',
    settings: SENSITIVE,
    form: NAMING_THE_USE,
    recorded: [bought(), agreed({ collector: OTHERS })],
    asked: asCustomer,
    outcome: 'refuse',
    codes: ['SENSITIVE_TARGETING'],
  },
];

/** Each row turns on a record beside the one that the message relies on. */
export const RECORD_ROWS: readonly Row[] = [...FETCHED_ROWS, ...KEPT_ROWS, ...SENSITIVE_ROWS];
