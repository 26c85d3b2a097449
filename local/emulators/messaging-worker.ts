import { type AddressInfo, type ListenOptions, Server } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import sesLocal from 'aws-ses-v2-local';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { keepChains } from './chains.ts';
import { makeQueuesFair } from './fair-queues.ts';
import type { DepthsQuestion, MessagingReply, MessagingSetup, QueueDepth } from './messaging-protocol.ts';

/**
 * A thread for the emulators of SQS, SNS topics, S3 and SES, so that their clock can be the stack's: delays, visibility
 * and retention follow when it is moved, and no other thread notices.
 */
const setup = workerData as MessagingSetup;
const offset = new Float64Array(setup.offset);
const machineNow = Date.now.bind(Date);
Date.now = () => machineNow() + (offset[0] ?? 0);

const answer = (reply: MessagingReply) => parentPort?.postMessage(reply);

const depthOf = (server: FauxqsServer, queue: string): QueueDepth => {
  const messages = server.inspectQueue(queue)?.messages ?? { ready: [], delayed: [], inflight: [] };
  const now = Date.now();
  const delayed = messages.delayed.filter(({ delayUntil }) => (delayUntil ?? 0) > now).length;
  const inFlight = messages.inflight.filter(({ visibilityDeadline }) => visibilityDeadline > now).length;
  const total = messages.ready.length + messages.delayed.length + messages.inflight.length;
  const visible = [...messages.ready, ...messages.delayed, ...messages.inflight.map(({ message }) => message)];
  const since = visible.map(({ sentTimestamp, delayUntil = 0 }) => Math.max(sentTimestamp, delayUntil));
  const oldestMs = Math.max(0, ...since.map((at) => now - at));
  return { ready: total - delayed - inFlight, delayed, inFlight, oldestMs };
};

/** The emulator of queues asks for every interface of the machine; what runs here is for this machine alone. */
const { listen } = Server.prototype;
Server.prototype.listen = function onLoopback(this: Server, options: ListenOptions, ...rest: never[]) {
  return Reflect.apply(listen, this, [{ ...options, host: '127.0.0.1' }, ...rest]);
} as typeof listen;

await makeQueuesFair();
await keepChains();
const messaging = await startFauxqs({
  port: 0,
  logger: false,
  host: '127.0.0.1',
  defaultRegion: setup.region,
  init: setup.init,
  ...(setup.dataDir === undefined ? {} : { dataDir: setup.dataDir }),
});
Server.prototype.listen = listen;
// The package is CommonJS: its function is one level down when imported from an ES module.
type StartMail = (options: { host: string; port: number }) => Promise<{ address(): AddressInfo | string | null }>;
const startMail = (sesLocal as unknown as { default: StartMail }).default;
const mail = await startMail({ host: '127.0.0.1', port: 0 });

parentPort?.on('message', ({ id, queues }: DepthsQuestion) => {
  const depths = Object.fromEntries(queues.map((queue) => [queue, depthOf(messaging, queue)]));
  answer({ kind: 'depths', id, depths });
});
answer({ kind: 'ready', messagingPort: messaging.port, mailPort: (mail.address() as AddressInfo).port });
