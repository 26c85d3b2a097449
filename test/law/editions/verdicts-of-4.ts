/** Requests whose verdicts edition 2026-11-30.5 says more of, for `replay-of-4.test.ts`. */
import type { VetRequest } from '#shared/domain/message/vet.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  SIREN,
} from '../../support/builders.ts';

const LUMEN = { siren: OTHER_SIREN, name: 'Atelier Lumen' };
const DIRECTOR = 'jean@bistrot.example';
const PROFESSION = { source: { kind: 'public-source', collectedAt: instant('2026-01-10T10:00:00Z') } } as const;
const declared = (more: object): VetRequest =>
  aVetRequest({
    address: DIRECTOR,
    standing: aStanding({ declared: { kind: 'professional', organisation: { siren: SIREN }, ...more } }),
  });
const partners = aProposedMessage({ purpose: 'partner-offers' });
const later = aConsent({ id: factId('return'), seq: 11, givenAt: instant('2026-11-20T09:00:00Z'), drawnBy: 'call' });

export const OF_EDITION_4: Readonly<Record<string, VetRequest>> = {
  'a form with three faults': aVetRequest({
    standing: aStanding({ consents: [aConsent()] }),
    forms: [aFormVersion({ defaultState: 'ticked', isConditionOfService: true, lacking: ['freedom'] })],
  }),
  'a consent and a sale that lack their pictures': aVetRequest({
    standing: aStanding({ consents: [aConsent()], sales: [aSale()] }),
    forms: [aFormVersion({ shown: undefined })],
  }),
  'a message that names no partner': aVetRequest({
    standing: aStanding({ consents: [aConsent({ purpose: 'partner-offers' })] }),
    forms: [aFormVersion({ purposes: ['partner-offers'], partnersNamed: [LUMEN] })],
    message: partners,
  }),
  'a consent that was invalidated': aVetRequest({
    standing: aStanding({ consents: [aConsent({ state: 'invalidated' })] }),
  }),
  'a sale without a form': aVetRequest({ standing: aStanding({ sales: [aSale({ form: undefined })] }) }),
  'a professional without a function': declared({ profession: PROFESSION }),
  'a professional of whom nothing is known': declared({}),
  'a consent that a call asked for after an opposition': aVetRequest({
    standing: aStanding({ consents: [aConsent(), later], oppositions: [anOpposition()] }),
  }),
  'a named consent that is incomplete, and a sale': aVetRequest({
    standing: aStanding({ consents: [aConsent({ form: undefined })], sales: [aSale()] }),
    message: aProposedMessage({ basis: 'consent' }),
  }),
  'a craftsman’s free mailbox': aVetRequest({
    address: 'plomberie@gmail.com',
    standing: aStanding({ declared: { kind: 'professional', profession: PROFESSION } }),
  }),
};

const HOUSE = 'contact@bistrot.example';
const COMPANY = { siren: SIREN, legalForm: 'company' } as const;
const atHouse = (more: Partial<VetRequest> = {}, kind?: 'legal-person'): VetRequest =>
  aVetRequest({
    address: HOUSE,
    standing: aStanding({ declared: { organisation: COMPANY, ...(kind === undefined ? {} : { kind }) } }),
    ...more,
  });

/** Those that it decides otherwise, or by another text, or of which it knows other facts. */
export const DECIDED_OTHERWISE: Readonly<Record<string, VetRequest>> = {
  'contact@ of a company': atHouse(),
  'a heat pump to contact@ of a company': atHouse({
    advertiser: anAdvertiser({ offers: [{ category: 'heat-pumps', natures: ['home-energy-works'] }] }),
    message: aProposedMessage({ offerCategory: 'heat-pumps' }),
  }),
  'an opposition at contact@ of a company': atHouse({
    standing: aStanding({ declared: { organisation: COMPANY }, oppositions: [anOpposition()] }),
  }),
  'purchasing@ of a company': atHouse({ address: 'purchasing@bistrot.example' }, 'legal-person'),
  'r.h@ of a company': atHouse({ address: 'r.h@bistrot.example' }, 'legal-person'),
  'a form that was approved after the consent': aVetRequest({
    standing: aStanding({ consents: [aConsent()] }),
    forms: [aFormVersion({ approver: { name: 'Jeanne Roy', approvedAt: instant('2026-11-23T09:00:00Z') } })],
  }),
};
