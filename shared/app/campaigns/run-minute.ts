import { allOf } from '#shared/domain/at-most.ts';
import { type Dispatched, type DispatchPorts, dispatchMinute } from './dispatch-minute.ts';
import { type StartPorts, startRuns } from './start-runs.ts';

/**
 * All that campaigns do in a minute: starts the runs that are due, then dispatches those that run. A run that cannot be started
 * stops none that goes on; throws the first failure at the end.
 */
export const runMinute = async (ports: StartPorts & DispatchPorts): Promise<Dispatched | undefined> => {
  const started = await Promise.allSettled([startRuns(ports)]);
  const dispatched = await dispatchMinute(ports);
  allOf(started);
  return dispatched;
};
