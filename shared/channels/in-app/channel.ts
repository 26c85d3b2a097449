import type { ChannelRecord } from '../record.ts';

/** A message inside an application: named by facts, not built. */
export const inApp = {
  name: 'in-app',
  number: 10,
  validityHours: 24,
  hours: 'any',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
