import { call, other } from './messages.ts';
import type { TableRow } from './row.ts';
import { agreed, bought } from './steps.ts';

const asked = call({ basis: 'consent' });
const toCalls = (daysAgo: number) => agreed({ channels: ['automated-call'], daysAgo });

/** Calls by a machine, and one by a person. */
export const CALL_ROWS: readonly TableRow[] = [
  {
    row: '30',
    says: 'agreed to calls 364 days ago, a Tuesday at eleven',
    recorded: [toCalls(364)],
    asked,
    expected: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '31',
    says: 'the same, 366 days ago',
    recorded: [toCalls(366)],
    asked,
    expected: 'refuse',
    codes: ['CONSENT_EXPIRED'],
  },
  {
    row: '32',
    says: 'agreed to calls, a Saturday at eleven, and the call may wait a week',
    at: '2026-11-28T11:00',
    recorded: [toCalls(100)],
    asked,
    sent: { content: { sms: { text: 'Bonjour, ici Maison Ablette : nos semences sont arrivées.' } }, days: 7 },
    expected: 'defer',
    codes: ['QUIET_HOURS_VOICE'],
  },
  {
    row: '66',
    says: 'a call by a person to win back a customer whose contract has ended',
    recorded: [bought({ type: 'service-contract', daysAgo: 400 }), toCalls(100)],
    asked: other('live-call', { basis: 'consent' }),
    expected: 'refuse',
    codes: ['CHANNEL_UNSUPPORTED', 'CONSENT_WRONG_CHANNEL'],
  },
];
