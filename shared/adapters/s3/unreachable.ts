import { dependencyUnavailable } from '#shared/domain/failure.ts';

/** The store of files was away, or refused for now. */
export const unreachable = (cause: unknown) => dependencyUnavailable('The store of files', cause);
