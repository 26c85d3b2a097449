import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant, PhoneNumber, Sha256 } from '../ids.ts';

/** What Aval asks of a provider, and what that answers: the contract of docs/provider-route.md. */

/** Seconds for which a call rings, at most: five rings of about five seconds each. */
export const RING_SECONDS = 25;

/** Of every channel. */
const COMMON = {
  version: about('The version of this contract.', z.literal(1)),
  to: about('The number of the reader, in E.164.', PhoneNumber),
  sender: about('What the reader sees it come from: a name, a short code or a number.', z.string()),
  kind: about(
    'promotional: prospecting. service: a person’s own act called for it.',
    z.enum(['promotional', 'service']),
  ),
  reference: about(
    'Our name of this message, the same if it were ever asked again: at most 36 letters, digits and hyphens.',
    z.string().check(z.regex(/^[A-Za-z0-9-]{1,36}$/)),
  ),
  notAfter: about('After it nothing may be delivered, tried again or rung, in UTC.', Instant),
  callbackUrl: about(
    'Where to report what became of it and what its reader answers. Absent: nothing is to be reported.',
    z.optional(z.url()),
  ),
};

const SmsHandover = z.strictObject({
  ...COMMON,
  channel: z.literal('sms'),
  text: about('The whole text. Nothing may be added, cut or rewritten.', z.string()),
  maxParts: about('The most parts that it may take; more is not taken.', z.int().check(z.gte(1))),
});

const MmsHandover = z.strictObject({
  ...COMMON,
  channel: z.literal('mms'),
  text: about('The whole text part. Nothing may be added, cut or rewritten.', z.string()),
  media: about(
    'What goes with it: fetched from its URL, and not taken where it has another hash or size.',
    z.array(
      z.strictObject({
        url: about('Where it is: https, without a redirect.', z.url()),
        sha256: about('SHA-256 of the file.', Sha256),
        type: about('Its media type.', z.string()),
        bytes: about('Its size.', z.int()),
      }),
    ),
  ),
});

const CallHandover = z.strictObject({
  ...COMMON,
  channel: z.literal('automated-call'),
  ssml: about('What is spoken, whole and in this order: SSML 1.1.', z.string()),
  keys: about(
    'Keys that the script offers, and what each is for; a key pressed at any time is reported at once, and the call may end then. Empty: none.',
    z.record(z.string(), z.enum(['opposition'])),
  ),
  ringSeconds: about('How long it may ring.', z.int()),
  attempts: about('How often it may be tried: a second try is a message of its own, which Aval vets.', z.literal(1)),
  onMachine: about('What is done where a machine answers: nothing is left on it.', z.literal('hang-up')),
});

/** One message, as it is handed over. */
export const Handover = z.discriminatedUnion('channel', [SmsHandover, MmsHandover, CallHandover]);
export type Handover = z.infer<typeof Handover>;

/** The answer of a provider that took a message (2xx). */
export const TakenAnswer = z.object({
  providerId: about(
    'Its own name of the message, at most 128 characters.',
    z.string().check(z.minLength(1), z.maxLength(128)),
  ),
  parts: about('Parts that it takes, at least one. Absent: not counted.', z.optional(z.int())),
});

/** The answer of a provider that did not take it (4xx). */
export const NotTakenAnswer = z.object({
  code: about(
    'Why: number-invalid, opted-out, sender-refused, media-refused, too-long, too-late, throttled, or a code of its own.',
    z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  ),
  retryable: about('True where the same message may be taken later. Absent: it may not.', z.optional(z.boolean())),
});
