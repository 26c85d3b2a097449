import { APPROVER, type Fields, OFFERED } from '../world.ts';
import { MADE } from './messages.ts';
import type { TableRow } from './row.ts';
import { agreed, MAILS, opposed } from './steps.ts';

const confirmation = (more = ''): Fields => ({
  class: 'transactional',
  reason: 'order',
  reference: 'Procédure 12',
  category: OFFERED,
  content: { email: { subject: 'Votre commande', text: `Bonjour, votre commande est enregistrée.${more}` } },
  approver: { ...APPROVER, approvedAt: '2024-01-08T09:00:00.000Z' },
});
const withDiscount = confirmation(' Et -20 % sur la prochaine !');

/** What a template says it is, and what it holds. */
export const CLASS_ROWS: readonly TableRow[] = [
  {
    row: '55',
    says: 'an approved order confirmation, to one who opposed',
    template: confirmation(),
    recorded: [agreed(), opposed(MAILS)],
    asked: MADE,
    expected: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
  },
  {
    row: '56',
    says: 'an order confirmation with a discount, to one who opposed',
    template: withDiscount,
    recorded: [agreed(), opposed(MAILS)],
    asked: MADE,
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '57',
    says: 'the same, to one who agreed',
    template: withDiscount,
    recorded: [agreed()],
    asked: MADE,
    expected: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
];
