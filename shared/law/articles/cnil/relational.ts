import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRelational } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { CNIL_RELATIONAL_QUOTED } from '../../texts/sources.ts';

/**
 * CNIL, note of 10 June 2026: relational messages rest on legitimate interest, and whoever gets them must be able to
 * refuse them easily, unless the contract needs them. So they carry the means that prospecting carries, working and free.
 */
const RELATIONAL = article({
  id: 'cnil-relational/2026-06-10',
  code: 'CNIL, communication sur les messages relationnels',
  number: 'refus',
  inForce: { from: '2026-06-10' },
  kind: 'doctrine',
  takenOn: '2026-11-24',
  read: CNIL_RELATIONAL_QUOTED,
});

const hasFreeMeans = ({ oppositionIsFree, replyCode }: Facts) =>
  oppositionIsFree && (replyCode === undefined || isFreeOfSurcharge(replyCode));
const fits = ({ segments = 0, maxSegments = Number.POSITIVE_INFINITY }: Facts) => segments <= maxSegments;

/** A relational message by which one cannot refuse the next ones, simply and free of charge. */
export const WITHOUT_REFUSAL = {
  when: (facts: Facts) =>
    isRelational(facts) &&
    !(facts.carriesOppositionMeans && facts.oppositionMeansWork && hasFreeMeans(facts) && fits(facts)),
  detail: (facts: Facts) => (fits(facts) ? undefined : 'no-room'),
} as const;
const BY_THE_NOTE = {
  ...WITHOUT_REFUSAL,
  quote:
    'Les personnes doivent pouvoir accepter ou refuser facilement de recevoir des communications sauf lorsqu’elles sont nécessaires au contrat',
  sanctions: SANCTIONS.rights,
  reading: 'The note asks for an easy refusal: the means of prospecting are taken for it (D5). Checked 2026-11-25.',
} as const;

/* @__NO_SIDE_EFFECTS__ */
const surveys = (...more: readonly Example[]): readonly Example[] => [
  [
    'a survey without a link to stop',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      carriesOppositionMeans: false,
    },
    'forbidden',
  ],
  [
    'a survey whose link does not work',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      oppositionMeansWork: false,
    },
    'forbidden',
  ],
  [
    'a survey that costs to refuse',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      oppositionIsFree: false,
    },
    'forbidden',
  ],
  [
    'a survey by SMS, STOP to a surcharged code',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      channel: 'sms',
      replyCode: '81234',
    },
    'forbidden',
  ],
  [
    'a survey by SMS, STOP to 36105',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      channel: 'sms',
      replyCode: '36105',
    },
    'not forbidden',
  ],
  [
    'a survey of 4 segments where 3 are allowed',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      channel: 'sms',
      segments: 4,
      maxSegments: 3,
    },
    'forbidden',
  ],
  [
    'a survey with a link that works',
    { declaredClass: 'relational', templateCause: 'template:survey@1', decided: { 'template:survey@1': 'allowed' } },
    'not forbidden',
  ],
  ['an order confirmation without', { declaredClass: 'transactional', carriesOppositionMeans: false }, 'not forbidden'],
  ['an offer without', { carriesOppositionMeans: false }, 'not forbidden'],
  ...more,
];

/** Of editions before 2026-11-30.6: also of the general address of a legal person. */
export const relationalWithoutRefusalToAnyone = RELATIONAL.forbids('RELATIONAL_REFUSAL_MISSING', {
  ...BY_THE_NOTE,
  concerns: { relational: 'alone' },
});
export const relationalWithoutRefusalToAnyoneExamples = surveys();
export const relationalWithoutRefusal = RELATIONAL.forbids('RELATIONAL_REFUSAL_MISSING', {
  ...BY_THE_NOTE,
  concerns: { relational: 'alone', recipient: 'natural-person' },
});
export const relationalWithoutRefusalExamples = surveys([
  'a survey to contact@ of a company, for which we have a rule of ours',
  {
    declaredClass: 'relational',
    templateCause: 'template:survey@1',
    decided: { 'template:survey@1': 'allowed' },
    isRoleAddressOfLegalPerson: true,
    carriesOppositionMeans: false,
  },
  'not forbidden',
]);
