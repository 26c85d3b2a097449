import type { FaultsRequest } from './requests.ts';
import type { Watched } from './watched.ts';

/** The ports that somebody closed: each is known by how it opens again. */
const closedPorts = (stack: Watched) => {
  const closed = new Map<string, () => Promise<void>>();
  const open = async (service: string): Promise<void> => {
    await closed.get(service)?.();
    closed.delete(service);
  };
  return {
    open,
    openAll: async (): Promise<void> => {
      for (const service of [...closed.keys()]) await open(service);
    },
    close: async (service: string): Promise<void> => {
      if (!closed.has(service)) closed.set(service, await stack.refuseConnections(service));
    },
  };
};

const doAsAsked = async (
  stack: Watched,
  ports: ReturnType<typeof closedPorts>,
  request: FaultsRequest,
): Promise<void> => {
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
    return ports.openAll();
  }
  return request.refuse ? ports.close(request.service) : ports.open(request.service);
};

/** Breaks what is asked for, and mends it; it knows how to open again each port that it closed. */
export const createFaultSwitch = (stack: Watched) => {
  const ports = closedPorts(stack);
  return (request: FaultsRequest): Promise<void> => doAsAsked(stack, ports, request);
};
