/** Decided examples: calls at an agreed hour, by L. 34-5 alone, within a running contract; consumer credit; surcharged numbers; senders; what is given again. */
import {
  BUYER,
  consent,
  contact,
  decide,
  decision,
  invalidation,
  opposition,
  type Parts,
  PHONE,
  PROOF,
  reading,
  sale,
} from '../fixtures.ts';

const JUNE = '2026-06-01T10:00:00Z',
  JULY = '2026-07-01T10:00:00Z',
  OCTOBER = '2026-10-01T10:00:00Z';
/** A Saturday at eleven in Paris. */
const SATURDAY = '2026-11-28T10:00:00Z';
const TO_CALLS = consent(JUNE, { channels: ['automated-call'] });
const called = (parts: Parts): Parts => ({
  addresses: PHONE,
  acts: [TO_CALLS],
  at: SATURDAY,
  ...parts,
  message: { channel: 'automated-call', validUntil: '2026-12-05T10:00:00Z', ...parts.message },
});
const AT_AGREED_HOUR = reading('automated-call-at-agreed-hour');
const L34_5_ALONE = reading('automated-calls-by-l34-5-alone');
const agreed = (callAt: string, agreedAt = OCTOBER) =>
  contact(agreedAt, { agreedCall: { callAt, agreedAt, evidence: { sha256: 'a'.repeat(64) } } });
const hourOf = (callAt: string, agreedAt?: string): Parts =>
  called({ advertiser: AT_AGREED_HOUR, acts: [TO_CALLS, agreed(callAt, agreedAt)] });

decide('an hour agreed (L. 223-1 al. 6)', [
  ['at its minute', 'allow', 'OK_CONSENT', hourOf(SATURDAY)],
  ['half an hour later it is over', 'defer', 'QUIET_HOURS_VOICE', hourOf('2026-11-28T09:30:00Z')],
  ['just within it', 'allow', 'OK_CONSENT', hourOf('2026-11-28T09:30:01Z')],
  ['not yet', 'defer', 'QUIET_HOURS_VOICE', hourOf('2026-11-28T10:00:01Z')],
  [
    'of an advertiser who goes by the hours',
    'defer',
    'QUIET_HOURS_VOICE',
    called({ acts: [TO_CALLS, agreed(SATURDAY)] }),
  ],
  [
    'it is the only moment left',
    'defer',
    'QUIET_HOURS_VOICE',
    { ...hourOf('2026-11-28T16:07:00Z'), message: { channel: 'automated-call', validUntil: '2026-11-28T17:00:00Z' } },
  ],
  ['it asks a consent all the same', 'refuse', 'CONSENT_MISSING', { ...hourOf(SATURDAY), acts: [agreed(SATURDAY)] }],
]);

const ENDED_CONSENT = consent('2025-08-01T10:00:00Z', { channels: ['automated-call'] });
const RUNS = { state: 'running', shownBy: { contractReference: 'c' } };
const AT_WORK = '2026-11-24T10:00:00Z';
decide('the decrees on calls (texts §3, §12 row 23)', [
  ['a year and more', 'refuse', 'CONSENT_EXPIRED', called({ at: AT_WORK, acts: [ENDED_CONSENT] })],
  ['by L. 34-5 alone', 'allow', 'OK_CONSENT', called({ at: AT_WORK, acts: [ENDED_CONSENT], advertiser: L34_5_ALONE })],
  ['no hours by L. 34-5 alone', 'allow', 'OK_CONSENT', called({ advertiser: L34_5_ALONE })],
  [
    'about what a running contract is about (al. 4)',
    'allow',
    'OK_CONSENT',
    called({ at: AT_WORK, acts: [ENDED_CONSENT, sale(JUNE, { type: 'service-contract', relation: RUNS })] }),
  ],
  [
    'about something else',
    'refuse',
    'SOFT_OPT_IN_CHANNEL_NOT_COVERED',
    called({
      at: AT_WORK,
      acts: [ENDED_CONSENT, sale(JUNE, { type: 'service-contract', relation: RUNS, lines: [{ category: 'boats' }] })],
    }),
  ],
]);

const LOANS = { offers: [{ category: 'loans', natures: ['consumer-credit'] }] };
const loan = (body: object = {}): Parts => ({
  advertiser: LOANS,
  acts: [consent(JUNE)],
  templates: { t: { category: 'loans' } },
  message: { template: { templateId: 't', version: '1' } },
  ...body,
});
decide('consumer credit by e-mail (L. 312-9 al. 1)', [
  ['a human looks at the template', 'review', 'CREDIT_REMINDER_UNCERTAIN', loan()],
  ['and allowed it', 'allow', 'OK_CONSENT', loan({ decisions: [decision('credit:t@1', { decision: 'allowed' })] })],
  [
    'or refused it',
    'refuse',
    'CREDIT_REMINDER_UNCERTAIN',
    loan({ decisions: [decision('credit:t@1', { decision: 'refused' })] }),
  ],
  [
    'free text',
    'refuse',
    'CREDIT_REMINDER_UNCERTAIN',
    { advertiser: LOANS, acts: [consent(JUNE)], message: { offerCategory: 'loans' } },
  ],
  [
    'by SMS the article says nothing',
    'allow',
    'OK_CONSENT',
    {
      advertiser: LOANS,
      addresses: PHONE,
      acts: [consent(JUNE, { channels: ['sms'] })],
      message: { channel: 'sms', offerCategory: 'loans' },
    },
  ],
]);

const owed = (body: object, more: Parts = {}): Parts => ({
  templates: { t: { class: 'transactional', category: 'order', reason: 'order', reference: 'terms', ...body } },
  message: { template: { templateId: 't', version: '1' }, reference: 'r1' },
  ...more,
});
const ALLOWED: Parts = { decisions: [decision('template:t@1', { decision: 'allowed' })] };
decide('surcharged numbers (L. 34-5 al. 3, second sentence)', [
  ['what incites is prospecting', 'refuse', 'CONSENT_MISSING', owed({ incites: 'call' })],
  ['whatever was decided', 'refuse', 'CONSENT_MISSING', owed({ incites: 'text' }, ALLOWED)],
  ['what only names one waits for a human', 'refuse', 'CONSENT_MISSING', owed({ names: true })],
  ['who found nothing', 'allow', 'NOT_PROSPECTING_TRANSACTIONAL', owed({ names: true }, ALLOWED)],
]);

const FUNCTIONAL = { senders: { sms: [{ senderId: '38180', replyCode: '36180' }] } };
decide('short codes (texts §8.1)', [
  [
    '38xxx carries no prospecting',
    'refuse',
    'SENDER_ID_INVALID',
    {
      advertiser: FUNCTIONAL,
      addresses: PHONE,
      acts: [consent(JUNE, { channels: ['sms'] })],
      message: { channel: 'sms' },
    },
  ],
  [
    'and carries what is owed',
    'allow',
    'NOT_PROSPECTING_TRANSACTIONAL',
    owed(
      {},
      {
        advertiser: FUNCTIONAL,
        addresses: PHONE,
        message: { channel: 'sms', template: { templateId: 't', version: '1' }, reference: 'r1' },
      },
    ),
  ],
]);

decide('given again', [
  [
    'not yet confirmed the second time',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), consent(JULY, { confirmation: 'pending' })] },
  ],
  [
    'asked for by a message the second time',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), consent(JULY, { drawnBy: 'message' })] },
  ],
  [
    'invalidated the second time: the first was replaced',
    'refuse',
    'CONSENT_WITHDRAWN',
    { acts: [consent(JUNE), consent(JULY), invalidation(OCTOBER, 1)] },
  ],
  [
    'without its proof the second time: the first still lifts',
    'allow',
    'OK_CONSENT',
    { acts: [opposition(JUNE), consent(JULY, { proof: PROOF }), consent(OCTOBER)] },
  ],
  [
    'a confirmation that the advertiser tells of lifts nothing',
    'refuse',
    'OPPOSED_GLOBAL',
    { acts: [opposition(JUNE), consent(JULY, { confirmation: 'confirmed' })] },
  ],
  [
    'a message asked for it, and rested on what was invalidated since',
    'refuse',
    'CONSENT_WITHDRAWN',
    {
      acts: [
        consent(JUNE),
        consent(JULY, { drawnBy: 'message', form: { formId: 'news', version: '1' }, channels: ['email', 'sms'] }),
        invalidation(OCTOBER, 0),
      ],
    },
  ],
]);

const { source: _, ...told } = BUYER.profession as { source: object };
decide('where an address came from (D2)', [
  [
    'nobody knows: as from a third party, told before the message',
    'allow',
    'OK_B2B_INTEREST',
    {
      addresses: [{ email: 'ada@firm.example' }],
      acts: [contact(JUNE, { ...BUYER, profession: told })],
      message: { offerCategory: 'software' },
    },
  ],
]);

const COURSE = { category: 'welding', natures: ['cpf-training'] };
const ELIGIBLE = { category: 'welding', natures: ['cpf-training-mixed'] };
const training = (parts: Parts = {}, offer: object = COURSE): Parts => ({
  acts: [consent(JUNE)],
  ...parts,
  advertiser: { offers: [offer], analogies: [{ sold: 'boats', offered: ['welding'], rationale: 'r' }] },
  message: { offerCategory: 'welding', ...parts.message },
});
const looked = (parts: Parts = {}): Parts =>
  training(
    {
      templates: { t: { category: 'welding' } },
      ...parts,
      message: { template: { templateId: 't', version: '1' } },
    },
    ELIGIBLE,
  );
const ATTENDS = { type: 'service-contract', relation: RUNS, lines: [{ category: 'welding' }] };
const attending = (changes: object = {}): Parts =>
  training({ acts: [consent(JUNE), sale(JUNE, { ...ATTENDS, ...changes })] });
const COMPANY = contact(JUNE, {
  kind: 'legal-person',
  organisation: { siren: '552100554', legalForm: 'company' },
  source: 'public-source',
});

decide('a compte personnel de formation (C. trav. L. 6323-8-1)', [
  ['consent lifts nothing', 'refuse', 'SECTOR_BAN_CPF', training()],
  [
    'the day before the law',
    'allow',
    'OK_CONSENT',
    training({ acts: [consent('2022-12-01T10:00:00Z')], at: '2022-12-20T22:59:59Z' }),
  ],
  [
    'the first second of the law',
    'refuse',
    'SECTOR_BAN_CPF',
    training({ acts: [consent('2022-12-01T10:00:00Z')], at: '2022-12-20T23:00:00Z' }),
  ],
  ['whatever the person is', 'refuse', 'SECTOR_BAN_CPF', training({ acts: [consent(JUNE), contact(JUNE, BUYER)] })],
  [
    'the office of a company holds no account',
    'allow',
    'OK_LEGAL_PERSON',
    training({ addresses: [{ email: 'contact@ateliers.example' }], acts: [COMPANY] }),
  ],
  [
    'a named mailbox at a company is of a human',
    'refuse',
    'SECTOR_BAN_CPF',
    training({ addresses: [{ email: 'jean.roy@ateliers.example' }], acts: [COMPANY] }),
  ],
  ['the action is under way', 'allow', 'OK_CONSENT', attending()],
  ['it is over', 'refuse', 'SECTOR_BAN_CPF', attending({ relation: { state: 'ended', endedAt: OCTOBER } })],
  ['the link is not direct', 'refuse', 'SECTOR_BAN_CPF', attending({ lines: [{ category: 'boats' }] })],
  ['a subscription is no action', 'refuse', 'SECTOR_BAN_CPF', attending({ type: 'paid-subscription' })],
  ['a human looks at what says nothing of the account', 'review', 'SECTOR_BAN_CPF_UNCERTAIN', looked()],
  ['and allowed it', 'allow', 'OK_CONSENT', looked({ decisions: [decision('cpf:t@1', { decision: 'allowed' })] })],
  [
    'or refused it',
    'refuse',
    'SECTOR_BAN_CPF_UNCERTAIN',
    looked({ decisions: [decision('cpf:t@1', { decision: 'refused' })] }),
  ],
  ['nobody can look at free text', 'refuse', 'SECTOR_BAN_CPF_UNCERTAIN', training({}, ELIGIBLE)],
]);
