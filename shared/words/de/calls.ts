import type { CallWords } from '../shape/calls.ts';

export const calls: CallWords = {
  who: (name) => `Automatische Werbenachricht von ${name}, gesprochen von einer synthetischen Stimme.`,
  whoOfService: (name) => `Automatische Nachricht von ${name}, gesprochen von einer synthetischen Stimme.`,
  test: 'Dies ist ein TEST.',
  source: (name) => `Ihre Kontaktdaten stammen von ${name}.`,
  key: (key) => `Um nicht mehr angerufen zu werden, drücken Sie die Taste ${key}.`,
  number: (number) => `Um nicht mehr angerufen zu werden, rufen Sie die Nummer ${number} an.`,
  last: (name) => `Das war eine Nachricht von ${name}.`,
};
