import { Failure } from '../failure.ts';

/** Failures of reviews. */
export const reviewNotFound = () => new Failure('review-not-found', 'No such review at this advertiser.');
