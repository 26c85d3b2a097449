/** What a civil court or the other party of a contract can impose. */
import type { Sanction } from './sanction.ts';
import { LEGI_CONSOMMATION, LEGIFRANCE_QUOTED } from './sources.ts';

/** Code de la consommation, art. L. 242-16-1, II. */
export const CONTRACT_VOID_AFTER_HOME_ENERGY: Sanction = {
  nature: 'civil',
  says: {
    fr: 'Le contrat conclu avec un consommateur à la suite de ce message est nul.',
    en: 'A contract concluded with a consumer after such a message is void.',
  },
  texts: [
    {
      version: 'l242-16-1/2026-04-03',
      name: 'Code de la consommation, art. L. 242-16-1',
      paragraph: 'al. 3',
      quote: 'Tout contrat conclu avec un consommateur en violation de l’article L. 223-8 est nul',
      read: LEGI_CONSOMMATION,
    },
  ],
};

const VOID_AFTER_CALL = {
  fr: 'Le contrat conclu avec un consommateur à la suite de cet appel est nul.',
  en: 'A contract concluded with a consumer after such a call is void.',
};
/** The same words in al. 10 before that day, and in al. 9 since. */
const VOID =
  'Tout contrat conclu avec un consommateur à la suite d’un démarchage téléphonique réalisé en violation des dispositions du présent article est nul';

/** Code de la consommation, art. L. 223-1, al. 9, as of 11 August 2026. */
export const CONTRACT_VOID_AFTER_CALL: Sanction = {
  nature: 'civil',
  says: VOID_AFTER_CALL,
  texts: [
    {
      version: 'l223-1/2026-08-11',
      name: 'Code de la consommation, art. L. 223-1',
      paragraph: 'al. 9',
      quote: VOID,
      read: LEGIFRANCE_QUOTED,
    },
  ],
  from: '2026-08-11',
};

/** Al. 10 of the version before, whose first day was not read. */
export const CONTRACT_VOID_AFTER_CALL_BEFORE: Sanction = {
  nature: 'civil',
  says: VOID_AFTER_CALL,
  texts: [
    {
      version: 'l223-1/2026-04-03',
      name: 'Code de la consommation, art. L. 223-1',
      paragraph: 'al. 10',
      quote: VOID,
      read: LEGI_CONSOMMATION,
    },
  ],
  until: '2026-08-11',
};

/** The contract with the operators, of which the charter is a part. No text read sets an amount. */
export const OPERATORS_CONTRACT: Sanction = {
  nature: 'contractual',
  says: {
    fr: 'L’opérateur peut suspendre les envois ou le numéro, aux conditions de son contrat.',
    en: 'The operator can suspend the sending or the number, on the terms of the contract.',
  },
  texts: [],
};
