import { manifest } from '#functions/manifest.ts';
import { finishing } from '#functions/wiring/erasure.ts';
import { readingListedStops } from '#functions/wiring/providers/listed-stops.ts';
import { readingOptOuts } from '#functions/wiring/providers/opt-outs.ts';
import { readingOptedOut, reconciling, suppressions } from '#functions/wiring/replies.ts';
import { pause } from '#functions/wiring.ts';
import { finishDueErasures } from '#shared/app/erasure/finish-due-erasures.ts';
import { reconcileSuppressions } from '#shared/app/feedback/reconcile-suppressions.ts';
import {
  type ListedStopPorts,
  type RegisteredListedStops,
  registerListedStops,
} from '#shared/app/feedback/register-listed-stops.ts';
import { registerOptedOut } from '#shared/app/feedback/register-opted-out.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';
import { hasHalfOf } from '#shared/edge/time-left.ts';

/** What is kept of the run's time to end the page in hand: each of its hundred addresses may be taken off, one a second. */
const TIME_TO_END_MS = 180_000;

/** What failed before the list of erasures was walked keeps nothing else of the run. */
const notFinished = (failure: unknown) => ({ finished: 0, failure });

type Env = EnvironmentOf<(typeof manifest)['reconcile-suppressions']>;

/** Registers who opted out at SNS; what failed before a line was read keeps nothing else of the run. */
const optedOut = async (env: Env, hasTime: () => boolean): Promise<unknown> => {
  if (env.SMS_STATUS_LOG === 'none') return undefined;
  try {
    const { opposed, failure } = await registerOptedOut(await readingOptedOut(env), hasTime);
    if (opposed > 0) log('opposition-registered', { via: 'provider-complaint', count: opposed });
    return failure;
  } catch (error) {
    return error;
  }
};

/** Registers who is on a list of those who said stop; what failed before a row was read keeps nothing else of the run. */
const listed = async (
  reading: Promise<ListedStopPorts | undefined>,
  hasTime: () => boolean,
): Promise<Pick<RegisteredListedStops, 'isLate' | 'failure'>> => {
  try {
    const ports = await reading;
    if (ports === undefined) return {};
    const { opposed, byOperator = 0, ...ended } = await registerListedStops(ports, hasTime);
    if (opposed > 0) log('opposition-registered', { via: 'provider-complaint', count: opposed });
    if (byOperator > 0) log('suppressions-mended', { state: 'put-by-operator', count: byOperator });
    return ended;
  } catch (failure) {
    return { failure };
  }
};

/** Finishes erasures, registers who opted out at SNS and who is on the list of opt-outs of AWS or of STOP of a provider, then goes on with today's round through the lists of suppressed addresses of SES, and mends what they and the ledger say otherwise. */
export const handler = scheduled(manifest['reconcile-suppressions'], {
  run: async ({ env, remainingMs }) => {
    try {
      const hasTime = () => remainingMs() > TIME_TO_END_MS;
      const erasing = { ...finishing(env, suppressions(env)), pause };
      const { finished, failure: unfinished } = await finishDueErasures(erasing, hasTime).catch(notFinished);
      if (finished > 0) log('erasures-finished', { count: finished });
      const unregistered = await optedOut(env, hasTime);
      // Those after it have the other half of what is left, however long each list is.
      const optOuts = await listed(readingOptOuts(env), hasHalfOf(remainingMs, TIME_TO_END_MS));
      const stops = await listed(readingListedStops(env), hasHalfOf(remainingMs, TIME_TO_END_MS));
      const ports = await reconciling(env);
      const { learned, removed, isLate, failure } = await reconcileSuppressions(ports, hasTime);
      for (const [state, count] of Object.entries({ learned, removed }))
        if (count > 0) log('suppressions-mended', { state, count });
      const failed = unfinished ?? unregistered ?? optOuts.failure ?? stops.failure ?? failure;
      if (failed !== undefined) throw failed;
      if (isLate || optOuts.isLate || stops.isLate) log('suppressions-unreconciled', { code: 'day-ended' });
    } catch (error) {
      log('suppressions-unreconciled', failureFields(error));
      throw error;
    }
  },
});
