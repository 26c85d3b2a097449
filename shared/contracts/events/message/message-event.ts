import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { MessageChange } from '#shared/domain/change.ts';
import { AdvertiserId, ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { Channel } from '#shared/domain/message/channel.ts';
import { MessageStatus } from '#shared/domain/message/message.ts';
import { codesIn, type StoredReason } from '#shared/domain/message/verdict.ts';
import { type EventType, eventType } from '../event.ts';
import { EventReason, eventReasons } from './event-reason.ts';

/** A state that is published: all but `accepted`, which the caller knows from its own call. */
type PublishedStatus = Exclude<MessageStatus, 'accepted'>;

/** The detail of every event about a message. */
export const MessageDetail = z.strictObject({
  advertiserId: about('The advertiser in whose name the message is sent.', AdvertiserId),
  messageId: about('The message.', MessageId),
  contactId: about('Its recipient: a keyed fingerprint, never the address.', ContactId),
  channel: about('The channel of the message.', Channel),
  test: about(
    'True where it tries a template: count it in no statistics. Absent: it is no test.',
    z.optional(z.literal(true)),
  ),
  status: about('The state it is in now.', MessageStatus),
  codes: about('Reason codes of its latest verdict, in the order of the verdict.', z.array(z.string())),
  reasons: about('The same reasons in words, with text, sanctions and remedy.', z.array(EventReason)),
  rulebookVersion: about(
    'The edition of the rulebook that gave them. Absent: before any verdict.',
    z.optional(z.string()),
  ),
  seq: about('Position in the ledger of the contact that the verdict read; 0 before any verdict.', z.int()),
  dueAt: about('When a message that waits is judged again, in UTC.', z.optional(Instant)),
  handedOffAt: about('When it was handed to the provider, in UTC.', z.optional(Instant)),
  settledAt: about('When its state became final, in UTC.', z.optional(Instant)),
  providerMessageId: about('The identifier that the provider gave it.', z.optional(z.string())),
  parkedBecause: about('A code: why it is kept for a human.', z.optional(z.string())),
  undeliveredBecause: about('A code: why it reached nobody.', z.optional(z.string())),
  refusedBecause: about('A code: why it was refused without a verdict.', z.optional(z.string())),
});
type MessageDetail = z.infer<typeof MessageDetail>;

/** A detail as documentation shows it, for a message in this state, with the reasons of its verdict. */
export const exampleOf = (
  status: PublishedStatus,
  more: Partial<z.input<typeof MessageDetail>> = {},
  reasons: readonly StoredReason[] = [{ code: 'OK_CONSENT' }],
): z.input<typeof MessageDetail> => ({
  advertiserId: 'maison-roy',
  messageId: 'msg_a1B2c3D4e5F6g7H8i9J0kL',
  contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
  channel: 'email',
  status,
  codes: codesIn(reasons),
  reasons: eventReasons({ reasons: [...reasons], notes: [] }),
  ...(reasons.length === 0 ? {} : { rulebookVersion: '2026-11-25' }),
  seq: 3,
  ...more,
});

const isNews = ({ before, after }: MessageChange): boolean =>
  after.status !== before?.status || after.dueAt !== before?.dueAt;

const detailOf = ({ after }: MessageChange): MessageDetail => {
  const { verdict, acceptedAt: _, segments: _segments, putBack: _putBack, ...facts } = after;
  return {
    ...facts,
    codes: codesIn(verdict?.reasons ?? []),
    reasons: eventReasons(verdict),
    ...(verdict === undefined ? {} : { rulebookVersion: verdict.rulebookVersion }),
    seq: verdict?.seq ?? 0,
  };
};

/** The event that a message enters a state, or is to wait for another moment in it. */
export const messageEvent = (status: PublishedStatus): EventType =>
  eventType(`message.${status}.v1`, (change) =>
    change.of === 'message' && change.after.status === status && isNews(change) ? detailOf(change) : undefined,
  );
