import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageNotFound } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { type EmailReport, type Meaning, meaningOf } from '#shared/domain/message/email-feedback.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { RunFeedback } from '../campaigns/run-feedback.port.ts';
import { type ComplaintPorts, opposeByComplaint } from './oppose-by-complaint.ts';
import { recordFailure } from './record-failure.ts';
import { type SettlingPorts, settleByFeedback } from './settle-by-feedback.ts';

/** What SES reports of one of our messages. */
export interface EmailFeedback {
  readonly advertiserId: AdvertiserId;
  readonly messageId: MessageId;
  /** Absent: sent by a release that did not tag it. */
  readonly contactId?: ContactId | undefined;
  /** The mail carried a code of the preference centre, and is no message that is stored. Absent: it did not. */
  readonly isAnswer?: boolean | undefined;
  readonly providerMessageId: string;
  /** When SES took the mail. */
  readonly takenAt: Instant;
  readonly report: EmailReport;
}

export type FeedbackPorts = ComplaintPorts & SettlingPorts & { readonly runFeedback: RunFeedback };

/**
 * Applies what SES reports of a mail that it took. An opposition and a failure of the address are recorded first, each
 * once, whatever comes twice, late or in another order; then the state of the message. Resolves to what it meant. Throws
 * `message-not-found` where nothing says whose it is, so that a human sees the report, and what redelivery cures.
 */
export const applyEmailFeedback = async (ports: FeedbackPorts, feedback: EmailFeedback): Promise<Meaning> => {
  const { report, providerMessageId, takenAt } = feedback;
  const access = admit(feedback.advertiserId);
  const meaning = meaningOf(report);
  if (feedback.isAnswer && feedback.contactId !== undefined) {
    const { messageId, contactId } = feedback;
    await applyOfContact(ports, access, { messageId, contactId, channel: 'email' }, report);
    return meaning;
  }
  const message = await ports.messages.get(access, feedback.messageId, feedback.contactId);
  if (message === undefined) {
    // Nothing is kept of the message any more, and what the person says counts all the same.
    if (feedback.contactId === undefined) throw messageNotFound();
    const { messageId, contactId } = feedback;
    await applyOfContact(ports, access, { messageId, contactId, channel: 'email' }, report);
    return meaning;
  }
  await applyOfContact(ports, access, message, report);
  await settleByFeedback(ports, access, message, {
    providerMessageId,
    takenAt,
    undelivered: meaning.undelivered,
  });
  if (feedback.contactId !== undefined) await noteOfRun(ports, feedback, meaning);
  return meaning;
};

/** What a report says of the contact: that the person opposed, or that its address failed. */
const applyOfContact = async (
  ports: FeedbackPorts,
  access: AdvertiserAccess,
  message: Pick<Message, 'messageId' | 'contactId' | 'channel'>,
  report: EmailReport,
): Promise<void> => {
  const meaning = meaningOf(report);
  if (report.kind === 'complaint' && meaning.opposes) await opposeByComplaint(ports, access, message, report);
  if (report.kind === 'bounce' && meaning.failure !== undefined) {
    const { at: occurredAt, subType: code } = report;
    const kind = meaning.failure;
    const { contactId, messageId } = message;
    const act = `delivery-failed/${messageId}/${kind}`;
    await recordFailure(ports, access, contactId, { act, kind, code, occurredAt, messageId });
  }
};

/** What counts against the run of a campaign (docs/decisions/0055). */
const noteOfRun = async (
  { runFeedback }: FeedbackPorts,
  { advertiserId, messageId, contactId, report }: EmailFeedback,
  { opposes, failure, undelivered }: Meaning,
): Promise<void> => {
  if (contactId === undefined) return;
  const isComplaint = report.kind === 'complaint' && opposes;
  if (!isComplaint && undelivered === undefined) return;
  const cameBack = undelivered === 'suppressed' && failure === undefined ? 'suppressed' : 'bounce';
  await runFeedback.note(admit(advertiserId), messageId, contactId, isComplaint ? 'complaint' : cameBack);
};
