import { manifest } from '#functions/manifest.ts';
import { advertiserList } from '#functions/wiring/facts.ts';
import { halts } from '#functions/wiring/halts.ts';
import { collecting } from '#functions/wiring/parked.ts';
import { lateNotifications, openRequests } from '#functions/wiring/rights.ts';
import { sendQueue } from '#functions/wiring/workers.ts';
import { clock, messageLists } from '#functions/wiring.ts';
import { lookForForgotten } from '#shared/app/halts/look-for-forgotten.ts';
import { collectParked } from '#shared/app/parked/collect-parked.ts';
import { sweepAccepted } from '#shared/app/parked/sweep-accepted.ts';
import { lookForLate } from '#shared/app/partners/look-for-late.ts';
import { lookForOverdue } from '#shared/app/rights/look-for-overdue.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';

/** What is kept of the run's time to finish what is in hand and to say what was found. */
const TIME_TO_END_MS = 60_000;

/**
 * Each hour, brings what was given up into one place, puts accepted messages that were lost back on the send queue, and says when a
 * halt was perhaps forgotten, or a request of a person or the notification of a partner waits for too long.
 */
export const handler = scheduled(manifest.sweep, {
  run: async ({ env, remainingMs }) => {
    const hasTime = () => remainingMs() > TIME_TO_END_MS;
    const ports = {
      clock,
      advertiserList: advertiserList(env),
      messageLists: messageLists(env),
      sendQueue: sendQueue(env),
    };
    const { found, isWhole } = await sweepAccepted(ports, hasTime);
    if (found > 0) log('messages-swept', { count: found });
    if (!isWhole) log('sweep-unfinished');
    const { parked, ...places } = collecting(env);
    await collectParked({ parked, ...places }, hasTime);
    const { count, oldest } = await parked.depth();
    if (oldest !== undefined)
      log('parked-waiting', { count, milliseconds: Date.parse(clock.now()) - Date.parse(oldest) });
    const { counts, failure } = await lookForOverdue({ ...ports, requests: openRequests(env) });
    for (const [reason, late] of Object.entries(counts)) if (late > 0) log('requests-overdue', { count: late, reason });
    if (failure !== undefined) log('sweep-unfinished', failureFields(failure));
    const late = await lookForLate({ ...ports, notifications: lateNotifications(env) });
    if (late.count > 0) log('requests-overdue', { count: late.count, reason: 'partner-not-notified' });
    if (late.failure !== undefined) log('sweep-unfinished', failureFields(late.failure));
    const forgotten = await lookForForgotten({ halts: halts(env), clock });
    if (forgotten > 0) log('halt-forgotten', { count: forgotten });
  },
});
