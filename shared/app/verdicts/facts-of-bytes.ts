import type { Comparison, ExternalMessage } from '#shared/channels/content/external.ts';
import { linkAsFollowed } from '#shared/channels/content/written-links.ts';
import { EXTERNAL } from '#shared/channels/external.ts';
import { type Advertiser, hasReading, namesOf } from '#shared/domain/advertiser/advertiser.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { channelOfBytes, type FinalBytes } from '#shared/domain/message/content.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';

/** What distinguishes our links from others. */
export interface OwnLinks {
  readonly tokens: Pick<Tokens, 'read' | 'mailboxes'>;
  readonly publicBaseUrl: string;
}

/**
 * Parses the bytes of a message on this channel: once for a verdict, because a newsletter takes milliseconds. Throws
 * `invalid-request` when the channel does not carry such bytes.
 */
export const readBytes = (channel: Channel, bytes: FinalBytes): ExternalMessage => {
  const made = channelOfBytes(bytes);
  if (made !== channel)
    throw invalidRequest([{ pointer: '/bytes', detail: `the channel ${channel} does not carry these` }]);
  return EXTERNAL[made](bytes);
};

const sourcesOf = (standing: Standing | undefined): readonly string[] => [
  ...(standing?.consents ?? []).flatMap(({ collector }) => collector?.name ?? []),
  ...(standing?.declared.profession?.source?.reference === undefined
    ? []
    : [standing.declared.profession.source.reference]),
];

/** A mailbox at the domain of ours, whoever it was made for. */
const isOfOurMailDomain = (
  { mailboxes }: Pick<Tokens, 'mailboxes'>,
  address: string,
  { advertiserId }: Advertiser,
  contactId: ContactId,
): boolean => {
  const ours = mailboxes?.addressOf({ advertiserId, contactId, isRelational: false });
  const domain = ours?.slice(ours.lastIndexOf('@'));
  return domain !== undefined && address.slice(address.lastIndexOf('@')).toLowerCase() === domain.toLowerCase();
};

/** A mailbox of ours, made for this reader, also with a key that was current before: what it says and its domain decide. */
const isMailboxOf = (
  { mailboxes }: Pick<Tokens, 'mailboxes'>,
  address: string,
  { advertiserId }: Advertiser,
  contactId: ContactId,
): boolean => {
  const at = address.lastIndexOf('@');
  const found = mailboxes?.read(address.slice(0, at), [advertiserId]) ?? [];
  const domain = address.slice(at).toLowerCase();
  return found.some((each) => each.contactId === contactId && mailboxes?.addressOf(each)?.endsWith(domain) === true);
};

/**
 * What bytes made by another system say to their reader, judged by the advertiser's settings and our own links. Throws
 * `invalid-request` for a script that cannot be read.
 */
export const factsOfBytes = (
  { tokens, publicBaseUrl }: OwnLinks,
  external: ExternalMessage,
  of: {
    readonly advertiser: Advertiser;
    readonly standing: Standing | undefined;
    readonly contactId: ContactId;
    /** Clear, normalised. */
    readonly address: string;
  },
): BytesFacts => {
  const { advertiser, standing, contactId, address } = of;
  const base = linkAsFollowed(publicBaseUrl);
  const prefix = `${base}/o/`;
  const isForThisReader = (token: string): boolean => {
    const link = tokens.read(token);
    return link?.contactId === contactId && link.advertiserId === advertiser.advertiserId;
  };
  const route: Comparison = {
    names: namesOf(advertiser),
    noticeUrl: advertiser.privacyNoticeUrl,
    address,
    sources: sourcesOf(standing),
    isOurLink: (url) => url.startsWith(prefix) && isForThisReader(url.slice(prefix.length)),
    isOurMailbox: (mailbox) => isMailboxOf(tokens, mailbox, advertiser, contactId),
    isOurMailDomain: (mailbox) => isOfOurMailDomain(tokens, mailbox, advertiser, contactId),
    isOurHost: (url) => url.startsWith(`${base}/`),
    oppositionInbox: advertiser.oppositionInbox,
    linkAloneSuffices: hasReading(advertiser, 'link-only-opposition-in-sms'),
  };
  return external.factsFor(route, advertiser);
};
