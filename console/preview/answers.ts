import * as z from 'zod/mini';
import { Reason, Remedy, Sentence } from '../frame/answers.ts';

/* What the page shows of the answers of the API; docs/openapi.json describes them whole. */

const Warning = z.object({ pointer: z.string(), sentence: Sentence, remedy: Remedy });
export type Warning = z.infer<typeof Warning>;

const Cost = z.object({
  segments: z.number(),
  maxSegments: z.number(),
  encoding: z.string(),
  units: z.number(),
  unitsLeft: z.number(),
  segmentsWithout: z.number(),
  outside: z.array(z.object({ character: z.string(), instead: z.optional(z.string()) })),
});
export type Cost = z.infer<typeof Cost>;

const Email = z.object({
  from: z.object({ address: z.string(), name: z.optional(z.string()) }),
  subject: z.string(),
  html: z.optional(z.string()),
  text: z.optional(z.string()),
});
export type Email = z.infer<typeof Email>;
const Sms = z.object({ senderId: z.string(), text: z.string() });
export type Sms = z.infer<typeof Sms>;

export const Preview = z.object({
  verdict: z.object({
    outcome: z.enum(['allow', 'defer', 'review', 'refuse']),
    reasons: z.array(Reason),
    notes: z.array(Reason),
    notBefore: z.optional(z.string()),
  }),
  asOf: z.enum(['now', 'later', 'if-allowed']),
  bytes: z.optional(z.object({ email: z.optional(Email), sms: z.optional(Sms) })),
  link: z.optional(z.string()),
  size: z.object({ html: z.optional(z.number()), text: z.optional(z.number()) }),
  cost: z.optional(Cost),
  warnings: z.array(Warning),
});
export type Preview = z.infer<typeof Preview>;

const MessageClass = z.enum(['prospecting', 'relational', 'transactional', 'renewal-request']);

export const Template = z.object({
  class: MessageClass,
  status: z.string(),
  template: z.object({ category: z.optional(z.string()), content: z.record(z.string(), z.unknown()) }),
  fields: z.array(
    z.object({
      name: z.string(),
      required: z.boolean(),
      uses: z.array(z.object({ fallback: z.optional(z.string()) })),
    }),
  ),
});
export type Template = z.infer<typeof Template>;

export const Templates = z.object({
  versions: z.array(z.object({ templateId: z.string(), version: z.string(), status: z.string(), class: MessageClass })),
  nextCursor: z.optional(z.string()),
});
export type Templates = z.infer<typeof Templates>;
