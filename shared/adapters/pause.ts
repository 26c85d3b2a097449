import { setTimeout } from 'node:timers/promises';
import type { Pause } from '#shared/app/pause.port.ts';

/** Waits by the timer of this process. */
export const pause: Pause = (milliseconds) => setTimeout(milliseconds);
