import { article } from '#shared/law/article.ts';
import { brokenChain as brokenChainToday, unnamedPartner as unnamedToday } from '#shared/law/articles/cnil/partners.ts';
import type { Example } from '#shared/law/example.ts';

/**
 * CJEU, C-317/25 Groupe Canal+, if the Court does not follow the opinion and lets a consent to “partners” count without
 * their names. No judgment is known; the day is invented. What is left of CNIL's sheet: the chain; and a consent to partners that a form names
 * covers no other, nor a message that does not say whose offers it brings.
 */
const NOT_FOLLOWED = article({
  id: 'cnil-partners/2027-06-01',
  code: 'CJUE, C-317/25 (arrêt imaginé)',
  number: 'partenaires non nommés',
  inForce: { from: '2027-06-01' },
  kind: 'regulation',
});

export const unnamedPartner = NOT_FOLLOWED.forbidsRelyingOn(unnamedToday.bases, unnamedToday.code, {
  when: ({ namesNoSuchPartner, formNamesOthers, partnersNotNamed = [] }) =>
    namesNoSuchPartner && (formNamesOthers === true || partnersNotNamed.includes('partner-not-in-message')),
  sanctions: unnamedToday.sanctions,
});
export const unnamedPartnerExamples: readonly Example[] = [
  ['“nos partenaires”, unnamed', { local: '2027-06-02T11:00', basis: { namesNoSuchPartner: true } }, 'not forbidden'],
  [
    'the form names other partners',
    { local: '2027-06-02T11:00', basis: { namesNoSuchPartner: true, formNamesOthers: true } },
    'forbidden',
  ],
  [
    'the message does not say whose offers it brings',
    {
      local: '2027-06-02T11:00',
      basis: { namesNoSuchPartner: true, partnersNotNamed: ['partner-not-in-message'] },
    },
    'forbidden',
  ],
];
export const brokenChain = NOT_FOLLOWED.forbidsRelyingOn(brokenChainToday.bases, brokenChainToday.code, {
  when: brokenChainToday.when,
  sanctions: brokenChainToday.sanctions,
});
export const brokenChainExamples: readonly Example[] = [
  [
    'a partner’s partner passed it on',
    { local: '2027-06-02T11:00', basis: { passedThroughOtherHands: true } },
    'forbidden',
  ],
  ['“nos partenaires”, unnamed', { local: '2027-06-02T11:00', basis: { namesNoSuchPartner: true } }, 'not forbidden'],
];
