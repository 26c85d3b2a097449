import * as z from 'zod/mini';
import type { AddressKind } from '#shared/channels/record.ts';
import { about, named } from '#shared/domain/about.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';

/** An address: one of an e-mail address or a telephone number. It is in the body of a request, never in a URL. */
export const ContactAddress = named(
  'ContactAddress',
  z.union(
    [
      z.strictObject({
        email: about('E-mail address, 3 to 254 characters.', z.string().check(z.minLength(3), z.maxLength(254))),
      }),
      z.strictObject({
        phone: about(
          'Telephone number in international form, such as +33612345678; spaces, dots and hyphens are ignored.',
          z.string().check(z.minLength(5), z.maxLength(40)),
        ),
      }),
    ],
    { error: ({ input }) => (input === undefined ? undefined : 'an object with email or with phone, not with both') },
  ),
);
export type ContactAddress = z.infer<typeof ContactAddress>;

/** The fields by which a request names the contact that it concerns. */
export const ofContact = {
  advertiserId: about(
    'The advertiser for which the contact is known. May be left out by a key that is bound to one advertiser.',
    z.optional(AdvertiserId),
  ),
  contact: about('The address of the contact. It is stored only encrypted and as a keyed fingerprint.', ContactAddress),
};

/** An address as the use cases take it. */
export const addressOf = (contact: ContactAddress): { readonly kind: AddressKind; readonly value: string } =>
  'email' in contact ? { kind: 'email', value: contact.email } : { kind: 'phone', value: contact.phone };

/** A request without the fields that say whom it concerns. */
export const factsOf = <T extends { readonly advertiserId?: unknown; readonly contact: unknown }>(
  body: T,
): Omit<T, 'advertiserId' | 'contact'> => {
  const { advertiserId: _advertiser, contact: _contact, ...facts } = body;
  return facts;
};

/** Who caused what a call records. */
export const actorOf = ({ apiKeyId }: Caller): Actor => ({ by: 'api-key', apiKeyId });

/** Who caused what an event of an application records. */
export const actorOfSource = ({ source }: { readonly source: string }): Actor => ({ by: 'event-source', source });
