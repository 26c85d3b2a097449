import * as z from 'zod/mini';
import { named } from '../about.ts';

/** Every channel a message or a fact may name (L. 34-5 CPCE and its neighbours). Not all are built. */
export const CHANNELS = [
  'email',
  'sms',
  'mms',
  'rcs',
  'automated-call',
  'live-call',
  'voicemail-drop',
  'fax',
  'push',
  'in-app',
  'social-message',
  'post',
] as const;
export const Channel = named('Channel', z.enum(CHANNELS));
export type Channel = z.infer<typeof Channel>;

/**
 * Channels that one act of opposition reaches together (OPP-3): a STOP by SMS ends SMS, MMS and RCS; a refusal heard on
 * a call ends calls; a mail link ends mail.
 */
const CHANNEL_FAMILIES = {
  email: ['email'],
  text: ['sms', 'mms', 'rcs'],
  voice: ['automated-call', 'live-call', 'voicemail-drop'],
} as const satisfies Record<string, readonly Channel[]>;

/** The channels that fall with this one. */
export const familyOf = (channel: Channel): readonly Channel[] =>
  Object.values(CHANNEL_FAMILIES).find((family: readonly Channel[]) => family.includes(channel)) ?? [channel];

/** What a message is for, and what a basis allows: closed (D22). Topics are the advertiser's labels under one of them. */
export const Purpose = z.enum(['own-offers', 'partner-offers', 'tracking']);
export type Purpose = z.infer<typeof Purpose>;

/** The kind of address a channel reaches. */
export type AddressKind = 'email' | 'phone';
export const addressKindOf = (channel: Channel): AddressKind | undefined => {
  if (channel === 'email') return 'email';
  return ['sms', 'mms', 'rcs', 'automated-call', 'live-call', 'voicemail-drop', 'fax'].includes(channel)
    ? 'phone'
    : undefined;
};
