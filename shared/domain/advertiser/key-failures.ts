import { Failure } from '../failure.ts';

/** Failures of API keys. */
export const apiKeyNotFound = () => new Failure('api-key-not-found', 'No such API key, or this key may not see it.');
export const apiKeyEnded = () =>
  new Failure('api-key-ended', 'This key was revoked or has expired: no other takes its place.');
/** Of the key that calls. */
export const callerEnded = () => new Failure('unauthenticated', 'This API key was revoked or has expired.');
/** Keys that a revoked one created are left: the same call goes on. */
export const revocationUnfinished = () =>
  new Failure('batch-unfinished', 'Some keys that it created are not revoked yet.', { retryAfter: 1 });
export const secondKeyExpected = () =>
  new Failure('second-key-expected', 'This key made it, or one of the two keys made or replaced the other.');
