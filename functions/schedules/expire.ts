import { manifest } from '#functions/manifest.ts';
import { ending } from '#functions/wiring/retention.ts';
import { sweepExpired } from '#shared/app/retention/sweep-expired.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';

/** What is kept of the run's time to finish what is in hand and to say what was found. */
const TIME_TO_END_MS = 60_000;

/** Each hour, carries out what ended on days that are over: contacts, their proof, people. */
export const handler = scheduled(manifest.expire, {
  run: async ({ env, remainingMs }) => {
    const hasTime = () => remainingMs() > TIME_TO_END_MS;
    const { unreadable, failed, failure, isWhole } = await sweepExpired(ending(env), hasTime);
    if (unreadable > 0) log('sweep-unfinished', { count: unreadable, reason: 'stored-unreadable' });
    if (failed > 0) log('sweep-unfinished', { count: failed, ...failureFields(failure) });
    if (!isWhole) log('sweep-unfinished', { reason: 'no-time-left' });
  },
});
