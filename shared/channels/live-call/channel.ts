import type { ChannelRecord } from '../record.ts';

/** A call by a person: named by facts, not built. */
export const liveCall = {
  name: 'live-call',
  number: 6,
  address: 'phone',
  family: 'voice',
  validityHours: 24,
  hours: 'any',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
