import type { Channel } from '#shared/domain/message/channel.ts';
import type { GiveMentions } from './content/given.ts';
import { givenOfEmail } from './email/given.ts';
import { givenOfText } from './sms/given.ts';

/** Channels whose mentions are written. Those of a call are spoken, by the voice of the system that makes it. */
export const GIVEN: { readonly [Name in Channel]?: GiveMentions } = {
  email: givenOfEmail,
  sms: givenOfText,
  mms: givenOfText,
};
