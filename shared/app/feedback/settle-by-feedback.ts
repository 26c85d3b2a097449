import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Instant, MessageId } from '#shared/domain/ids.ts';
import type { Message, UndeliveredCause } from '#shared/domain/message/message.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { Pause } from '../pause.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { Claims } from '../send/claims.port.ts';

/** Where the state of a message is written. */
export interface SettlingPorts {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly messages: Pick<Messages, 'get' | 'move'>;
  readonly claims: Pick<Claims, 'settle'>;
  /** After it, no sender can still be writing down what the provider answered. */
  readonly senderSeconds: number;
}

/** The proof that the provider took the message, and what became of it where that is known to be nothing. */
export interface Outcome {
  readonly providerMessageId: string;
  /** When the provider took it. */
  readonly takenAt: Instant;
  readonly undelivered?: UndeliveredCause | undefined;
}

const FINAL: readonly Message['status'][] = ['refused', 'undelivered', 'unknown-final'];
const isFinal = ({ status }: Message): boolean => FINAL.includes(status);

/** True while the sender that handed the message over may still be writing its end, with what it knows of the bytes. */
const isBeingSettled = ({ clock, senderSeconds }: SettlingPorts, { status }: Message, takenAt: Instant): boolean =>
  status !== 'sent' &&
  status !== 'unknown' &&
  millisecondsOf(clock.now()) - millisecondsOf(takenAt) < senderSeconds * 1000;

/**
 * Writes what feedback says of the state: a message without an answer was sent, and one that reached nobody is
 * `undelivered`, which nothing changes afterwards, in whatever order reports come. A sender that is not done yet, and another
 * report of the same message, are waited for some seconds; then it throws `concurrent-change`, and the report comes again.
 */
export const settleByFeedback = (
  ports: SettlingPorts,
  access: AdvertiserAccess,
  messageId: MessageId,
  outcome: Outcome,
): Promise<void> =>
  retryOnConflict(
    async () => {
      const message = await ports.messages.get(access, messageId);
      if (message !== undefined) await settle(ports, access, message, outcome);
    },
    { pause: ports.pause, seed: messageId },
  );

const settle = async (
  ports: SettlingPorts,
  access: AdvertiserAccess,
  message: Message,
  { providerMessageId, takenAt, undelivered }: Outcome,
): Promise<void> => {
  const { contactId, channel, messageId, claimMonth: month, status } = message;
  if (isFinal(message) || (status === 'sent' && undelivered === undefined)) return;
  if (isBeingSettled(ports, message, takenAt)) throw concurrentChange();
  const fields = { handedOffAt: message.handedOffAt ?? takenAt, providerMessageId, settledAt: ports.clock.now() };
  const isMoved =
    undelivered === undefined
      ? await ports.messages.move(access, messageId, 'sent', fields)
      : await ports.messages.move(access, messageId, 'undelivered', { ...fields, undeliveredBecause: undelivered });
  if (!isMoved) throw concurrentChange();
  await ports.claims.settle(access, contactId, { month, channel }, messageId, 'sent');
};
