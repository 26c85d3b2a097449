import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

/**
 * GDPR, art. 21(2) and (3): the right to object to prospecting, without reason, at once. Whether a recorded opposition
 * is still in force is read from the ledger's order (`facts/oppositions.ts`, OPP-4). A legal person's generic
 * address has no such right: `house/legal-person-oppositions.ts`. What stops a relational message, which is no prospecting, is art.
 * 21(1): `21-relational.ts`.
 */
export const RGPD_21 = article({
  id: 'rgpd-21/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '21',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

export const TO_PROSPECTING = {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  concerns: { recipient: 'natural-person' },
} as const;

export const opposedToAll = RGPD_21.forbids('OPPOSED_GLOBAL', {
  ...TO_PROSPECTING,
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
    'a survey, which is no prospecting',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      globalOpposition: 'opposition-1',
      everythingRefused: 'opposition-1',
    },
    'not forbidden',
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

export const opposedToChannel = RGPD_21.forbids('OPPOSED_CHANNEL', {
  ...TO_PROSPECTING,
  when: (facts) => facts.channelOpposition !== undefined,
  fact: (facts) => facts.channelOpposition,
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
      channelOpposition: 'o1',
      relationalOpposition: 'o1',
    },
    'not forbidden',
  ],
];

export const opposedToPurpose = RGPD_21.forbids('OPPOSED_PURPOSE', {
  ...TO_PROSPECTING,
  when: (facts) => facts.purposeOpposition !== undefined,
  fact: (facts) => facts.purposeOpposition,
});
export const opposedToPurposeExamples: readonly Example[] = [
  ['a consent withdrawn, then a purchase', { purposeOpposition: 'opposition-1' }, 'forbidden'],
  ['no withdrawal', { purposeOpposition: undefined }, 'not forbidden'],
];

/** An opposition between an earlier allow and the hand-off: given its own code, so that a report can show that both crossed. */
export const opposedAfterDecision = RGPD_21.forbids('OPPOSED_AFTER_DECISION', {
  ...TO_PROSPECTING,
  when: (facts) => facts.oppositionAfterVerdict !== undefined,
  fact: (facts) => facts.oppositionAfterVerdict,
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
      oppositionAfterVerdict: 'o1',
      relationalOppositionAfterVerdict: 'o1',
    },
    'not forbidden',
  ],
];
