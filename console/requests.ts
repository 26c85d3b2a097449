import * as z from 'zod/mini';
import { FAULTS } from '#local/aws/faults.ts';
import { REPORT_KINDS } from '#local/provider/handover.ts';

/** Bodies that the console's API takes, as JSON or as a form. */
export const ClockRequest = z.union([
  z.strictObject({ instant: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceSeconds: z.coerce.number().check(z.gte(0)) }),
]);

/** Where a form comes back to: the page of a phone. */
const back = z.optional(z.string().check(z.regex(/^\/(?:phones|telephones)\/[0-9a-f]{12}#(?:with|call)-\d+$/)));

export const SmsReplyRequest = z.strictObject({
  from: z.string().check(z.regex(/^\+\d{6,15}$/, 'an E.164 number')),
  to: z.optional(z.string()),
  body: z.string().check(z.minLength(1), z.maxLength(1600)),
  back,
});

/** What the provider of this machine reports of a message, by its name of it. */
export const ProviderReportRequest = z.strictObject({
  id: z.string(),
  kind: z.enum(REPORT_KINDS),
  text: z.optional(z.string().check(z.maxLength(1600))),
  digits: z.optional(z.string().check(z.maxLength(20))),
  reason: z.optional(z.string()),
  back,
});

/** A number as people write it. */
export const PhoneRequest = z.strictObject({ number: z.string() });

export const MailRequest = z.strictObject({
  from: z.string().check(z.maxLength(320)),
  to: z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/, 'an address')),
  subject: z.optional(z.string()),
  text: z.optional(z.string()),
  headers: z.optional(z.array(z.strictObject({ name: z.string(), value: z.string() }))),
});

const FaultToCome = z.strictObject({
  service: z.string().check(z.minLength(1)),
  fault: z.enum(FAULTS),
  times: z.optional(z.int().check(z.positive())),
  match: z.optional(z.strictObject({ operation: z.optional(z.string()), contains: z.optional(z.string()) })),
});

/**
 * A fault to come; a closed port (`refuse`); a function that nothing reads for (`stopped`), that may not run (`throttled`), or that ends
 * before it answers (`crashing`), or that its schedule may not call (`denied`); an API to which others of the account leave few requests a second (`leftPerSecond`), SMS for which
 * others of the account spent much (`spentUsd`); a number that opted out at SNS (`optedOut`); a queue that loses what lies on it (`emptied`); or an end to all of it (`clear`).
 */
export const FaultsRequest = z.union([
  FaultToCome,
  z.strictObject({ service: z.enum(['sesv2', 'sns', 'dynamodb']), refuse: z.boolean() }),
  z.strictObject({ function: z.string(), stopped: z.boolean() }),
  z.strictObject({ function: z.string(), throttled: z.boolean() }),
  z.strictObject({ function: z.string(), crashing: z.boolean() }),
  z.strictObject({ schedule: z.string(), denied: z.boolean() }),
  z.strictObject({ api: z.enum(['application', 'public']), leftPerSecond: z.number().check(z.gte(0)) }),
  z.strictObject({ service: z.literal('sns'), spentUsd: z.number().check(z.gte(0)) }),
  z.strictObject({ phone: z.string().check(z.regex(/^\+\d{6,15}$/, 'an E.164 number')), optedOut: z.boolean() }),
  z.strictObject({ queue: z.string(), emptied: z.literal(true) }),
  z.strictObject({ clear: z.literal(true) }),
]);
export type FaultsRequest = z.infer<typeof FaultsRequest>;
