import type { AddressKind } from '../record.ts';
import type { Outgoing } from '../renderings.ts';
import type { CodeCarrier } from './code-carrier.ts';
import { codeMail } from './code-mail.ts';
import { codeText } from './code-text.ts';

/** Channels that carry a code: one for each kind of address. */
export type CodeChannel = 'email' | 'sms';

/** How a code of the preference centre is carried. */
export const CODE_CARRIERS: { readonly [Name in CodeChannel]: CodeCarrier<Outgoing[Name]> } = {
  email: codeMail,
  sms: codeText,
};

/** The channel that carries a code to an address of each kind. */
export const CODE_CHANNELS: Readonly<Record<AddressKind, CodeChannel>> = { email: 'email', phone: 'sms' };
