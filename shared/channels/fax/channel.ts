import type { ChannelRecord } from '../record.ts';

/** Fax: named by facts, not built. */
export const fax = {
  name: 'fax',
  number: 8,
  address: 'phone',
  validityHours: 24,
  hours: 'any',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
