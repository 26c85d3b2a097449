import * as z from 'zod/mini';
import { Instant } from '../ids.ts';

/** The latest day of the ramp of a run, as stored. */
export const Ramped = z.strictObject({
  /** From 0, counted from its start. */
  day: z.int(),
  /** How many were taken up of it, noted before they are cut. */
  taken: z.int(),
  /** How many turns had spared somebody before it, and how many since the run began, as its outcomes said when `counted` was the count of them. */
  sparedBefore: z.int(),
  spared: z.int(),
  counted: z.int(),
  /** How many turns had an outcome before it. Absent: a version before did not count them. */
  turnsBefore: z.optional(z.int()),
  /** When some were taken last whose dispatcher may have died before it cut them. Absent: what was cut was counted since. */
  takenAt: z.optional(Instant),
});
