import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/** House rules on what this rulebook answers at all: channels, countries, bases by channel. None is law. */
export const MISSION_RULES = article({
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

/** By SMS or MMS. */
export const isText = (channel: Facts['channel']) => channel === 'sms' || channel === 'mms';

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

/** Abroad only consent is accepted (D15). */
export const basisOfFranceAlone = MISSION_RULES.forbidsRelyingOn(
  ['existing-customer', 'professional-interest', 'legal-person'],
  'BASIS_NOT_AVAILABLE_FOR_CHANNEL',
  {
    rule: 'À l’étranger, seul le consentement est admis.',
    when: (_, facts) => facts.pack !== 'france',
    detail: (_, facts) => `country:${facts.country ?? 'unknown'}`,
  },
);
export const basisOfFranceAloneExamples: readonly Example[] = [
  ['an Austrian customer', { pack: 'consent-only', country: 'AT', basis: { kind: 'existing-customer' } }, 'forbidden'],
  [
    'an automated call to a professional in Belgium, under the reading of France',
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
  [
    'contact@ of a Belgian company',
    { pack: 'consent-only', country: 'BE', basis: { kind: 'legal-person' } },
    'forbidden',
  ],
  ['an e-mail to a professional in France', { basis: { kind: 'professional-interest' } }, 'not forbidden'],
  ['a French customer', { basis: { kind: 'existing-customer' } }, 'not forbidden'],
];

const CALLS_TO_HOUSES = article({
  id: 'house-calls-to-legal-persons/2026-11-30',
  code: 'Règle interne',
  number: 'appel à une personne morale',
  inForce: EVERY_DAY,
  takenOn: '2026-11-30',
  kind: 'house',
});
/** L. 34-5, al. 1, protects “une personne physique”: no text that was read forbids it. A number does not show who answers. */
export const callToLegalPerson = CALLS_TO_HOUSES.forbidsRelyingOn(['legal-person'], 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', {
  rule: 'Un numéro de téléphone ne montre pas qui répond : une personne morale ne reçoit d’appel automatisé qu’avec un consentement.',
  when: (_, facts) => facts.pack === 'france' && facts.channel !== 'email' && !isText(facts.channel),
  detail: ({ kind }) => kind,
});
export const callToLegalPersonExamples: readonly Example[] = [
  [
    'an automated call to a legal person, under the reading on professionals',
    { channel: 'automated-call', basis: { kind: 'legal-person' }, readings: ['professionals-by-automated-call'] },
    'forbidden',
  ],
  ['an e-mail to a legal person', { basis: { kind: 'legal-person' } }, 'not forbidden'],
  [
    'an SMS to a legal person, which another sentence judges',
    { channel: 'sms', basis: { kind: 'legal-person' } },
    'not forbidden',
  ],
  [
    'an automated call to a legal person in Belgium, which another sentence forbids',
    { channel: 'automated-call', pack: 'consent-only', country: 'BE', basis: { kind: 'legal-person' } },
    'not forbidden',
  ],
];
