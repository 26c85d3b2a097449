import * as z from 'zod/mini';
import { Instant } from '../../domain/ids.ts';

/** What `npm run aval -- restore` asks of the function, a page at a time. */
export const RestoreRequest = z.strictObject({
  apply: z.boolean(),
  since: z.optional(Instant),
  after: z.optional(z.string()),
  /** Which of both is read; absent: the journal. */
  from: z.optional(z.enum(['journal', 'replica'])),
});
