/** What a breach costs, as earlier editions said it: before 2026-11-30.6 by the code alone, whoever was written to and by whatever channel. */
import { FINE_OF_L34_5, FINE_ON_HIDDEN_ADVERTISING, FINE_ON_HIDDEN_NUMBERS } from './administrative.ts';
import { FIFTH_CLASS } from './penal.ts';
import type { Sanction } from './sanction.ts';
import { LEGI_CPCE, LEGI_PENAL } from './sources.ts';

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

/** Of editions before 2026-11-30.7: without the ceiling where no turnover gives one, suspension and reduction, and who is meant. */
const NUMBER_WITHDRAWN_AT_FIRST: Sanction = {
  nature: 'administrative',
  says: {
    fr: 'Après mise en demeure, l’Arcep peut sanctionner le titulaire du numéro : retrait de l’attribution, ou sanction pécuniaire de 3 % du chiffre d’affaires au plus (5 % en cas de nouvelle violation).',
    en: 'After a formal notice, Arcep can sanction the holder of the number: withdrawal of the number, or at most 3 % of the turnover (5 % for a repeated breach).',
  },
  texts: [
    {
      version: 'l36-11/2024-05-23',
      name: 'CPCE, art. L. 36-11',
      paragraph: 'al. 16',
      quote: 'sans pouvoir excéder 3 % du chiffre d’affaires hors taxes du dernier exercice clos',
      read: LEGI_CPCE,
    },
    {
      version: 'l36-11/2024-05-23',
      name: 'CPCE, art. L. 36-11',
      paragraph: 'al. 15',
      quote:
        'le retrait de la décision d’attribution ou d’assignation prise en application des articles L. 42-1 ou L. 44',
      read: LEGI_CPCE,
    },
  ],
  from: '2024-05-23',
};

/** By what each protects, as `SANCTIONS` has them. */
export const FORMER_SANCTIONS = {
  /** Of editions before 2026-12-01.2, which did not name what CNIL may do under al. 6. */
  l34_5: [FINE_OF_L34_5],
  meansToOppose: [FINE_OF_L34_5, FINE_ON_MAIL_WITHOUT_MEANS],
  callerId: [NUMBER_WITHDRAWN_AT_FIRST, FINE_ON_NUMBERS_SHOWN],
  numberingPlan: [NUMBER_WITHDRAWN_AT_FIRST],
  credit: [FIFTH_CLASS_AT_FIRST],
} as const satisfies Readonly<Record<string, readonly Sanction[]>>;
