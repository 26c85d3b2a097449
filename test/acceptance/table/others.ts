import { mail } from './messages.ts';
import type { TableRow } from './row.ts';
import { agreed, declared } from './steps.ts';

/** Forbidden offers, and countries whose rules are not loaded. */
export const OTHER_ROWS: readonly TableRow[] = [
  {
    row: '61',
    says: 'an offer of heat pumps to a consumer who agreed',
    settings: { offers: [{ category: 'heat-pumps', natures: ['home-energy-works'] }] },
    recorded: [agreed()],
    asked: mail({ basis: 'consent', offerCategory: 'heat-pumps' }),
    expected: 'refuse',
    codes: ['SECTOR_BAN_HOME_ENERGY'],
  },
  {
    row: '72',
    says: 'agreed, and lives in Austria',
    recorded: [declared({ country: 'AT' }), agreed()],
    asked: mail({ basis: 'consent' }),
    expected: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['RULE_PACK_FALLBACK_CONSENT_ONLY'],
  },
];
