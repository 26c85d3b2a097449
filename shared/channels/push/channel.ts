import type { ChannelRecord } from '../record.ts';

/** A notification on a telephone: named by facts, not built. */
export const push = {
  name: 'push',
  number: 9,
  validityHours: 24,
  hours: 'any',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
