import { manifest } from '#functions/manifest.ts';
import { finishing } from '#functions/wiring/erasure.ts';
import { reconciling, suppressions } from '#functions/wiring/replies.ts';
import { pause } from '#functions/wiring.ts';
import { finishDueErasures } from '#shared/app/erasure/finish-due-erasures.ts';
import { reconcileSuppressions } from '#shared/app/feedback/reconcile-suppressions.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';

/** What is kept of the run's time to end the page in hand: each of its hundred addresses may be taken off, one a second. */
const TIME_TO_END_MS = 180_000;

/** What failed before the list of erasures was walked keeps nothing else of the run. */
const notFinished = (failure: unknown) => ({ finished: 0, failure });

/** Finishes erasures, then goes on with today's round through the lists of suppressed addresses of SES, and mends what they and the ledger say otherwise. */
export const handler = scheduled(manifest['reconcile-suppressions'], {
  run: async ({ env, remainingMs }) => {
    try {
      const hasTime = () => remainingMs() > TIME_TO_END_MS;
      const erasing = { ...finishing(env, suppressions(env)), pause };
      const { finished, failure: unfinished } = await finishDueErasures(erasing, hasTime).catch(notFinished);
      if (finished > 0) log('erasures-finished', { count: finished });
      const ports = await reconciling(env);
      const { learned, removed, isLate, failure } = await reconcileSuppressions(ports, hasTime);
      for (const [state, count] of Object.entries({ learned, removed }))
        if (count > 0) log('suppressions-mended', { state, count });
      if ((unfinished ?? failure) !== undefined) throw unfinished ?? failure;
      if (isLate) log('suppressions-unreconciled', { code: 'day-ended' });
    } catch (error) {
      log('suppressions-unreconciled', failureFields(error));
      throw error;
    }
  },
});
