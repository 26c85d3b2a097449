import type { CallWords } from '../shape/calls.ts';

export const calls: CallWords = {
  who: (name) => `Messaggio pubblicitario automatico di ${name}, con voce sintetica.`,
  whoOfService: (name) => `Messaggio automatico di ${name}, con voce sintetica.`,
  test: 'Questo è un TEST.',
  source: (name) => `I Suoi dati di contatto provengono da ${name}.`,
  key: (key) => `Per non ricevere più chiamate, prema il tasto ${key}.`,
  number: (number) => `Per non ricevere più chiamate, chiami il numero ${number}.`,
  last: (name) => `Era un messaggio di ${name}.`,
};
