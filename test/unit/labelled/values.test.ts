import { describe, expect, test } from 'vitest';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import { valuesCarryOffer } from '#shared/domain/message/value-signs.ts';
import { vet } from '#shared/law/fold/vet.ts';
import lawful from '#test/labelled/values/lawful.json' with { type: 'json' };
import offering from '#test/labelled/values/offering.json' with { type: 'json' };
import reviewed from '#test/labelled/values/reviewed.json' with { type: 'json' };
import { anOpposition, aProposedMessage, aStanding, aVetRequest } from '#test/support/builders.ts';

const ORDER = { reason: 'order', ownHosts: ['alba.example'] } as const;
type Row = (typeof lawful)[number];
const bringsOffer = ({ field, value }: Row): boolean => valuesCarryOffer({ [field]: value }, ORDER);

/** Read as prose that speaks of something else: two of the lawful ones, as before. */
const TAKEN_FOR_AN_OFFER = ['Retrait en boutique sous 2 h', 'Chambre double, petit déjeuner compris'];

describe('merge values that were labelled before anything read them', () => {
  test('are many, each once', () => {
    expect([offering.length, lawful.length].map((count) => count >= 130)).toEqual([true, true]);
    expect(new Set([...offering, ...lawful].map((row) => JSON.stringify(row))).size).toBe(
      offering.length + lawful.length,
    );
  });
  test('are seen where they offer', () => {
    expect(offering.filter((row) => !bringsOffer(row))).toEqual([]);
  });
  test('are let through where they are a name, an amount or a detail of an order', () => {
    expect(lawful.filter(bringsOffer).map(({ value }) => value)).toEqual(TAKEN_FOR_AN_OFFER);
  });
});

/** Hard ones of a reviewer and after him: the test holds what is reached (docs/decisions/0023). */
describe('merge values of whoever looked for what is missed', () => {
  const taken = reviewed.filter(({ field, value, reason }) =>
    valuesCarryOffer({ [field]: value }, { ...ORDER, reason: reason as never }),
  );
  const offering = reviewed.filter(({ offers }) => offers);
  test('are seen where they offer, but for a few', () => {
    expect(offering.length).toBeGreaterThan(40);
    expect(offering.length - taken.filter(({ offers }) => offers).length).toBeLessThanOrEqual(9);
  });
  test('are let through where they do not, but for some', () => {
    expect(reviewed.length - offering.length).toBeGreaterThan(100);
    expect(taken.filter(({ offers }) => !offers).length).toBeLessThanOrEqual(30);
  });
});

/** What becomes of an approved order confirmation, whose one value this is, to a person who opposed everything. */
const outcomeFor = (produit: string): string => {
  const text = 'Votre commande de {{produit}} est bien enregistrée. Nous vous préviendrons dès son expédition.';
  const offerSigns = [...offerSignsIn(['Votre commande', text], { ...ORDER, products: [] })];
  const template = {
    ...{ templateId: 'order', version: '1', class: 'transactional', reason: 'order', offerSigns },
    bringsOffer: valuesCarryOffer({ produit }, ORDER),
  } as const;
  const message = aProposedMessage({ template: template as never, reference: 'V-1' });
  const standing = aStanding({ consents: [], oppositions: [anOpposition({ scope: 'global' })] });
  return vet(aVetRequest({ message, standing })).outcome;
};

test.each([
  ...['Lampe Nova, livraison offerte', 'Lampe Nova : remise de 20 %', 'Vente flash : tout doit disparaître', '-20 %'],
  ...['Code BIENVENUE10 jusqu’à dimanche', 'Parrainez un ami', '10 € offerts', 'Essai gratuit 30 jours'],
])('%s does not reach who opposed everything', (value) => {
  expect(outcomeFor(value)).toBe('refuse');
});
test.each(['Lampe Nova', 'Gratin dauphinois', 'Code de la route illustré', 'Cadeau de naissance – coffret'])(
  '%s does',
  (value) => {
    expect(outcomeFor(value)).toBe('allow');
  },
);
