import { article, type BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

/** GDPR, art. 7: conditions of consent: it can be shown (1), it can be withdrawn (3). */
const RGPD_7 = article({
  id: 'rgpd-7/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '7',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

const nothingIsRecorded = (facts: Facts) => facts.bases.length === 0;

/** §1: consent is named, and none is recorded. */
export const consentWithoutRecord = RGPD_7.forbids('EVIDENCE_MISSING', {
  quote: 'le responsable du traitement est en mesure de démontrer que la personne concernée a donné son consentement',
  sanctions: SANCTIONS.consent,
  paragraph: '§ 1',
  when: (facts) => facts.statedBasis === 'consent' && nothingIsRecorded(facts),
});
export const consentWithoutRecordExamples: readonly Example[] = [
  ['consent named, nothing recorded', { statedBasis: 'consent', bases: [] }, 'forbidden'],
  ['nothing named, nothing recorded', { bases: [] }, 'not forbidden'],
  ['consent named and recorded', { statedBasis: 'consent' }, 'not forbidden'],
  ['another basis named, nothing recorded', { statedBasis: 'existing-customer', bases: [] }, 'not forbidden'],
];

/** §1: who, when, how, with what information, by mode of collection (D9). */
export const incompleteEvidence = RGPD_7.forbidsRelyingOn(['consent'], 'EVIDENCE_INCOMPLETE', {
  quote: 'le responsable du traitement est en mesure de démontrer que la personne concernée a donné son consentement',
  sanctions: SANCTIONS.consent,
  paragraph: '§ 1',
  when: (consent) => consent.missing.length > 0,
  detail: (consent) => consent.missing.join(' '),
});
export const incompleteEvidenceExamples: readonly Example[] = [
  ['the wording is not known', { basis: { missing: ['/form'] } }, 'forbidden'],
  ['nothing is missing', { basis: { missing: [] } }, 'not forbidden'],
];

/** §1: what is stored no longer matches its seal: it was changed. */
export const alteredEvidence = RGPD_7.forbidsRelyingOn(['consent', 'existing-customer'], 'EVIDENCE_TAMPERED', {
  quote: 'le responsable du traitement est en mesure de démontrer que la personne concernée a donné son consentement',
  sanctions: SANCTIONS.consent,
  paragraph: '§ 1',
  when: (basis) => basis.wasAltered,
  reading:
    'The paragraph speaks of consent: the record of a sale is held to the same, since art. 5, § 2 asks that what is relied on can be shown. Checked 2026-11-29.',
});
export const alteredEvidenceExamples: readonly Example[] = [
  ['the hash does not verify', { basis: { wasAltered: true } }, 'forbidden'],
  ['the hash of a sale does not verify', { basis: { kind: 'existing-customer', wasAltered: true } }, 'forbidden'],
  ['the hash verifies', { basis: { wasAltered: false } }, 'not forbidden'],
];

/** §1: a warranty by contract is no proof (CNIL, Foriou and Caloga). */
export const evidenceNotHeld = RGPD_7.forbidsRelyingOn(['consent'], 'EVIDENCE_NOT_HELD_BY_US', {
  quote: 'le responsable du traitement est en mesure de démontrer que la personne concernée a donné son consentement',
  sanctions: SANCTIONS.consent,
  paragraph: '§ 1',
  when: (consent) => consent.proofIsHeldElsewhere,
});
export const evidenceNotHeldExamples: readonly Example[] = [
  ['a broker warrants it', { basis: { proofIsHeldElsewhere: true } }, 'forbidden'],
  ['the collector’s proof is on file', { basis: { proofIsHeldElsewhere: false } }, 'not forbidden'],
];

/** §3: "La personne concernée a le droit de retirer son consentement à tout moment". */
const ENDED: Pick<BasisProhibition, 'quote' | 'sanctions' | 'paragraph'> = {
  quote: 'La personne concernée a le droit de retirer son consentement à tout moment',
  sanctions: SANCTIONS.consent,
  paragraph: '§ 3',
};
export const withdrawnConsent = RGPD_7.forbidsRelyingOn(['consent'], 'CONSENT_WITHDRAWN', {
  ...ENDED,
  when: (consent) => consent.state === 'withdrawn',
  detail: (consent) => consent.state,
});
/** Of editions before 2026-11-30.5: what the advertiser invalidated was said to be withdrawn. */
export const endedConsent = RGPD_7.forbidsRelyingOn(['consent'], 'CONSENT_WITHDRAWN', {
  ...ENDED,
  when: (consent) => consent.state === 'withdrawn' || consent.state === 'invalidated',
  detail: (consent) => consent.state,
});
export const endedConsentExamples: readonly Example[] = [
  ['withdrawn by the person', { basis: { state: 'withdrawn' } }, 'forbidden'],
  ['invalidated by an operator', { basis: { state: 'invalidated' } }, 'forbidden'],
  ['awaiting its confirmation', { basis: { state: 'pending' } }, 'not forbidden'],
  ['given and not withdrawn', { basis: { state: 'given' } }, 'not forbidden'],
];
export const withdrawnConsentExamples: readonly Example[] = [
  ['withdrawn by the person', { basis: { state: 'withdrawn' } }, 'forbidden'],
  ['invalidated by an operator, who withdrew nothing', { basis: { state: 'invalidated' } }, 'not forbidden'],
  ['awaiting its confirmation', { basis: { state: 'pending' } }, 'not forbidden'],
  ['given and not withdrawn', { basis: { state: 'given' } }, 'not forbidden'],
];
