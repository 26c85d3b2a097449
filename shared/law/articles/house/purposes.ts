import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** House rule on what a message may be for where nobody agreed to anything (D22). It is not law. */
const PURPOSES = article({
  id: 'house-purposes/2026-11-30',
  code: 'Règle interne',
  number: 'finalités',
  inForce: EVERY_DAY,
  takenOn: '2026-11-30',
  kind: 'house',
});

/** A sale and an office's address are bases of offers; and who does not say whose offers they are hides them from the office. */
export const basisOfOffersAlone = PURPOSES.forbidsRelyingOn(
  ['existing-customer', 'legal-person'],
  'CONSENT_WRONG_PURPOSE',
  {
    rule: 'Une vente et l’adresse générale d’une personne morale ne fondent que des offres : celles de l’annonceur ou, à cette adresse, d’un partenaire que le message nomme.',
    when: (basis) => !basis.coversPurpose,
    detail: (_, facts) => (facts.purpose === 'partner-offers' ? 'partner-not-named' : undefined),
  },
);
export const basisOfOffersAloneExamples: readonly Example[] = [
  [
    'a sale, to count who opens',
    { purpose: 'tracking', basis: { kind: 'existing-customer', coversPurpose: false } },
    'forbidden',
  ],
  ['a sale, own offers', { basis: { kind: 'existing-customer', coversPurpose: true } }, 'not forbidden'],
  [
    'contact@, offers of a partner that nobody names',
    { purpose: 'partner-offers', basis: { kind: 'legal-person', coversPurpose: false } },
    'forbidden',
  ],
  [
    'contact@, offers of a named partner',
    { purpose: 'partner-offers', basis: { kind: 'legal-person', coversPurpose: true } },
    'not forbidden',
  ],
];
