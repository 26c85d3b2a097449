import type { Context } from 'aws-lambda';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { Failure } from '../domain/failure.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { errorFields, log } from './log.ts';

/** What the clock starts. */
export interface ScheduledWork<E extends Pick<FunctionEntry, 'env'>> {
  readonly run: (call: { readonly env: EnvironmentOf<E>; readonly remainingMs: () => number }) => Promise<void>;
}

/** The Lambda of a schedule. A failure is logged and thrown on, so that the run counts as failed and alarms. */
export const scheduled = <const E extends FunctionEntry>(entry: E, { run }: ScheduledWork<E>) => {
  const env = environmentOf(entry);
  return async (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    try {
      await run({ env, remainingMs: () => context.getRemainingTimeInMillis() });
    } catch (error) {
      const fields = error instanceof Failure ? { code: error.code } : errorFields(error);
      log('schedule-failed', { function: nameOf(entry), ...fields });
      throw error;
    }
  };
};
