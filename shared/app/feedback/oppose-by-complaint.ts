import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { sha256Of, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf, familyOf } from '#shared/domain/message/channel.ts';
import type { EmailReport } from '#shared/domain/message/email-feedback.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import { complainOfTemplate } from '../oppositions/complain-of-template.ts';
import { coversRelational, type MessageReads, messageOpposed } from '../oppositions/message-opposed.ts';
import { type AnsweringPorts, opposeAsAnswer } from '../oppositions/oppose-as-answer.ts';
import type { GlimpsedEvent } from '../records/ledger.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';

/** What registering the opposition of a complaint needs. */
export interface ComplaintPorts extends MessageReads, AnsweringPorts {
  readonly reviews: Pick<Reviews, 'complain'>;
}

type Complaint = Extract<EmailReport, { kind: 'complaint' }>;

/**
 * What names a complaint: its message, so that what is reported twice is one; where the person agreed after the first and before this one, its own
 * name as well. One that is brought again is dated before that consent.
 */
const nameOf = async (
  { ledger }: Pick<ComplaintPorts, 'ledger'>,
  access: AdvertiserAccess,
  { messageId, contactId }: Pick<Message, 'messageId' | 'contactId'>,
  { at, feedbackId }: Complaint,
): Promise<string> => {
  const named = sha256Of(`provider-complaint/${messageId}`);
  const events = await ledger.glimpse.events(access, contactId);
  const first = events.findIndex(({ id }) => id === factIdOf(contactId, named));
  const agreed = ({ type, recordedAt = at, givenAt = recordedAt }: GlimpsedEvent) =>
    type === 'consent-given' && givenAt < at;
  const isAnother = first !== -1 && events.slice(first).some(agreed);
  return isAnother ? sha256Of(`provider-complaint/${messageId}/${feedbackId}`) : named;
};

/**
 * Registers what the reader reported to their mailbox provider ("this is spam"): an opposition to mail, at the time of the report,
 * once for each message however often it is reported, unless they agreed in between. Where the message was made from a template that says it is no
 * prospecting, a human looks at it again.
 */
export const opposeByComplaint = async (
  ports: ComplaintPorts,
  access: AdvertiserAccess,
  { messageId, contactId, channel }: Pick<Message, 'messageId' | 'contactId' | 'channel'>,
  complaint: Complaint,
): Promise<void> => {
  const opposed = await messageOpposed(ports, access, messageId, contactId);
  const act = await nameOf(ports, access, { messageId, contactId }, complaint);
  const { recordedAt } = await opposeAsAnswer(ports, {
    access,
    contactId,
    addressKind: addressKindOf(channel) ?? KIND_NOT_KNOWN,
    of: { scope: 'channel', channels: [...familyOf(channel)] },
    via: 'provider-complaint',
    // A clock that is ahead of ours dates no act into our future.
    occurredAt: earlier(complaint.at, ports.clock.now()),
    requestId: act,
    bodySha256: act,
    messageId,
    ...(coversRelational(opposed) ? { coversRelational: true } : {}),
    evidence: { sha256: sha256OfJson(complaint), reference: complaint.feedbackId },
    actor: { by: 'provider' },
  });
  await complainOfTemplate(ports.reviews, access, opposed, recordedAt);
};
