import type { BasisException, BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { asksToRenew } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { PROFESSIONAL, PROFESSIONALS } from './professionals.ts';

/** The question whether one wants to stay speaks of no offer: that some offer concerns the function is what there is to stay for. */
const asksToStayForAnOffer: BasisException = {
  says: {
    en: 'the message asks only whether the person wants to stay, and some offer concerns their function',
    fr: 'le message demande seulement à la personne si elle souhaite rester, et une offre concerne sa fonction',
  },
  source: 'CNIL, délibération 2021-131',
  when: (basis, facts) => asksToRenew(facts) && basis.noOfferConcernsTheFunction !== true,
};

export const PROFESSION_LINK: Pick<BasisProhibition, 'quote' | 'sanctions' | 'when' | 'detail'> = {
  quote: 'lorsque l’objet de la sollicitation est en rapport avec la profession de la personne démarchée',
  sanctions: SANCTIONS.consent,
  when: (basis) => !basis.concernsTheFunction,
  detail: (basis) => (basis.functionIsNotRecorded ? 'function-not-recorded' : undefined),
};

/** The offer concerns the function, by the advertiser's own justified map. */
export const unrelatedToProfession = PROFESSIONALS.forbidsRelyingOn(PROFESSIONAL, 'B2B_PROFESSION_LINK_NOT_SHOWN', {
  ...PROFESSION_LINK,
  unless: [asksToStayForAnOffer],
});
export const unrelatedToProfessionExamples: readonly Example[] = [
  ['a holiday offer to an IT director', { basis: { concernsTheFunction: false } }, 'forbidden'],
  ['nobody knows the function', { basis: { concernsTheFunction: false, functionIsNotRecorded: true } }, 'forbidden'],
  ['wine to a restaurant manager', { basis: { concernsTheFunction: true } }, 'not forbidden'],
  [
    'the question whether an IT director wants to stay, whom some offer concerns',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { concernsTheFunction: false },
    },
    'not forbidden',
  ],
  [
    'the same, where no offer concerns that function',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { concernsTheFunction: false, noOfferConcernsTheFunction: true },
    },
    'forbidden',
  ],
];
