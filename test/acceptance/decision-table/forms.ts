import { mailBytes, SENT_BY_NOBODY, smsBytes, WITHOUT_MENTIONS } from '../bytes.ts';
import { OFFERED, SOLD } from '../world.ts';
import { agreed, bought, CPF_CAUSE, decided, declared, OTHERS, organisation } from './acts.ts';
import { call, letter, made, mail, other, text } from './messages.ts';
import { ago, MENTION_MISSING_BY_MAIL, ROAD_NOT_WORKING_BY_MAIL, type Row } from './row.ts';
import { found } from './set-in-process.ts';

const toMails = [agreed()];
const NAMING_HEARING =
  '☐ J’accepte de recevoir par e-mail, par SMS, par MMS et par appel automatique des offres d’appareils auditifs.';
const toTexts = [agreed({ channels: ['sms'] }), agreed({ channels: ['automated-call'] })];
const offers = (category: string, ...natures: readonly string[]) => ({ offers: [{ category, natures }] });
/** Bytes that lack everything at once, and whose means to oppose neither works nor is free. */
const NOTHING_IN_IT = {
  namesAdvertiser: true,
  isRecognisableAsAdvertising: false,
  carriesOppositionMeans: false,
  oppositionMeansWork: false,
  oppositionIsFree: false,
  carriesProcessingNotice: false,
  saysWhy: true,
  namesSource: true,
  subject: 'Nos semences de printemps',
};

/** What is offered is training: on a compte personnel de formation, or without a word of it. */
const ON_ACCOUNT = { settings: offers(OFFERED, 'cpf-training') } as const;
const ELIGIBLE = { settings: offers(OFFERED, 'cpf-training-mixed'), template: letter() } as const;
const banned = { outcome: 'refuse', codes: ['SECTOR_BAN_CPF'] } as const;
const mailed = { recorded: toMails, asked: mail({ basis: 'consent' }) } as const;
/** The person attends a course of the advertiser's. */
const attends = (changes: object = {}) =>
  bought({
    type: 'service-contract',
    lines: [{ category: OFFERED }],
    relation: { state: 'running', shownBy: { contractReference: 'CTR-1' } },
    ...changes,
  });

const TRAINING_ROWS: readonly Row[] = [
  { row: 'CPF-1', title: 'a course on the account, to a person who agreed', ...ON_ACCOUNT, ...mailed, ...banned },
  {
    row: 'CPF-1b',
    title: 'the same, by text message',
    ...ON_ACCOUNT,
    recorded: [agreed({ channels: ['sms'] })],
    asked: text({ basis: 'consent' }),
    ...banned,
  },
  {
    row: 'CPF-1c',
    title: 'the same, by automated call',
    ...ON_ACCOUNT,
    recorded: [agreed({ channels: ['automated-call'] })],
    asked: call({ basis: 'consent' }),
    ...banned,
  },
  {
    row: 'CPF-1d',
    title: 'the same, to a craftsman in the registry, who agreed',
    to: 'free-mailbox',
    ...ON_ACCOUNT,
    recorded: [declared({ kind: 'sole-trader', organisation: { siren: OTHERS.siren } }), agreed()],
    asked: mail({ basis: 'consent' }),
    ...banned,
  },
  {
    row: 'CPF-1e',
    title: 'the same, to contact@ of a company, which has no account',
    to: 'role-mailbox',
    ...ON_ACCOUNT,
    recorded: [organisation()],
    asked: mail({ basis: 'legal-person' }),
    outcome: 'allow',
    codes: ['OK_LEGAL_PERSON'],
  },
  {
    row: 'CPF-2',
    title: 'a course on the account, to a person who agreed and attends that course',
    ...ON_ACCOUNT,
    recorded: [agreed(), attends()],
    asked: mail({ basis: 'consent' }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'CPF-2b',
    title: 'the same, without a basis of L. 34-5',
    ...ON_ACCOUNT,
    recorded: [attends({ form: undefined })],
    asked: mail({ basis: 'consent' }),
    outcome: 'refuse',
    codes: ['EVIDENCE_MISSING'],
  },
  ...(
    [
      ['CPF-2c', 'attends a course that is analogous', { lines: [{ category: SOLD }] }],
      ['CPF-2d', 'attended that course', { relation: { state: 'ended', endedAt: ago(20) } }],
      ['CPF-2e', 'took it back', { cancelledAt: ago(20) }],
      ['CPF-2f', 'attends it at a sister company', { sellerSiren: OTHERS.siren }],
      ['CPF-2g', 'has a subscription of that category', { type: 'paid-subscription' }],
      ['CPF-2h', 'ordered that course once', { type: 'order' }],
    ] as const
  ).map(
    ([row, title, changes]): Row => ({
      row,
      title: `a course on the account, to a person who agreed and ${title}`,
      ...ON_ACCOUNT,
      recorded: [agreed(), attends(changes)],
      asked: mail({ basis: 'consent' }),
      ...banned,
    }),
  ),
  {
    row: 'CPF-3',
    title: 'a course that the account could pay for, and no word of it: whether that is allowed awaits a human',
    ...ELIGIBLE,
    recorded: toMails,
    asked: made(),
    outcome: 'review',
    codes: ['SECTOR_BAN_CPF_UNCERTAIN'],
  },
  {
    row: 'CPF-3b',
    title: 'the same, by a template that a human allowed',
    ...ELIGIBLE,
    recorded: [agreed(), decided(CPF_CAUSE)],
    asked: made(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'CPF-3c',
    title: 'the same, by a template that a human refused',
    ...ELIGIBLE,
    recorded: [agreed(), decided(CPF_CAUSE, 'refused')],
    asked: made(),
    outcome: 'refuse',
    codes: ['SECTOR_BAN_CPF_UNCERTAIN'],
  },
  {
    row: 'CPF-3d',
    title: 'the same as free text, which no human can look at beforehand',
    settings: offers(OFFERED, 'cpf-training-mixed'),
    ...mailed,
    outcome: 'refuse',
    codes: ['SECTOR_BAN_CPF_UNCERTAIN'],
  },
  {
    row: 'CPF-3e',
    title: 'the same, to a person who attends that course',
    ...ELIGIBLE,
    recorded: [agreed(), attends()],
    asked: made(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
];

/** Sender, subject, final bytes, and what is offered. */
export const FORM_ROWS: readonly Row[] = [
  {
    row: '51',
    title: 'a text so long that with STOP it takes a segment too many',
    recorded: toTexts,
    asked: text({ basis: 'consent', bytes: { sms: smsBytes('own', { says: 'Nos semences sont là. '.repeat(22) }) } }),
    outcome: 'refuse',
    codes: ['OPPOSITION_MENTION_MISSING'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '52',
    title: 'a text shown from a mobile number',
    recorded: toTexts,
    asked: text({ basis: 'consent', sender: '+33612000000' }),
    outcome: 'refuse',
    codes: ['SENDER_ID_INVALID'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '58',
    title: 'a subject that feigns a reply',
    recorded: toMails,
    asked: mail({ subject: 'RE: votre dossier' }),
    outcome: 'refuse',
    codes: ['SUBJECT_FAKE_REPLY'],
  },
  {
    row: '58b',
    title: 'the same, seen in the bytes alone',
    recorded: toMails,
    asked: mail({ bytes: { email: mailBytes('own', 'person', { subject: 'RE: votre dossier' }) } }),
    outcome: 'refuse',
    codes: ['SUBJECT_FAKE_REPLY'],
  },
  {
    row: '59',
    title: 'a subject that a human found unrelated',
    template: letter({ subjectJudgement: 'unrelated' }),
    recorded: toMails,
    asked: made(),
    outcome: 'refuse',
    codes: ['SUBJECT_UNRELATED'],
  },
  {
    row: '59b',
    title: 'a subject that says nothing of the offer, for it is empty',
    recorded: toMails,
    asked: mail({ bytes: { email: mailBytes('own', 'person', { subject: ' ' }) } }),
    outcome: 'refuse',
    codes: ['SUBJECT_UNRELATED'],
  },
  {
    row: '60b',
    title: 'shown from a mailbox that is not registered',
    recorded: toMails,
    asked: mail({ sender: 'autre@ailleurs.example' }),
    outcome: 'refuse',
    codes: ['ADVERTISER_HIDDEN'],
  },
  {
    row: '61',
    title: 'an offer of heat pumps to a consumer who agreed',
    settings: offers('heat-pumps', 'home-energy-works'),
    recorded: toMails,
    asked: mail({ basis: 'consent', offerCategory: 'heat-pumps' }),
    outcome: 'refuse',
    codes: ['SECTOR_BAN_HOME_ENERGY'],
  },
  {
    row: 'SENS-1',
    title: 'an offer that reveals health',
    settings: offers('hearing-aids', 'sensitive'),
    recorded: toMails,
    asked: mail({ offerCategory: 'hearing-aids' }),
    outcome: 'refuse',
    codes: ['SENSITIVE_TARGETING'],
  },
  {
    row: 'SENS-1b',
    title: 'the same, whose use the wording names outright',
    settings: offers('hearing-aids', 'sensitive'),
    form: { wording: NAMING_HEARING, explicitWords: [{ category: 'hearing-aids', words: 'appareils auditifs' }] },
    recorded: toMails,
    asked: mail({ offerCategory: 'hearing-aids' }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'SENS-1f',
    title: 'the same, of which the advertiser quotes words that name offers alone',
    settings: offers('hearing-aids', 'sensitive'),
    form: { wording: NAMING_HEARING, explicitWords: [{ category: 'hearing-aids', words: 'J’accepte de recevoir' }] },
    recorded: toMails,
    asked: mail({ offerCategory: 'hearing-aids' }),
    outcome: 'refuse',
    codes: ['SENSITIVE_TARGETING'],
  },
  {
    row: 'P3a',
    title: 'bytes that name nobody',
    recorded: toMails,
    asked: mail({ bytes: { email: SENT_BY_NOBODY } }),
    outcome: 'refuse',
    codes: ['ADVERTISER_HIDDEN'],
  },
  {
    row: 'P3b',
    title: 'bytes without means to oppose, or notice, or sign of advertising, whose means neither work nor are free',
    recorded: toMails,
    asked: mail(),
    outcome: 'refuse',
    codes: [
      ...MENTION_MISSING_BY_MAIL,
      ...ROAD_NOT_WORKING_BY_MAIL,
      'OPPOSITION_NOT_FREE',
      'PROCESSING_NOTICE_MISSING',
      'AD_NOT_RECOGNISABLE',
    ],
    onlyInProcess: {
      why: 'no bytes hold no means to oppose and one that does not work: the readers of bytes find one of the two',
      as: found(NOTHING_IN_IT),
    },
  },
  {
    row: 'P3c',
    title: 'bytes without means to oppose, or notice, or sign of advertising',
    recorded: toMails,
    asked: mail({ bytes: { email: WITHOUT_MENTIONS } }),
    outcome: 'refuse',
    codes: [...MENTION_MISSING_BY_MAIL, 'PROCESSING_NOTICE_MISSING', 'AD_NOT_RECOGNISABLE'],
  },
  {
    row: 'D15',
    title: 'a person who lives in the United States',
    recorded: [declared({ country: 'US' }), ...toMails],
    asked: mail(),
    outcome: 'refuse',
    codes: ['RULE_PACK_MISSING'],
  },
  {
    row: 'D18',
    title: 'an MMS from an id that is digits alone, and so can be in no settings',
    recorded: [agreed({ channels: ['mms'] })],
    asked: other('mms', { sender: '123456' }),
    outcome: 'refuse',
    codes: ['SENDER_ID_INVALID'],
  },
  ...TRAINING_ROWS,
];
