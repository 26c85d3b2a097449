import type { ChannelRecord } from '../record.ts';

/** A private message of a social network: named by facts, not built. */
export const socialMessage = {
  name: 'social-message',
  number: 11,
  validityHours: 24,
  hours: 'any',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
