import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contactNotFound, invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { type ErasedOf, erasedBy } from '#shared/domain/ledger/erasure.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { positionOfSent } from '#shared/domain/sending/position-of-sent.ts';
import { addDays, toInstant } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { Erasures } from '../erasure/erasures.port.ts';
import type { MessageLists } from '../messages/message-lists.port.ts';
import type { ContactEvents } from '../records/contact-events.port.ts';
import { leftOfContact } from '../retention/left-of-contact.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { knownAdvertiser } from './contact-of.ts';
import type { HandedOver, HandOffsTo } from './hand-offs-to.port.ts';

/** What happened to a contact: something was recorded of it, a message to it was accepted, or a campaign handed one over for it. */
export type TimelineEntry =
  | { readonly at: Instant; readonly event: LedgerEvent; readonly erased?: ErasedOf | undefined }
  | { readonly at: Instant; readonly message: Message }
  | { readonly at: Instant; readonly sent: HandedOver };

export interface TimelinePorts {
  readonly advertisers: Advertisers;
  readonly events: ContactEvents;
  readonly messageLists: Pick<MessageLists, 'list'>;
  readonly handOffs: HandOffsTo;
  readonly erasures: Pick<Erasures, 'of'>;
  readonly clock: Clock;
}

export interface ShowTimeline {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  /** One of the two kinds alone; absent: both. */
  readonly only?: 'events' | 'messages' | undefined;
  readonly page: PageAsked;
}

/** How far the pages before went in each of the three lists. */
interface Seen {
  readonly beforeSeq?: number | undefined;
  readonly afterMessage?: string | undefined;
  readonly afterSent?: string | undefined;
}

/** The third was not there in cursors of a version before. */
const SEEN = /^(\d{0,12})\|([\w.:#-]{0,80})(?:\|([\w.:#-]{0,80}))?$/;

const seenBy = (after: string | undefined): Seen => {
  if (after === undefined) return {};
  const [, seq, message, sent] = SEEN.exec(after) ?? [];
  if (seq === undefined || message === undefined)
    throw invalidRequest([
      { pointer: '', parameter: 'cursor', detail: 'a nextCursor that a page of this list answered' },
    ]);
  return {
    beforeSeq: seq === '' ? undefined : Number(seq),
    afterMessage: message === '' ? undefined : message,
    afterSent: sent === '' ? undefined : sent,
  };
};

const positionAfter = (shown: readonly TimelineEntry[], seen: Seen): string => {
  const seqs = shown.flatMap((entry) => ('event' in entry ? [entry.event.seq] : []));
  const messages = shown.flatMap((entry) =>
    'message' in entry ? [`${entry.message.acceptedAt}#${entry.message.messageId}`] : [],
  );
  const sent = shown.flatMap((entry) => ('sent' in entry ? [positionOfSent(entry.sent)] : []));
  const positions = [
    seqs.at(-1) ?? seen.beforeSeq,
    messages.at(-1) ?? seen.afterMessage,
    sent.at(-1) ?? seen.afterSent,
  ];
  return positions.map((each) => each ?? '').join('|');
};

const eventsOf = async (
  ports: TimelinePorts,
  { access, contactId, only, page }: ShowTimeline,
  seen: Seen,
): Promise<readonly TimelineEntry[]> => {
  // An unknown contact may have messages, and is no contact all the same.
  const standing = await ports.events.standing(access, contactId);
  const recordedLast = async () => (await ports.events.latest(access, contactId, { limit: 1 }))?.[0]?.recordedAt;
  const left = standing && (await leftOfContact({ ...ports, recordedLast }, access, standing));
  if (left?.standing === undefined) throw contactNotFound();
  if (only === 'messages' || !left.isInUse) return [];
  const events = await ports.events.latest(access, contactId, { limit: page.limit, beforeSeq: seen.beforeSeq });
  if (events === undefined) throw contactNotFound();
  const erasures = events.some(({ type }) => type === 'contact-erased')
    ? await ports.erasures.of(access, contactId)
    : [];
  return events.map((event) => {
    const { recordedAt: at } = event;
    return event.type === 'contact-erased' ? { at, event, erased: erasedBy(event, erasures) } : { at, event };
  });
};

const messagesOf = async (ports: TimelinePorts, { access, contactId, only, page }: ShowTimeline, seen: Seen) => {
  if (only === 'events') return { entries: [], hasMore: false };
  const asked = { contactId, from: toInstant(0), until: addDays(ports.clock.now(), 1) };
  const found = await ports.messageLists.list(access, asked, { limit: page.limit, after: seen.afterMessage });
  const entries = found.items.map((message) => ({ at: message.acceptedAt, message }));
  return { entries, hasMore: found.next !== undefined };
};

/** As many as a page may show, and one more where there are others. */
const sentTo = async (ports: TimelinePorts, { access, contactId, only, page }: ShowTimeline, seen: Seen) => {
  if (only === 'events') return [];
  const found = await ports.handOffs.of(access, contactId, { most: page.limit + 1, after: seen.afterSent });
  return found.map((sent) => ({ at: sent.claimedAt, sent }));
};

/** Two lists in one, latest first; each keeps its own order, whatever the clocks said. */
const merged = (events: readonly TimelineEntry[], messages: readonly TimelineEntry[]): readonly TimelineEntry[] => {
  const [event, message] = [events[0], messages[0]];
  if (event === undefined) return messages;
  if (message === undefined) return events;
  return event.at >= message.at
    ? [event, ...merged(events.slice(1), messages)]
    : [message, ...merged(events, messages.slice(1))];
};

/**
 * What happened to a contact, latest first: its events, its messages with their verdicts, and what campaigns handed over for it. Throws `contact-not-found`,
 * also for an expired contact, `advertiser-not-found`, and `invalid-request` for a cursor of another list.
 */
export const showTimeline = async (ports: TimelinePorts, command: ShowTimeline): Promise<Page<TimelineEntry>> => {
  await knownAdvertiser(ports.advertisers, command.access);
  const { limit, after } = command.page;
  const seen = seenBy(after);
  const [events, messages, sent] = await Promise.all([
    eventsOf(ports, command, seen),
    messagesOf(ports, command, seen),
    sentTo(ports, command, seen),
  ]);
  const written = merged(messages.entries, sent.slice(0, limit));
  const items = merged(events, written).slice(0, limit);
  const isFull = events.length + messages.entries.length + sent.length > limit;
  const hasMore = isFull || events.length === limit || messages.hasMore;
  return { items, ...(hasMore ? { next: positionAfter(items, seen) } : {}) };
};
