import { manifest } from '#functions/manifest.ts';
import { changeOf, parkedChangeOf } from '#shared/adapters/dynamodb/stream-change.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { publishChange } from '#shared/app/outbox/publish-change.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { sendMessage } from '#shared/app/send/send-message.ts';
import { stepsOf } from '#shared/app/send/steps-of.ts';
import { EmailFeedback, feedbackIn } from '#shared/contracts/queues/email-feedback.ts';
import { InboundSms, replyIn } from '#shared/contracts/queues/inbound-sms.ts';
import { SendRequest } from '#shared/contracts/queues/send-request.ts';
import { worker } from '#shared/edge/queue.ts';
import { streamConsumer } from '#shared/edge/stream.ts';
import { NO_PARTNERS } from '#test/support/partners/notifying.ts';
import type { Ports } from './ports.ts';
import type { Process } from './process.ts';

/** An entry of the manifest that asks nothing of the environment: here ports are wired by process. */
export const bare = <E extends object>(entry: E) => ({ ...entry, env: [] as const });

const SENDER_SECONDS = manifest['send-message'].timeoutSeconds;

/** Made once by each process, as in a deployment. */
export const onceA = <T>(make: (ports: Ports) => T) => {
  const made = new WeakMap<Process, T>();
  return (process: Process, ports: () => Ports): T => {
    const known = made.get(process) ?? make(ports());
    made.set(process, known);
    return known;
  };
};

/** The functions of a run, `onSent` told what each delivery of a message came to; each over the product's own edge and use case (`functions/workers/`, `functions/events/`). */
export const functionsOf = (portsIn: (process: Process) => Ports, onSent: (outcome: string) => void) => {
  const sender = onceA((ports) => {
    const all = { ...ports, opposing: ports, functionTimeoutSeconds: SENDER_SECONDS };
    const wired = { ports: all, steps: stepsOf(all) };
    return worker(bare(manifest['send-message']), {
      message: SendRequest,
      run: async ({ message, receiveCount, remainingMs }) => {
        const { state, code } = await sendMessage(wired, { ...message, receiveCount, timeLeftMs: remainingMs });
        onSent(code === undefined ? state : `${state}, ${code}`);
      },
      park: (_env, body, reason) => ports.sendQueue.park(body, reason),
    });
  });
  const outbox = onceA((ports) =>
    streamConsumer(bare(manifest.outbox), {
      run: async ({ record }) => {
        const change = changeOf(record);
        const { sendQueue, bus, journal } = ports;
        if (change) await publishChange({ sendQueue, bus, journal, partners: NO_PARTNERS }, change);
        return change;
      },
      park: (_env, record, reason) => ports.outboxParking.park(parkedChangeOf(record), reason),
    }),
  );
  return {
    sender: (process: Process) => sender(process, () => portsIn(process)),
    outbox: (process: Process) => outbox(process, () => portsIn(process)),
    /** `onApplied`: the opposition of a complaint is registered, or that a mail reached nobody. */
    feedback: (process: Process, onApplied: (messageId: string, of: 'complaint' | 'bounce') => void) => {
      const all = portsIn(process);
      const ports = { ...all, messages: all.sentMessages, senderSeconds: SENDER_SECONDS };
      return worker(bare(manifest['apply-email-feedback']), {
        message: EmailFeedback,
        envelope: 'sns',
        run: async ({ message }) => {
          const { report, ...feedback } = feedbackIn(message);
          if (report === undefined) return;
          const { opposes, undelivered } = await applyEmailFeedback(ports, { ...feedback, report });
          if (opposes) onApplied(feedback.messageId, 'complaint');
          if (undelivered !== undefined) onApplied(feedback.messageId, 'bounce');
        },
        park: (_env, _body, reason) => Promise.reject(new Error(reason)),
      });
    },
    /** `onApplied`: the opposition of a reply is registered. */
    replies: (process: Process, onApplied: (replyId: string) => void) => {
      const ports = portsIn(process);
      return worker(bare(manifest['apply-sms-reply']), {
        message: InboundSms,
        envelope: 'sns',
        run: async ({ message }) => {
          const reply = replyIn(message);
          const shareOut = () => Promise.reject(new Error('a world has few advertisers'));
          const doubtfulReplies = { open: () => Promise.reject(new Error('nobody here says it in doubtful words')) };
          const applied = await applySmsReply({ ...ports, shareOut, doubtfulReplies }, reply);
          if (applied.length > 0) onApplied(reply.replyId);
        },
        park: (_env, body, reason) => Promise.reject(new Error(`${reason}: ${body}`)),
      });
    },
  };
};
