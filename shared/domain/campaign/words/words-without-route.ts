import { NO_KEY_PRESS, NO_ROUTE } from '../../sending/no-route.ts';
import type { WordsOfState } from './said.ts';

/** Why nothing can leave this deployment on a channel, whoever it is to. */
export const WORDS_WITHOUT_ROUTE: Readonly<Record<string, WordsOfState>> = {
  [NO_KEY_PRESS]: {
    sentence: {
      fr: 'Le numéro d’appel promet une touche pour s’opposer, et la route des appels n’en rapporte aucune.',
      en: 'The calling number promises a key to oppose, and the route of calls reports none.',
    },
    remedy: {
      fr: 'Donnez à ce numéro un oppositionNumber et ôtez acceptsKeyPress, ou l’exploitant configure une route qui rapporte les touches\u00a0; reprenez ensuite la campagne.',
      en: 'Give this number an oppositionNumber and take acceptsKeyPress out, or the operator configures a route that reports keys; then resume the campaign.',
    },
  },
  [NO_ROUTE]: {
    sentence: {
      fr: 'Aucun prestataire n’est configuré pour ce canal.',
      en: 'No provider is configured for this channel.',
    },
    remedy: {
      fr: 'L’exploitant configure un prestataire pour ce canal\u00a0; reprenez ensuite la campagne.',
      en: 'The operator configures a provider for this channel; then resume the campaign.',
    },
  },
};
