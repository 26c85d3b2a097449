import type { BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { offersNothing } from '../../readings/class-of.ts';
import { PROFESSION_LINK } from './profession-link.ts';
import { PROFESSIONAL, PROFESSIONALS } from './professionals.ts';

/** Of editions 2026-11-30.5 to 2026-12-01.3: the question whether one wants to stay asked for no link with the function. */
export const unrelatedToProfessionButByQuestion = PROFESSIONALS.forbidsRelyingOn(
  PROFESSIONAL,
  'B2B_PROFESSION_LINK_NOT_SHOWN',
  { ...PROFESSION_LINK, unless: [offersNothing] },
);
export const unrelatedToProfessionButByQuestionExamples: readonly Example[] = [
  ['a holiday offer to an IT director', { basis: { concernsTheFunction: false } }, 'forbidden'],
  ['nobody knows the function', { basis: { concernsTheFunction: false, functionIsNotRecorded: true } }, 'forbidden'],
  ['wine to a restaurant manager', { basis: { concernsTheFunction: true } }, 'not forbidden'],
  [
    'the question whether an IT director wants to stay',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { concernsTheFunction: false },
    },
    'not forbidden',
  ],
];

/** Of editions before 2026-11-30.5: it did not say where no function is on record. */
export const unrelatedToProfessionAlone: BasisProhibition = {
  ...unrelatedToProfessionButByQuestion,
  detail: undefined,
};
export const unrelatedToProfessionAloneExamples: readonly Example[] = [
  ['a holiday offer to an IT director', { basis: { concernsTheFunction: false } }, 'forbidden'],
  ['wine to a restaurant manager', { basis: { concernsTheFunction: true } }, 'not forbidden'],
  [
    'the question whether an IT director wants to stay',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { concernsTheFunction: false },
    },
    'not forbidden',
  ],
];
