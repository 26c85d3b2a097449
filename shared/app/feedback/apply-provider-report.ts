import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256Of, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf, familyOf } from '#shared/domain/message/channel.ts';
import type { UndeliveredCause } from '#shared/domain/message/message.ts';
import type { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import { oppositionIn } from '#shared/domain/opposition/sms-reply.ts';
import { type ProviderEvent, saidAt } from '#shared/domain/sending/provider-event.ts';
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
  readonly event: ProviderEvent;
  /** It is signed by what both sides share. False: nothing but the URL vouches for it, and it may only stop messages. */
  readonly isSigned: boolean;
}

/** What a report meant: an opposition, a state of the message, or nothing. */
export type ProviderReported = 'opposed' | 'settled' | 'ignored';

export type ProviderReportPorts = AnsweringPorts & SettlingPorts;

/** What the person said by it; `undefined`: it is no word of theirs, or none that stops. */
const oppositionOf = ({
  link,
  event,
}: ProviderReport): { readonly of: OppositionScope; readonly via: Via } | undefined => {
  const ofChannel: OppositionScope = { scope: 'channel', channels: [...familyOf(link.channel)] };
  if (event.kind === 'blacklisted') return { of: ofChannel, via: 'provider-complaint' };
  // The script offers one key, and its author none: whichever was pressed meant that one.
  if (event.kind === 'keypress') return { of: ofChannel, via: 'key-press' };
  const of = event.kind === 'reply' ? oppositionIn(event.text ?? '') : undefined;
  return of && { of, via: 'sms-reply' };
};

/** Once for each report of this contact, however often it comes: dated, so that one that is repeated after a consent is no new act. */
const oppose = async (
  ports: ProviderReportPorts,
  access: AdvertiserAccess,
  { link, event }: ProviderReport,
  { of, via }: NonNullable<ReturnType<typeof oppositionOf>>,
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
    evidence: { sha256: sha256OfJson({ contactId, ...event }), reference: sha256Of(event.eventId) },
    actor: { by: via === 'provider-complaint' ? 'provider' : 'person' },
  });
};

/** What it says of the message; `undefined`: that the provider has it, which settles one without an answer. */
const undeliveredOf = ({ kind }: ProviderEvent): UndeliveredCause | undefined => {
  if (kind === 'expired') return 'expired';
  return kind === 'failed' ? 'bounced' : undefined;
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
  // No signature covers the URL: what settles a message must name it.
  const isOfMessage = report.isSigned && event.reference === providerReferenceOf(link.messageId);
  const opposition = oppositionOf(report);
  if (opposition !== undefined) await oppose(ports, access, report, opposition);
  if (!isOfMessage) return opposition === undefined ? 'ignored' : 'opposed';
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
  const message = await ports.messages.get(access, link.messageId, link.contactId);
  if (message === undefined) return opposition === undefined ? 'ignored' : 'opposed';
  await settleByFeedback(ports, access, message, {
    providerMessageId: event.providerId ?? event.reference,
    takenAt: earlier(event.at, ports.clock.now()),
    undelivered: undeliveredOf(event),
  });
  return opposition === undefined ? 'settled' : 'opposed';
};
