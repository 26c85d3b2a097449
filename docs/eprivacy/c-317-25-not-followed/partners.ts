import { article } from '#shared/law/article.ts';
import { brokenChain as brokenChainToday } from '#shared/law/articles/cnil/partners.ts';
import type { Example } from '#shared/law/example.ts';

/**
 * CJEU, C-317/25 Groupe Canal+, if the Court does not follow the opinion and lets a consent to “partners” count without
 * their names. No judgment is known; the day is invented. Only the chain is left of CNIL's sheet.
 */
const NOT_FOLLOWED = article({
  id: 'cnil-partners/2027-06-01',
  code: 'CJUE, C-317/25 (arrêt imaginé)',
  number: 'partenaires non nommés',
  inForce: { from: '2027-06-01' },
  kind: 'regulation',
});

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
