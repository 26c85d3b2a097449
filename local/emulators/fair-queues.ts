import { classIn } from './emulator-class.ts';
import { FairShares } from './fair-shares.ts';

/** Of the emulator of SQS: a standard queue, and a message in it. */
interface Message {
  readonly messageId: string;
  messageGroupId?: string;
}
interface Queue {
  messages: Message[];
  readonly delayedMessages: readonly Message[];
  readonly inflightMessages: ReadonlyMap<string, { readonly message: Message }>;
  isFifo(): boolean;
  processTimers(): void;
  dequeue(...asked: [number, ...unknown[]]): readonly { readonly ReceiptHandle: string }[];
}
interface Store {
  getQueue(url: string): Queue | undefined;
}
interface Sent {
  readonly QueueUrl: string;
  readonly MessageGroupId?: string;
}
interface Answered {
  readonly MessageId?: string;
}
type Handler = (body: Sent, store: Store, request: unknown) => Answered;
interface Router {
  register(action: string, handler: Handler): void;
}

const groupOf = ({ messageGroupId, messageId }: Message): string => messageGroupId ?? messageId;

/** Notes the group of what was put on a standard queue, which the emulator leaves away. */
const keepGroup = (queue: Queue | undefined, messageId: string | undefined, group: string | undefined) => {
  if (queue === undefined || group === undefined || queue.isFifo()) return;
  const message = [queue.messages.at(-1), queue.delayedMessages.at(-1)].find((each) => each?.messageId === messageId);
  if (message !== undefined) message.messageGroupId = group;
};

/** The messages to give next, at most so many, and then the others in their order. */
const inFairOrder = (messages: readonly Message[], shares: FairShares, most: number, now: number): Message[] => {
  const lines = Map.groupBy(
    messages.map((message, oldest) => ({ message, oldest })),
    ({ message }) => groupOf(message),
  );
  if (lines.size < 2) return [...messages];
  const first: Message[] = [];
  while (first.length < Math.min(most, messages.length)) {
    const waiting = [...lines].flatMap(([group, [next]]) => (next === undefined ? [] : { group, oldest: next.oldest }));
    const next = lines.get(shares.next(waiting, now) ?? '')?.shift();
    if (next === undefined) break;
    first.push(next.message);
  }
  const isFirst = new Set(first);
  return [...first, ...messages.filter((message) => !isFirst.has(message))];
};

/** Makes the emulator's standard queues fair among groups of messages, as SQS is. Before it starts, and once in a process. */
export const makeQueuesFair = async (): Promise<void> => {
  const { prototype: router } = await classIn<Router>('./sqs/sqsRouter.js', 'SqsRouter');
  const { register } = router;
  router.register = function registerKeepingGroups(action, handler) {
    register.call(this, action, (body, store, request) => {
      const answer = handler(body, store, request);
      if (action === 'SendMessage') keepGroup(store.getQueue(body.QueueUrl), answer.MessageId, body.MessageGroupId);
      return answer;
    });
  };
  const { prototype: queue } = await classIn<Queue>('./sqs/sqsStore.js', 'SqsQueue');
  const { dequeue } = queue;
  const sharesOf = new WeakMap<Queue, { readonly shares: FairShares; readonly inHand: Set<string> }>();
  queue.dequeue = function dequeueFairly(most, ...rest) {
    if (this.isFifo()) return dequeue.call(this, most, ...rest);
    const kept = sharesOf.get(this) ?? { shares: new FairShares(), inHand: new Set<string>() };
    sharesOf.set(this, kept);
    const now = Date.now();
    this.processTimers();
    for (const handle of kept.inHand) {
      if (this.inflightMessages.has(handle)) continue;
      kept.inHand.delete(handle);
      kept.shares.ended(handle, now);
    }
    this.messages = inFairOrder(this.messages, kept.shares, most, now);
    const given = dequeue.call(this, most, ...rest);
    for (const { ReceiptHandle: handle } of given) {
      const taken = this.inflightMessages.get(handle);
      if (taken === undefined) continue;
      kept.inHand.add(handle);
      kept.shares.taken(handle, groupOf(taken.message), now);
    }
    return given;
  };
};
