import { article } from '../../article.ts';
import type { Example } from '../../example.ts';

/**
 * CNIL, référentiel relatif à la gestion des activités commerciales (délibération 2021-131 of 23 September 2021): how
 * long data serve prospecting (GDPR 5(1)(e)). Guidance, which Aval follows; the advertiser's term may be shorter. An
 * open, a delivery or a send of ours is no contact coming from the person (Caloga).
 */
export const REFERENTIEL = article({
  id: 'cnil-2021-131/2021-09-23',
  code: 'CNIL, référentiel gestion des activités commerciales',
  number: 'délibération 2021-131',
  inForce: { from: '2021-09-23' },
  kind: 'doctrine',
  quote: 'du dernier contact émanant du prospect',
  url: 'https://www.cnil.fr/fr/la-prospection-commerciale-par-courrier-electronique',
});

/** Three years at most after the last contact coming from the person, on consent or a professional's interest (RET-1). */
export const forgottenProspect = REFERENTIEL.forbidsRelyingOn(
  ['consent', 'professional-interest'],
  'RETENTION_EXPIRED',
  { when: (_, facts) => facts.at > facts.prospectKeptUntil },
);
export const forgottenProspectExamples: readonly Example[] = [
  ['last click three years and a second ago', { at: 1_000_001, prospectKeptUntil: 1_000_000 }, 'forbidden'],
  ['last click exactly three years ago', { at: 1_000_000, prospectKeptUntil: 1_000_000 }, 'not forbidden'],
  [
    'a professional, last reply three years and a second ago',
    { at: 1_000_001, prospectKeptUntil: 1_000_000, basis: { kind: 'professional-interest' } },
    'forbidden',
  ],
];

/** Three years at most after the end of the commercial relation, on the existing-customer exception (RET-3). */
export const formerCustomer = REFERENTIEL.forbidsRelyingOn(['existing-customer'], 'RETENTION_EXPIRED_CUSTOMER', {
  when: (_, facts) => facts.at > facts.customerKeptUntil,
});
export const formerCustomerExamples: readonly Example[] = [
  ['last order three years and a second ago', { at: 1_000_001, customerKeptUntil: 1_000_000 }, 'forbidden'],
  ['last order exactly three years ago', { at: 1_000_000, customerKeptUntil: 1_000_000 }, 'not forbidden'],
];
