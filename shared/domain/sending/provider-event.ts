import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant } from '../ids.ts';

/** What became of a message, as its provider reports it to the message’s own callback URL: docs/provider-route.md. */
export const ProviderEvent = z.object({
  eventId: about(
    'The provider’s name of this report: the same again is the same report. 1 to 128 characters.',
    z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/)),
  ),
  kind: about(
    'delivered; failed; expired: given up at notAfter; reply: a text of the reader; keypress; blacklisted: the reader asked the provider to stop.',
    z.enum(['delivered', 'failed', 'expired', 'reply', 'keypress', 'blacklisted']),
  ),
  reference: about('Our name of the message.', z.string()),
  providerId: about(
    'The provider’s name of the message. Absent: not known.',
    z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  ),
  at: about('When it was, in UTC.', Instant),
  text: about('Of a reply: its words, at most 1600 characters.', z.optional(z.string().check(z.maxLength(1600)))),
  digits: about('Of a key press: the keys, in their order.', z.optional(z.string().check(z.regex(/^[0-9*#]{1,20}$/)))),
  reason: about(
    'Of a failure: number-invalid where no message can ever reach it; refused, unreachable, busy, no-answer, machine, or one of its own.',
    z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))),
  ),
});
export type ProviderEvent = z.infer<typeof ProviderEvent>;
