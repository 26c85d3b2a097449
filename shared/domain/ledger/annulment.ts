import * as z from 'zod/mini';
import { Sha256 } from '../ids.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** Why a record never was an act of the person (D4): a file that was read wrongly, or a call with no act behind it. */
const AnnulmentCause = z.enum(['wrong-import', 'no-act-behind-it']);

/** What `POST /v1/records/{recordId}/annulment` takes: the cause, what shows it, and the two humans who answer for it. */
export const AnnulmentContent = z.strictObject({
  cause: AnnulmentCause,
  explanation: text(2000),
  evidence: z.strictObject({
    sha256: Sha256,
    mediaType: z.optional(text(100)),
    reference: z.optional(text(200)),
  }),
  approvers: z.array(z.strictObject({ name: text(120) })).check(
    z.minLength(2),
    z.maxLength(2),
    z.refine((two) => two[0]?.name.toLowerCase() !== two[1]?.name.toLowerCase(), 'two different people are expected'),
  ),
});
export type AnnulmentContent = z.infer<typeof AnnulmentContent>;

/** Nothing is sent for so long after an annulment, in hours (D4). */
export const HOURS_HELD_AFTER_ANNULMENT = 24;
