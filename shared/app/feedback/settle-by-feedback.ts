import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Message, UndeliveredCause } from '#shared/domain/message/message.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Claims } from '../send/claims.port.ts';

/** Where the state of a message is written. */
export interface SettlingPorts {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly messages: Pick<Messages, 'get' | 'move'>;
  readonly claims: Pick<Claims, 'find' | 'settle'>;
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

const FINAL: readonly Message['status'][] = ['undelivered', 'unknown-final'];
const isFinal = ({ status }: Message): boolean => FINAL.includes(status);

/** True while the sender that handed the message over may still be writing its end, with what it knows of the bytes. */
const isBeingSettled = ({ clock, senderSeconds }: SettlingPorts, { status }: Message, takenAt: Instant): boolean =>
  status !== 'sent' &&
  status !== 'unknown' &&
  millisecondsOf(clock.now()) - millisecondsOf(takenAt) < senderSeconds * 1000;

/** Milliseconds between looks at a message whose sender is not done: it mostly is within these. */
const WAITS_MS = [250, 500, 1000] as const;

/**
 * Writes what feedback says of the state: a message without an answer was sent, and one that reached nobody is
 * `undelivered`, which nothing changes afterwards, in whatever order reports come. One that was refused stays so unless it is claimed. Throws `concurrent-change` where the sender
 * is not done after two seconds: the report comes again.
 */
export const settleByFeedback = async (
  ports: SettlingPorts,
  access: AdvertiserAccess,
  claimed: Message,
  outcome: Outcome,
): Promise<void> => {
  const isSettled = async () => {
    const message = await ports.messages.get(access, claimed.messageId);
    if (message !== undefined) return settle(ports, access, message, outcome);
    // Of a campaign: its claim says that it left, and is looked at when it comes up again.
    await ports.claims.settle(access, claimed, 'sent');
    return true;
  };
  for (const wait of WAITS_MS) {
    if (await isSettled()) return;
    await ports.pause(wait);
  }
  if (!(await isSettled())) throw concurrentChange();
};

/** False where another is writing the state now. */
const settle = async (
  ports: SettlingPorts,
  access: AdvertiserAccess,
  message: Message,
  { providerMessageId, takenAt, undelivered }: Outcome,
): Promise<boolean> => {
  const { messageId, status } = message;
  if (isFinal(message) || (status === 'sent' && undelivered === undefined)) return true;
  // A refusal is final but where another worker handed the message over, having read before: its claim says so.
  if (status === 'refused' && (await ports.claims.find(access, message)) === undefined) return true;
  if (isBeingSettled(ports, message, takenAt)) return false;
  const fields = { handedOffAt: message.handedOffAt ?? takenAt, providerMessageId, settledAt: ports.clock.now() };
  const isMoved =
    undelivered === undefined
      ? await ports.messages.move(access, messageId, 'sent', fields)
      : await ports.messages.move(access, messageId, 'undelivered', { ...fields, undeliveredBecause: undelivered });
  if (isMoved) await ports.claims.settle(access, message, 'sent');
  return isMoved;
};
