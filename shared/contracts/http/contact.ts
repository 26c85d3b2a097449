import * as z from 'zod/mini';
import type { ContactStory } from '#shared/app/contacts/get-contact.ts';
import { about, named } from '#shared/domain/about.ts';
import { Attributes } from '#shared/domain/audience/attributes.ts';
import { Consent } from '#shared/domain/consent/consent.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { Sale } from '#shared/domain/sale/sale.ts';
import { UNKNOWN_USABILITY, usability, usabilityView } from './usability.ts';

export const isLinkedToPerson = about(
  'True when the contact is linked to a person, so that it shares the oppositions of that person.',
  z.boolean(),
);

/** Words of the advertiser's own. */
export const attributes = about(
  'The attributes that you gave the contact, by name; empty where there are none. No verdict reads them.',
  Attributes,
);

const { shape } = Standing;

/** The standing of a contact. */
export const Contact = named(
  'Contact',
  z.strictObject({
    advertiserId: shape.advertiserId,
    contactId: shape.contactId,
    addressKind: shape.addressKind,
    seq: shape.seq,
    declared: shape.declared,
    isGeneralAddress: shape.isGeneralAddress,
    attributes,
    isLinkedToPerson,
    consents: about(shape.consents, z.array(z.extend(Consent, usability))),
    sales: about(shape.sales, z.array(z.extend(Sale, usability))),
    oppositions: shape.oppositions,
    lastActAt: shape.lastActAt,
    firstRecordedAt: shape.firstRecordedAt,
    childUntil: shape.childUntil,
    deliveryFailures: shape.deliveryFailures,
    annulledAt: shape.annulledAt,
    erasedAt: shape.erasedAt,
    restrictions: shape.restrictions,
  }),
);

/** What callers see of a contact: never an address, nor the fingerprint of a person. */
export const contactView = ({ standing, attributes: kept, judged }: ContactStory): z.infer<typeof Contact> => {
  const {
    person,
    movedTo: _m,
    correctedAt: _c,
    correctedTo: _t,
    restrictedAlso: _r,
    givenBefore: _g,
    callsBefore: _b,
    callsForgotten: _f,
    ...shown
  } = standing;
  const withUsability = <F extends { id: FactId }>(fact: F) => ({
    ...fact,
    ...usabilityView(judged.get(fact.id) ?? UNKNOWN_USABILITY),
  });
  return {
    ...shown,
    attributes: kept,
    isLinkedToPerson: person !== undefined,
    consents: standing.consents.map(withUsability),
    sales: standing.sales.map(withUsability),
  };
};
