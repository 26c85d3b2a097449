import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import type { AdvertiserId, ContactId, FactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { mappingOfMailReply } from '#shared/domain/opposition/mail-reply/mapping.ts';
import { opposedByMail } from '#shared/domain/opposition/mail-reply/opposed-by-mail.ts';
import { foldReply } from '#shared/domain/opposition/words/fold-reply.ts';
import { LONGEST_WORDS_OF_REPLY } from '#shared/domain/review/reply-review.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import { contactOf } from '../contacts/contact-of.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { DoubtfulReplies } from '../reviews/doubtful-replies.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { KIND_OF_MAILS } from './of-mails.ts';
import type { MailAsReceived } from './received-mails.port.ts';
import type { StopInMail } from './stops-in-mail.ts';

/** What the replies of people need. */
export interface MailReplyPorts {
  readonly tokens: Pick<Tokens, 'read'>;
  readonly fingerprints: Fingerprints;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly ledger: Ledger;
  readonly doubtfulReplies: Pick<DoubtfulReplies, 'open'>;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** A mail that an advertiser had passed on to the mailbox that bears its id. */
export interface MailReply {
  /** Of the mail: the same again is the same act. */
  readonly mailId: string;
  /** When it was received. Absent: not known. */
  readonly receivedAt?: Instant | undefined;
  /** The parts before the `@` at our domain: ids of advertisers. */
  readonly mailboxes: readonly string[];
  readonly mail: MailAsReceived;
}

/** Contacts that are written at once. */
export const AT_ONCE = 10;

interface Whom {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  readonly otherIds?: readonly ContactId[] | undefined;
  readonly messageId?: MessageId | undefined;
}

/** A stop, and the reply that brought it. */
export interface Act extends StopInMail {
  readonly reply: MailReply;
}

/** An opposition that such a stop is. */
export interface Registered extends Pick<StopInMail, 'words' | 'isDoubtful'> {
  readonly advertiserId: AdvertiserId;
  readonly recordId: FactId;
}

interface Sender {
  readonly advertiserId: AdvertiserId;
  /** An e-mail address. */
  readonly value: string;
}

/** What the contact of a sender is called, under each key. Throws `dependency-unavailable`. */
export const namesAt = async (
  { fingerprints }: Pick<MailReplyPorts, 'fingerprints'>,
  { advertiserId, value }: Sender,
): Promise<readonly ContactId[]> => {
  const { contactId, otherIds } = await contactOf(fingerprints, admit(advertiserId), { kind: KIND_OF_MAILS, value });
  return [contactId, ...(otherIds ?? [])];
};

/** Registers it for the contact of an address, with the quoted message that was written to it. Throws `dependency-unavailable` and `concurrent-change`. */
export const registerAtAddress = (
  ports: MailReplyPorts,
  { advertiserId, value, quoted }: Sender & { readonly quoted: readonly Whom[] },
  act: Act,
): Promise<Registered> =>
  withContact(ports.fingerprints, admit(advertiserId), { kind: KIND_OF_MAILS, value }, (contact) => {
    const names = [contact.contactId, ...(contact.otherIds ?? [])];
    const message = quoted.find((each) => each.advertiserId === advertiserId && names.includes(each.contactId));
    return registerAtContact(ports, { advertiserId, ...contact, messageId: message?.messageId }, act);
  });

/** Registers it for one contact; the same mail again is the same act. Throws `dependency-unavailable` and `concurrent-change`. */
export const registerAtContact = async (
  ports: MailReplyPorts,
  { advertiserId, contactId, otherIds, messageId }: Whom,
  { reply: { mailId, receivedAt }, words, isDoubtful, isPlain }: Act,
): Promise<Registered> => {
  const act = sha256Of(`mail-reply/${contactId}/${mailId}`);
  const { id } = await registerOpposition(ports, {
    access: admit(advertiserId),
    contactId,
    otherIds,
    addressKind: KIND_OF_MAILS,
    of: opposedByMail(words, isPlain),
    via: 'email',
    messageId,
    // Relational mails carry the same address for answers, and a reply need not say which one it answers.
    coversRelational: true,
    ...(receivedAt === undefined ? {} : { occurredAt: earlier(receivedAt, ports.clock.now()) }),
    requestId: act,
    bodySha256: act,
    evidence: {
      sha256: sha256Of(`${contactId}/${foldReply(words)}`),
      reference: mappingOfMailReply(isDoubtful ? 'doubtful' : 'opposition'),
    },
    actor: { by: 'person' },
  });
  return { advertiserId, recordId: id, words, isDoubtful };
};

/** Opens a review of each, with its words, where there is a key for them. Resolves to how many wait. Throws `dependency-unavailable`. */
export const openReviews = async (ports: MailReplyPorts, records: readonly Registered[]): Promise<number> => {
  const openedAt = ports.clock.now();
  const opened = await settleAtMost(AT_ONCE, records, ({ advertiserId, recordId, words }) =>
    ports.doubtfulReplies.open(admit(advertiserId), {
      recordId,
      words: words.slice(0, LONGEST_WORDS_OF_REPLY),
      openedAt,
    }),
  );
  return allOf(opened).filter(Boolean).length;
};
