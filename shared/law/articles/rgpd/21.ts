import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRelational } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

/**
 * GDPR, art. 21(2) and (3): the right to object to prospecting, without reason, at once. Whether a recorded opposition
 * is still in force is read from the ledger's order (`facts/oppositions.ts`, OPP-4). A legal person's generic
 * address has no such right: `house/legal-person-oppositions.ts`.
 */
const RGPD_21 = article({
  id: 'rgpd-21/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '21',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

/** What stops a relational message is narrower: everything refused, or what was refused by means that one carried; no consent lifts it. */
export const globalOpposition = (facts: Facts) =>
  isRelational(facts) ? facts.everythingRefused : facts.globalOpposition;
export const channelOpposition = (facts: Facts) =>
  isRelational(facts) ? facts.relationalOpposition : facts.channelOpposition;
export const afterVerdict = (facts: Facts) =>
  isRelational(facts) ? facts.relationalOppositionAfterVerdict : facts.oppositionAfterVerdict;

const TO_ALL = {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  concerns: { relational: true, recipient: 'natural-person' },
} as const;
export const opposedToAll = RGPD_21.forbids('OPPOSED_GLOBAL', {
  ...TO_ALL,
  when: (facts) => globalOpposition(facts) !== undefined,
  fact: globalOpposition,
});
/** Of editions before 2026-11-30.2 alone: a consent to offers lifted it for relational messages as well. */
export const opposedToAllBefore = RGPD_21.forbids('OPPOSED_GLOBAL', {
  ...TO_ALL,
  when: (facts) => facts.globalOpposition !== undefined,
  fact: (facts) => facts.globalOpposition,
});
export const opposedToAllExamples: readonly Example[] = [
  ['“plus aucune publicité”', { globalOpposition: 'opposition-1' }, 'forbidden'],
  ['no opposition, or lifted', { globalOpposition: undefined }, 'not forbidden'],
  [
    'contact@ of a company, which has no such right',
    { isRoleAddressOfLegalPerson: true, globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
  [
    'a survey, to one who refused everything',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      everythingRefused: 'opposition-1',
    },
    'forbidden',
  ],
  [
    'a survey, to one who refused everything and agreed to offers since',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      globalOpposition: undefined,
      everythingRefused: 'opposition-1',
    },
    'forbidden',
  ],
  [
    'an offer, to one who refused everything and agreed to offers since',
    { globalOpposition: undefined, everythingRefused: 'opposition-1' },
    'not forbidden',
  ],
  [
    'an order confirmation, to one who refused everything',
    { declaredClass: 'transactional', globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
];

export const opposedToAllBeforeExamples: readonly Example[] = [
  ['“plus aucune publicité”', { globalOpposition: 'opposition-1' }, 'forbidden'],
  ['no opposition, or lifted', { globalOpposition: undefined }, 'not forbidden'],
  [
    'contact@ of a company, which has no such right',
    { isRoleAddressOfLegalPerson: true, globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
  [
    'a survey, to one who refused everything',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      globalOpposition: 'opposition-1',
    },
    'forbidden',
  ],
  [
    'an order confirmation, to one who refused everything',
    { declaredClass: 'transactional', globalOpposition: 'opposition-1' },
    'not forbidden',
  ],
];

export const opposedToChannel = RGPD_21.forbids('OPPOSED_CHANNEL', {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  concerns: { relational: true, recipient: 'natural-person' },
  when: (facts) => channelOpposition(facts) !== undefined,
  fact: channelOpposition,
});
export const opposedToChannelExamples: readonly Example[] = [
  ['STOP by SMS, another SMS', { channel: 'sms', channelOpposition: 'opposition-1' }, 'forbidden'],
  ['STOP by SMS, an e-mail', { channelOpposition: undefined }, 'not forbidden'],
  [
    'a survey, by the link of which its reader refused',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      relationalOpposition: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey, to one who refused an offer by its link',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      channelOpposition: 'o1',
    },
    'not forbidden',
  ],
];

export const opposedToPurpose = RGPD_21.forbids('OPPOSED_PURPOSE', {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  concerns: { recipient: 'natural-person' },
  when: (facts) => facts.purposeOpposition !== undefined,
  fact: (facts) => facts.purposeOpposition,
});
export const opposedToPurposeExamples: readonly Example[] = [
  ['a consent withdrawn, then a purchase', { purposeOpposition: 'opposition-1' }, 'forbidden'],
  ['no withdrawal', { purposeOpposition: undefined }, 'not forbidden'],
];

/** An opposition between an earlier allow and the hand-off: given its own code, so that a report can show that both crossed. */
export const opposedAfterDecision = RGPD_21.forbids('OPPOSED_AFTER_DECISION', {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  concerns: { relational: true, recipient: 'natural-person' },
  when: (facts) => afterVerdict(facts) !== undefined,
  fact: afterVerdict,
});
export const opposedAfterDecisionExamples: readonly Example[] = [
  ['allowed at noon, one-click at two past, still queued', { oppositionAfterVerdict: 'opposition-1' }, 'forbidden'],
  ['nothing since', { oppositionAfterVerdict: undefined }, 'not forbidden'],
  [
    'a survey refused at two past, still queued',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      relationalOppositionAfterVerdict: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey, and an offer refused since',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      oppositionAfterVerdict: 'o1',
    },
    'not forbidden',
  ],
];
