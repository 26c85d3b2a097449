import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { AddressKind } from '../record.ts';
import type { Outgoing } from '../renderings.ts';
import type { CodeCarrier } from './code-carrier.ts';
import { codeMail } from './code-mail.ts';
import { codeText } from './code-text.ts';

/** How a code of the preference centre is carried: a line for each channel that is sent. */
export const CODE_CARRIERS: { readonly [Name in SentChannel]: CodeCarrier<Outgoing[Name]> } = {
  email: codeMail,
  sms: codeText,
};

/** The channel that carries a code to an address of each kind. */
export const CODE_CHANNELS: Readonly<Record<AddressKind, SentChannel>> = { email: 'email', phone: 'sms' };
