import * as z from 'zod/mini';
import { item } from '../../item-of.ts';

/** How many recipients of one page of a campaign wait on one cause. Nothing of a person. */
export const WaitingRecipientsItem = z.strictObject({
  ...item('waiting-recipients'),
  count: z.int(),
  expiresAt: z.int(),
});
