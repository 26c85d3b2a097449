import type { WordsOfState } from './said.ts';

const restored = (fr: string, en: string, mend: readonly [fr: string, en: string]): WordsOfState => ({
  sentence: { fr, en },
  remedy: {
    fr: `L’exploitant ${mend[0]}\u00a0; l’envoi reprend ensuite seul, avant la fin de la campagne.`,
    en: `The operator ${mend[1]}; it goes on by itself then, before the campaign ends.`,
  },
});

const SPENT = restored(
  'Le prestataire ne prend plus de message\u00a0: le plafond de dépense, le quota ou le crédit du compte est épuisé.',
  'The provider takes no more messages: the spending limit, the quota or the credit of the account is used up.',
  [
    'relève ce plafond ou recharge ce crédit auprès du prestataire',
    'raises this limit, or adds credit, at the provider',
  ],
);
const DENIED = restored(
  'Le prestataire n’autorise pas le compte, ou la clé de cette installation, à envoyer.',
  'The provider does not let the account, or the key of this deployment, send.',
  [
    'cherche le code auprès du prestataire et fait rétablir le compte ou ses droits',
    'looks the code up with the provider, and has the account or its rights restored',
  ],
);
const OTHER: WordsOfState = {
  sentence: {
    fr: 'Le prestataire a refusé le message, sans dire que c’est pour toujours.',
    en: 'The provider refused the message, and does not say that it is for good.',
  },
  remedy: {
    fr: 'L’envoi est tenté de nouveau chaque minute. Si cela dure, l’exploitant cherche le code auprès du prestataire.',
    en: 'It is tried again each minute. Where it goes on, the operator looks the code up with the provider.',
  },
};

/** Of a refusal for now, by what its code names: what somebody has to mend, or whether it may pass. */
export const wordsOfRefusal = (code: string): WordsOfState | undefined => {
  if (!code.startsWith('refused:')) return undefined;
  if (/spend|quota|credit|balance|payment|402/i.test(code)) return SPENT;
  return /denied|authori[sz]|disabled|reputation|unrecognizedclient|401|403/i.test(code) ? DENIED : OTHER;
};
