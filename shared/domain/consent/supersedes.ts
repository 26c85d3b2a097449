import type { Consent } from './consent.ts';

/**
 * A consent given again with the same channels, purpose, form version and collector replaces the earlier one; one that
 * awaits its confirmation never replaces one that was given, and one that a message asked for, which counts only where that
 * message was lawful, never replaces one that the person gave unasked.
 */
export const supersedes = (newer: Consent, older: Consent): boolean =>
  (older.state === 'given' ? newer.state === 'given' : older.state === 'pending') &&
  newer.purpose === older.purpose &&
  newer.givenAt >= older.givenAt &&
  (newer.drawnBy !== 'message' || older.drawnBy === 'message') &&
  (newer.proof !== undefined || older.proof === undefined) &&
  (newer.observed || !older.observed) &&
  JSON.stringify([newer.channels, newer.form, newer.collector, newer.transferredBy]) ===
    JSON.stringify([older.channels, older.form, older.collector, older.transferredBy]);
