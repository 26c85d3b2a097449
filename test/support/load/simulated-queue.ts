import type { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { FairShares } from '#local/emulators/fair-shares.ts';
import type { VirtualTime } from './virtual-time.ts';

/** An entry in somebody's hands. */
interface Taken {
  readonly handle: string;
  readonly body: string;
}

/** A standard queue of SQS in virtual time, fair as documented; what is put comes through the real adapter. */
export interface SimulatedQueue {
  /** For `sendQueueOf`. */
  readonly client: SQSClient;
  /** Those that may be taken now. */
  depth(): number;
  take(most: number): readonly Taken[];
  remove(handle: string): void;
  /** Called whenever something may be taken. */
  onVisible: () => void;
}

interface Line {
  readonly entries: { readonly body: string; readonly place: number }[];
  head: number;
}

export const simulatedQueue = (time: VirtualTime, isGrouped: boolean): SimulatedQueue => {
  const lines = new Map<string, Line>();
  const shares = new FairShares();
  let [places, handles, depth] = [0, 0, 0];

  const show = (group: string, body: string) => {
    const line = lines.get(group) ?? { entries: [], head: 0 };
    lines.set(group, line);
    places += 1;
    depth += 1;
    line.entries.push({ body, place: places });
    queue.onVisible();
  };
  const put = async ({ MessageBody = '', MessageGroupId, DelaySeconds = 0 }: SendMessageCommand['input']) => {
    // What has no group is a tenant of its own, so that nobody is noisy: all of them are one line.
    const group = (isGrouped ? MessageGroupId : undefined) ?? 'no group';
    if (DelaySeconds === 0) return show(group, MessageBody);
    void time.sleep(DelaySeconds * 1000).then(() => show(group, MessageBody));
  };
  const takeOne = (): Taken | undefined => {
    const waiting = [...lines].flatMap(([group, { entries, head }]) => {
      const oldest = entries[head]?.place;
      return oldest === undefined ? [] : { group, oldest };
    });
    const group = shares.next(waiting, time.now());
    const line = lines.get(group ?? '');
    const entry = line?.entries[line.head];
    if (group === undefined || line === undefined || entry === undefined) return undefined;
    line.head += 1;
    if (line.head === line.entries.length) lines.delete(group);
    depth -= 1;
    handles += 1;
    shares.taken(String(handles), group, time.now());
    return { handle: String(handles), body: entry.body };
  };

  const queue: SimulatedQueue = {
    client: { send: (command: SendMessageCommand) => put(command.input) } as unknown as SQSClient,
    depth: () => depth,
    take: (most) => {
      const taken: Taken[] = [];
      while (taken.length < most) {
        const one = takeOne();
        if (one === undefined) break;
        taken.push(one);
      }
      return taken;
    },
    remove: (handle) => shares.ended(handle, time.now()),
    onVisible: () => undefined,
  };
  return queue;
};
