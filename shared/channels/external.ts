import type { JudgedChannel } from '#shared/domain/message/channel.ts';
import { automatedCall } from './automated-call/channel.ts';
import { externalCall } from './automated-call/external.ts';
import type { ExternalMessage } from './content/external.ts';
import { taking } from './content/taking.ts';
import { email } from './email/channel.ts';
import { externalEmail } from './email/external.ts';
import { mms } from './mms/channel.ts';
import { externalMms } from './mms/external.ts';
import { sms } from './sms/channel.ts';
import { externalSms } from './sms/external.ts';

/**
 * How bytes made by another system are read, for verdicts alone: a line for each channel that verdicts are given on.
 */
export const EXTERNAL: { readonly [Name in JudgedChannel]: (bytes: unknown) => ExternalMessage } = {
  email: taking(email.bytes, externalEmail),
  sms: taking(sms.bytes, externalSms),
  mms: taking(mms.bytes, externalMms),
  'automated-call': taking(automatedCall.bytes, externalCall),
};
