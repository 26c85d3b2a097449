import type { CallWords } from '../shape/calls.ts';

export const calls: CallWords = {
  who: (name) => `Automated advertising message from ${name}, in a synthetic voice.`,
  whoOfService: (name) => `Automated message from ${name}, in a synthetic voice.`,
  test: 'This is a TEST.',
  source: (name) => `Your details come from ${name}.`,
  key: (key) => `To opt out of these calls, press ${key}.`,
  number: (number) => `To opt out of these calls, call ${number}.`,
  last: (name) => `This was ${name}.`,
};
