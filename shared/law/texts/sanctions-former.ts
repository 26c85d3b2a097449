/** What a breach costs, as editions before 2026-11-30.6 said it: by the code alone, whoever was written to and by whatever channel. */
import {
  FINE_OF_L34_5,
  FINE_ON_HIDDEN_ADVERTISING,
  FINE_ON_HIDDEN_NUMBERS,
  NUMBER_WITHDRAWN,
} from './administrative.ts';
import { FIFTH_CLASS } from './penal.ts';
import type { Sanction } from './sanction.ts';
import { LEGI_PENAL } from './sources.ts';

/** Of advertising by e-mail without a means to ask that it stops (L. 122-8, al. 2), beside L. 34-5, al. 5. */
const FINE_ON_MAIL_WITHOUT_MEANS: Sanction = {
  ...FINE_ON_HIDDEN_ADVERTISING,
  says: {
    fr: 'Par courriel (L. 122-8, al. 2) : amende administrative de 3 000 € au plus pour une personne physique et de 15 000 € pour une personne morale.',
    en: 'By e-mail (L. 122-8, al. 2): an administrative fine of at most €3,000 for a natural person and €15,000 for a legal person.',
  },
};

/** Beside a rule of every automated call: L. 221-17 is of calls to consumers, with a view to a contract. */
const FINE_ON_NUMBERS_SHOWN: Sanction = {
  ...FINE_ON_HIDDEN_NUMBERS,
  says: {
    fr: 'Appel commercial à un consommateur (L. 221-17) : amende administrative de 75 000 € au plus pour une personne physique et de 375 000 € pour une personne morale.',
    en: 'Commercial calls to consumers (L. 221-17): an administrative fine of at most €75,000 for a natural person and €375,000 for a legal person.',
  },
};

/** Of the fine of art. 131-13, without what it is for who did it before. */
const FIFTH_CLASS_AT_FIRST: Sanction = {
  ...FIFTH_CLASS,
  says: {
    fr: 'Contravention de la cinquième classe : amende de 1 500 € au plus. L’article réglementaire qui la prévoit n’a pas été lu.',
    en: 'A contravention of the fifth class: a fine of at most €1,500. The regulation that provides for it was not read.',
  },
  texts: [
    {
      version: 'penal-131-13/2026-04-02',
      name: 'Code pénal, art. 131-13',
      paragraph: 'al. 7',
      quote: '5° 1 500 euros au plus pour les contraventions de la 5e classe',
      read: LEGI_PENAL,
    },
  ],
};

/** By what each protects, as `SANCTIONS` has them. */
export const FORMER_SANCTIONS = {
  meansToOppose: [FINE_OF_L34_5, FINE_ON_MAIL_WITHOUT_MEANS],
  callerId: [NUMBER_WITHDRAWN, FINE_ON_NUMBERS_SHOWN],
  credit: [FIFTH_CLASS_AT_FIRST],
} as const satisfies Readonly<Record<string, readonly Sanction[]>>;
