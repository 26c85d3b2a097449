import { AsyncLocalStorage } from 'node:async_hooks';
import { classIn } from './emulator-class.ts';

/** Of the emulator of SQS and SNS: a message, a queue, and what answers the calls of a service. */
interface Message {
  traceHeader?: string | undefined;
}
interface Queue {
  readonly inflightMessages: ReadonlyMap<string, { readonly message: Message }>;
  enqueue(message: Message): unknown;
}
interface Store {
  getQueue(url: string): Queue | undefined;
}
interface Request {
  readonly headers: Readonly<Record<string, string | undefined>>;
}
interface Received {
  readonly Messages?: { readonly ReceiptHandle: string; Attributes?: Record<string, string> }[];
}
type Handler = (body: { readonly QueueUrl: string }, store: Store, request: Request) => unknown;
interface Router {
  register(action: string, handler: Handler): void;
  handle(request: Request, reply: unknown): Promise<unknown>;
}

const HEADER = 'x-amzn-trace-id';

/**
 * Has the emulator keep the trace header of who puts a message, by SQS or through a topic, and give it as the attribute
 * `AWSTraceHeader` to who receives it, as SQS and SNS do: Lambda counts by it how often a chain came by. A message that goes
 * to the dead letters keeps its own. Before it starts, and once in a process.
 */
export const keepChains = async (): Promise<void> => {
  const asked = new AsyncLocalStorage<string | undefined>();
  const routers = [
    await classIn<Router>('./sqs/sqsRouter.js', 'SqsRouter'),
    await classIn<Router>('./sns/snsRouter.js', 'SnsRouter'),
  ];
  for (const { prototype } of routers) {
    const { handle } = prototype;
    prototype.handle = function handleInChain(request, reply) {
      return asked.run(request.headers[HEADER], () => handle.call(this, request, reply));
    };
  }
  const { prototype: queue } = await classIn<Queue>('./sqs/sqsStore.js', 'SqsQueue');
  const { enqueue } = queue;
  queue.enqueue = function enqueueInChain(message) {
    message.traceHeader ??= asked.getStore();
    return enqueue.call(this, message);
  };
  const [{ prototype: sqs } = { prototype: undefined }] = routers;
  if (sqs === undefined) return;
  const { register } = sqs;
  sqs.register = function registerInChain(action, handler) {
    const giving: Handler = async (body, store, request) => {
      const received = (await handler(body, store, request)) as Received;
      const inHand = store.getQueue(body.QueueUrl)?.inflightMessages;
      for (const message of received.Messages ?? []) {
        const trace = inHand?.get(message.ReceiptHandle)?.message.traceHeader;
        if (trace !== undefined) message.Attributes = { ...message.Attributes, AWSTraceHeader: trace };
      }
      return received;
    };
    register.call(this, action, action === 'ReceiveMessage' ? giving : handler);
  };
};
