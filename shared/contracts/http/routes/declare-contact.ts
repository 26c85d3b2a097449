import * as z from 'zod/mini';
import type { DescribedContact } from '#shared/app/contacts/describe-contact.ts';
import { about } from '#shared/domain/about.ts';
import { AttributesPatch } from '#shared/domain/audience/attributes.ts';
import {
  AgreedCall,
  CollectedFrom,
  DeclaredFacts,
  ParentalConsent,
  Profession,
  TestsAgreed,
  TrackingNotice,
} from '#shared/domain/contact/contact.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { AnyInstant } from '../any-instant.ts';
import { attributes, isLinkedToPerson } from '../contact.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { recorded } from '../recorded.ts';
import { route } from '../route.ts';

const { source, noticeGivenAt, refusalOfferedAt } = Profession.shape;
const { profession, agreedCall, parentalConsent, lastActAt, testsAgreed, trackingNotice } = DeclaredFacts.shape;
const { callAt, agreedAt } = AgreedCall.shape;
const anyCollectedAt = about(CollectedFrom.shape.collectedAt, z.optional(AnyInstant));

/** Declares facts about a contact; what is declared again replaces field by field. */
export const declareContactRoute = route({
  name: 'declare-contact',
  method: 'PUT',
  path: '/v1/contacts',
  scope: 'consents:write',
  body: z.strictObject({
    ...ofContact,
    ...DeclaredFacts.shape,
    profession: about(
      profession,
      z.optional(
        z.extend(Profession, {
          source: about(source, z.optional(z.extend(CollectedFrom, { collectedAt: anyCollectedAt }))),
          noticeGivenAt: about(noticeGivenAt, z.optional(AnyInstant)),
          refusalOfferedAt: about(refusalOfferedAt, z.optional(AnyInstant)),
        }),
      ),
    ),
    agreedCall: about(
      agreedCall,
      z.optional(z.extend(AgreedCall, { callAt: about(callAt, AnyInstant), agreedAt: about(agreedAt, AnyInstant) })),
    ),
    testsAgreed: about(
      testsAgreed,
      z.optional(
        z.extend(TestsAgreed, {
          agreedAt: about(TestsAgreed.shape.agreedAt, AnyInstant),
          endedAt: about(TestsAgreed.shape.endedAt, z.optional(AnyInstant)),
        }),
      ),
    ),
    lastActAt: about(lastActAt, z.optional(AnyInstant)),
    trackingNotice: about(
      trackingNotice,
      z.optional(z.extend(TrackingNotice, { givenAt: about(TrackingNotice.shape.givenAt, AnyInstant) })),
    ),
    parentalConsent: about(
      parentalConsent,
      z.optional(z.extend(ParentalConsent, { agreedAt: about(ParentalConsent.shape.agreedAt, AnyInstant) })),
    ),
    personRef: about(
      'Your own reference of the human behind the contact: contacts with the same one share oppositions of the person. It is stored only as a keyed fingerprint.',
      z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
    ),
    attributes: about(
      'Words of your own about the contact, for the segments of campaigns; no message is filled with them. A value replaces the one of that name, null removes it, what is not named stays. At most 50 for a contact, each 1 to 200 characters. No verdict reads them; they are stored encrypted, but for those that your settings name in audienceLabels. Absent: they stay as they are.',
      z.optional(AttributesPatch),
    ),
  }),
});

/** What is answered of each. */
export const DeclaredContactAnswer = z.strictObject({
  contactId: recorded.contactId,
  seq: Standing.shape.seq,
  recordedAt: recorded.recordedAt,
  declared: Standing.shape.declared,
  attributes: about('All attributes that are kept. Absent: the request named none.', z.optional(attributes)),
  isLinkedToPerson,
});

/** A contact with all that is declared of it. */
export const declaredContactView = (contact: DescribedContact): z.infer<typeof DeclaredContactAnswer> => ({
  contactId: contact.contactId,
  seq: contact.standing.seq,
  recordedAt: contact.recordedAt,
  declared: contact.standing.declared,
  ...(contact.attributes && { attributes: contact.attributes }),
  isLinkedToPerson: contact.standing.person !== undefined,
});

document(declareContactRoute, () => ({
  summary: 'Declares facts about a contact and links it to a person',
  answers: [{ status: 200, means: 'The contact, with all that is declared of it', body: DeclaredContactAnswer }],
  problems: ['advertiser-not-found', 'contact-erased', 'person-too-large', 'concurrent-change'],
  request: {
    ...EXAMPLE_OF_CONTACT,
    kind: 'consumer',
    language: 'fr',
    personRef: 'crm-10042',
    attributes: { loyalty: 'gold' },
  },
}));
