import { allOf } from '#shared/domain/at-most.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Dispatched, type DispatchPorts, dispatchMinute } from './dispatch-minute.ts';
import { type StartPorts, startRuns } from './start-runs.ts';

/**
 * All that campaigns do in a minute: starts the runs that are due, then dispatches those that run. A run that cannot be started
 * stops none that goes on; throws the first failure at the end. The time of the function counts from its beginning for both.
 * `scheduledAt`: for when the call was planned, if it was.
 */
export const runMinute = async (
  ports: StartPorts & DispatchPorts,
  scheduledAt?: Instant,
): Promise<Dispatched | undefined> => {
  const begunAt = ports.clock.now();
  const started = await Promise.allSettled([startRuns(ports)]);
  const dispatched = await dispatchMinute(ports, { begunAt, scheduledAt });
  allOf(started);
  return dispatched;
};
