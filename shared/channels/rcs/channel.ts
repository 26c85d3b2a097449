import type { ChannelRecord } from '../record.ts';

/** RCS: named by facts, not built. */
export const rcs = {
  name: 'rcs',
  number: 4,
  address: 'phone',
  family: 'text',
  isElectronicMail: true,
  validityHours: 24,
  hours: 'texts',
  opposedBy: [],
  use: 'named',
} as const satisfies ChannelRecord;
