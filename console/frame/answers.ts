import * as z from 'zod/mini';

/* What the pages show of the answers of the API; docs/openapi.json describes them whole. */

/** In both languages. */
export const Sentence = z.object({ fr: z.string(), en: z.string() });
/** In one language or in both, by who says it. */
const Said = z.union([z.string(), Sentence]);
export type Said = z.infer<typeof Said>;
export const Remedy = z.object({ sentence: Said });
export type Remedy = z.infer<typeof Remedy>;

/** The text that a reason rests on. */
const Citation = z.object({
  code: z.string(),
  number: z.string(),
  paragraph: z.optional(z.string()),
  nature: z.string(),
  quote: z.optional(z.string()),
  url: z.optional(z.string()),
});
export type Citation = z.infer<typeof Citation>;

export const Reason = z.object({
  code: z.string(),
  sentence: Sentence,
  found: z.optional(Sentence),
  citation: z.optional(Citation),
  remedy: z.optional(Remedy),
});
export type Reason = z.infer<typeof Reason>;

/** RFC 9457, as the API answers it. */
export const Problem = z.object({
  title: z.string(),
  status: z.optional(z.number()),
  detail: z.optional(z.string()),
  errors: z.optional(
    z.array(
      z.object({
        pointer: z.optional(z.string()),
        parameter: z.optional(z.string()),
        detail: z.string(),
        remedy: z.optional(Remedy),
      }),
    ),
  ),
  remedy: z.optional(Remedy),
});
export type Problem = z.infer<typeof Problem>;
