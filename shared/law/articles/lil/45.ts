import { article, type BasisException } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LIL_QUOTED } from '../../texts/sources.ts';

/** Loi Informatique et libertés, art. 45: from fifteen on a minor consents alone; below, with a parent. */
const LIL_45 = article({
  id: 'lil-45/2019-06-01',
  code: 'Loi n° 78-17 du 6 janvier 1978 (Informatique et libertés)',
  number: '45',
  inForce: { from: '2019-06-01' },
  kind: 'statute',
  read: LIL_QUOTED,
});

const isAimedAtChildren = (basis: BasisFacts, facts: Facts) => facts.offerIsChildDirected || basis.isAimedAtChildren;
/** Under fifteen, or of unknown age where form or offer is aimed at children. */
export const mayBeAChild = (basis: BasisFacts, facts: Facts): boolean =>
  facts.ageBand === 'under-15' || (facts.ageBand === 'unknown' && isAimedAtChildren(basis, facts));
/** The minor's own act is the consent that is recorded; the parent's agreement comes with it. */
export const aParentAgreed: BasisException = {
  says: {
    en: 'a holder of parental authority agreed together with the minor',
    fr: 'un titulaire de l’autorité parentale a consenti conjointement avec le mineur',
  },
  when: (_, facts) => facts.hasParentalConsent,
};
/** "conjointement", of a minor under fifteen. */
const jointly: BasisException = {
  ...aParentAgreed,
  paragraph: 'al. 2',
  when: (consent, facts) => facts.hasParentalConsent && !consent.wasGivenByAChildAlone,
};

const CHILD_ALONE = {
  paragraph: 'al. 2',
  quote:
    'le traitement n’est licite que si le consentement est donné conjointement par le mineur concerné et le ou les titulaires de l’autorité parentale',
  when: (consent: BasisFacts, facts: Facts) => mayBeAChild(consent, facts) || consent.wasGivenByAChildAlone,
  unless: [jointly],
  detail: (consent: BasisFacts, facts: Facts) => (mayBeAChild(consent, facts) ? facts.ageBand : 'given-under-15'),
  reading:
    'The article speaks of the direct offer of information society services: a consent to prospecting is held to the same. It says “le ou les titulaires”: one is enough. It does not say what becomes of a consent that a child gave alone once the child is fifteen: it stays void, whatever a parent says then, and the person is asked again (MIN-1). Checked 2026-11-29.',
};
/** Unknown age is that of an adult, unless form or offer is aimed at children (D2). For other bases: `house/minors.ts`. */
export const childAlone = LIL_45.forbidsRelyingOn(['consent'], 'MINOR_CONSENT_INVALID', {
  ...CHILD_ALONE,
  sanctions: SANCTIONS.minors,
});
/** Of editions before 2026-12-01.2: it said no more than what art. 8 GDPR costs. */
export const childAloneByGdpr = LIL_45.forbidsRelyingOn(['consent'], 'MINOR_CONSENT_INVALID', {
  ...CHILD_ALONE,
  sanctions: SANCTIONS.minorsAlone,
});
const aloneExamples: readonly Example[] = [
  ['fourteen years old', { ageBand: 'under-15' }, 'forbidden'],
  ['fourteen, with a parent', { ageBand: 'under-15', hasParentalConsent: true }, 'not forbidden'],
  ['fifteen years old', { ageBand: '15-17' }, 'not forbidden'],
  ['fifteen years old, toys for children', { ageBand: '15-17', offerIsChildDirected: true }, 'not forbidden'],
  ['an adult, on a form aimed at children', { ageBand: 'adult', basis: { isAimedAtChildren: true } }, 'not forbidden'],
  ['of unknown age, toys for children', { ageBand: 'unknown', offerIsChildDirected: true }, 'forbidden'],
  ['of unknown age, on a form aimed at children', { basis: { isAimedAtChildren: true } }, 'forbidden'],
  ['of unknown age, wine', { ageBand: 'unknown' }, 'not forbidden'],
  [
    'given at fourteen, by an adult of today',
    { ageBand: 'adult', basis: { wasGivenByAChildAlone: true } },
    'forbidden',
  ],
  [
    'the same, and a parent agreed once the child had grown up',
    { ageBand: 'adult', basis: { wasGivenByAChildAlone: true }, hasParentalConsent: true },
    'forbidden',
  ],
];
export const childAloneExamples = aloneExamples;
export const childAloneByGdprExamples = aloneExamples;

/** From fifteen on the law lets them consent alone; an advertiser may still want a human to look (MIN-1). */
export const minorFromFifteen = LIL_45.forbidsRelyingOn(
  ['consent', 'existing-customer', 'professional-interest'],
  'MINOR_CONSENT_UNCERTAIN',
  {
    paragraph: 'al. 1',
    quote:
      'un mineur peut consentir seul à un traitement de données à caractère personnel en ce qui concerne l’offre directe de services de la société de l’information à compter de l’âge de quinze ans',
    concerns: { recordedReading: 'minors-from-fifteen-are-reviewed' },
    when: (_, { ageBand }) => ageBand === '15-17',
    unless: [aParentAgreed],
    cause: () => 'age-band:15-17',
    reading: 'Only where the advertiser recorded this stricter reading (MIN-1). Checked 2026-11-24.',
  },
);
export const minorFromFifteenExamples: readonly Example[] = [
  [
    'sixteen, by the stricter reading',
    { ageBand: '15-17', readings: ['minors-from-fifteen-are-reviewed'] },
    'forbidden',
  ],
  [
    'sixteen, a customer, by that reading',
    { ageBand: '15-17', readings: ['minors-from-fifteen-are-reviewed'], basis: { kind: 'existing-customer' } },
    'forbidden',
  ],
  [
    'sixteen, in a trade, by that reading',
    { ageBand: '15-17', readings: ['minors-from-fifteen-are-reviewed'], basis: { kind: 'professional-interest' } },
    'forbidden',
  ],
  [
    'sixteen, with a parent, by that reading',
    { ageBand: '15-17', readings: ['minors-from-fifteen-are-reviewed'], hasParentalConsent: true },
    'not forbidden',
  ],
  ['sixteen', { ageBand: '15-17', readings: [] }, 'not forbidden'],
  ['an adult, by that reading', { ageBand: 'adult', readings: ['minors-from-fifteen-are-reviewed'] }, 'not forbidden'],
];
