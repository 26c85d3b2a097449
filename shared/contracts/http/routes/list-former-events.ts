import * as z from 'zod/mini';
import type { FormerEvent } from '#shared/app/retention/former-events.port.ts';
import { about } from '#shared/domain/about.ts';
import { ContactId, Instant } from '#shared/domain/ids.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';
import { eventView } from './show-timeline.ts';

/** What happened to a contact before its use ended, oldest first. */
export const listFormerEventsRoute = route({
  name: 'list-former-events',
  method: 'GET',
  path: '/v1/contacts/{contactId}/former-events',
  scope: 'proof:read',
  parameters: z.strictObject({
    contactId: about('The id of the contact, as any call about it answered it.', ContactId),
  }),
  query: z.extend(AdvertiserQuery, pageParameters),
});

const FormerEventsAnswer = z.strictObject({
  formerEvents: about(
    'What was recorded, oldest first: each went to the archive when the use of the contact ended. Where nothing is kept there, the first page is 404.',
    z.array(
      z.strictObject({
        event: about('The event of the ledger.', LedgerEvent),
        keptUntil: about('Until when it is kept, in UTC.', Instant),
      }),
    ),
  ),
  nextCursor,
});

/** The same as callers see it. */
export const formerEventView = ({
  event,
  until,
}: FormerEvent): z.infer<typeof FormerEventsAnswer>['formerEvents'][number] => ({
  event: eventView(event),
  keptUntil: until,
});

document(listFormerEventsRoute, () => ({
  summary: 'What happened to a contact before its use ended, from the archive',
  answers: [{ status: 200, means: 'One page, oldest first', body: FormerEventsAnswer }],
  problems: ['advertiser-not-found', 'contact-not-found'],
}));
