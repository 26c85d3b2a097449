import type { CallWords } from '../shape/calls.ts';

export const calls: CallWords = {
  who: (name) => `Automatisch reclamebericht van ${name}, ingesproken met een synthetische stem.`,
  whoOfService: (name) => `Automatisch bericht van ${name}, ingesproken met een synthetische stem.`,
  test: 'Dit is een TEST.',
  source: (name) => `Uw contactgegevens zijn afkomstig van ${name}.`,
  key: (key) => `Druk op ${key} om niet meer gebeld te worden.`,
  number: (number) => `Bel ${number} om niet meer gebeld te worden.`,
  last: (name) => `Dit was ${name}.`,
};
