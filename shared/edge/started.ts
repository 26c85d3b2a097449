import type { Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { Failure } from '../domain/failure.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { failureFields, log } from './log/log.ts';

/** What the clock starts. */
export interface ScheduledWork<E extends Pick<FunctionEntry, 'env'>> {
  readonly run: (call: {
    readonly env: EnvironmentOf<E>;
    readonly remainingMs: () => number;
    /** A `ScheduledCall`; anything where somebody calls the function by hand. */
    readonly event: unknown;
  }) => Promise<void>;
}

/** The Lambda of a schedule. A failure is logged and thrown on, so that the run counts as failed and alarms. */
export const scheduled = <const E extends FunctionEntry>(entry: E, { run }: ScheduledWork<E>) => {
  const env = environmentOf(entry);
  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    try {
      await run({ env, remainingMs: () => context.getRemainingTimeInMillis(), event });
    } catch (error) {
      log('schedule-failed', { function: nameOf(entry), ...failureFields(error) });
      throw error;
    }
  };
};

/** What an operator's command asks of a function. */
export interface OperatorWork<E extends Pick<FunctionEntry, 'env'>, S extends z.ZodMiniType, R> {
  readonly command: S;
  readonly run: (call: {
    readonly env: EnvironmentOf<E>;
    readonly command: z.output<S>;
    readonly remainingMs: () => number;
  }) => Promise<R>;
}

/**
 * The Lambda that an operator calls with the rights of their own account, by `npm run aval`: no API leads to it. A failure is
 * logged and thrown on, with a sentence for the operator.
 */
export const operated = <const E extends FunctionEntry, S extends z.ZodMiniType, R>(
  entry: E,
  { command, run }: OperatorWork<E, S, R>,
) => {
  const env = environmentOf(entry);
  return async (event: unknown, context: { readonly getRemainingTimeInMillis: () => number }): Promise<R> => {
    const parsed = command.safeParse(event);
    if (!parsed.success) throw new Error('This function does not know such a command: is it of another version?');
    try {
      return await run({ env, command: parsed.data, remainingMs: () => context.getRemainingTimeInMillis() });
    } catch (error) {
      log('operation-failed', { function: nameOf(entry), ...failureFields(error) });
      throw error instanceof Failure ? new Error(error.detail) : error;
    }
  };
};
