import { type ForeignCallRoute, readForeignCall } from '#shared/channels/automated-call/read-foreign-call.ts';
import { heardWords } from '#shared/channels/automated-call/read-ssml.ts';
import {
  type ForeignEmail,
  type ForeignRoute,
  readForeignEmail,
  readForeignSms,
  readForeignText,
} from '#shared/channels/email/read-foreign.ts';
import { type Advertiser, hasReading, namesOf } from '#shared/domain/advertiser/advertiser.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';

interface ForeignText {
  readonly senderId: string;
  readonly text: string;
}

interface ForeignCall {
  /** The number it shows. */
  readonly callerId: string;
  /** What is said: plain text or SSML. */
  readonly script: string;
}

/** The very bytes of a message that is sent elsewhere; of an MMS its text part, since what it attaches is not read. */
export type FinalBytes =
  | { readonly email: ForeignEmail }
  | { readonly sms: ForeignText }
  | { readonly mms: ForeignText }
  | { readonly automatedCall: ForeignCall };

/** What tells our links from others. */
export interface OwnLinks {
  readonly tokens: Pick<Tokens, 'read'>;
  readonly publicBaseUrl: string;
}

const carrierOf = (bytes: FinalBytes): Channel => {
  if ('email' in bytes) return 'email';
  if ('automatedCall' in bytes) return 'automated-call';
  return 'sms' in bytes ? 'sms' : 'mms';
};

/** Throws `invalid-request` when the channel does not carry such bytes. */
export const refuseOtherBytes = (channel: Channel, bytes: FinalBytes): void => {
  if (carrierOf(bytes) === channel) return;
  throw invalidRequest([{ pointer: '/bytes', detail: `the channel ${channel} does not carry these` }]);
};

/** Sender and subject as they stand in the bytes: what a caller says beside them counts for nothing. */
export const saidInBytes = (bytes: FinalBytes): { readonly sender: string; readonly subject?: string } => {
  if ('email' in bytes) return { sender: bytes.email.from.address, subject: bytes.email.subject };
  if ('automatedCall' in bytes) return { sender: bytes.automatedCall.callerId };
  return { sender: 'sms' in bytes ? bytes.sms.senderId : bytes.mms.senderId };
};

const sourcesOf = (standing: Standing | undefined): readonly string[] => [
  ...(standing?.consents ?? []).flatMap(({ collector }) => collector?.name ?? []),
  ...(standing?.declared.profession?.source?.reference === undefined
    ? []
    : [standing.declared.profession.source.reference]),
];

const callFacts = ({ callerId, script }: ForeignCall, { senders }: Advertiser, known: ForeignRoute): BytesFacts => {
  const heard = heardWords(script);
  if (heard === undefined)
    throw invalidRequest([{ pointer: '/bytes/automatedCall/script', detail: 'this SSML is not well formed' }]);
  const sender = senders.calls?.find((each) => each.callerId === callerId);
  const route: ForeignCallRoute = {
    ...known,
    hearsKeys: sender?.hearsKeys ?? false,
    oppositionNumber: sender?.oppositionNumber,
  };
  return readForeignCall(heard, route);
};

/**
 * What the reader of bytes made elsewhere is told, by the advertiser's settings and our own links. Throws
 * `invalid-request` for a script that cannot be read.
 */
export const factsOfBytes = (
  { tokens, publicBaseUrl }: OwnLinks,
  bytes: FinalBytes,
  of: { readonly advertiser: Advertiser; readonly standing: Standing | undefined; readonly contactId: ContactId },
): BytesFacts => {
  const { advertiser, standing, contactId } = of;
  const prefix = `${publicBaseUrl}/o/`;
  const isForThisReader = (token: string): boolean => {
    const told = tokens.read(token);
    return told?.contactId === contactId && told.advertiserId === advertiser.advertiserId;
  };
  const { sender } = saidInBytes(bytes);
  const route: ForeignRoute = {
    names: namesOf(advertiser),
    noticeUrl: advertiser.privacyNoticeUrl,
    sources: sourcesOf(standing),
    maxSegments: advertiser.sms.maxSegments,
    isOurLink: (url) => url.startsWith(prefix) && isForThisReader(url.slice(prefix.length)),
    isOurHost: (url) => url.startsWith(`${publicBaseUrl}/`),
    oppositionInbox: advertiser.oppositionInbox,
    replyCode: advertiser.senders.sms.find(({ senderId }) => senderId === sender)?.replyCode,
    linkAloneSuffices: hasReading(advertiser, 'link-only-opposition-in-sms'),
  };
  if ('email' in bytes) return readForeignEmail(bytes.email, route);
  if ('automatedCall' in bytes) return callFacts(bytes.automatedCall, advertiser, route);
  return 'sms' in bytes ? readForeignSms(bytes.sms.text, route) : readForeignText(bytes.mms.text, route);
};
