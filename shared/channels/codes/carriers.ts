import type { AddressKind } from '../record.ts';
import type { Outgoing } from '../renderings.ts';
import { askedMail } from './asked-mail.ts';
import { askedText } from './asked-text.ts';
import type { AskedCarrier, CodeCarrier } from './code-carrier.ts';
import { codeMail } from './code-mail.ts';
import { codeText } from './code-text.ts';

/** Channels that carry a code: one for each kind of address. */
export type CodeChannel = 'email' | 'sms';

/** How a code of the preference centre is carried. */
export const CODE_CARRIERS: { readonly [Name in CodeChannel]: CodeCarrier<Outgoing[Name]> } = {
  email: codeMail,
  sms: codeText,
};

/** How it is said that a request is recorded. */
export const ASKED_CARRIERS: { readonly [Name in CodeChannel]: AskedCarrier<Outgoing[Name]> } = {
  email: askedMail,
  sms: askedText,
};

/** The channel that carries a code to an address of each kind. */
export const CODE_CHANNELS: Readonly<Record<AddressKind, CodeChannel>> = { email: 'email', phone: 'sms' };
