import type { CallWords } from '../shape/calls.ts';

export const calls: CallWords = {
  who: (name) => `Message publicitaire automatique de ${name}, en voix de synthèse.`,
  whoOfService: (name) => `Message automatique de ${name}, en voix de synthèse.`,
  test: 'Ceci est un TEST.',
  source: (name) => `Vos coordonnées viennent de ${name}.`,
  key: (key) => `Pour ne plus être appelé, tapez ${key}.`,
  number: (number) => `Pour ne plus être appelé, appelez le ${number}.`,
  last: (name) => `C’était ${name}.`,
};
