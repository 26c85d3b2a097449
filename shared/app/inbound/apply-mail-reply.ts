import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { parseEmail } from '#shared/domain/contact/address.ts';
import { advertiserNotFound, invalidRequest } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId, FactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf, familyOf } from '#shared/domain/message/channel.ts';
import { mappingOfMailReply } from '#shared/domain/opposition/mail-reply/mapping.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { foldReply, readReply } from '#shared/domain/opposition/sms-reply.ts';
import { LONGEST_WORDS_OF_REPLY } from '#shared/domain/review/reply-review.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { DoubtfulReplies } from '../reviews/doubtful-replies.port.ts';
import { quotedReaders } from './quoted-readers.ts';
import type { MailAsReceived } from './received-mails.port.ts';
import { saidByReply } from './said-by-reply.ts';

export interface MailReplyPorts {
  readonly tokens: Pick<Tokens, 'read'>;
  readonly fingerprints: Fingerprints;
  readonly advertiserList: AdvertiserList;
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

/** What became of a reply. */
export interface AppliedMailReply {
  readonly code: 'automatic' | 'no-stop' | 'opposition' | 'doubtful';
  /** Contacts at which an opposition is registered. */
  readonly registered: number;
  /** Reviews that wait for a human. */
  readonly reviews: number;
}

const NOTHING = { registered: 0, reviews: 0 } as const;
const AT_ONCE = 10;
const MOST_SENDERS = 3;

interface Whom {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  readonly otherIds?: readonly ContactId[] | undefined;
  readonly messageId?: MessageId | undefined;
}

/** What the words oppose: mails, or everything where they say so plainly (OPP-3). */
const opposedBy = (words: string, isDoubtful: boolean): OppositionScope => {
  const read = isDoubtful ? undefined : readReply(words);
  return read?.of.scope === 'global' ? read.of : { scope: 'channel', channels: [...familyOf('email')] };
};

/**
 * Registers the opposition that a reply to an advertiser's own address expresses (D20), by the person's own words in it: for the readers of
 * the messages that it quotes, whose links nobody else has, and for the address that it is from. That address proves nothing: a mail may
 * add an opposition and does nothing else. A doubtful reply is an opposition until a human says otherwise; its words wait for one, where the
 * contact is known. Doubtful as well is a plain one for a reader whom the mail is not from, and for another advertiser. An automatic answer
 * and any other reply change nothing.
 *
 * Throws `advertiser-not-found` where the mailbox bears no advertiser's id and no message of ours is quoted, and `invalid-request` where nobody
 * can be found or somebody passed it on by hand, so that a human sees it; what can be tried again is thrown after all others are registered.
 */
export const applyMailReply = async (ports: MailReplyPorts, reply: MailReply): Promise<AppliedMailReply> => {
  const { mail } = reply;
  const { words, meaning, isForward } = saidByReply(mail);
  if (meaning === 'automatic') return { code: 'automatic', ...NOTHING };
  if (meaning === 'none') {
    if (isForward) throw passedOnByHand();
    return { code: 'no-stop', ...NOTHING };
  }
  const quoted = quotedReaders(ports.tokens, mail);
  const named = (await ports.advertiserList.all()).filter((each) => reply.mailboxes.includes(each));
  if (named.length === 0 && quoted.length === 0) throw advertiserNotFound();
  const act = { reply, words, isDoubtful: meaning === 'doubtful' };
  const senders = named.flatMap((advertiserId) =>
    mail.from.slice(0, MOST_SENDERS).map((value) => ({ advertiserId, value })),
  );
  const ofSenders = await settleAtMost(AT_ONCE, senders, ({ advertiserId, value }) =>
    atAddress(ports, { advertiserId, value, quoted }, act),
  );
  const own = new Set(ofSenders.flatMap((each) => (each.status === 'fulfilled' ? (each.value?.names ?? []) : [])));
  const ofMessages = await settleAtMost(AT_ONCE, quoted, (whom) =>
    register(ports, whom, { ...act, isDoubtful: act.isDoubtful || !own.has(whom.contactId) }),
  );
  const records = allOf([...ofMessages, ...ofSenders]).filter((each) => each !== undefined);
  if (records.length === 0) throw invalidRequest([{ pointer: '/from', detail: 'an e-mail address is expected' }]);
  const distinct = [...new Map(records.map((each) => [each.recordId, each])).values()];
  const doubted = distinct.filter(({ isDoubtful }) => isDoubtful);
  const reviews = await openReviews(ports, doubted, act);
  if (isForward) throw passedOnByHand();
  return { code: act.isDoubtful ? 'doubtful' : 'opposition', registered: distinct.length, reviews };
};

const passedOnByHand = () =>
  invalidRequest([{ pointer: '/subject', detail: 'passed on by hand: a human sees whose words these are' }]);

interface Act {
  readonly reply: MailReply;
  readonly words: string;
  readonly isDoubtful: boolean;
}
interface Registered {
  readonly advertiserId: AdvertiserId;
  readonly recordId: FactId;
  readonly isDoubtful: boolean;
  /** What the contact is called under each key. */
  readonly names: readonly ContactId[];
}

interface Sender {
  readonly advertiserId: AdvertiserId;
  readonly value: string;
  readonly quoted: readonly Whom[];
}

/** `undefined`: this is no address. */
const atAddress = async (
  ports: MailReplyPorts,
  { advertiserId, value, quoted }: Sender,
  act: Act,
): Promise<Registered | undefined> => {
  const kind = addressKindOf('email') ?? 'email';
  if (parseEmail(value) === undefined) return undefined;
  return await withContact(ports.fingerprints, admit(advertiserId), { kind, value }, (contact) => {
    const names = [contact.contactId, ...(contact.otherIds ?? [])];
    const message = quoted.find((each) => each.advertiserId === advertiserId && names.includes(each.contactId));
    return register(ports, { advertiserId, ...contact, messageId: message?.messageId }, act);
  });
};

const register = async (
  ports: MailReplyPorts,
  { advertiserId, contactId, otherIds, messageId }: Whom,
  { reply: { mailId, receivedAt }, words, isDoubtful }: Act,
): Promise<Registered> => {
  const act = sha256Of(`mail-reply/${contactId}/${mailId}`);
  const { id } = await registerOpposition(ports, {
    access: admit(advertiserId),
    contactId,
    otherIds,
    addressKind: addressKindOf('email') ?? 'email',
    of: opposedBy(words, isDoubtful),
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
  return { advertiserId, recordId: id, isDoubtful, names: [contactId, ...(otherIds ?? [])] };
};

const openReviews = async (ports: MailReplyPorts, records: readonly Registered[], { words }: Act): Promise<number> => {
  const openedAt = ports.clock.now();
  const opened = await settleAtMost(AT_ONCE, records, ({ advertiserId, recordId }) =>
    ports.doubtfulReplies.open(admit(advertiserId), {
      recordId,
      words: words.slice(0, LONGEST_WORDS_OF_REPLY),
      openedAt,
    }),
  );
  return allOf(opened).filter(Boolean).length;
};
