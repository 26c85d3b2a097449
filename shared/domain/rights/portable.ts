import * as z from 'zod/mini';
import { AddressKind } from '#shared/channels/record.ts';
import { about } from '../about.ts';
import { Attributes } from '../audience/attributes.ts';
import { ConsentFacts } from '../consent/consent.ts';
import { Act } from '../contact/activity.ts';
import { DeclaredFacts } from '../contact/contact.ts';
import { ContactId, FactId, Instant } from '../ids.ts';
import { OppositionScope, Via } from '../opposition/opposition.ts';
import { SaleFacts } from '../sale/sale.ts';

const id = about('Its id.', FactId);
const recordedAt = about('When it was recorded, in UTC.', Instant);

/** What is known of one address, as the person provided it (GDPR art. 20). */
const PortableContact = z.strictObject({
  contactId: about('The id of the contact. It says nothing of the address.', ContactId),
  addressKind: about('What kind of address it is. Absent: it is not known any more.', z.optional(AddressKind)),
  address: about(
    'The address: an e-mail address, or a telephone number as E.164 writes it. Absent: it is not kept any more.',
    z.optional(z.string()),
  ),
  declared: about('What was declared of the person.', DeclaredFacts),
  attributes: about('Words that the advertiser keeps of the person, by name.', Attributes),
  consents: about(
    'The consents, the oldest first.',
    z.array(
      z.extend(ConsentFacts, {
        id,
        recordedAt,
        state: about(
          'What it is now. Absent: another replaced it.',
          z.optional(z.enum(['given', 'pending', 'withdrawn', 'invalidated'])),
        ),
        endedAt: about('When it was withdrawn or invalidated, in UTC. Absent: it was not.', z.optional(Instant)),
        wording: about('The words that were shown. Absent: they are not known.', z.optional(z.string())),
      }),
    ),
  ),
  sales: about('The sales and other relations, the oldest first.', z.array(z.extend(SaleFacts, { id, recordedAt }))),
  oppositions: about(
    'The oppositions, the oldest first.',
    z.array(
      z.strictObject({
        id,
        of: about('What the person opposes.', OppositionScope),
        via: about('The way by which the opposition came.', Via),
        occurredAt: about('When the person opposed, in UTC.', Instant),
      }),
    ),
  ),
  acts: about(
    'Other acts of the person, the oldest first.',
    z.array(
      z.strictObject({
        id,
        act: about('What the person did.', Act),
        occurredAt: about('When the person did it, in UTC.', Instant),
      }),
    ),
  ),
});

/** What a person provided, for another controller: `portability` of the file of an answer. */
export const PortableData = z.strictObject({
  article: about('Always GDPR art. 20.', z.literal('GDPR art. 20')),
  contacts: about('An entry for each address, the one that the request names first.', z.array(PortableContact)),
});
export type PortableData = z.infer<typeof PortableData>;

/** One thing that is held, with what its codes say. */
const GivenRecord = z.looseObject({
  kind: about('What kind of thing it is, as docs/retention.md names it.', z.string()),
  fields: about('What is stored of it, decrypted, under its own names.', z.record(z.string(), z.unknown())),
});

/** The file for programs that answers a request of access or portability. */
export const PersonalData = z.looseObject({
  format: about('The version of this shape.', z.literal('aval-personal-data-1')),
  madeAt: about('When the file was made, in UTC.', Instant),
  portability: about('What the person provided, to be given to another controller.', PortableData),
  access: about(
    'All that is held, and what the person is informed of with it.',
    z.looseObject({
      article: about('Always GDPR art. 15.', z.literal('GDPR art. 15')),
      information: about(
        'Purposes, categories, recipients, terms, source, rights, and automated decisions (art. 15, § 1, a to h), in French and English.',
        z.record(z.string(), z.unknown()),
      ),
      contacts: about(
        'An entry for each address, the one that the request names first.',
        z.array(
          z.looseObject({
            contactId: about('The id of the contact.', ContactId),
            records: about('Everything that is held of it, by when it was recorded.', z.array(GivenRecord)),
          }),
        ),
      ),
      forms: about('The words that were shown, of each form version that is named.', z.array(z.looseObject({}))),
    }),
  ),
});
