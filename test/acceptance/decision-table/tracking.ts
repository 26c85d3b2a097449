import { mailBytes } from '../bytes.ts';
import { agreed, bought, COUNTING, decided, declared, FORM_CAUSE, opposed } from './acts.ts';
import { CONTENT, COUNTED_CONTENT, confirmation, IMAGE, made, mail } from './messages.ts';
import type { Act, Row } from './row.ts';
import { allowedAt } from './set-in-process.ts';

const asked = mail();
const sent = { content: COUNTED_CONTENT };
/** The form speaks of offers and of counting. */
const form = { purposes: ['own-offers', 'tracking'] };
const toBoth: readonly Act[] = [agreed(), agreed({ purpose: 'tracking' })];
const opposedCounting = opposed(COUNTING);

/** An address of before the day on which consent was asked. */
const OLD = agreed({ givenAt: '2025-03-01T09:00:00Z' });
/** Its owner was informed on that day. */
const informed = (day: string): Act =>
  declared({ trackingNotice: { givenAt: `${day}T10:00:00+02:00`, evidence: { sha256: 'd'.repeat(64) } } });

const STRIPPED = ['PIXEL_STRIPPED_NO_CONSENT'];
const OTHER_PURPOSE = ['CONSENT_WRONG_PURPOSE'];
const allowed = { outcome: 'allow', codes: ['OK_CONSENT'] } as const;
const owed = { outcome: 'allow', codes: ['NOT_PROSPECTING_TRANSACTIONAL'] } as const;
const countedConfirmation = confirmation('', {
  content: { email: { subject: 'Votre commande', html: `<p>Votre commande est enregistrée.</p>${IMAGE}` } },
});

/** Counting who opens a mail (D11): the same mail leaves, with the image that counts or without it. */
export const TRACKING_ROWS: readonly Row[] = [
  {
    row: '63',
    title: 'an image that counts, to one who agreed to offers alone',
    form,
    recorded: [agreed()],
    asked,
    sent,
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63b',
    title: 'to one who agreed to be counted',
    form,
    recorded: toBoth,
    asked,
    sent,
    ...allowed,
    notes: OTHER_PURPOSE,
  },
  {
    row: '63c',
    title: 'to one who agreed on a form that says nothing of it',
    recorded: toBoth,
    asked,
    sent,
    ...allowed,
    notes: [...OTHER_PURPOSE, ...STRIPPED],
  },
  {
    row: '63d',
    title: 'to one who then opposed being counted, and nothing else',
    form,
    recorded: [...toBoth, opposedCounting],
    asked,
    sent,
    ...allowed,
    notes: [...OTHER_PURPOSE, ...STRIPPED],
  },
  {
    row: '63n',
    title: 'to one who agreed to be counted on a form that names no channel, which a human allowed',
    form: { ...form, channels: [] },
    recorded: [...toBoth, decided(FORM_CAUSE)],
    asked,
    sent,
    ...allowed,
    notes: OTHER_PURPOSE,
  },
  {
    row: '63e',
    title: 'in an order confirmation, which is no prospecting',
    template: countedConfirmation,
    recorded: [declared({ kind: 'consumer' })],
    asked: made(),
    sent: {},
    ...owed,
    notes: STRIPPED,
  },
  {
    row: '63o',
    title: 'in an order confirmation, to a person of whom nothing is recorded',
    template: countedConfirmation,
    asked: made(),
    sent: {},
    ...owed,
    notes: STRIPPED,
  },
  {
    row: '63f',
    title: 'to an old address, whose owner was informed on the last day',
    form,
    recorded: [OLD, informed('2026-07-14')],
    asked,
    sent,
    ...allowed,
    notes: [],
  },
  {
    row: '63g',
    title: 'to one whose owner was informed a day late',
    form,
    recorded: [OLD, informed('2026-07-15')],
    asked,
    sent,
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63h',
    title: 'to an address of the day on which consent was asked first',
    form,
    recorded: [agreed({ givenAt: '2026-04-14T00:00:00+02:00' }), informed('2026-06-01')],
    asked,
    sent,
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63i',
    title: 'to an old customer, recorded here later',
    form,
    recorded: [bought({ soldAt: '2026-02-01T09:00:00Z' }), informed('2026-06-01')],
    asked,
    sent,
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
    notes: [],
  },
  {
    row: '63j',
    title: 'to an old address, informed in time, whose owner opposed being counted',
    form,
    recorded: [OLD, informed('2026-06-01'), opposedCounting],
    asked,
    sent,
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63p',
    title: 'to the same, where the opposition came after the message had a verdict',
    form,
    recorded: [OLD, informed('2026-06-01'), opposedCounting],
    asked,
    sent,
    ...allowed,
    notes: STRIPPED,
    onlyInProcess: { why: 'the opposition must come while the message waits', as: allowedAt(2) },
  },
  {
    row: '63k',
    title: 'to an old address, never informed',
    form,
    recorded: [OLD],
    asked,
    sent,
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63l',
    title: 'no image that counts',
    form,
    recorded: [agreed()],
    asked,
    sent: { content: CONTENT },
    ...allowed,
    notes: [],
  },
  {
    row: '63m',
    title: 'an image that counts, in bytes made elsewhere that are right but for it',
    form,
    recorded: [agreed()],
    asked: mail({ bytes: { email: mailBytes('own', 'person', { more: IMAGE }) } }),
    ...allowed,
    notes: STRIPPED,
  },
];
