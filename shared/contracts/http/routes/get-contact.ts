import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { ContactId } from '#shared/domain/ids.ts';
import { Contact } from '../contact.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** The standing of a contact. */
export const getContactRoute = route({
  name: 'get-contact',
  method: 'GET',
  path: '/v1/contacts/{contactId}',
  scope: 'contacts:read',
  parameters: z.strictObject({
    contactId: about('The id of the contact, as any call about it answered it.', ContactId),
  }),
  query: AdvertiserQuery,
});

document(getContactRoute, () => ({
  summary: 'The standing of a contact',
  answers: [{ status: 200, means: 'The standing', body: Contact }],
  problems: ['advertiser-not-found', 'contact-not-found'],
}));
