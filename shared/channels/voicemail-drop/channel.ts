import type { ChannelRecord } from '../record.ts';

/** A message left on an answering machine without a ring: named by facts, not built. */
export const voicemailDrop = {
  name: 'voicemail-drop',
  number: 7,
  address: 'phone',
  family: 'voice',
  validityHours: 24,
  hours: 'any',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
