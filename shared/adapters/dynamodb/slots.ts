import type { Instant } from '#shared/domain/ids.ts';

/** Stretches of time as keys name them, in UTC. */

/** The day of an instant: `2026-11-24`. */
export const dayOf = (at: Instant): string => at.slice(0, 10);
/** The hour of an instant: `2026-11-24T10`. */
export const hourOf = (at: Instant): string => at.slice(0, 13);
