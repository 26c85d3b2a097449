import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { PhoneNumber } from '#shared/domain/ids.ts';
import type { ChannelRecord } from '../record.ts';

/** What an author writes for a call, before merge and injection: plain words, which our voice speaks. */
export const CallContent = z.strictObject({
  script: about(
    'The words to speak, as plain text with merge fields {{name}}, 1 to 1600 characters; who calls and how to stop are spoken before and after.',
    z.string().check(z.minLength(1), z.maxLength(1600)),
  ),
});
export type CallContent = z.infer<typeof CallContent>;

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
  deliversUntil: 'lawful-hours',
  // One call after another, until a deployment says what its provider takes.
  pace: { recipients: 12, inFlight: 1, betweenMs: 1_000 },
  opposedBy: ['key-press'],
  use: 'sent',
  content: z.strictObject({ automatedCall: about('An automated call.', CallContent) }),
  bytes: z.strictObject({ automatedCall: about('An automated call.', CallBytes) }),
} as const satisfies ChannelRecord;
