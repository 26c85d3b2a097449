import * as z from 'zod/mini';
import type { TimelineEntry } from '#shared/app/contacts/show-timeline.ts';
import { about } from '#shared/domain/about.ts';
import { ContactId, Instant } from '#shared/domain/ids.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { document } from '../document.ts';
import { MessageAnswer, messageView } from '../message-answer.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
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
      'events: what was recorded, which is the ledger of the contact. messages: what was sent or refused. Absent: both.',
      z.optional(z.enum(['events', 'messages'])),
    ),
    ...pageParameters,
  }),
});

export const Timeline = z.strictObject({
  timeline: about(
    'What happened, latest first: each entry is an event of the ledger or a message.',
    z.array(
      z.union([
        z.strictObject({
          at: about('When it was recorded, in UTC.', Instant),
          event: about('The event of the ledger.', LedgerEvent),
        }),
        z.strictObject({
          at: about('When the message was accepted, in UTC.', Instant),
          message: about('The message with its latest verdict.', MessageAnswer),
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
  return { at: entry.at, event: eventView(entry.event) };
};

document(showTimelineRoute, () => ({
  summary: 'What happened to a contact: its ledger, and its messages with their verdicts',
  answers: [{ status: 200, means: 'One page, latest first', body: Timeline }],
  problems: ['advertiser-not-found', 'contact-not-found'],
}));
