import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { PhoneNumber } from '#shared/domain/ids.ts';
import type { ChannelRecord } from '../record.ts';

/** An automated call made by another system: the number it shows, and the words spoken, plain text or SSML. */
export const CallBytes = z.strictObject({
  callerId: about('The number that the call shows, in E.164.', PhoneNumber),
  script: about(
    'The words spoken, as plain text or SSML, at most 20,000 characters; keys and numbers as digits.',
    z.string().check(z.maxLength(20_000)),
  ),
});
export type CallBytes = z.infer<typeof CallBytes>;

/** A call by a machine that speaks ("automate d'appel"). */
export const automatedCall = {
  name: 'automated-call',
  number: 5,
  address: 'phone',
  family: 'voice',
  validityHours: 24,
  hours: 'calls',
  opposedBy: ['key-press'],
  use: 'judged',
  bytes: z.strictObject({ automatedCall: about('An automated call.', CallBytes) }),
} as const satisfies ChannelRecord;
