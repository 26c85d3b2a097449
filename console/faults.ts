import type { FaultsRequest } from './requests.ts';
import type { Watched } from './watched.ts';

/** Breaks what is asked for, and mends it; it knows how to open again each port that it closed. */
export const createFaultSwitch = (stack: Watched) => {
  const closed = new Map<string, () => Promise<void>>();
  const open = async (service: string) => {
    await closed.get(service)?.();
    closed.delete(service);
  };
  return async (request: FaultsRequest): Promise<void> => {
    if ('fault' in request) return stack.faults.next(request.service, request.fault, request);
    if ('stopped' in request) return stack.holds.setRead(request.function, !request.stopped);
    if ('throttled' in request) return stack.holds.setRoom(request.function, !request.throttled);
    if ('crashing' in request) return stack.holds.setCrashing(request.function, request.crashing);
    if ('denied' in request) return stack.holds.setMayCall(request.schedule, !request.denied);
    if ('leftPerSecond' in request) return stack.holds.setLeft(request.api, request.leftPerSecond);
    if ('spentUsd' in request) return stack.holds.setSpentByOthers(request.spentUsd);
    if ('optedOut' in request) return stack.holds.setOptedOut(request.phone, request.optedOut);
    if ('emptied' in request) return stack.emptyQueue(request.queue);
    if ('clear' in request) {
      stack.faults.clear();
      stack.holds.clear();
      for (const service of [...closed.keys()]) await open(service);
      return;
    }
    if (!request.refuse) return open(request.service);
    if (!closed.has(request.service)) closed.set(request.service, await stack.refuseConnections(request.service));
  };
};
