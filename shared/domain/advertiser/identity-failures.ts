import { Failure } from '../failure.ts';

/**
 * Failures of identities. That one is bound to another advertiser and that it is bound to none is one answer for whoever may
 * not bind: nobody learns who holds it.
 */
export const identitiesNotBound = (pointers: readonly string[]) =>
  new Failure('identity-not-bound', 'Not bound to this advertiser: a message from it would hide who writes.', {
    errors: pointers.map((pointer) => ({ pointer, detail: 'not bound to this advertiser' })),
    reason: 'ADVERTISER_HIDDEN',
  });

/** For whoever may bind. */
export const identityTaken = (pointers: readonly string[]) =>
  new Failure('identity-taken', 'Bound to another advertiser, which must give it up first.', {
    errors: pointers.map((pointer) => ({ pointer, detail: 'bound to another advertiser' })),
  });

export const operatorExpected = () =>
  new Failure('insufficient-scope', 'Identities are bound with a key of every-advertiser.');
