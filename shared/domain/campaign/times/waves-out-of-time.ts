import * as z from 'zod/mini';
import { about } from '../../about.ts';
import { Instant } from '../../ids.ts';
import type { OutOfTime } from '../first-run.ts';

/** Waves whose hour does not come, as the answers to a creation and to an approval say it. */
export const WaveOutOfTime = z.strictObject({
  zones: about('The zones whose clocks show the local time then.', z.array(z.string())),
  at: about('When that is, or was, in UTC.', Instant),
  because: about(
    'past: the hour was past when it was created, or approved, and those there leave as soon as they lawfully may. after-end: the campaign ends first, and nobody there is written to.',
    z.enum(['past', 'after-end']),
  ),
});

export const wavesOutOfTimeView = (outOfTime: readonly OutOfTime[]): z.infer<typeof WaveOutOfTime>[] =>
  outOfTime.map(({ zones, at, because }) => ({ zones: [...zones], at, because }));
