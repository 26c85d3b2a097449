import * as z from 'zod/mini';
import { Contact } from '../contact.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { route } from '../route.ts';

/** Finds a contact by its address, which is in the body and never in a URL. */
export const lookUpContactRoute = route({
  name: 'look-up-contact',
  method: 'POST',
  path: '/v1/contacts/lookup',
  scope: 'contacts:read',
  body: z.strictObject(ofContact),
});

document(lookUpContactRoute, () => ({
  summary: 'Finds a contact by its address',
  answers: [{ status: 200, means: 'The standing', body: Contact }],
  problems: ['advertiser-not-found', 'contact-not-found'],
  request: EXAMPLE_OF_CONTACT,
}));
