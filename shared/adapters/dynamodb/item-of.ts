import * as z from 'zod/mini';

/** What every item has: its keys, what it is, and the version of its shape. */
export const item = <E extends string>(entity: E) => ({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal(entity),
  v: z.literal(1),
});
