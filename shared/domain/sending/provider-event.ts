import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant } from '../ids.ts';
import { addDays, toInstant } from '../time/instant.ts';

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
  at: about(
    'When it was, in UTC.',
    Instant.check(z.refine((at) => !Number.isNaN(Date.parse(at)), 'a day and an hour that exist')),
  ),
  text: about('Of a reply: its words, at most 1600 characters.', z.optional(z.string().check(z.maxLength(1600)))),
  digits: about('Of a key press: the keys, in their order.', z.optional(z.string().check(z.regex(/^[0-9*#]{1,20}$/)))),
  reason: about(
    'Of a failure: number-invalid where no message can ever reach it; refused, unreachable, busy, no-answer, machine, or one of its own.',
    z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))),
  ),
});
export type ProviderEvent = z.infer<typeof ProviderEvent>;

/**
 * What a report says, in whatever words it came. `taken`: the provider has the message, and nothing more is known. Without a `reference`: of
 * a provider that does not repeat ours, and calls the message by its own name.
 */
export type Reported = Omit<ProviderEvent, 'kind' | 'reference'> & {
  readonly kind: ProviderEvent['kind'] | 'taken';
  readonly reference?: string | undefined;
};

/** A report in the words of a provider that does not speak our contract. */
export interface ExternalReport {
  /** Whose words they are. */
  readonly by: string;
  /** What it says. Absent: nothing that changes anything. */
  readonly event?: Reported | undefined;
}

/** Kinds by which a person says stop. */
const STOPS = ['keypress', 'reply', 'blacklisted'] as const;
/** Whether it is, or may be, a person who says stop. */
export const isWordOfPerson = ({ kind }: Reported): boolean => STOPS.some((each) => each === kind);
/** Characters of a reply that are read: no reply of a phone has more. */
export const LONGEST_REPLY = 1600;
/** A clock that says an older day is wrong: by its word a consent that was given since would lift the opposition (OPP-4). */
const OLDEST_DAYS = 30;

/**
 * When it was said: as reported, in any form that names an instant, unless that is not of the last 30 days; else now.
 */
export const saidAt = (at: unknown, now: Instant): Instant => {
  const said = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(said)) return now;
  const instant = toInstant(said);
  return instant > now || instant < addDays(now, -OLDEST_DAYS) ? now : instant;
};

/**
 * What a person said by a report that is no `ProviderEvent`, or is not signed as it should be: a fault of its form or of a clock must lose
 * no opposition. `undefined`: it is no word of a person.
 */
export const stopIn = (value: unknown, now: Instant): ProviderEvent | undefined => {
  const { kind, eventId, at, text } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const found = STOPS.find((each) => each === kind);
  if (found === undefined) return undefined;
  return {
    kind: found,
    // Without a name, what was said at another time is another act.
    eventId: typeof eventId === 'string' ? eventId : JSON.stringify(eventId ?? at ?? null),
    reference: '',
    at: saidAt(at, now),
    ...(typeof text === 'string' ? { text: text.slice(0, LONGEST_REPLY) } : {}),
  };
};
