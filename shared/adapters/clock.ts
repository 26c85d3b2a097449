import { readFileSync } from 'node:fs';
import type { Clock } from '#shared/app/clock.port.ts';
import { toInstant } from '#shared/domain/time/instant.ts';

/** The system's clock. */
const STARTED_AT = Date.now();
/**
 * Milliseconds since the start, by whichever clock says more: a monotonic one may stand still while the process is frozen, and the
 * other may be set back.
 */
export const elapsedMs = (): number => Math.max(performance.now(), Date.now() - STARTED_AT);

const systemClock: Clock = { now: () => toInstant(Date.now()) };

/**
 * The system's clock plus the whole milliseconds that a text file holds, read again at each call. For the local stage
 * alone, whose console moves the time; a file that cannot be read or says something else stops the call.
 */
const movedClock = (offsetFile: string): Clock => ({
  now: () => {
    const offset = Number(readFileSync(offsetFile, 'utf8').trim());
    if (!Number.isSafeInteger(offset)) throw new Error(`The clock's offset file holds no whole number.`);
    return toInstant(Date.now() + offset);
  },
});

/** The clock of this process. Only the local stack sets an offset file; no other stage synthesises with one. */
export const clockOf = (offsetFile: string | undefined): Clock =>
  offsetFile === undefined || offsetFile === '' ? systemClock : movedClock(offsetFile);
