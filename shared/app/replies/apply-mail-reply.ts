import { allOf, atMost, settleAtMost } from '#shared/domain/at-most.ts';
import { parseEmail } from '#shared/domain/contact/address.ts';
import { advertiserNotFound, invalidRequest } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { type AddressedAdvertiser, addressedAdvertisers } from './addressed-advertisers.ts';
import { quotedReaders } from './quoted-readers.ts';
import type { MailAsReceived } from './received-mails.port.ts';
import {
  type Act,
  AT_ONCE,
  type MailReply,
  type MailReplyPorts,
  namesAt,
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

type Outcomes = readonly PromiseSettledResult<Registered>[];

/**
 * Registers the opposition that a reply to an advertiser's own address expresses (D20), by the person's own words in it: for the readers of
 * the messages that it quotes, whose links nobody else has, and for the address that it is from. That address proves nothing: a mail may
 * add an opposition and does nothing else. A doubtful reply is an opposition until a human says otherwise; its words wait for one, where the
 * contact is known. Doubtful as well is a plain one for a reader whom the mail is not from, for another advertiser, and in a mail that is
 * attached to another. Who writes from an address of the advertiser's own is no reader: it opposes for those whose message it quotes. An
 * automatic answer and any other reply change nothing.
 *
 * Throws `advertiser-not-found` where the mailbox bears no advertiser's id and no message of ours is quoted, and `invalid-request` where nobody
 * can be found or somebody passed it on by hand, so that a human sees it; what can be tried again is thrown after all others are registered.
 */
export const applyMailReply = async (ports: MailReplyPorts, reply: MailReply): Promise<AppliedMailReply> => {
  const { isAutomatic, stops: all, isForHuman } = stopsIn(reply.mail);
  const named = all.length === 0 ? [] : await addressedAdvertisers(ports.advertisers, reply.mailboxes);
  // What the advertiser wrote itself, as the message that is answered, is attached as nobody's words.
  const stops = all.filter(({ mail }) => mail === reply.mail || !isOfTheirs(named, mail));
  if (isAutomatic || stops.length === 0) {
    if (isForHuman || stops.length > 0) throw passedOnByHand();
    return { code: isAutomatic ? 'automatic' : 'no-stop', ...NOTHING };
  }
  // One after the other: where two are of one contact, the first is the act.
  const failed = new Set<string>();
  const tried = await settleAtMost(1, stops, (stop) => applyStop(ports, { named, failed }, { ...stop, reply }));
  const outcomes: Outcomes = tried.flatMap((each) => (each.status === 'fulfilled' ? each.value : [each]));
  const records = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const distinct = [...new Map(records.toReversed().map((each) => [each.recordId, each])).values()];
  const doubted = distinct.filter(({ isDoubtful }) => isDoubtful);
  const reviews = await openReviews(ports, doubted);
  allOf(outcomes);
  if (distinct.length === 0) throw ofTheAdvertiser();
  if (isForHuman) throw passedOnByHand();
  const code = doubted.length < distinct.length ? 'opposition' : 'doubtful';
  return { code, registered: distinct.length, reviews };
};

/** True of a mail that is from addresses of the advertiser's own alone. */
const isOfTheirs = (named: readonly AddressedAdvertiser[], { from }: MailAsReceived): boolean =>
  from.length > 0 && named.some(({ isOwn }) => from.every(isOwn));

interface Run {
  readonly named: readonly AddressedAdvertiser[];
  /** Whose stop has to be tried again: a later one of theirs would be the act in its place. */
  readonly failed: Set<string>;
}

/** Of a sender whose contact could not be found, who may be any reader. */
const ANYBODY = 'anybody';
const keyOf = (advertiserId: AdvertiserId, who: string): string => `${advertiserId}/${who}`;

/** Resolves to what was registered, of each contact; nothing: it is the advertiser's own, and quotes nobody's message. */
const applyStop = async (ports: MailReplyPorts, { named, failed }: Run, act: Act): Promise<Outcomes> => {
  const { mail } = act;
  const quoted = quotedReaders(ports.tokens, wholeOf(mail));
  if (named.length === 0 && quoted.length === 0) throw advertiserNotFound();
  const senders = named.flatMap(({ advertiserId, isOwn }) =>
    mail.from
      .filter((value) => parseEmail(value) !== undefined && !isOwn(value))
      .slice(0, MOST_SENDERS)
      .map((value) => ({ advertiserId, value })),
  );
  if (senders.length === 0 && quoted.length === 0 && !isOfTheirs(named, mail)) throw fromNobody();
  // Known before anything is written: a sender who fails is no other reader.
  const names = await settleAtMost(AT_ONCE, senders, (sender) => namesAt(ports, sender));
  const people = senders.map((sender, at) => {
    const each = names[at];
    const ids = each?.status === 'fulfilled' ? each.value : [];
    return { sender, ids, keys: [sender.value, ...ids].map((who) => keyOf(sender.advertiserId, who)) };
  });
  const own = new Set(people.flatMap(({ ids }) => ids));
  const unnamed = names.filter((each) => each.status === 'rejected');
  if (unnamed.length > 0) failed.add(ANYBODY);
  const others = failed.has(ANYBODY) ? [] : quoted.filter(({ contactId }) => !own.has(contactId));
  /** Not of whom an earlier one failed. */
  const once = async (keys: readonly string[], register: () => Promise<Registered>): Promise<Outcomes> => {
    if (keys.some((key) => failed.has(key))) return [];
    const outcomes = await settleAtMost(1, [register], (each) => each());
    if (outcomes.some(({ status }) => status === 'rejected')) for (const key of keys) failed.add(key);
    return outcomes;
  };
  return [
    ...unnamed,
    ...(await atMost(AT_ONCE, people, ({ sender, keys }) =>
      once(keys, () => registerAtAddress(ports, { ...sender, quoted }, act)),
    )),
    ...(await atMost(AT_ONCE, others, (whom) =>
      once([keyOf(whom.advertiserId, whom.contactId)], () =>
        registerAtContact(ports, whom, { ...act, isDoubtful: true }),
      ),
    )),
  ].flat();
};

const fromNobody = () => invalidRequest([{ pointer: '/from', detail: 'an e-mail address is expected' }]);
const ofTheAdvertiser = () =>
  invalidRequest([{ pointer: '/from', detail: 'the advertiser’s own address: a human sees whose words these are' }]);
const passedOnByHand = () =>
  invalidRequest([{ pointer: '/subject', detail: 'passed on by hand: a human sees whose words these are' }]);
