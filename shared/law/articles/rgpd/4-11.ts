import { article, type BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

/** GDPR, art. 4(11): what consent is; read by CJEU C-673/17 (Planet49), C-61/19 (Orange România) and CNIL. */
const RGPD_4_11 = article({
  id: 'rgpd-4-11/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '4',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

/**
 * A pre-ticked box, terms, silence, one button for two things, a condition of service or a misleading design is none; nor
 * is what a named human found not to be free, or not informed.
 */
const NO_CONSENT: Pick<BasisProhibition, 'paragraph' | 'quote' | 'sanctions' | 'when'> = {
  paragraph: 'point 11',
  quote:
    'toute manifestation de volonté, libre, spécifique, éclairée et univoque par laquelle la personne concernée accepte, par une déclaration ou par un acte positif clair',
  sanctions: SANCTIONS.consent,
  when: (consent) => consent.faultyMechanism !== undefined,
};
export const actThatIsNoConsent = RGPD_4_11.forbidsRelyingOn(['consent'], 'CONSENT_MECHANISM_INVALID', {
  ...NO_CONSENT,
  detail: ({ faultyMechanism, otherFaultyMechanisms = [] }) => [faultyMechanism ?? [], otherFaultyMechanisms].flat(),
});
/** Of editions before 2026-11-30.5: it named the first fault of a form alone. */
export const actThatIsNoConsentAtFirst = RGPD_4_11.forbidsRelyingOn(['consent'], 'CONSENT_MECHANISM_INVALID', {
  ...NO_CONSENT,
  detail: (consent) => consent.faultyMechanism,
});
/* @__NO_SIDE_EFFECTS__ */
const noConsentExamples = (more: readonly Example[]): readonly Example[] => [
  ['a pre-ticked box', { basis: { faultyMechanism: 'pre-ticked' } }, 'forbidden'],
  ['acceptance of terms', { basis: { faultyMechanism: 'terms' } }, 'forbidden'],
  ['silence', { basis: { faultyMechanism: 'implied' } }, 'forbidden'],
  ['one button for order and consent', { basis: { faultyMechanism: 'bundled' } }, 'forbidden'],
  ['a condition of the service', { basis: { faultyMechanism: 'tied' } }, 'forbidden'],
  ['a contest form with deceptive buttons', { basis: { faultyMechanism: 'misleading' } }, 'forbidden'],
  ['a form on which refusing takes another form', { basis: { faultyMechanism: 'not-free' } }, 'forbidden'],
  ['a form that does not say for how long', { basis: { faultyMechanism: 'not-informed' } }, 'forbidden'],
  ['an empty box, ticked by the person', { basis: { faultyMechanism: undefined } }, 'not forbidden'],
  ...more,
];
export const actThatIsNoConsentAtFirstExamples = noConsentExamples([]);
export const actThatIsNoConsentExamples = noConsentExamples([
  [
    'a pre-ticked box on which the service depends',
    { basis: { faultyMechanism: 'pre-ticked', otherFaultyMechanisms: ['tied'] } },
    'forbidden',
  ],
]);
