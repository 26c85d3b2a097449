import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { AdvertiserId, ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { type Channel, channelsOpposedBy } from '#shared/domain/message/channel.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import type { ReplyCodes } from './reply-codes.port.ts';

/** Advertisers that are read or written at the same time. */
export const AT_ONCE = 20;

/** What one reads to know what was sent to a number. */
type SendsPorts = Pick<SenderPorts, 'fingerprints' | 'vetReads'>;

/** What one reads to know who sent to a number. */
export interface SenderPorts {
  readonly fingerprints: Fingerprints;
  readonly replyCodes: ReplyCodes;
  readonly advertiserList: AdvertiserList;
  readonly vetReads: VetReads;
}

/** One text that left to a number. */
interface SentText {
  readonly messageId: MessageId;
  readonly contactId: ContactId;
  readonly at: Instant;
}

/** When texts left to a number, the earliest first. */
export interface Sent {
  readonly advertiserId: AdvertiserId;
  readonly at: readonly Instant[];
  /** The same texts, and the name of the number that each went to. */
  readonly texts?: readonly SentText[] | undefined;
  /** Something is known of that number there. */
  readonly isKnown?: boolean;
  /** What was sent to that number cannot be read. */
  readonly isUnread?: true;
}

/** Each name of a number: what was sent to it may be under any of them. */
export const namesAt = async (
  { fingerprints }: Pick<SenderPorts, 'fingerprints'>,
  advertiserId: AdvertiserId,
  from: string,
): Promise<readonly ContactId[]> => {
  const { contactId, otherIds } = await fingerprints.find(admit(advertiserId), { kind: 'phone', value: from });
  return [contactId, ...otherIds];
};

/** The texts, or those by some channels, that one of them sent to a number: those right before an instant and all since. */
export const sentTo = async (
  ports: SendsPorts,
  advertiserId: AdvertiserId,
  from: string,
  since: Instant,
  answerable: readonly Channel[] = channelsOpposedBy('reply'),
): Promise<Sent> => {
  const names = await namesAt(ports, advertiserId, from);
  try {
    const read = await Promise.all(names.map((each) => ports.vetReads.read(admit(advertiserId), each, since)));
    const texts = read
      .flatMap(({ sends }, index) => sends.map((each) => ({ ...each, contactId: names[index] as ContactId })))
      .filter(({ channel }) => answerable.includes(channel))
      .flatMap(({ entries, contactId }) =>
        entries.map(({ messageId, claimedAt }) => ({ messageId, contactId, at: claimedAt })),
      )
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const isKnown = read.some(({ standing }) => standing !== undefined);
    return { advertiserId, at: texts.map(({ at }) => at), texts, isKnown };
  } catch (error) {
    if (isUnreadable(error)) return { advertiserId, at: [], isUnread: true };
    throw error;
  }
};

/** Those of whom a text left to a number since an instant; whoever's sends cannot be read did not write, as far as anybody knows. */
export const whoWroteSince = async (
  ports: SenderPorts,
  among: readonly AdvertiserId[],
  from: SmsReply['from'],
  since: Instant,
): Promise<readonly AdvertiserId[]> => {
  const sent = await atMost(AT_ONCE, among, (advertiserId) => sentTo(ports, advertiserId, from, since));
  return sent.filter(({ at }) => at.some((each) => each >= since)).map(({ advertiserId }) => advertiserId);
};

/** The last text that left before a reply came: one that left after it is answered by nobody, however late the reply is read. */
export const lastBefore = ({ at }: Pick<Sent, 'at'>, until: Instant | undefined): Instant | undefined =>
  at.filter((each) => until === undefined || each <= until).at(-1);
