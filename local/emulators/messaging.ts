import { Worker } from 'node:worker_threads';
import type { DepthsQuestion, MessagingReply, MessagingSetup, QueueDepth } from './messaging-protocol.ts';

/** The emulators of SQS, SNS topics and S3 (one URL) and of SES (another), in a thread of their own. */
export interface Messaging {
  readonly messagingUrl: string;
  readonly mailUrl: string;
  depths(queues: readonly string[]): Promise<Readonly<Record<string, QueueDepth>>>;
  stop(): Promise<void>;
}

/** Starts them with the queues, topics, subscriptions and buckets of the template. */
export const startMessaging = async (setup: MessagingSetup): Promise<Messaging> => {
  const worker = new Worker(new URL('./messaging-worker.ts', import.meta.url), { workerData: setup, execArgv: [] });
  const waiting = new Map<number, (depths: Readonly<Record<string, QueueDepth>>) => void>();
  let asked = 0;
  const ports = await new Promise<{ messagingPort: number; mailPort: number }>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (reply: MessagingReply) => {
      if (reply.kind === 'ready') return resolve(reply);
      waiting.get(reply.id)?.(reply.depths);
      waiting.delete(reply.id);
    });
  });
  return {
    messagingUrl: `http://127.0.0.1:${ports.messagingPort}`,
    mailUrl: `http://127.0.0.1:${ports.mailPort}`,
    depths: (queues) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        worker.postMessage({ id: asked, queues } satisfies DepthsQuestion);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
};
