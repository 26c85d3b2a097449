import type { DemoChannel } from './messages.ts';

/** Somebody who left an address and a number in the shop. Addresses and numbers are reserved for examples and for fiction. */
export interface Visitor {
  readonly firstName: string;
  readonly email: string;
  readonly phone: string;
  readonly ticked: readonly DemoChannel[];
}

/** When they did: the morning of the campaign. */
export const TICKED_AT = '2026-11-26T09:30:00+01:00';

const ALL = ['email', 'sms', 'mms', 'automated-call'] as const;
const NAMES = ['Amina', 'Bruno', 'Chloé', 'Driss', 'Élise', 'Farid', 'Gaëlle', 'Hugo'] as const;
/** The last of them ticked two boxes of the four. */
const WHO_TICKED_ALL = 6;

/** The people of the campaign over all channels. */
export const VISITORS: readonly Visitor[] = NAMES.map((firstName, index) => ({
  firstName,
  email: `visiteur-${index + 1}@lecteurs.example`,
  phone: `+336399812${String(index + 1).padStart(2, '0')}`,
  ticked: index < WHO_TICKED_ALL ? ALL : ['email', 'sms'],
}));

/** How a channel reaches them. */
export const contactOf = ({ email, phone }: Visitor, channel: DemoChannel) =>
  channel === 'email' ? { email } : { phone };
