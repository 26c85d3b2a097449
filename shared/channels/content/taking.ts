import type * as z from 'zod/mini';

/**
 * A function of one channel's content, or bytes, as a function of any: lists of channels hold it so. Given those of another
 * channel it throws, which would be a fault of ours.
 */
export const taking =
  <One, Result>(schema: z.ZodMiniType<One>, run: (one: One) => Result) =>
  (any: unknown): Result =>
    run(schema.parse(any));
