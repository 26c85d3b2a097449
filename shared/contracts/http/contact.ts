import * as z from 'zod/mini';
import type { ContactStory } from '#shared/app/contacts/get-contact.ts';
import { about, named } from '#shared/domain/about.ts';
import { Consent } from '#shared/domain/consent/consent.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { Sale } from '#shared/domain/sale/sale.ts';
import { EXAMPLE_CONTACT_ID, EXAMPLE_FACT_ID } from './examples.ts';
import { UNKNOWN_USABILITY, usability, usabilityView } from './usability.ts';

export const isLinkedToPerson = about(
  'True when the contact is linked to a person, so that it shares the oppositions of that person.',
  z.boolean(),
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
    isLinkedToPerson,
    consents: about(shape.consents, z.array(z.extend(Consent, usability))),
    sales: about(shape.sales, z.array(z.extend(Sale, usability))),
    oppositions: shape.oppositions,
    lastActAt: shape.lastActAt,
    firstRecordedAt: shape.firstRecordedAt,
    annulledAt: shape.annulledAt,
  }),
);

/** What callers see of a contact: never an address, nor the fingerprint of a person. */
export const contactView = ({ standing, judged }: ContactStory): z.infer<typeof Contact> => {
  const { person, ...shown } = standing;
  const withUsability = <F extends { id: FactId }>(fact: F) => ({
    ...fact,
    ...usabilityView(judged.get(fact.id) ?? UNKNOWN_USABILITY),
  });
  return {
    ...shown,
    isLinkedToPerson: person !== undefined,
    consents: standing.consents.map(withUsability),
    sales: standing.sales.map(withUsability),
  };
};

const RECORDED_AT = '2026-11-20T17:31:00.000Z';
const CONSENT = { channels: ['email'], purpose: 'own-offers', givenAt: '2026-11-20T17:30:00.000Z', transferredBy: [] };

const MISSING_FORM = {
  pointer: '/form',
  sentence: {
    fr: 'Aucune version de formulaire n’est nommée : rien ne montre les mots que la personne a lus.',
    en: 'No form version is named: nothing shows the words that the person read.',
  },
  remedy: {
    sentence: { fr: 'Nommez la version du formulaire montré.', en: 'Name the version of the form that was shown.' },
    pointer: '/form',
  },
};

/** An event of the ledger as examples show it. */
export const EVENT_EXAMPLE = {
  v: 1,
  seq: 1,
  recordedAt: RECORDED_AT,
  actor: { by: 'api-key', apiKeyId: 'k7Qm2xVb9TzLw4Rn8CdE' },
  type: 'consent-given',
  id: EXAMPLE_FACT_ID,
  consent: CONSENT,
  observed: false,
};

/** A contact as examples show it: one consent. */
export const CONTACT_EXAMPLE = {
  advertiserId: 'maison-valmy',
  contactId: EXAMPLE_CONTACT_ID,
  addressKind: 'email',
  seq: 1,
  declared: {},
  isLinkedToPerson: false,
  consents: [
    {
      ...CONSENT,
      kind: 'consent',
      id: EXAMPLE_FACT_ID,
      seq: 1,
      recordedAt: RECORDED_AT,
      state: 'given',
      observed: false,
      seal: 'kZ3v0m1dQ8w',
      usable: { email: { missing: [MISSING_FORM] } },
      missing: [MISSING_FORM],
      reasons: [
        {
          code: 'EVIDENCE_INCOMPLETE',
          sentence: { fr: 'Preuve incomplète.', en: 'The evidence is incomplete.' },
          channels: ['email'],
          remedy: {
            sentence: {
              fr: 'Enregistrez ce qui manque à la preuve : les mots affichés, l’acte de la personne, le moment et le lieu du recueil.',
              en: 'Record what the evidence lacks: the words shown, the act of the person, when and where it was collected.',
            },
            route: 'POST /v1/consents',
          },
        },
      ],
    },
  ],
  sales: [],
  oppositions: [],
  lastActAt: '2026-11-20T17:30:00.000Z',
  firstRecordedAt: RECORDED_AT,
};
