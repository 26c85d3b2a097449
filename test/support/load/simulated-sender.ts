import type { SQSEvent } from 'aws-lambda';
import { manifest } from '#functions/manifest.ts';
import { sendMessage } from '#shared/app/send/send-message.ts';
import type { Sender } from '#shared/app/send/send-ports.ts';
import type { DecryptedMessage, SendInput, SendSteps } from '#shared/app/send/send-steps.ts';
import { SendRequest } from '#shared/contracts/queues/send-request.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { worker } from '#shared/edge/queue.ts';
import { COLD_START_MS } from './simulated-outbox.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a message costs the one core of its run: its content is prepared once in a process and named by its hash. */
export interface Cost {
  readonly content: string;
  readonly prepareMs: number;
}

/** How long a call takes, in milliseconds: the store, a content from S3, the provider. */
export const STORE_MS = 8;
export const CONTENT_MS = 30;
export const PROVIDER_MS = 70;
/** To render and check one that is prepared. */
const RENDER_MS = 1;
/** In the midst of a minute: lawful hours begin with one, and nothing is judged a second time. */
const NO_HOUR_BEGINS = '2026-11-24T10:00:30.000Z';
/** What was read longer ago is read again before the claim (docs/failure-modes.md). */
const READ_VALID_MS = 2000;
const BEGAN_AT = Date.parse('2026-11-24T10:00:00Z');

const verdictAt = (at: string) => ({ outcome: 'allow', at, reasons: [], notes: [] });

/** One process of `send-message`, over the real worker and the real use case: what they call takes virtual time. */
export const simulatedProcess = (
  time: VirtualTime,
  costOf: (id: MessageId) => Cost,
  onSent: (id: MessageId) => void,
) => {
  const known = new Set<string>();
  let freeAt = time.now() + COLD_START_MS;
  const clock = { now: () => toInstant(BEGAN_AT + time.now()) };
  /** One core: what needs it waits for what has it. */
  const compute = async (ms: number) => {
    freeAt = Math.max(freeAt, time.now()) + ms;
    await time.sleep(freeAt - time.now());
  };
  const steps = {
    open: async (job) => {
      await compute(0);
      await time.sleep(STORE_MS);
      const validUntil = toInstant(BEGAN_AT + 30 * 24 * 3_600_000);
      return { message: { ...job, status: 'accepted', channel: 'email', validUntil } } as unknown as DecryptedMessage;
    },
    read: async ({ message: { messageId } }) => {
      await time.sleep(STORE_MS + (known.has(costOf(messageId).content) ? 0 : CONTENT_MS));
      return { sends: [], readAt: clock.now() } as unknown as SendInput;
    },
    vet: async ({ message: { messageId } }) => {
      const { content, prepareMs } = costOf(messageId);
      await compute(known.has(content) ? RENDER_MS : prepareMs);
      known.add(content);
      return { verdict: verdictAt(clock.now()), request: { at: NO_HOUR_BEGINS, message: {} } } as never;
    },
    render: async () => ({ rendered: { bytesSha256: '' } }) as never,
    verify: async () => compute(RENDER_MS).then(() => ({ rendered: { bytesSha256: '' } }) as never),
    keep: async () => ({ variantSha256: '0'.repeat(64), holes: undefined }),
    claim: async (_decrypted, { readAt }) => {
      const isStale = Date.parse(clock.now()) - Date.parse(readAt) > READ_VALID_MS;
      if (isStale) return { outcome: 'changed' };
      await time.sleep(STORE_MS);
      return { outcome: 'claimed' };
    },
    handOff: async ({ message }) => {
      await time.sleep(PROVIDER_MS);
      onSent(message.messageId);
      return { answer: 'taken', providerMessageId: 'p' } as never;
    },
    release: () => time.sleep(STORE_MS).then(() => true),
    settle: () => time.sleep(2 * STORE_MS),
  } as Partial<SendSteps> as SendSteps;
  const ports = { clock, newId: () => 'claim', halts: { reasonFor: async () => undefined, mayHaveLeft: () => false } };
  const sender = { ports, steps } as unknown as Sender;
  const park = async (_env: unknown, _body: string, reason: string) => {
    throw new Error(`The simulation parks nothing: ${reason}`);
  };
  const handler = worker(
    { ...manifest['send-message'], env: [] },
    {
      message: SendRequest,
      run: async ({ message, receiveCount, remainingMs }) => {
        const { state } = await sendMessage(sender, { ...message, receiveCount, timeLeftMs: remainingMs });
        if (state !== 'sent') throw new Error(`The simulation only sends: ${state}`);
      },
      park,
    },
  );
  return async (bodies: readonly string[]): Promise<void> => {
    const began = time.now();
    const Records = bodies.map((body, index) => ({
      messageId: String(index),
      body,
      attributes: { ApproximateReceiveCount: '1' },
    }));
    const remaining = () => manifest['send-message'].timeoutSeconds * 1000 - (time.now() - began);
    const { batchItemFailures } = await handler({ Records } as unknown as SQSEvent, {
      getRemainingTimeInMillis: remaining,
    });
    if (batchItemFailures.length > 0) throw new Error('The simulation fails nothing.');
  };
};
