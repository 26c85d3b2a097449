import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageNotFound } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { applyReport, type ProviderReported, type ReportPorts, type WordlessReport } from './apply-provider-report.ts';

/** What AWS End User Messaging reports of one of our texts. */
export interface TextFeedback {
  readonly advertiserId: AdvertiserId;
  readonly messageId: MessageId;
  /** Of a recipient of a campaign, and of who is answered. */
  readonly contactId?: ContactId | undefined;
  /** It carried a code of the preference centre, or answered a text, and is no message that is stored. Absent: it did not. */
  readonly isAnswer?: boolean | undefined;
  /** `TEXT_…`, as AWS names it. */
  readonly eventType: string;
  /** No other event of this text comes after it. */
  readonly isFinal: boolean;
  readonly providerMessageId: string;
  readonly at: Instant;
  /** Its words say that the person had opted out. */
  readonly saysOptedOut: boolean;
}

type Event = WordlessReport['event'];
type Meaning = Pick<Event, 'kind' | 'reason'>;

const failed = (reason: string): Meaning => ({ kind: 'failed', reason });

/**
 * What ends a text that did not arrive (AWS End User Messaging SMS, "Event types for SMS, MMS, and voice"). A
 * carrier that takes the text for spam speaks of the text.
 */
const ENDS: ReadonlyMap<string, Meaning> = new Map([
  ['TEXT_INVALID', failed('number-invalid')],
  ['TEXT_INVALID_MESSAGE', failed('refused')],
  ['TEXT_UNREACHABLE', failed('unreachable')],
  ['TEXT_CARRIER_UNREACHABLE', failed('unreachable')],
  ['TEXT_CARRIER_BLOCKED', failed('refused')],
  ['TEXT_SPAM', failed('refused')],
  ['TEXT_PROTECT_BLOCKED', failed('refused')],
  ['TEXT_TTL_EXPIRED', { kind: 'expired' }],
]);

/**
 * A device or a carrier that keeps this sender from this reader is the reader's no, in doubt, final or not (docs/decisions/0094). An event that ends nothing says that AWS has the text; so does one that nobody can explain, 72 hours later (`TEXT_UNKNOWN`).
 */
const meaningOf = ({ eventType, isFinal, saysOptedOut }: TextFeedback): Meaning => {
  if (saysOptedOut || /^TEXT_BLOCKED$|_OPT(?:ED)?_OUT$/.test(eventType)) return { kind: 'blacklisted' };
  const end = isFinal ? ENDS.get(eventType) : undefined;
  if (end !== undefined) return end;
  return { kind: eventType === 'TEXT_DELIVERED' || eventType === 'TEXT_SUCCESSFUL' ? 'delivered' : 'taken' };
};

/** Whom the text was to, and what it was. An answer is no message: all that is known of it came with its event. */
const readerOf = async (
  { messages }: ReportPorts,
  access: AdvertiserAccess,
  { messageId, contactId, isAnswer }: TextFeedback,
): Promise<Pick<Message, 'contactId' | 'channel' | 'purpose'>> => {
  if (isAnswer && contactId !== undefined) return { contactId, channel: 'sms', purpose: 'own-offers' };
  const message = await messages.get(access, messageId, contactId);
  if (message === undefined) throw messageNotFound();
  return message;
};

/**
 * Applies an event of a text, as a report of any provider is applied: who opted out is an opposition, a number that is none a failure of the
 * address, each once; then the state of the message, whatever comes twice, late or in another order. Resolves to what it was and did.
 * Throws `message-not-found`, so that a human sees the event, and what redelivery cures.
 */
export const applyTextFeedback = async (
  ports: ReportPorts,
  feedback: TextFeedback,
): Promise<{ readonly code: ProviderReported; readonly kind: Event['kind'] }> => {
  const { advertiserId, messageId, eventType, providerMessageId, at } = feedback;
  const access = admit(advertiserId);
  const { contactId, channel, purpose } = await readerOf(ports, access, feedback);
  const event: Event = {
    ...meaningOf(feedback),
    eventId: `${providerMessageId}/${eventType}`,
    reference: providerReferenceOf(messageId),
    providerId: providerMessageId,
    at,
  };
  const bodySha256 = sha256OfJson({ eventType, providerMessageId, at });
  const link = { advertiserId, contactId, messageId, channel, purpose };
  const code = await applyReport(ports, { access, link, event, bodySha256, isSigned: true });
  return { code, kind: event.kind };
};
