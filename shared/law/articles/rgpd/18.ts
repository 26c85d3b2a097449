import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_18_COPIED } from '../../texts/sources.ts';

/**
 * GDPR, art. 18(2): what is restricted is kept, and nothing else is done with it. It covers messages of every class: none of them is
 * the storage that the paragraph leaves. Not coded: its other grounds (a claim in court, rights of another, a public interest), for
 * which no message of this system is made; nor whether the person had one of the reasons of 18(1), which a human judges who answers
 * the request. The consent that the paragraph names is recorded by lifting the restriction; one on a form ends none (readings, D3).
 */
const RGPD_18 = article({
  id: 'rgpd-18/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '18',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_18_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

/** The person asked that the use of their data be restricted, and the answer did not lift it. */
export const RESTRICTED = {
  when: (facts: Facts) => facts.restriction !== undefined,
  fact: (facts: Facts) => facts.restriction,
} as const;
const BY_THE_PARAGRAPH = {
  ...RESTRICTED,
  quote:
    'ces données à caractère personnel ne peuvent, à l’exception de la conservation, être traitées qu’avec le consentement de la personne concernée, ou pour la constatation, l’exercice ou la défense de droits en justice, ou pour la protection des droits d’une autre personne physique ou morale, ou encore pour des motifs importants d’intérêt public de l’Union ou d’un État membre',
  sanctions: SANCTIONS.rights,
  paragraph: '§ 2',
  reading:
    'The paragraph leaves what the person consents to: no consent that is recorded is taken for that one, and the restriction is lifted by the answer to the request. Checked 2026-11-29.',
} as const;

/** Of editions before 2026-11-30.6: also of the general address of a legal person. */
export const restrictedUseOfAnyone = RGPD_18.forbids('USE_RESTRICTED', {
  ...BY_THE_PARAGRAPH,
  concerns: { everyClass: true },
});
/* @__NO_SIDE_EFFECTS__ */
const restrictedExamples = (...more: readonly Example[]): readonly Example[] => [
  ['an offer, to one who asked for a restriction', { restriction: 'restriction-1' }, 'forbidden'],
  ['an order confirmation, to the same', { restriction: 'restriction-1', declaredClass: 'transactional' }, 'forbidden'],
  ['no restriction, or one that was lifted', { restriction: undefined }, 'not forbidden'],
  ...more,
];
export const restrictedUseOfAnyoneExamples = restrictedExamples();

export const restrictedUse = RGPD_18.forbids('USE_RESTRICTED', {
  ...BY_THE_PARAGRAPH,
  concerns: { everyClass: true, recipient: 'natural-person' },
});
export const restrictedUseExamples = restrictedExamples([
  'contact@ of a company, for which we have a rule of ours',
  { isRoleAddressOfLegalPerson: true, restriction: 'restriction-1' },
  'not forbidden',
]);
