import { article, type BasisProhibition } from '#shared/law/article.ts';
import { brokenChain as brokenChainToday, unnamedPartner as unnamedToday } from '#shared/law/articles/cnil/partners.ts';
import type { Example } from '#shared/law/example.ts';

/**
 * CJEU, C-317/25 Groupe Canal+, if the Court follows the opinion of 17 September 2026: a consent to “partners” counts only
 * if their identity is known. No judgment is known; the day is invented. It takes the place of CNIL's sheet, and is law.
 */
const FOLLOWED = article({
  id: 'cnil-partners/2027-06-01',
  code: 'CJUE, C-317/25 (arrêt imaginé)',
  number: 'identité des partenaires',
  inForce: { from: '2027-06-01' },
  kind: 'regulation',
});

const asLaw = ({ code, bases, when, sanctions }: BasisProhibition): BasisProhibition =>
  FOLLOWED.forbidsRelyingOn(bases, code, { when, sanctions });

export const unnamedPartner = asLaw(unnamedToday);
export const unnamedPartnerExamples: readonly Example[] = [
  ['“nos partenaires”, unnamed', { local: '2027-06-02T11:00', basis: { namesNoSuchPartner: true } }, 'forbidden'],
  ['the partner is named', { local: '2027-06-02T11:00', basis: { namesNoSuchPartner: false } }, 'not forbidden'],
];
export const brokenChain = asLaw(brokenChainToday);
export const brokenChainExamples: readonly Example[] = [
  [
    'a partner’s partner passed it on',
    { local: '2027-06-02T11:00', basis: { passedThroughOtherHands: true } },
    'forbidden',
  ],
  [
    'straight from the collector',
    { local: '2027-06-02T11:00', basis: { passedThroughOtherHands: false } },
    'not forbidden',
  ],
];
