import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

const TEXT = {
  code: 'Règlement (UE) 2016/679 (RGPD)',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
} as const;
/** GDPR, art. 13: what the person is informed of. */
const RGPD_13 = article({ ...TEXT, id: 'rgpd-13/2018-05-25', number: '13', read: RGPD_COPIED });
/** GDPR, art. 14: where data came from someone else, at the latest at first contact. Its text was not read. */
const RGPD_14 = article({ ...TEXT, id: 'rgpd-14/2018-05-25', number: '14' });

/** The message does not lead to the notice, or does not say why this reader gets it. */
export const UNTOLD = {
  when: (facts: Facts) => !(facts.carriesProcessingNotice && facts.saysWhy),
  detail: (facts: Facts) => (facts.carriesProcessingNotice ? 'why' : 'notice'),
} as const;
/** Existence of the processing: the notice and a true "why you" in every message (D12). */
const IN_EACH_MESSAGE = {
  ...UNTOLD,
  paragraph: '§ 1',
  quote:
    'les finalités du traitement auquel sont destinées les données à caractère personnel ainsi que la base juridique du traitement',
  sanctions: SANCTIONS.rights,
  reading:
    'The article asks for the information at collection; that each message leads to it is a choice (D12). Checked 2026-11-24.',
} as const;

/** Of editions before 2026-11-30.6: also of the general address of a legal person, which no data protection concerns. */
export const noProcessingNoticeToAnyone = RGPD_13.forbids('PROCESSING_NOTICE_MISSING', IN_EACH_MESSAGE);
/* @__NO_SIDE_EFFECTS__ */
const untoldExamples = (...more: readonly Example[]): readonly Example[] => [
  ['no link to the notice', { carriesProcessingNotice: false }, 'forbidden'],
  ['no word on why this reader', { saysWhy: false }, 'forbidden'],
  ['both are there', { carriesProcessingNotice: true, saysWhy: true }, 'not forbidden'],
  ...more,
];
export const noProcessingNoticeToAnyoneExamples = untoldExamples();
export const noProcessingNotice = RGPD_13.forbids('PROCESSING_NOTICE_MISSING', {
  ...IN_EACH_MESSAGE,
  concerns: { recipient: 'natural-person' },
});
export const noProcessingNoticeExamples = untoldExamples([
  'contact@ of a company, for which we have a rule of ours',
  { isRoleAddressOfLegalPerson: true, carriesProcessingNotice: false },
  'not forbidden',
]);

const OF_SOURCES = { sanctions: SANCTIONS.rights, paragraph: '§ 3, b' } as const;

/**
 * 14(3)(b): the first offer since they came names the source of data not collected from the person (INFO-3). A parcel that was announced
 * before, and what was sent before they came, named none.
 */
export const sourceNotNamed = RGPD_14.forbidsRelyingOn(['consent', 'professional-interest'], 'SOURCE_MENTION_MISSING', {
  ...OF_SOURCES,
  when: (basis, facts) => basis.cameIndirectly && basis.wasOfferedSince !== true && !facts.namesSource,
});
export const sourceNotNamedExamples: readonly Example[] = [
  [
    'first offer, partner’s data, source not named',
    { namesSource: false, basis: { cameIndirectly: true } },
    'forbidden',
  ],
  [
    'first offer to a professional, source not named',
    { namesSource: false, basis: { kind: 'professional-interest', cameIndirectly: true } },
    'forbidden',
  ],
  [
    'first offer, after a parcel was announced',
    { isFirstContact: false, namesSource: false, basis: { cameIndirectly: true } },
    'forbidden',
  ],
  ['second offer', { namesSource: false, basis: { cameIndirectly: true, wasOfferedSince: true } }, 'not forbidden'],
  ['the source is named', { namesSource: true, basis: { cameIndirectly: true } }, 'not forbidden'],
  ['data from the person', { namesSource: false, basis: { cameIndirectly: false } }, 'not forbidden'],
];

/** Of editions before 2026-11-30.4: whatever was sent before, it was not the first message. */
export const sourceNotNamedAtFirst = RGPD_14.forbidsRelyingOn(
  ['consent', 'professional-interest'],
  'SOURCE_MENTION_MISSING',
  {
    ...OF_SOURCES,
    when: (basis, facts) => basis.cameIndirectly && facts.isFirstContact && !facts.namesSource,
  },
);
export const sourceNotNamedAtFirstExamples: readonly Example[] = [
  [
    'first message, partner’s data, source not named',
    { isFirstContact: true, namesSource: false, basis: { cameIndirectly: true } },
    'forbidden',
  ],
  [
    'first message to a professional, source not named',
    { isFirstContact: true, namesSource: false, basis: { kind: 'professional-interest', cameIndirectly: true } },
    'forbidden',
  ],
  ['second message', { isFirstContact: false, namesSource: false, basis: { cameIndirectly: true } }, 'not forbidden'],
  [
    'the source is named',
    { isFirstContact: true, namesSource: true, basis: { cameIndirectly: true } },
    'not forbidden',
  ],
  [
    'data from the person',
    { isFirstContact: true, namesSource: false, basis: { cameIndirectly: false } },
    'not forbidden',
  ],
];
