import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { ContactId } from '#shared/domain/ids.ts';
import { MessageStatus } from '#shared/domain/message/message.ts';
import { QuotedReference } from '#shared/domain/message/short-reference.ts';
import { AnyInstant } from '../any-instant.ts';
import { document } from '../document.ts';
import { MessageAnswer } from '../message-answer.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** The messages of an advertiser, newest first. */
export const listMessagesRoute = route({
  name: 'list-messages',
  method: 'GET',
  path: '/v1/messages',
  scope: 'messages:read',
  query: z.extend(AdvertiserQuery, {
    contactId: about(
      'Messages to this contact alone; what campaigns sent to it is in its timeline. Absent: to every contact.',
      z.optional(ContactId),
    ),
    from: about(
      'Accepted at this instant or later. Absent: as far back as messages are kept for one contact, else 30 days.',
      z.optional(AnyInstant),
    ),
    until: about('Accepted before this instant. Absent: up to now.', z.optional(AnyInstant)),
    status: about('Messages in this state now. Absent: in every state.', z.optional(MessageStatus)),
    reference: about(
      'The short reference that a reader quotes, in any case, with or without its hyphen. A mail of a campaign is found by its contact alone: its timeline names the reference. The other filters are then not read. Absent: every message.',
      z.optional(QuotedReference),
    ),
    ...pageParameters,
  }),
});

const MessagesPage = z.strictObject({
  messages: about('Messages, newest first.', z.array(MessageAnswer)),
  nextCursor,
});

document(listMessagesRoute, () => ({
  summary: 'Single messages of a contact, of a period, in a state, or the one that a reader quotes',
  answers: [{ status: 200, means: 'One page of single messages, newest first', body: MessagesPage }],
  problems: ['advertiser-not-found'],
}));
