import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

/**
 * GDPR, art. 21(2) and (3): the right to object to prospecting, without reason, at once. Whether a recorded opposition
 * is still in force is read from the ledger's order (`facts/oppositions.ts`, OPP-4). For a legal person's generic
 * address it is no right but a house rule, and the reason says so.
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

const byCourtesy = (facts: Facts) => (facts.isRoleAddressOfLegalPerson ? 'house-rule-for-legal-persons' : undefined);

export const opposedToAll = RGPD_21.forbids('OPPOSED_GLOBAL', {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  when: (facts) => facts.globalOpposition !== undefined,
  fact: (facts) => facts.globalOpposition,
  detail: byCourtesy,
});
export const opposedToAllExamples: readonly Example[] = [
  ['“plus aucune publicité”', { globalOpposition: 'opposition-1' }, 'forbidden'],
  ['no opposition, or lifted', { globalOpposition: undefined }, 'not forbidden'],
];

export const opposedToChannel = RGPD_21.forbids('OPPOSED_CHANNEL', {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  when: (facts) => facts.channelOpposition !== undefined,
  fact: (facts) => facts.channelOpposition,
  detail: byCourtesy,
});
export const opposedToChannelExamples: readonly Example[] = [
  ['STOP by SMS, another SMS', { channel: 'sms', channelOpposition: 'opposition-1' }, 'forbidden'],
  ['STOP by SMS, an e-mail', { channelOpposition: undefined }, 'not forbidden'],
];

export const opposedToPurpose = RGPD_21.forbids('OPPOSED_PURPOSE', {
  quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
  sanctions: SANCTIONS.opposition,
  paragraph: '§ 3',
  when: (facts) => facts.purposeOpposition !== undefined,
  fact: (facts) => facts.purposeOpposition,
  detail: byCourtesy,
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
  when: (facts) => facts.oppositionAfterVerdict !== undefined,
  fact: (facts) => facts.oppositionAfterVerdict,
  detail: byCourtesy,
});
export const opposedAfterDecisionExamples: readonly Example[] = [
  ['allowed at noon, one-click at two past, still queued', { oppositionAfterVerdict: 'opposition-1' }, 'forbidden'],
  ['nothing since', { oppositionAfterVerdict: undefined }, 'not forbidden'],
];
