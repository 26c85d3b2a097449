import type * as z from 'zod/mini';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { failureFields, log } from './log/log.ts';

/** What answers a service that invokes a function itself, and waits. */
interface Invoked<E extends Pick<FunctionEntry, 'env'>, S extends z.ZodMiniType> {
  readonly event: S;
  /** Resolves to the answer. What it throws the service sees as a failure, and tries again. */
  readonly run: (call: { readonly env: EnvironmentOf<E>; readonly event: z.output<S> }) => Promise<object>;
}

const isOfQueue = (event: unknown): boolean => typeof event === 'object' && event !== null && 'Records' in event;

/**
 * The Lambda of a queue that a service invokes as well: who does which follows from the form of the event, and IAM alone says who may. An event
 * of neither form is a failure, logged without its content.
 */
export const orInvoked = <
  const E extends FunctionEntry,
  S extends z.ZodMiniType,
  Q extends (event: never, context: never) => Promise<unknown>,
>(
  entry: E,
  invoked: Invoked<E, S>,
  ofQueue: Q,
) => {
  const env = environmentOf(entry);
  return async (event: unknown, context: unknown): Promise<unknown> => {
    if (isOfQueue(event)) return ofQueue(event as never, context as never);
    try {
      return await invoked.run({ env, event: invoked.event.parse(event) });
    } catch (error) {
      log('record-failed', { function: nameOf(entry), ...failureFields(error) });
      // Its own text may quote what was said.
      throw new Error('the event was not applied');
    }
  };
};
