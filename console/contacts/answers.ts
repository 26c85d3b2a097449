import * as z from 'zod/mini';
import { Remedy, Sentence } from '../frame/answers.ts';
import { Message } from '../messages/answers.ts';

const why = z.array(z.object({ sentence: Sentence, remedy: z.optional(Remedy) }));
const channels = z.array(z.string());
const Scope = z.object({ scope: z.string(), channels: z.optional(channels), purpose: z.optional(z.string()) });
export type Scope = z.infer<typeof Scope>;
const Form = z.optional(z.object({ formId: z.string(), version: z.string() }));
/** By channel: whether it can support a message, or what it lacks there. */
const usable = z.record(z.string(), z.union([z.literal(true), z.object({ missing: why })]));

const consent = { channels, purpose: z.string(), form: Form, givenAt: z.string() };
const sale = { type: z.string(), soldAt: z.string(), lines: z.array(z.object({ category: z.string() })), form: Form };
const Consent = z.object(consent);
export type Consent = z.infer<typeof Consent>;
const Sale = z.object(sale);
export type Sale = z.infer<typeof Sale>;

const Opposition = z.object({ of: Scope, via: z.string(), occurredAt: z.string() });

export const Contact = z.object({
  contactId: z.string(),
  addressKind: z.string(),
  consents: z.array(z.object({ ...consent, state: z.string(), usable, missing: why, reasons: why })),
  sales: z.array(z.object({ ...sale, usable, missing: why, reasons: why })),
  oppositions: z.array(Opposition),
  firstRecordedAt: z.string(),
  erasedAt: z.optional(z.string()),
  restrictions: z.optional(z.array(z.string())),
});
export type Contact = z.infer<typeof Contact>;

/** What a line says of an event; all of it is shown by the names of its fields. */
export const Event = z.looseObject({
  type: z.string(),
  consent: z.optional(Consent),
  sale: z.optional(Sale),
  of: z.optional(Scope),
  via: z.optional(z.string()),
  act: z.optional(z.string()),
  kind: z.optional(z.string()),
  reason: z.optional(z.string()),
  occurredAt: z.optional(z.string()),
});
export type Event = z.infer<typeof Event>;

/** What a campaign handed over for the contact. */
const Sent = z.object({ id: z.string(), channel: z.string(), reference: z.string(), outcome: z.optional(z.string()) });
export type Sent = z.infer<typeof Sent>;

const Entry = z.union([
  z.object({ at: z.string(), event: Event }),
  z.object({ at: z.string(), message: Message }),
  z.object({ at: z.string(), sent: Sent }),
]);
export type Entry = z.infer<typeof Entry>;
export const Timeline = z.object({ timeline: z.array(Entry), nextCursor: z.optional(z.string()) });
