/** L. 34-5, al. 1, of professionals: it protects “une personne physique”, whatever the quality in which one is called. */

import type { BasisException } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { L34_5 } from './l34-5.ts';

/** D7: CNIL's page lets information and objection suffice for professionals on automates; the statute does not. */
const readingForProfessionals: BasisException = {
  says: {
    en: 'the advertiser recorded the other reading, with a justification',
    fr: 'l’annonceur a retenu l’autre lecture, en la justifiant',
  },
  source: 'CNIL, page de janvier 2022 sur les automates d’appel',
  when: (_, facts) => facts.readings.includes('professionals-by-automated-call'),
};

export const professionalByCall = L34_5.forbidsRelyingOn(['professional-interest'], 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', {
  quote: 'Est interdite la prospection directe au moyen de système automatisé de communications électroniques',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 1',
  concerns: { channels: ['automated-call'] },
  when: (_, facts) => facts.pack === 'france',
  unless: [readingForProfessionals],
  detail: ({ kind }) => kind,
  reading:
    'The statute asks every natural person for a consent; CNIL’s page on automated calls of January 2022 lets information and objection suffice for professionals (D7). Checked 2026-11-24.',
});
export const professionalByCallExamples: readonly Example[] = [
  [
    'an automated call to a professional',
    { channel: 'automated-call', basis: { kind: 'professional-interest' } },
    'forbidden',
  ],
  [
    'the advertiser recorded the other reading',
    {
      channel: 'automated-call',
      basis: { kind: 'professional-interest' },
      readings: ['professionals-by-automated-call'],
    },
    'not forbidden',
  ],
  [
    'an automated call to a professional in Belgium, which another sentence forbids',
    { channel: 'automated-call', basis: { kind: 'professional-interest' }, pack: 'consent-only', country: 'BE' },
    'not forbidden',
  ],
  ['an e-mail to a professional', { basis: { kind: 'professional-interest' } }, 'not forbidden'],
  ['an SMS to a professional', { channel: 'sms', basis: { kind: 'professional-interest' } }, 'not forbidden'],
];
