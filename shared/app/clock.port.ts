import type { Instant } from '#shared/domain/ids.ts';

/** The present time, in UTC. */
export interface Clock {
  now(): Instant;
}

/** Fresh random ids: 22 characters of base64url (128 bits). */
export type NewId = () => string;
