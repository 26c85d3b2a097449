import type { BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { unrelatedToProfession } from './professionals.ts';

/** Of editions before 2026-11-30.5: it did not say where no function is on record. */
export const unrelatedToProfessionAlone: BasisProhibition = { ...unrelatedToProfession, detail: undefined };
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
