import { rebuiltFormCause } from '#shared/domain/consent/form-version.ts';
import { article, type BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

/**
 * GDPR, art. 5. § 1, e: how long data serve, for advertisers of a sector to which CNIL's référentiel does not apply. The
 * text gives no number of years: the term is the one that the advertiser recorded for its sector. § 2: what is relied on is
 * shown.
 */
const RGPD_5 = article({
  id: 'rgpd-5/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '5',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

const TERM_OF_THE_SECTOR = {
  paragraph: '§ 1',
  quote:
    'conservées sous une forme permettant l’identification des personnes concernées pendant une durée n’excédant pas celle nécessaire au regard des finalités pour lesquelles elles sont traitées',
  sanctions: SANCTIONS.principles,
  concerns: { referentiel: 'leaves-out' },
  when: ({ keptUntil }: BasisFacts, { at }: Facts) => at > keptUntil,
  detail: (_: BasisFacts, { retentionSector }: Facts) => retentionSector,
  reading:
    'CNIL’s référentiel does not apply to this sector; what it leaves out was read in part (health, education and banking are quoted, insurance and gambling are not). No text on the sector was read: the term is the one that the advertiser recorded, with its source (D23). Checked 2026-11-26.',
} as const;

/** Data of a prospect, for a consent or a professional's interest. */
export const prospectOfSector = RGPD_5.forbidsRelyingOn(
  ['consent', 'professional-interest'],
  'RETENTION_EXPIRED',
  TERM_OF_THE_SECTOR,
);
/** Data of a customer, for the exception. */
export const customerOfSector = RGPD_5.forbidsRelyingOn(
  ['existing-customer'],
  'RETENTION_EXPIRED_CUSTOMER',
  TERM_OF_THE_SECTOR,
);

/* @__NO_SIDE_EFFECTS__ */
const termExamples = (kind: 'consent' | 'existing-customer'): readonly Example[] => {
  const basis = { kind, keptUntil: 1_000_000 };
  return [
    ['of a bank, a second after its term', { at: 1_000_001, basis, retentionSector: 'banking' }, 'forbidden'],
    ['of a bank, at the end of its term', { at: 1_000_000, basis, retentionSector: 'banking' }, 'not forbidden'],
    ['of a cellar, for which CNIL’s own term counts', { at: 1_000_001, basis }, 'not forbidden'],
  ];
};
export const prospectOfSectorExamples = termExamples('consent');
export const customerOfSectorExamples = termExamples('existing-customer');

/** § 2: a form that was rebuilt from an archive, and lacks nothing else, counts after one review of that version (D9): what it shows is a matter of fact. */
export const formWasRebuilt = RGPD_5.forbidsRelyingOn(['consent', 'existing-customer'], 'EVIDENCE_INCOMPLETE', {
  paragraph: '§ 2',
  quote: 'est responsable du respect du paragraphe 1 et est en mesure de démontrer que celui-ci est respecté',
  sanctions: SANCTIONS.principles,
  when: ({ grade, missing }) => grade === 'reconstructed' && missing.length === 0,
  cause: ({ form }) => rebuiltFormCause(form),
});
export const formWasRebuiltExamples: readonly Example[] = [
  ['a form rebuilt from an archived page', { basis: { grade: 'reconstructed' } }, 'forbidden'],
  [
    'a checkout rebuilt from an archived page',
    { basis: { kind: 'existing-customer', grade: 'reconstructed' } },
    'forbidden',
  ],
  ['a rebuilt form that lacks more', { basis: { grade: 'reconstructed', missing: ['/form/shown'] } }, 'not forbidden'],
  ['a form recorded as it was shown', { basis: { grade: 'declared' } }, 'not forbidden'],
];

/** § 2: the advertiser found that its own record does not show what it says, and invalidated it (D3). */
const INVALIDATED: Pick<BasisProhibition, 'quote' | 'sanctions' | 'paragraph' | 'when'> = {
  quote:
    'Le responsable du traitement est responsable du respect du paragraphe 1 et est en mesure de démontrer que celui-ci est respecté',
  sanctions: SANCTIONS.consent,
  paragraph: '§ 2',
  when: (consent) => consent.state === 'invalidated',
};
/** The same of an address that its person left, or that was wrong: § 1, d asks that data be kept up to date. */
export const invalidatedConsent = RGPD_5.forbidsRelyingOn(['consent'], 'CONSENT_WITHDRAWN', {
  ...INVALIDATED,
  detail: (consent) => consent.endedBecause ?? consent.state,
});
/** Of editions before 2026-11-30.7: what a change of address ended was said to be invalidated by the advertiser. */
export const invalidatedConsentAlone = RGPD_5.forbidsRelyingOn(['consent'], 'CONSENT_WITHDRAWN', {
  ...INVALIDATED,
  detail: (consent) => consent.state,
});
export const invalidatedConsentExamples: readonly Example[] = [
  ['invalidated by an operator', { basis: { state: 'invalidated' } }, 'forbidden'],
  ['of a person who took another address', { basis: { state: 'invalidated', endedBecause: 'moved' } }, 'forbidden'],
  ['at an address that was wrong', { basis: { state: 'invalidated', endedBecause: 'corrected' } }, 'forbidden'],
  ['withdrawn by the person', { basis: { state: 'withdrawn' } }, 'not forbidden'],
  ['given and not withdrawn', { basis: { state: 'given' } }, 'not forbidden'],
];
export const invalidatedConsentAloneExamples: readonly Example[] = [
  ['invalidated by an operator', { basis: { state: 'invalidated' } }, 'forbidden'],
  ['withdrawn by the person', { basis: { state: 'withdrawn' } }, 'not forbidden'],
  ['given and not withdrawn', { basis: { state: 'given' } }, 'not forbidden'],
];
