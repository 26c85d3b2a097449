import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf, familyOf } from '#shared/domain/message/channel.ts';
import type { Message, UndeliveredCause } from '#shared/domain/message/message.ts';
import type { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import { mappingOf, readReply } from '#shared/domain/opposition/sms-reply.ts';
import { type Reported, saidAt } from '#shared/domain/sending/provider-event.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import { type AnsweringPorts, opposeAsAnswer } from '../oppositions/oppose-as-answer.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import { recordFailure } from './record-failure.ts';
import { type SettlingPorts, settleByFeedback } from './settle-by-feedback.ts';

/** What a provider reports of the message whose URL it was given. */
export interface ProviderReport {
  /** To the advertiser that the URL names. */
  readonly access: AdvertiserAccess;
  /** The message: its URL is authenticated. */
  readonly link: OppositionToken;
  readonly event: Reported;
  /** SHA-256 of the bytes that came: the evidence of what they said. */
  readonly bodySha256: string;
  /** It is signed by what both sides share. False: nothing but the URL vouches for it, and it may only stop messages. */
  readonly isSigned: boolean;
  /** Nobody vouches for it: it should be signed and is not, or its provider is none of the deployment. Absent: it is signed, or its provider signs nothing. */
  readonly isUnvouched?: true;
}

/** What a report meant: an opposition, a state of the message, or nothing. */
export type ProviderReported = 'opposed' | 'settled' | 'ignored';

export type ProviderReportPorts = AnsweringPorts & SettlingPorts;

/** What the person said by it. `reference`: by what it was found in their words; absent: it is no reply. */
interface Said {
  readonly of: OppositionScope;
  readonly via: Via;
  readonly reference?: string;
}

/** `undefined`: it is no word of theirs, or none that stops. */
const oppositionOf = ({ link, event }: ProviderReport): Said | undefined => {
  const ofChannel: OppositionScope = { scope: 'channel', channels: [...familyOf(link.channel)] };
  if (event.kind === 'blacklisted') return { of: ofChannel, via: 'provider-complaint' };
  // The script offers one key, and its author none: whichever was pressed meant that one.
  if (event.kind === 'keypress') return { of: ofChannel, via: 'key-press' };
  const read = event.kind === 'reply' ? readReply(event.text ?? '') : undefined;
  return read && { of: read.of, via: 'sms-reply', reference: mappingOf(read) };
};

/** Once for each report of this contact, however often it comes: dated, so that one that is repeated after a consent is no new act. */
const oppose = async (
  ports: ProviderReportPorts,
  access: AdvertiserAccess,
  { link, event, bodySha256 }: ProviderReport,
  { of, via, reference = sha256Of(event.eventId) }: Said,
): Promise<void> => {
  const { contactId, messageId, channel } = link;
  // A provider may count the reports of each message from one.
  const act = sha256Of(`provider-report/${contactId}/${messageId}/${event.kind}/${event.eventId}`);
  await opposeAsAnswer(ports, {
    access,
    contactId,
    addressKind: addressKindOf(channel) ?? KIND_NOT_KNOWN,
    of,
    via,
    occurredAt: saidAt(event.at, ports.clock.now()),
    requestId: act,
    bodySha256: act,
    messageId,
    // Relational messages leave by the same number, and offer the same key.
    coversRelational: true,
    evidence: { sha256: bodySha256, reference },
    actor: { by: via === 'provider-complaint' ? 'provider' : 'person' },
  });
};

/** What it says of the message; `undefined`: that the provider has it, which settles one without an answer. */
const undeliveredOf = ({ kind, reason }: Reported): UndeliveredCause | undefined => {
  if (kind === 'expired') return 'expired';
  // A reader who had asked the provider to stop: with a reason, this message did not leave it.
  return kind === 'failed' || (kind === 'blacklisted' && reason !== undefined) ? 'bounced' : undefined;
};

/**
 * Whether it is of this message: no signature covers the URL, so that what settles a message must name it. A provider that does not repeat
 * our reference names it by its own id, which is compared as soon as its answer gave us one.
 */
const isOf = ({ link, event }: ProviderReport, message: Message | undefined): boolean => {
  if (event.reference !== undefined) return event.reference === providerReferenceOf(link.messageId);
  const known = message?.providerMessageId ?? event.providerId;
  return message !== undefined && event.providerId !== undefined && event.providerId === known;
};

/**
 * Applies one report: what the person said is an opposition, registered first; then the state of the message, whatever comes twice, late or
 * in another order. A report that nobody signed, or that names another message, registers oppositions and nothing else. Throws what redelivery cures: the provider sends
 * it again until it is stored.
 */
export const applyProviderReport = async (
  ports: ProviderReportPorts,
  report: ProviderReport,
): Promise<ProviderReported> => {
  const { access, link, event } = report;
  const opposition = oppositionOf(report);
  if (opposition !== undefined) await oppose(ports, access, report, opposition);
  const done = opposition === undefined ? 'ignored' : 'opposed';
  if (!report.isSigned) return done;
  const message = await ports.messages.get(access, link.messageId, link.contactId);
  if (!isOf(report, message)) return done;
  if (event.kind === 'failed' && event.reason === 'number-invalid') {
    const act = `delivery-failed/${link.messageId}/permanent`;
    const failure = {
      act,
      kind: 'permanent',
      code: 'number-invalid',
      occurredAt: saidAt(event.at, ports.clock.now()),
    } as const;
    await recordFailure(ports, access, link.contactId, { ...failure, messageId: link.messageId });
  }
  if (message === undefined) return done;
  await settleByFeedback(ports, access, message, {
    providerMessageId: event.providerId ?? providerReferenceOf(link.messageId),
    takenAt: earlier(event.at, ports.clock.now()),
    undelivered: undeliveredOf(event),
  });
  return opposition === undefined ? 'settled' : 'opposed';
};
