import * as z from 'zod/mini';
import { Instant } from '../../ids.ts';
import { millisecondsOf } from '../../time/instant.ts';

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
  /** Of a run in waves: when the first of it were taken up. Absent: nobody was, it is in no waves, or a version before did not note it. */
  since: z.optional(Instant),
});

/** On which day of its ramp somebody counts who comes up again: they count there, and not twice, until it is certain that nobody wrote to them. */
export const COUNTED = {
  /** The day of the ramp, from 0, on which each of them counts. Absent: there is no ramp, they count on none, or a version before did not note it. */
  rampDay: z.optional(z.int()),
};
/** The same of those of a chunk. */
export const COUNTED_AGAIN = {
  ...COUNTED,
  /** They had been counted before this turn, which adds nobody to the day. Absent: this turn did. */
  wereCounted: z.optional(z.literal(true)),
};

const DAY_MS = 86_400_000;

/**
 * The day of the ramp of a run, from 0, in which an instant is; by a clock that is behind, the first. Days count from its start; of one in waves, which starts where
 * the day begins first on Earth, from when the first of it were taken up, whoever they are. They are the same for all: where the first are east of the others,
 * the next day begins before the hour of the wave for these, with Nouméa on the evening of the same day in Paris.
 */
export const dayOfRamp = (
  run: {
    readonly startedAt: Instant;
    readonly waves?: string | undefined;
    readonly ramped?: z.infer<typeof Ramped> | undefined;
  },
  at: Instant,
): number => {
  const { startedAt, waves, ramped: { day, taken, since } = { day: 0, taken: 0, since: undefined } } = run;
  const isToCome = waves !== undefined && since === undefined && day === 0 && taken === 0;
  return isToCome ? 0 : Math.max(0, Math.floor((millisecondsOf(at) - millisecondsOf(since ?? startedAt)) / DAY_MS));
};
