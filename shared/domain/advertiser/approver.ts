import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant } from '../ids.ts';
import { line } from '../text/text.ts';

/** The named human who approved a version of a form or template. */
export const Approver = z.strictObject({
  name: about('The name, 1 to 120 characters.', line(120)),
  approvedAt: about(
    'When this version was approved. Absent: not said; when it was stored at the latest.',
    z.optional(Instant),
  ),
});
