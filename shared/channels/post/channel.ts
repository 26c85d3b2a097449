import type { ChannelRecord } from '../record.ts';

/** A letter: named by facts, not built. */
export const post = {
  name: 'post',
  number: 12,
  validityHours: 24,
  hours: 'any',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
