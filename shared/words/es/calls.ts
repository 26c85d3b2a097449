import type { CallWords } from '../shape/calls.ts';

export const calls: CallWords = {
  who: (name) => `Mensaje publicitario automático de ${name}, con voz sintética.`,
  whoOfService: (name) => `Mensaje automático de ${name}, con voz sintética.`,
  test: 'Esto es un TEST.',
  source: (name) => `Sus datos de contacto proceden de ${name}.`,
  key: (key) => `Para no recibir más llamadas, pulse ${key}.`,
  number: (number) => `Para no recibir más llamadas, llame al ${number}.`,
  last: (name) => `Le ha llamado ${name}.`,
};
