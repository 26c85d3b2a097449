import { manifest } from '#functions/manifest.ts';
import { sender } from '#functions/wiring/sender.ts';
import { parking } from '#functions/wiring/workers.ts';
import { sendMessage } from '#shared/app/send/send-message.ts';
import { SendRequest } from '#shared/contracts/queues/send-request.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

/** Reads, vets, renders, verifies, claims, hands off and settles one message. */
export const handler = worker(manifest['send-message'], {
  message: SendRequest,
  run: async ({ env, message, receiveCount, remainingMs }) => {
    const outcome = await sendMessage(sender(env), { ...message, receiveCount, timeLeftMs: remainingMs });
    const { advertiserId, messageId, attempt } = message;
    const fields = { advertiserId, messageId, attempt, state: outcome.state, code: outcome.code ?? '' };
    log('message-settled', fields);
    if (outcome.isLate) log('message-late', fields);
  },
  park: (env, body, reason) => parking(env).park(body, reason),
});
