import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest } from '#functions/manifest.ts';
import { sender } from '#functions/wiring/sender.ts';
import { parking } from '#functions/wiring/workers.ts';
import { sendMessage } from '#shared/app/send/send-message.ts';
import type { DecryptedMessage, SendSteps } from '#shared/app/send/send-steps.ts';
import { SendRequest } from '#shared/contracts/queues/send-request.ts';
import { worker } from '#shared/edge/queue.ts';
import { FAULT_POINT, markerOf } from './fault-point.ts';

/**
 * The sender with a fault point: a message whose offer category is `die-before-claim`, `die-after-hand-off`… kills this
 * process there, the first time only. It stands in for `functions/workers/send-message.ts` in an assembly that only the
 * tests make; no deployed bundle contains it.
 */
const NAMES: Readonly<Record<string, string>> = { handOff: 'hand-off' };

/** The bundle's own folder: ids are drawn by seed, so a marker that another run left would let this one live. */
const MARKERS = import.meta.dirname;

const dieAt = async (point: string, { message }: DecryptedMessage): Promise<void> => {
  const marker = join(MARKERS, markerOf(message.messageId));
  if (message.offerCategory !== `${FAULT_POINT}-${point}` || existsSync(marker)) return;
  writeFileSync(marker, '');
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
};

type Step = (decrypted: DecryptedMessage, ...more: never[]) => Promise<unknown>;

const mortal =
  (name: string, step: Step): Step =>
  async (decrypted, ...more) => {
    await dieAt(`before-${name}`, decrypted);
    const result = await step(decrypted, ...more);
    await dieAt(`after-${name}`, decrypted);
    return result;
  };

const mortalSteps = (steps: SendSteps): SendSteps => {
  const { open, notePutBack, ...others } = steps;
  const wrapped = Object.entries(others).map(([name, step]) => [name, mortal(NAMES[name] ?? name, step as Step)]);
  return { open, notePutBack, ...(Object.fromEntries(wrapped) as Omit<SendSteps, 'open' | 'notePutBack'>) };
};

export const handler = worker(manifest['send-message'], {
  message: SendRequest,
  run: async ({ env, message, receiveCount, remainingMs }) => {
    const { ports, steps } = sender(env);
    await sendMessage({ ports, steps: mortalSteps(steps) }, { ...message, receiveCount, timeLeftMs: remainingMs });
  },
  park: (env, body, reason) => parking(env).park(body, reason),
});
