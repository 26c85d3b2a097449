import * as z from 'zod/mini';
import { PARKED_FROM, PARKED_ID } from '../../domain/parked.ts';

/** What `npm run aval -- redrive` asks of the function, a page at a time. */
export const RedriveRequest = z.strictObject({
  apply: z.boolean(),
  drop: z.array(z.string().check(z.regex(PARKED_ID))),
  from: z.optional(z.enum(PARKED_FROM)),
  reason: z.optional(z.string()),
  after: z.optional(z.string()),
});
