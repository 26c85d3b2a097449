import type { BasisException } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import type { Facts } from '../../facts/facts.ts';
import { isText, MISSION_RULES } from './mission.ts';

const readingForProfessionals: BasisException = {
  says: {
    en: 'a professional is called, and the advertiser recorded the other reading',
    fr: 'un professionnel est appelé, et l’annonceur a retenu l’autre lecture',
  },
  source: 'CNIL, page de janvier 2022 sur les automates d’appel',
  when: (basis, facts) =>
    basis.kind === 'professional-interest' &&
    facts.pack === 'france' &&
    facts.readings.includes('professionals-by-automated-call'),
};
const isNotOffered = ({ kind }: BasisFacts, { channel }: Facts) =>
  (kind === 'professional-interest' && channel === 'automated-call') ||
  (kind === 'legal-person' && channel !== 'email' && !isText(channel));

/** Of editions before 2026-11-30.7: of countries, calls to professionals and calls to legal persons at once, as a rule of the house alone. */
export const basisNotAvailableByHouseAlone = MISSION_RULES.forbidsRelyingOn(
  ['existing-customer', 'professional-interest', 'legal-person'],
  'BASIS_NOT_AVAILABLE_FOR_CHANNEL',
  {
    rule: 'À l’étranger, seul le consentement est admis ; en France, l’intérêt du professionnel et l’adresse générique d’une personne morale ne valent que pour les canaux que la CNIL vise.',
    when: (basis, facts) => facts.pack !== 'france' || isNotOffered(basis, facts),
    unless: [readingForProfessionals],
    detail: (basis, facts) => (facts.pack === 'france' ? basis.kind : `country:${facts.country ?? 'unknown'}`),
    reading: 'CNIL’s page on automated calls of January 2022 says otherwise than the statute (D7). Checked 2026-11-24.',
  },
);
export const basisNotAvailableByHouseAloneExamples: readonly Example[] = [
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
  ['an Austrian customer', { pack: 'consent-only', country: 'AT', basis: { kind: 'existing-customer' } }, 'forbidden'],
  [
    'an automated call to a professional in Belgium, under that reading',
    {
      channel: 'automated-call',
      pack: 'consent-only',
      country: 'BE',
      basis: { kind: 'professional-interest' },
      readings: ['professionals-by-automated-call'],
    },
    'forbidden',
  ],
  [
    'an automated call to a legal person, under that reading',
    { channel: 'automated-call', basis: { kind: 'legal-person' }, readings: ['professionals-by-automated-call'] },
    'forbidden',
  ],
  [
    'an SMS to a legal person, which another sentence judges',
    { channel: 'sms', basis: { kind: 'legal-person' } },
    'not forbidden',
  ],
  [
    'an SMS to a legal person in Belgium, under the reading of France',
    {
      channel: 'sms',
      pack: 'consent-only',
      country: 'BE',
      basis: { kind: 'legal-person' },
      readings: ['sms-to-legal-person'],
    },
    'forbidden',
  ],
  ['an e-mail to a legal person', { basis: { kind: 'legal-person' } }, 'not forbidden'],
  ['an e-mail to a professional', { basis: { kind: 'professional-interest' } }, 'not forbidden'],
  [
    'an automated call to a customer, which another sentence judges',
    { channel: 'automated-call', basis: { kind: 'existing-customer' } },
    'not forbidden',
  ],
  ['an SMS to a professional', { channel: 'sms', basis: { kind: 'professional-interest' } }, 'not forbidden'],
];
