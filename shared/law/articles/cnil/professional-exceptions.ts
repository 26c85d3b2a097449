import type { MessageException } from '../../article.ts';
import { unrelatedToProfession } from './profession-link.ts';
import { capacityNotShown, firmOfOne, interestInOffersOfOthers, professionalNotInformed } from './professionals.ts';

/** Attached to L. 34-5, al. 1, which has no such exception itself: the doctrine takes the place of a consent. */
export const professionalInterestBefore: MessageException = {
  says: {
    en: 'a professional is written to about the profession, and every condition of the doctrine holds',
    fr: 'le message s’adresse à un professionnel au titre de sa profession, et toutes les conditions de la doctrine sont réunies',
  },
  source: 'CNIL, prospection des professionnels',
  when: (facts) => facts.bases.some(({ kind }) => kind === 'professional-interest'),
  conditions: [capacityNotShown, unrelatedToProfession, professionalNotInformed],
};
export const professionalInterest: MessageException = {
  ...professionalInterestBefore,
  conditions: [capacityNotShown, unrelatedToProfession, professionalNotInformed, interestInOffersOfOthers],
};

/** Attached to L. 34-5, al. 1, which protects natural persons alone. */
export const noNaturalPerson: MessageException = {
  says: {
    en: 'the address is the generic address of a legal person',
    fr: 'l’adresse est l’adresse générique d’une personne morale',
  },
  source: 'L. 34-5, al. 1, « une personne physique » ; CNIL, prospection des professionnels',
  when: (facts) => facts.bases.some(({ kind }) => kind === 'legal-person'),
  conditions: [capacityNotShown, firmOfOne],
};
