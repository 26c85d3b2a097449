import * as z from 'zod/mini';
import type { Problem } from '../frame/answers.ts';
import { type Around, ask, type Outcome, pathWith } from '../frame/around.ts';
import { Message, Messages } from './answers.ts';
import { type Arrived, addressIn, arrivedIn, withWords } from './arrived.ts';

/** What arrived, whatever became of the message: a choice beside the states of messages. */
export const ARRIVED = 'arrived';
/** Messages in any state. */
export const ANY = 'any';

const maybe = z._default(z.string().check(z.maxLength(320), z.trim()), '');
/** What the form of the page sends. */
export const Asked = z.object({
  advertiser: maybe,
  status: z._default(z.string(), ARRIVED),
  channel: maybe,
  /** A recipient, or words. Never in an address of the console. */
  q: maybe,
  cursor: maybe,
});
export type Asked = z.infer<typeof Asked>;

/** One message, and what of it arrived. */
export interface Row {
  readonly message?: Message | undefined;
  readonly arrived?: Arrived | undefined;
}

/** What a search found. */
export interface Found {
  readonly rows: readonly Row[];
  /** Where it goes on; absent: this is all. */
  readonly next?: string | undefined;
  /** How many there are, where that is known. */
  readonly count?: number;
  /** How many messages were looked through, where some may be of another channel. */
  readonly looked?: number;
  /** Why there may be others. */
  readonly problem?: Problem;
  /** It was asked by words for messages of which some never left: those have no subject here. */
  readonly onlyOfArrived?: true;
}

const SHOWN = 25;
/** Pages of the API that are looked through for a channel at most, a hundred messages each. */
const MOST_PAGES = 10;
/** Of what words find, so many are looked up in the API. */
const LOOKED_UP = 100;

const byMessage = (arrived: readonly Arrived[]): ReadonlyMap<string, Arrived> =>
  new Map(arrived.flatMap((each) => (each.messageId === undefined ? [] : [[each.messageId, each] as const])));

const ofChannel = (channel: string) => (each: { readonly channel: string }) =>
  channel === '' || each.channel === channel;

const arrivedRows = (all: readonly Arrived[], { q, channel, cursor }: Asked): Found => {
  const found = withWords(all, q).filter(ofChannel(channel));
  const from = Number(cursor) || 0;
  const next = from + SHOWN < found.length ? String(from + SHOWN) : undefined;
  return { rows: found.slice(from, from + SHOWN).map((arrived) => ({ arrived })), next, count: found.length };
};

/** Page after page of the API until there is enough of one channel. */
const listed = async (around: Around, all: readonly Arrived[], asked: Asked, contactId: string): Promise<Found> => {
  const { advertiser: advertiserId, channel } = asked;
  const status = asked.status === ANY ? '' : asked.status;
  const limit = channel === '' ? String(SHOWN) : '100';
  const known = byMessage(all);
  const rows: Row[] = [];
  let cursor = asked.cursor;
  let looked = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const path = pathWith('/v1/messages', { advertiserId, contactId, status, limit, cursor });
    const answer = await ask(around, Messages, 'GET', path);
    if ('problem' in answer) return { rows, problem: answer.problem };
    const { messages, nextCursor } = answer.ok;
    looked += messages.length;
    rows.push(...messages.filter(ofChannel(channel)).map((message) => ({ message, arrived: known.get(message.id) })));
    if (nextCursor === undefined) return { rows, looked };
    cursor = nextCursor;
    if (rows.length >= SHOWN) break;
  }
  return { rows, next: cursor, looked };
};

const Contact = z.object({ contactId: z.string() });

/** The contact with an address, at one advertiser. The address is in the body of the request alone. */
export const lookUp = (
  around: Around,
  advertiserId: string,
  address: object,
): Promise<Outcome<{ contactId: string }>> =>
  ask(around, Contact, 'POST', '/v1/contacts/lookup', { advertiserId, contact: address });

/** Messages whose recipient, subject or text was seen to arrive, in the state that was asked for. */
const byWords = async (around: Around, all: readonly Arrived[], asked: Asked): Promise<Found> => {
  const found = withWords(all, asked.q).filter(ofChannel(asked.channel)).slice(0, LOOKED_UP);
  const looked = await Promise.all(
    found.map(async (arrived): Promise<Outcome<Row> | undefined> => {
      if (arrived.messageId === undefined) return undefined;
      const path = pathWith(`/v1/messages/${encodeURIComponent(arrived.messageId)}`, {
        advertiserId: asked.advertiser,
      });
      const answer = await ask(around, Message, 'GET', path);
      // What arrived for another advertiser is none of this one.
      if ('problem' in answer) return answer.status === 404 ? undefined : answer;
      const isAsked = asked.status === ANY || answer.ok.status === asked.status;
      return isAsked ? { ok: { arrived, message: answer.ok } } : undefined;
    }),
  );
  const rows = looked.flatMap((each) => (each !== undefined && 'ok' in each ? [each.ok] : []));
  const unread = looked.find((each) => each !== undefined && 'problem' in each);
  return { rows, onlyOfArrived: true, ...(unread && 'problem' in unread && { problem: unread.problem }) };
};

/** What was asked for: of what arrived on this machine, or of the messages of the API. */
export const search = async (around: Around, asked: Asked): Promise<Found> => {
  const all = arrivedIn(around.stack);
  const address = addressIn(asked.q);
  if (asked.status === ARRIVED) {
    const q = address === undefined ? asked.q : Object.values(address).join('');
    return arrivedRows(all, { ...asked, q });
  }
  if (asked.advertiser === '') return { rows: [] };
  if (asked.q === '') return listed(around, all, asked, '');
  if (address === undefined) return byWords(around, all, asked);
  const contact = await lookUp(around, asked.advertiser, address);
  return 'ok' in contact ? listed(around, all, asked, contact.ok.contactId) : { rows: [], problem: contact.problem };
};
