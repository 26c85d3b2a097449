import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import type { Message, UndeliveredCause } from '#shared/domain/message/message.ts';
import type { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import { familyOpposed } from '#shared/domain/opposition/same-act.ts';
import { mappingOf, readReply } from '#shared/domain/opposition/sms-reply.ts';
import { type Reported, saidAt } from '#shared/domain/sending/provider-event.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import { type AnsweredOpposition, opposeByReport, type StopPorts } from '../oppositions/oppose-as-answer.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import { type DoubtfulTextPorts, openDoubtfulText } from '../reviews/doubtful-text.ts';
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

export type ReportPorts = StopPorts & SettlingPorts;
/** The same where it may be a text of the reader. */
export type ProviderReportPorts = ReportPorts & DoubtfulTextPorts;

/** A report that holds no text of the reader. */
export interface WordlessReport extends ProviderReport {
  readonly event: Reported & { readonly kind: Exclude<Reported['kind'], 'reply'> };
}

/** What the person said by it. `reference`: by what it was found in their words; absent: it is no reply. */
interface Said {
  readonly of: OppositionScope;
  readonly via: Via;
  readonly reference?: string;
}

/** `undefined`: it is no word of theirs. */
const oppositionOf = ({ link, event }: WordlessReport): Said | undefined => {
  const of = familyOpposed(link.channel);
  if (event.kind === 'blacklisted') return { of, via: 'provider-complaint' };
  // The script offers one key, and its author none: whichever was pressed meant that one.
  return event.kind === 'keypress' ? { of, via: 'key-press' } : undefined;
};

/** Once for each report of this contact, however often it comes: dated, so that one that is repeated after a consent is no new act. */
const oppose = async (
  ports: StopPorts,
  { access, link, event, bodySha256 }: ProviderReport,
  { of, via, reference = sha256Of(event.eventId) }: Said,
): Promise<AnsweredOpposition> => {
  const { contactId, messageId, channel } = link;
  // A provider may count the reports of each message from one.
  const act = sha256Of(`provider-report/${contactId}/${messageId}/${event.kind}/${event.eventId}`);
  return opposeByReport(ports, {
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

/** What the person said is registered; then the state of the message follows, if whoever reports may say it. */
const settle = async (
  ports: SettlingPorts & StopPorts,
  report: ProviderReport,
  done: ProviderReported,
): Promise<ProviderReported> => {
  const { access, link, event } = report;
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
  return done === 'opposed' ? done : 'settled';
};

/** Applies a report that holds no text of the reader, as `applyProviderReport` does. */
export const applyReport = async (ports: ReportPorts, report: WordlessReport): Promise<ProviderReported> => {
  const said = oppositionOf(report);
  if (said !== undefined) await oppose(ports, report, said);
  return settle(ports, report, said === undefined ? 'ignored' : 'opposed');
};

/** A text that may say stop: where its words are doubtful, a human reads them, at each name of the address. */
const applyReply = async (ports: ProviderReportPorts, report: ProviderReport): Promise<ProviderReported> => {
  const { text = '' } = report.event;
  const read = readReply(text);
  if (read === undefined) return settle(ports, report, 'ignored');
  const { id, others } = await oppose(ports, report, { of: read.of, via: 'sms-reply', reference: mappingOf(read) });
  if (read.isDoubtful)
    for (const recordId of [id, ...others]) await openDoubtfulText(ports, report.access, { recordId, text });
  return settle(ports, report, 'opposed');
};

/**
 * Applies one report: what the person said is an opposition, registered first, with its review where it is doubtful (D20); then the state of the
 * message, whatever comes twice, late or in another order. A report that nobody signed, or that names another message, registers oppositions and
 * nothing else. Throws what redelivery cures: the provider sends it again until it is stored.
 */
export const applyProviderReport = async (
  ports: ProviderReportPorts,
  report: ProviderReport,
): Promise<ProviderReported> => {
  const { event } = report;
  const { kind } = event;
  return kind === 'reply' ? applyReply(ports, report) : applyReport(ports, { ...report, event: { ...event, kind } });
};
