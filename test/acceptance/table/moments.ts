import { APPROVER, OFFERED } from '../world.ts';
import { MADE, mail, text } from './messages.ts';
import type { TableRow } from './row.ts';
import { agreed, clicked } from './steps.ts';

const toTexts = agreed({ channels: ['sms'] });
const asked = text({ basis: 'consent' });

/** Three years and a day before, and ten days before three years are over. */
const TOO_LONG_AGO = 1097;
const ALMOST_TOO_LONG_AGO = 1086;

/** Hours and days, and the age of what is kept. */
export const MOMENT_ROWS: readonly TableRow[] = [
  {
    row: '49',
    says: 'agreed to texts, a Sunday',
    at: '2026-11-29T11:00',
    recorded: [toTexts],
    asked,
    expected: 'defer',
    codes: ['QUIET_HOURS_SMS'],
  },
  {
    row: '49b',
    says: 'the same, a Tuesday at ten past ten in the evening',
    at: '2026-11-24T22:10',
    recorded: [toTexts],
    asked,
    expected: 'defer',
    codes: ['QUIET_HOURS_SMS'],
  },
  {
    row: '49c',
    says: 'the same, a public holiday that is no Sunday',
    at: '2026-12-25T11:00',
    recorded: [toTexts],
    asked,
    expected: 'defer',
    codes: ['PUBLIC_HOLIDAY'],
  },
  {
    row: '50',
    says: 'a number in +262, half past eight in Réunion, half past seven in Mayotte, and nobody knows which',
    at: '2026-11-24T08:30[Indian/Reunion]',
    to: 'mobile-in-reunion',
    recorded: [toTexts],
    asked,
    expected: 'defer',
    codes: ['TIMEZONE_AMBIGUOUS'],
  },
  {
    row: '53',
    says: 'a prospect whose last click is three years and a day old',
    recorded: [agreed({ daysAgo: 1300 }), clicked(TOO_LONG_AGO)],
    asked: mail({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['RETENTION_EXPIRED'],
  },
  {
    row: '54',
    says: 'the same ten days before the term, asked once and without an offer whether to stay',
    template: {
      class: 'renewal-request',
      category: OFFERED,
      content: {
        email: {
          subject: 'Souhaitez-vous rester en contact ?',
          text: 'Bonjour, souhaitez-vous toujours recevoir nos nouvelles ? Sans réponse, nous effacerons vos données.',
        },
      },
      approver: { ...APPROVER, approvedAt: '2024-01-08T09:00:00.000Z' },
    },
    recorded: [agreed({ daysAgo: 1300 }), clicked(ALMOST_TOO_LONG_AGO)],
    asked: MADE,
    expected: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_CONSENT'],
  },
];
