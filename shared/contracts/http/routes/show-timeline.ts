import * as z from 'zod/mini';
import type { TimelineEntry } from '#shared/app/contacts/show-timeline.ts';
import { about } from '#shared/domain/about.ts';
import { ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { Channel } from '#shared/domain/message/channel.ts';
import { shortReferenceOf } from '#shared/domain/message/short-reference.ts';
import { document } from '../document.ts';
import { MessageAnswer, messageView } from '../message-answer.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { Kept, keptView } from '../rights/kept.ts';
import { route } from '../route.ts';

/** What happened to a contact, latest first. */
export const showTimelineRoute = route({
  name: 'show-timeline',
  method: 'GET',
  path: '/v1/contacts/{contactId}/timeline',
  scope: 'contacts:read',
  parameters: z.strictObject({
    contactId: about('The id of the contact, as any call about it answered it.', ContactId),
  }),
  query: z.extend(AdvertiserQuery, {
    only: about(
      'events: what was recorded, which is the ledger of the contact. messages: what was sent or refused, and what campaigns sent. Absent: both.',
      z.optional(z.enum(['events', 'messages'])),
    ),
    ...pageParameters,
  }),
});

const Sent = z.strictObject({
  id: about('Its id: GET /v1/messages/{messageId}/sent with this contactId shows it.', MessageId),
  channel: about('The channel.', Channel),
  reference: about('The short reference that its reader can quote.', z.string()),
  outcome: about(
    'sent: the provider took it. unknown: no answer says so. Absent: nothing was reported since; GET /v1/messages/{messageId}/sent says what is known.',
    z.optional(z.enum(['sent', 'unknown'])),
  ),
});

export const Timeline = z.strictObject({
  timeline: about(
    'What happened, latest first: each entry is an event of the ledger, a message, or what was handed over without a message that is stored.',
    z.array(
      z.union([
        z.strictObject({
          at: about('When it was recorded, in UTC.', Instant),
          event: about('The event of the ledger.', LedgerEvent),
          kept: about(
            'Of contact-erased: what remains, where, until when and why. Where nothing kept shows whether it was an e-mail address or a telephone number, what may remain of either. Absent: it is another event.',
            z.optional(z.array(Kept)),
          ),
        }),
        z.strictObject({
          at: about('When the message was accepted, in UTC.', Instant),
          message: about('The message with its latest verdict.', MessageAnswer),
        }),
        z.strictObject({
          at: about('When it was handed over, in UTC.', Instant),
          sent: about(
            'What a campaign handed over for this contact, or a message that is kept no more. Who a campaign refused is in its report alone.',
            Sent,
          ),
        }),
      ]),
    ),
  ),
  nextCursor,
});

/** An event as callers see it: never the fingerprint of a person. */
export const eventView = (event: LedgerEvent): LedgerEvent =>
  event.type === 'person-linked' ? { ...event, person: 'linked' } : event;

/** An entry as callers see it: never an address, nor the fingerprint of a person. */
export const timelineView = (entry: TimelineEntry): z.infer<typeof Timeline>['timeline'][number] => {
  if ('message' in entry) return { at: entry.at, message: messageView(entry.message) };
  if ('sent' in entry) {
    const { messageId: id, channel, result } = entry.sent;
    const outcome = result === undefined ? {} : { outcome: result };
    return { at: entry.at, sent: { id, channel, reference: shortReferenceOf(id), ...outcome } };
  }
  const { at, event, erased } = entry;
  return { at, event: eventView(event), ...(erased && { kept: keptView(erased) }) };
};

document(showTimelineRoute, () => ({
  summary: 'What happened to a contact: its ledger, its messages with their verdicts, and what campaigns sent to it',
  answers: [{ status: 200, means: 'One page, latest first', body: Timeline }],
  problems: ['advertiser-not-found', 'contact-not-found'],
}));
