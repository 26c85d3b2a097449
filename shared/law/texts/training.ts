/** What DGCCRF can impose on who prospects holders of a compte personnel de formation (CPF). */
import { FINE_OF_L34_5 } from './administrative.ts';
import type { Sanction } from './sanction.ts';
import { CPF_2022_COPIED, LEGI_TRAVAIL } from './sources.ts';

const TEXT = {
  name: 'Code du travail, art. L. 6323-8-1',
  quote:
    'dont le montant ne peut excéder 75 000 euros pour une personne physique et 375 000 euros pour une personne morale',
} as const;

/** Code du travail, art. L. 6323-8-1, al. 5. */
export const FINE_ON_CPF: Sanction = {
  nature: 'administrative',
  says: FINE_OF_L34_5.says,
  texts: [{ ...TEXT, version: 'l6323-8-1/2023-06-11', paragraph: 'al. 5', read: LEGI_TRAVAIL }],
  from: '2023-06-11',
};

/** Al. 4 of the version before. */
export const FINE_ON_CPF_BEFORE: Sanction = {
  nature: 'administrative',
  says: FINE_OF_L34_5.says,
  texts: [{ ...TEXT, version: 'l6323-8-1/2022-12-21', paragraph: 'al. 4', read: CPF_2022_COPIED }],
  from: '2022-12-21',
  until: '2023-06-11',
};
