import { dependencyUnavailable } from '#shared/domain/failure.ts';

/** What is thrown where a store that several files read cannot be reached. One that a single file reads is named there. */
export const audienceIndexAway = (cause: unknown) => dependencyUnavailable('The audience index', cause);
export const contactsAway = (cause: unknown) => dependencyUnavailable('The store of contacts', cause);
export const jobsAway = (cause: unknown) => dependencyUnavailable('The store of jobs', cause);
export const messagesAway = (cause: unknown) => dependencyUnavailable('The store of messages', cause);
export const requestsAway = (cause: unknown) => dependencyUnavailable('The store of requests', cause);
export const reviewsAway = (cause: unknown) => dependencyUnavailable('The store of reviews', cause);
export const tableAway = (cause: unknown) => dependencyUnavailable('The table', cause);
