import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { CNIL_REFERENTIEL_QUOTED } from '../../texts/sources.ts';

/**
 * CNIL, référentiel relatif à la gestion des activités commerciales (délibération 2021-131, adopted on 23 September
 * 2021; one source says that the Journal officiel published it on 10 April 2022): how long data serve prospecting (GDPR
 * 5(1)(e)). Guidance, which Aval follows; the advertiser's term may be shorter, and longer by a recorded departure. For the
 * sectors that it leaves out, `rgpd/5.ts`. An open, a delivery or a send of ours is no contact coming from the person (Caloga).
 */
export const REFERENTIEL = article({
  id: 'cnil-2021-131/2021-09-23',
  code: 'CNIL, référentiel gestion des activités commerciales',
  number: 'délibération 2021-131',
  inForce: { from: '2021-09-23' },
  kind: 'doctrine',
  takenOn: '2026-11-24',
  read: CNIL_REFERENTIEL_QUOTED,
  url: 'https://www.cnil.fr/sites/cnil/files/atoms/files/referentiel_traitements-donnees-caractere-personnel_gestion-activites-commerciales.pdf',
});

/** The référentiel covers the advertiser, whose term is over: its own shorter one, or a departure that it recorded. */
const COVERED = { referentiel: 'covers' } as const;
const isForgotten = ({ keptUntil }: BasisFacts, { at }: Facts) => at > keptUntil;
const DEPARTURES =
  'Where the advertiser recorded a departure with its justification, its years count: a référentiel admits departures that are justified. The sentence of it that says so was not read (D23). Checked 2026-11-26.';

/** Three years at most after the last contact coming from the person, on consent or a professional's interest (RET-1). */
export const forgottenProspect = REFERENTIEL.forbidsRelyingOn(
  ['consent', 'professional-interest'],
  'RETENTION_EXPIRED',
  {
    quote:
      'trois ans à compter de leur collecte par le responsable de traitement ou du dernier contact émanant du prospect',
    sanctions: SANCTIONS.principles,
    concerns: COVERED,
    when: isForgotten,
    reading: DEPARTURES,
  },
);
export const forgottenProspectExamples: readonly Example[] = [
  ['last click three years and a second ago', { at: 1_000_001, basis: { keptUntil: 1_000_000 } }, 'forbidden'],
  ['last click exactly three years ago', { at: 1_000_000, basis: { keptUntil: 1_000_000 } }, 'not forbidden'],
  [
    'a professional, last reply three years and a second ago',
    { at: 1_000_001, basis: { kind: 'professional-interest', keptUntil: 1_000_000 } },
    'forbidden',
  ],
  [
    'of a bank, to which the référentiel does not apply',
    { at: 1_000_001, basis: { keptUntil: 1_000_000 }, retentionSector: 'banking' },
    'not forbidden',
  ],
];

/**
 * Three years at most after the end of the commercial relation, on the existing-customer exception (RET-3). The data of a
 * customer serve as long for a consent.
 */
export const formerCustomer = REFERENTIEL.forbidsRelyingOn(['existing-customer'], 'RETENTION_EXPIRED_CUSTOMER', {
  quote:
    'pendant la relation commerciale, puis pour une durée de trois ans à compter de la fin de la relation commerciale',
  sanctions: SANCTIONS.principles,
  concerns: COVERED,
  when: isForgotten,
  reading: DEPARTURES,
});
export const formerCustomerExamples: readonly Example[] = [
  ['last order three years and a second ago', { at: 1_000_001, basis: { keptUntil: 1_000_000 } }, 'forbidden'],
  ['last order exactly three years ago', { at: 1_000_000, basis: { keptUntil: 1_000_000 } }, 'not forbidden'],
  [
    'of a bank, to which the référentiel does not apply',
    { at: 1_000_001, basis: { keptUntil: 1_000_000 }, retentionSector: 'banking' },
    'not forbidden',
  ],
];
