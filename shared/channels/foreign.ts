import type { JudgedChannel } from '#shared/domain/message/channel.ts';
import { automatedCall } from './automated-call/channel.ts';
import { foreignCall } from './automated-call/foreign.ts';
import type { ForeignMessage } from './content/foreign.ts';
import { taking } from './content/taking.ts';
import { email } from './email/channel.ts';
import { foreignEmail } from './email/foreign.ts';
import { mms } from './mms/channel.ts';
import { foreignMms } from './mms/foreign.ts';
import { sms } from './sms/channel.ts';
import { foreignSms } from './sms/foreign.ts';

/** How bytes made elsewhere are read, for verdicts alone: a line for each channel that verdicts are given on. */
export const FOREIGN: { readonly [Name in JudgedChannel]: (bytes: unknown) => ForeignMessage } = {
  email: taking(email.bytes, foreignEmail),
  sms: taking(sms.bytes, foreignSms),
  mms: taking(mms.bytes, foreignMms),
  'automated-call': taking(automatedCall.bytes, foreignCall),
};
