import { article, type BasisException } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import type { Facts } from '../../facts/facts.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** House rules on what this rulebook answers at all: channels, countries, bases by channel. None is law. */
const MISSION_RULES = article({
  id: 'house-scope/2026-11-24',
  code: 'Règle interne',
  number: 'champ',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});
const MISSION = ['email', 'sms', 'mms', 'automated-call'];
/** True for a channel on which verdicts are given. */
export const isInMission = (channel: string): boolean => MISSION.includes(channel);

export const unbuiltChannel = MISSION_RULES.forbids('CHANNEL_UNSUPPORTED', {
  rule: 'Rien ne part par un canal que le recueil de règles ne sait pas juger.',
  concerns: { everyClass: true },
  when: (facts) => !isInMission(facts.channel),
});
export const unbuiltChannelExamples: readonly Example[] = [
  ['a fax', { channel: 'fax' }, 'forbidden'],
  ['a call by a person', { channel: 'live-call' }, 'forbidden'],
  ['RCS', { channel: 'rcs' }, 'forbidden'],
  ['an e-mail', { channel: 'email' }, 'not forbidden'],
  ['an SMS', { channel: 'sms' }, 'not forbidden'],
  ['an MMS', { channel: 'mms' }, 'not forbidden'],
  ['an automated call', { channel: 'automated-call' }, 'not forbidden'],
];

/** Beyond France, the EEA, the United Kingdom and Switzerland no rules are loaded (D15). */
export const noRulesForCountry = MISSION_RULES.forbids('RULE_PACK_MISSING', {
  rule: 'Rien ne part vers un pays dont le recueil n’a pas les règles.',
  concerns: { everyClass: true },
  when: (facts) => facts.pack === 'missing',
  detail: (facts) => facts.country,
});
export const noRulesForCountryExamples: readonly Example[] = [
  ['a number in the United States', { pack: 'missing' }, 'forbidden'],
  ['an address in Austria', { pack: 'consent-only' }, 'not forbidden'],
  ['an address in France', { pack: 'france' }, 'not forbidden'],
];

/** D7: CNIL's page lets information and objection suffice for professionals on automates; the statute does not. */
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
const isText = (channel: Facts['channel']) => channel === 'sms' || channel === 'mms';
const isNotOffered = ({ kind }: BasisFacts, { channel }: Facts) =>
  (kind === 'professional-interest' && channel === 'automated-call') ||
  (kind === 'legal-person' && channel !== 'email' && !isText(channel));

/** L. 34-5, al. 1, protects “une personne physique”: no sanction answers to this rule. An advertiser may choose otherwise. */
export const textToLegalPerson = MISSION_RULES.forbidsRelyingOn(['legal-person'], 'LEGAL_PERSON_BY_TEXT', {
  rule: 'Un numéro de téléphone ne montre pas s’il est celui d’une personne : une personne morale ne reçoit de SMS ou de MMS qu’avec un consentement.',
  concerns: { channels: ['sms', 'mms'] },
  when: (_, facts) => facts.pack === 'france',
  unless: [
    {
      says: {
        en: 'the advertiser recorded the reading `sms-to-legal-person`',
        fr: 'l’annonceur a retenu la lecture `sms-to-legal-person`',
      },
      source: 'L. 34-5, al. 1, « une personne physique »',
      when: (_, facts) => facts.readings.includes('sms-to-legal-person'),
    },
  ],
  reading:
    'L. 34-5 al. 1 protects natural persons; CNIL names the generic e-mail addresses of legal persons alone: refused, as a house rule. Checked 2026-11-24.',
});
export const textToLegalPersonExamples: readonly Example[] = [
  ['an SMS to a legal person', { channel: 'sms', basis: { kind: 'legal-person' } }, 'forbidden'],
  ['an MMS to a legal person', { channel: 'mms', basis: { kind: 'legal-person' } }, 'forbidden'],
  [
    'an SMS to a legal person, of an advertiser who chose the other reading',
    { channel: 'sms', basis: { kind: 'legal-person' }, readings: ['sms-to-legal-person'] },
    'not forbidden',
  ],
  [
    'an SMS to a legal person in Belgium, which another sentence forbids',
    { channel: 'sms', pack: 'consent-only', country: 'BE', basis: { kind: 'legal-person' } },
    'not forbidden',
  ],
  ['an e-mail to a legal person', { basis: { kind: 'legal-person' } }, 'not forbidden'],
];

/** Abroad only consent is accepted (D15); generic addresses exist for e-mail only; calls to professionals need a setting. */
export const basisNotAvailable = MISSION_RULES.forbidsRelyingOn(
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
export const basisNotAvailableExamples: readonly Example[] = [
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
