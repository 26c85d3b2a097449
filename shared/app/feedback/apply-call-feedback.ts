import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageNotFound } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { applyReport, type ProviderReported, type ReportPorts, type WordlessReport } from './apply-provider-report.ts';

/** Our ids, which every call of ours bears. */
interface OfCall {
  readonly advertiserId: AdvertiserId;
  readonly messageId: MessageId;
  /** Of a recipient of a campaign. */
  readonly contactId?: ContactId | undefined;
}

/** What Amazon Connect reports of one of our calls. */
export interface CallFeedback extends OfCall {
  readonly callId: string;
  readonly at: Instant;
  /** A key was pressed. */
  readonly isKey: boolean;
  /** How it ended; absent: it goes on. */
  readonly end?: CallEnd | undefined;
}

/** How a call ended, in the words of Amazon Connect. */
interface CallEnd {
  /** Its flow began to speak. */
  readonly isSpoken: boolean;
  /** Somebody or something answered. */
  readonly isConnected: boolean;
  /** `DisconnectReason`; absent: not said. */
  readonly reason?: string | undefined;
  /** `AnsweringMachineDetectionStatus`; absent: not said. */
  readonly detected?: string | undefined;
}

type Event = WordlessReport['event'];
type Meaning = Pick<Event, 'kind' | 'reason'>;
const failed = (reason: string): Meaning => ({ kind: 'failed', reason });

/** Amazon Connect, "Contact events", `AnsweringMachineDetectionStatus`: who or what it was that was not spoken to. */
const BY_NOBODY: ReadonlyMap<string | undefined, Meaning> = new Map([
  ['VOICEMAIL_BEEP', failed('machine')],
  ['VOICEMAIL_NO_BEEP', failed('machine')],
  ['FAX_MACHINE_DETECTED', failed('machine')],
  ['SIT_TONE_BUSY', failed('busy')],
  ['SIT_TONE_INVALID_NUMBER', failed('number-invalid')],
  ['SIT_TONE_DETECTED', failed('unreachable')],
  ['AMD_UNANSWERED', failed('no-answer')],
]);

/** A key before all; then how it ended. Its flow says that it spoke to somebody; where it did not, Amazon Connect says why. */
const meaningOf = (isKey: boolean, end: CallEnd | undefined): Meaning => {
  if (isKey) return { kind: 'keypress' };
  if (end === undefined) return { kind: 'taken' };
  const { isSpoken, isConnected, reason = '', detected } = end;
  if (isSpoken) return { kind: 'delivered' };
  const why = BY_NOBODY.get(detected);
  if (why !== undefined) return why;
  // Answered, and hung up on before a word: by its flow, or by whoever answered.
  if (isConnected) return failed('unreachable');
  return /^(?:OUTBOUND_|TELECOM_|EXPIRED)/.test(reason) ? failed('unreachable') : failed('no-answer');
};

/**
 * Applies what Amazon Connect reports of a call, as a report of any provider is applied: a key that was pressed is an opposition to calls, once,
 * whether the flow says so itself or the end of the call does; then the state of the message. Resolves to what it was and did. Throws
 * `message-not-found`, so that a human sees it, and what redelivery cures.
 */
export const applyCallFeedback = async (
  ports: ReportPorts,
  feedback: CallFeedback,
): Promise<{ readonly code: ProviderReported; readonly kind: Event['kind'] }> => {
  const { advertiserId, messageId, callId, at, isKey, end } = feedback;
  const access = admit(advertiserId);
  const message = await ports.messages.get(access, messageId, feedback.contactId);
  if (message === undefined) throw messageNotFound();
  const { contactId, channel, purpose } = message;
  const meaning = meaningOf(isKey, end);
  // One call is one act, whoever reports its key.
  const event: Event = { ...meaning, eventId: `${callId}/${meaning.kind}`, providerId: callId, at };
  const bodySha256 = sha256OfJson({ callId, meaning, at });
  const link = { advertiserId, contactId, messageId, channel, purpose };
  // While the call goes on its sender may still be writing: the end of the call settles it.
  const code = await applyReport(ports, { access, link, event, bodySha256, isSigned: end !== undefined });
  return { code, kind: event.kind };
};
