import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contactNotFound, invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { addDays, toInstant } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { MessageLists } from '../messages/message-lists.port.ts';
import type { ContactEvents } from '../records/contact-events.port.ts';
import { leftOfContact } from '../retention/left-of-contact.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { knownAdvertiser } from './contact-of.ts';

/** What happened to a contact: something was recorded of it, or a message to it was accepted. */
export type TimelineEntry =
  | { readonly at: Instant; readonly event: LedgerEvent }
  | { readonly at: Instant; readonly message: Message };

export interface TimelinePorts {
  readonly advertisers: Advertisers;
  readonly events: ContactEvents;
  readonly messageLists: Pick<MessageLists, 'list'>;
  readonly clock: Clock;
}

export interface ShowTimeline {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  /** One of the two kinds alone; absent: both. */
  readonly only?: 'events' | 'messages' | undefined;
  readonly page: PageAsked;
}

/** How far the pages before went in each of the two lists. */
interface Seen {
  readonly beforeSeq?: number | undefined;
  readonly afterMessage?: string | undefined;
}

const SEEN = /^(\d{0,12})\|([\w.:#-]{0,80})$/;

const seenBy = (after: string | undefined): Seen => {
  if (after === undefined) return {};
  const [, seq, message] = SEEN.exec(after) ?? [];
  if (seq === undefined || message === undefined)
    throw invalidRequest([
      { pointer: '', parameter: 'cursor', detail: 'a nextCursor that a page of this list answered' },
    ]);
  return { beforeSeq: seq === '' ? undefined : Number(seq), afterMessage: message === '' ? undefined : message };
};

const positionAfter = (shown: readonly TimelineEntry[], seen: Seen): string => {
  const seqs = shown.flatMap((entry) => ('event' in entry ? [entry.event.seq] : []));
  const messages = shown.flatMap((entry) =>
    'message' in entry ? [`${entry.message.acceptedAt}#${entry.message.messageId}`] : [],
  );
  return `${seqs.at(-1) ?? seen.beforeSeq ?? ''}|${messages.at(-1) ?? seen.afterMessage ?? ''}`;
};

const eventsOf = async (ports: TimelinePorts, { access, contactId, only, page }: ShowTimeline, seen: Seen) => {
  // An unknown contact may have messages, and is no contact all the same.
  const standing = await ports.events.standing(access, contactId);
  const recordedLast = async () => (await ports.events.latest(access, contactId, { limit: 1 }))?.[0]?.recordedAt;
  const left = standing && (await leftOfContact({ ...ports, recordedLast }, access, standing));
  if (left?.standing === undefined) throw contactNotFound();
  if (only === 'messages' || !left.isInUse) return [];
  const events = await ports.events.latest(access, contactId, { limit: page.limit, beforeSeq: seen.beforeSeq });
  if (events === undefined) throw contactNotFound();
  return events.map((event) => ({ at: event.recordedAt, event }));
};

const messagesOf = async (ports: TimelinePorts, { access, contactId, only, page }: ShowTimeline, seen: Seen) => {
  if (only === 'events') return { entries: [], hasMore: false };
  const asked = { contactId, from: toInstant(0), until: addDays(ports.clock.now(), 1) };
  const found = await ports.messageLists.list(access, asked, { limit: page.limit, after: seen.afterMessage });
  const entries = found.items.map((message) => ({ at: message.acceptedAt, message }));
  return { entries, hasMore: found.next !== undefined };
};

/** Both lists in one, latest first; each keeps its own order, whatever the clocks said. */
const merged = (events: readonly TimelineEntry[], messages: readonly TimelineEntry[]): readonly TimelineEntry[] => {
  const [event, message] = [events[0], messages[0]];
  if (event === undefined) return messages;
  if (message === undefined) return events;
  return event.at >= message.at
    ? [event, ...merged(events.slice(1), messages)]
    : [message, ...merged(events, messages.slice(1))];
};

/**
 * What happened to a contact, latest first: its events and its messages with their verdicts. Throws `contact-not-found`,
 * also for an expired contact, `advertiser-not-found`, and `invalid-request` for a cursor of another list.
 */
export const showTimeline = async (ports: TimelinePorts, command: ShowTimeline): Promise<Page<TimelineEntry>> => {
  await knownAdvertiser(ports.advertisers, command.access);
  const { limit, after } = command.page;
  const seen = seenBy(after);
  const [events, messages] = await Promise.all([eventsOf(ports, command, seen), messagesOf(ports, command, seen)]);
  const items = merged(events, messages.entries).slice(0, limit);
  const hasMore = events.length + messages.entries.length > limit || events.length === limit || messages.hasMore;
  return { items, ...(hasMore ? { next: positionAfter(items, seen) } : {}) };
};
