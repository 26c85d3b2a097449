import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { advertiserNotFound, invalidRequest } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { quotedReaders } from './quoted-readers.ts';
import {
  type Act,
  AT_ONCE,
  type MailReply,
  type MailReplyPorts,
  openReviews,
  type Registered,
  registerAtAddress,
  registerAtContact,
} from './register-mail-reply.ts';
import { stopsIn, wholeOf } from './stops-in-mail.ts';

/** What became of a reply. */
export interface AppliedMailReply {
  readonly code: 'automatic' | 'no-stop' | 'opposition' | 'doubtful';
  /** Contacts at which an opposition is registered. */
  readonly registered: number;
  /** Reviews that wait for a human. */
  readonly reviews: number;
}

const NOTHING = { registered: 0, reviews: 0 } as const;
const MOST_SENDERS = 3;

/**
 * Registers the opposition that a reply to an advertiser's own address expresses (D20), by the person's own words in it: for the readers of
 * the messages that it quotes, whose links nobody else has, and for the address that it is from. That address proves nothing: a mail may
 * add an opposition and does nothing else. A doubtful reply is an opposition until a human says otherwise; its words wait for one, where the
 * contact is known. Doubtful as well is a plain one for a reader whom the mail is not from, for another advertiser, and in a mail that is
 * attached to another. An automatic answer and any other reply change nothing.
 *
 * Throws `advertiser-not-found` where the mailbox bears no advertiser's id and no message of ours is quoted, and `invalid-request` where nobody
 * can be found or somebody passed it on by hand, so that a human sees it; what can be tried again is thrown after all others are registered.
 */
export const applyMailReply = async (ports: MailReplyPorts, reply: MailReply): Promise<AppliedMailReply> => {
  const { isAutomatic, stops, isForHuman } = stopsIn(reply.mail);
  if (isAutomatic) return { code: 'automatic', ...NOTHING };
  if (stops.length === 0) {
    if (isForHuman) throw passedOnByHand();
    return { code: 'no-stop', ...NOTHING };
  }
  const named = (await ports.advertiserList.all()).filter((each) => reply.mailboxes.includes(each));
  // One after the other: where two are of one contact, the first is the act.
  const applied = allOf(await settleAtMost(1, stops, (stop) => applyStop(ports, named, { ...stop, reply }))).flat();
  const distinct = [...new Map(applied.toReversed().map((each) => [each.recordId, each])).values()];
  const reviews = await openReviews(
    ports,
    distinct.filter(({ isDoubtful }) => isDoubtful),
  );
  if (isForHuman) throw passedOnByHand();
  const isPlain = stops.some(({ isDoubtful }) => !isDoubtful);
  return { code: isPlain ? 'opposition' : 'doubtful', registered: distinct.length, reviews };
};

const applyStop = async (
  ports: MailReplyPorts,
  named: readonly AdvertiserId[],
  act: Act,
): Promise<readonly Registered[]> => {
  const { mail } = act;
  const quoted = quotedReaders(ports.tokens, wholeOf(mail));
  if (named.length === 0 && quoted.length === 0) throw advertiserNotFound();
  const senders = named.flatMap((advertiserId) =>
    mail.from.slice(0, MOST_SENDERS).map((value) => ({ advertiserId, value })),
  );
  const ofSenders = await settleAtMost(AT_ONCE, senders, ({ advertiserId, value }) =>
    registerAtAddress(ports, { advertiserId, value, quoted }, act),
  );
  const own = new Set(ofSenders.flatMap((each) => (each.status === 'fulfilled' ? (each.value?.names ?? []) : [])));
  const ofMessages = await settleAtMost(AT_ONCE, quoted, (whom) =>
    registerAtContact(ports, whom, { ...act, isDoubtful: act.isDoubtful || !own.has(whom.contactId) }),
  );
  const records = allOf([...ofSenders, ...ofMessages]).filter((each) => each !== undefined);
  if (records.length === 0) throw invalidRequest([{ pointer: '/from', detail: 'an e-mail address is expected' }]);
  return records;
};

const passedOnByHand = () =>
  invalidRequest([{ pointer: '/subject', detail: 'passed on by hand: a human sees whose words these are' }]);
