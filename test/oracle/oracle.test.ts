/** Decided examples: the rows of rulebook §8 that need no final bytes, and both sides of each limit. */
import {
  activity,
  annulment,
  BUYER,
  CHECKOUT,
  COLLECTOR,
  consent,
  contact,
  decide,
  decision,
  type Example,
  email,
  everything,
  invalidation,
  NEWSLETTER,
  opposition,
  PARTNER,
  type Parts,
  PHONE,
  PROOF,
  reading,
  SIREN,
  SISTER,
  sale,
  withdrawal,
} from './fixtures.ts';
import { there } from './there.ts';

const JUNE = '2026-06-01T10:00:00Z',
  JULY = '2026-07-01T10:00:00Z',
  AUGUST = '2026-08-20T10:00:00Z';
const news = (change: object, id = 'news'): Parts['forms'] => ({ [id]: { ...NEWSLETTER, ...change } });
const REBUILT = { from: '2026-01-01', until: '2026-12-31', sources: ['archive'] };
const shop = (change: object): Parts['forms'] => ({ shop: { ...CHECKOUT, ...change } });
const without = (form: object, key: string): object =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name !== key));
/** A form whose whole wording is quoted as the words that carry this channel. */
const quotedWhole = (channel: string, wording: string): Parts => ({
  forms: news({ wording, channels: [{ channel, words: wording }] }),
});
const byPhone = (channel: string, more: Parts = {}): Parts => ({
  addresses: PHONE,
  acts: [consent(JUNE, { channels: [channel] })],
  ...more,
  message: { channel, ...more.message },
});

const LANDLINE: Parts = { addresses: [{ phone: '+33145671234' }] };
const RUNNING = { type: 'service-contract', relation: { state: 'running', shownBy: { contractReference: 'c' } } };
const CUSTOMERS_BY_L34_5 = {
  readings: ['existing-customers-by-automated-call', 'automated-calls-by-l34-5-alone'].flatMap(
    (name) => reading(name).readings as object[],
  ),
};
/** A call of the advertiser asked for it, on 1 October 2026. */
const fetched = (more: object = {}, givenAt = '2026-10-01T10:00:00Z') => consent(givenAt, { drawnBy: 'call', ...more });
const endsOn = (endedAt: string) => ({ type: 'service-contract', relation: { state: 'ended', endedAt } });
/** On 30 September 2026 the person agreed to a call at that minute. */
const askedFor = (callAt: string) => {
  const agreedAt = '2026-09-30T10:00:00Z';
  return contact(agreedAt, { agreedCall: { callAt, agreedAt, evidence: { sha256: 'a'.repeat(64) } } });
};
const SPOKEN = { channels: ['live-call', 'automated-call'] };

decide('a consent that a call asked for (L. 223-1 al. 1, D10)', [
  ['of a stranger', 'refuse', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', { acts: [fetched()] }],
  ['before 11 August 2026', 'allow', 'OK_CONSENT', { acts: [fetched({}, '2026-08-10T21:59:59Z')] }],
  [
    'from 11 August 2026 on',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { acts: [fetched({}, '2026-08-10T22:00:00Z')] },
  ],
  [
    'of who had agreed to calls',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE, SPOKEN), fetched()], message: { basis: 'consent' } },
  ],
  ['a contract ran', 'allow', 'OK_CONSENT', { acts: [sale(JUNE, RUNNING), fetched()], message: { basis: 'consent' } }],
  [
    'a contract ran, that ended since',
    'allow',
    'OK_CONSENT',
    { acts: [sale(JUNE, endsOn('2026-10-20T00:00:00Z')), fetched()], message: { basis: 'consent' } },
  ],
  [
    'a contract ended at that instant',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { acts: [sale(JUNE, endsOn('2026-10-01T10:00:00Z')), fetched()], message: { basis: 'consent' } },
  ],
  [
    'of who had asked to be called at that minute',
    'allow',
    'OK_CONSENT',
    { acts: [askedFor('2026-10-01T10:00:00Z'), fetched()], message: { basis: 'consent' } },
  ],
  [
    'of who had asked to be called half an hour before',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { acts: [askedFor('2026-10-01T09:30:00Z'), fetched()], message: { basis: 'consent' } },
  ],
  [
    'a purchase is no contract that runs',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { acts: [sale(JUNE), fetched()], message: { basis: 'consent' } },
  ],
  [
    'a contract ran, and calls had been opposed',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    {
      acts: [sale(JUNE, RUNNING), opposition(JULY, { scope: 'channel', ...SPOKEN }), fetched()],
      message: { basis: 'consent' },
    },
  ],
  [
    'by machine as well',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    byPhone('automated-call', { acts: [fetched({ channels: ['automated-call'] })] }),
  ],
]);

decide('consent (rows 1 to 9, 30, 31, 34 to 38)', [
  ['1 newsletter', 'allow', 'OK_CONSENT', { acts: [consent(JUNE)] }],
  ['2 none, named', 'refuse', 'EVIDENCE_MISSING', { message: { basis: 'consent' } }],
  ['none, not named', 'refuse', 'CONSENT_MISSING', {}],
  [
    '3 wording unknown',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    { acts: [consent(JUNE, { form: { formId: 'news', version: '9' } })] },
  ],
  [
    '4 pre-ticked',
    'refuse',
    'CONSENT_MECHANISM_INVALID',
    { forms: news({ defaultState: 'ticked' }), acts: [consent(JUNE)] },
  ],
  [
    '5 terms',
    'refuse',
    'CONSENT_MECHANISM_INVALID',
    { forms: news({ mechanism: 'terms-acceptance' }), acts: [consent(JUNE)] },
  ],
  [
    '38 misleading',
    'refuse',
    'CONSENT_MECHANISM_INVALID',
    { forms: news({ design: { misleading: true } }), acts: [consent(JUNE)] },
  ],
  [
    'tied to the contract',
    'refuse',
    'CONSENT_MECHANISM_INVALID',
    { forms: news({ isConditionOfService: true }), acts: [consent(JUNE)] },
  ],
  [
    'mechanism unknown',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    { forms: { news: without(NEWSLETTER, 'mechanism') as object as never }, acts: [consent(JUNE)] },
  ],
  [
    'no approver',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    { forms: { news: without(NEWSLETTER, 'approver') as never }, acts: [consent(JUNE)] },
  ],
  [
    'no notice',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    { forms: { news: without(NEWSLETTER, 'notice') as never }, acts: [consent(JUNE)] },
  ],
  ['6 not confirmed', 'refuse', 'CONSENT_PENDING_CONFIRMATION', { acts: [consent(JUNE, { confirmation: 'pending' })] }],
  [
    'given again and confirmed replaces',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE, { confirmation: 'pending' }), consent(JULY, { confirmation: 'confirmed' })] },
  ],
  [
    '7 other channel',
    'refuse',
    'CONSENT_WRONG_CHANNEL',
    { addresses: PHONE, acts: [consent(JUNE)], message: { channel: 'sms' } },
  ],
  [
    'form names another channel only',
    'refuse',
    'CONSENT_WRONG_CHANNEL',
    { forms: news({ channels: [{ channel: 'sms', words: 'par SMS' }] }), acts: [consent(JUNE)] },
  ],
  [
    'jamais par SMS',
    'refuse',
    'CONSENT_WRONG_CHANNEL',
    byPhone('sms', { forms: news({ wording: 'Vos offres par e-mail, jamais par SMS' }) }),
  ],
  [
    'par e-mail mais jamais par SMS, by e-mail',
    'allow',
    'OK_CONSENT',
    { forms: news({ wording: 'Vos offres par e-mail mais jamais par SMS' }), acts: [consent(JUNE)] },
  ],
  [
    'je ne veux pas être contacté par SMS',
    'refuse',
    'CONSENT_WRONG_CHANNEL',
    byPhone('sms', { forms: news({ wording: 'Je ne veux pas être contacté par SMS' }) }),
  ],
  [
    'sans engagement par SMS',
    'allow',
    'OK_CONSENT',
    byPhone('sms', { forms: news({ wording: 'Vos offres sans engagement par SMS' }) }),
  ],
  [
    'the whole is quoted, and denies it',
    'refuse',
    'CONSENT_WRONG_CHANNEL',
    byPhone('sms', quotedWhole('sms', 'J’accepte par courriel mais jamais par SMS')),
  ],
  [
    '… and denies another',
    'allow',
    'OK_CONSENT',
    { ...quotedWhole('email', 'J’accepte par courriel mais jamais par SMS'), acts: [consent(JUNE)] },
  ],
  [
    '… and says no to something else',
    'allow',
    'OK_CONSENT',
    byPhone('sms', quotedWhole('sms', 'Je ne veux pas manquer vos ventes : j’accepte vos SMS, sans engagement')),
  ],
  [
    '… and says no, without a name of it',
    'refuse',
    'CONSENT_WRONG_CHANNEL',
    byPhone('sms', quotedWhole('sms', 'Vos offres par courriel, jamais autrement')),
  ],
  [
    'wording names no channel',
    'review',
    'CONSENT_CHANNEL_UNCERTAIN',
    { forms: news({ channels: [] }), acts: [consent(JUNE)] },
  ],
  [
    '… decided',
    'allow',
    'OK_CONSENT',
    {
      forms: news({ channels: [] }),
      acts: [consent(JUNE)],
      decisions: [decision('form:news@1', { decision: 'allowed' })],
    },
  ],
  [
    '… decided for SMS only',
    'review',
    'CONSENT_CHANNEL_UNCERTAIN',
    {
      forms: news({ channels: [] }),
      acts: [consent(JUNE)],
      decisions: [decision('form:news@1', { decision: 'allowed', appliesTo: { channels: ['sms'] } })],
    },
  ],
  [
    '… decision ended',
    'review',
    'CONSENT_CHANNEL_UNCERTAIN',
    {
      forms: news({ channels: [] }),
      acts: [consent(JUNE)],
      decisions: [decision('form:news@1', { decision: 'allowed', until: '2026-11-24T10:00:00Z' })],
    },
  ],
  [
    '… refused',
    'refuse',
    'CONSENT_CHANNEL_UNCERTAIN',
    {
      forms: news({ channels: [] }),
      acts: [consent(JUNE)],
      decisions: [decision('form:news@1', { decision: 'refused' })],
    },
  ],
  [
    '8 sister company',
    'refuse',
    'CONSENT_WRONG_CONTROLLER',
    { acts: [consent(JUNE, { collector: { siren: SISTER, name: 'B' }, proof: PROOF })] },
  ],
  [
    '9 partner offers',
    'refuse',
    'CONSENT_WRONG_PURPOSE',
    { acts: [consent(JUNE)], message: { purpose: 'partner-offers', partner: { siren: PARTNER, name: 'P' } } },
  ],
  [
    '34 partner file',
    'allow',
    'OK_CONSENT',
    {
      forms: news({ partnersNamed: [{ siren: SIREN, name: 'A' }] }),
      acts: [consent(JUNE, { collector: { siren: COLLECTOR, name: 'C' }, proof: PROOF })],
    },
  ],
  [
    '35 unnamed partners',
    'refuse',
    'PARTNER_NOT_NAMED_AT_COLLECTION',
    {
      forms: news({
        wording: 'Vos offres et celles de vos partenaires par e-mail',
        channels: [{ channel: 'email', words: 'par e-mail' }],
      }),
      acts: [consent(JUNE, { collector: { siren: COLLECTOR, name: 'C' }, proof: PROOF })],
    },
  ],
  [
    '36 chain',
    'refuse',
    'PARTNER_CHAIN_BROKEN',
    {
      forms: news({ partnersNamed: [{ siren: SIREN, name: 'A' }] }),
      acts: [
        consent(JUNE, {
          collector: { siren: COLLECTOR, name: 'C' },
          transferredBy: [{ siren: SISTER, name: 'S' }],
          proof: PROOF,
        }),
      ],
    },
  ],
  [
    '37 proof not held',
    'refuse',
    'EVIDENCE_NOT_HELD_BY_US',
    {
      forms: news({ partnersNamed: [{ siren: SIREN, name: 'A' }] }),
      acts: [consent(JUNE, { collector: { siren: COLLECTOR, name: 'C' } })],
    },
  ],
  [
    'L4 partner named in the version',
    'allow',
    'OK_CONSENT',
    {
      forms: news({ purposes: ['own-offers', 'partner-offers'], partnersNamed: [{ siren: PARTNER, name: 'P' }] }),
      acts: [consent(JUNE, { purpose: 'partner-offers' })],
      message: { purpose: 'partner-offers', partner: { siren: PARTNER, name: 'P' } },
    },
  ],
  [
    'L4 partner not named',
    'refuse',
    'PARTNER_NOT_NAMED_AT_COLLECTION',
    {
      forms: news({ purposes: ['partner-offers'], partnersNamed: [{ siren: SISTER, name: 'S' }] }),
      acts: [consent(JUNE, { purpose: 'partner-offers' })],
      message: { purpose: 'partner-offers', partner: { siren: PARTNER, name: 'P' } },
    },
  ],
  [
    '30 call, 365 days',
    'allow',
    'OK_CONSENT',
    byPhone('automated-call', { acts: [consent('2025-11-24T10:00:00Z', { channels: ['automated-call'] })] }),
  ],
  [
    '31 call, 365 days and a second',
    'refuse',
    'CONSENT_EXPIRED',
    byPhone('automated-call', { acts: [consent('2025-11-24T09:59:59Z', { channels: ['automated-call'] })] }),
  ],
  [
    'not yet recorded',
    'refuse',
    'CONSENT_MISSING',
    { acts: [consent(JUNE, {}, { recordedAt: '2026-11-24T10:00:01Z' })] },
  ],
  ['invalidated', 'refuse', 'CONSENT_WITHDRAWN', { acts: [consent(JUNE), invalidation(JULY, 0)] }],
  [
    'paper without scan',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    { forms: news({ mode: 'paper', mechanism: 'signature' }), acts: [consent(JUNE)] },
  ],
  [
    'paper with scan',
    'allow',
    'OK_CONSENT',
    { forms: news({ mode: 'paper', mechanism: 'signature' }), acts: [consent(JUNE, { proof: PROOF })] },
  ],
  [
    'rebuilt, not reviewed',
    'review',
    'EVIDENCE_INCOMPLETE',
    {
      forms: news({ reconstruction: { from: '2026-01-01', until: '2026-06-30', sources: ['a'] } }),
      acts: [consent(JUNE)],
    },
  ],
  [
    'rebuilt, outside its period',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    {
      forms: news({ reconstruction: { from: '2026-01-01', until: '2026-05-31', sources: ['a'] } }),
      acts: [consent(JUNE)],
    },
  ],
  [
    'given again outside the period of its rebuilt form',
    'allow',
    'OK_CONSENT',
    {
      forms: news({ reconstruction: { from: '2026-01-01', until: '2026-06-30', sources: ['a'] } }),
      acts: [consent(JUNE), consent('2026-07-20T10:00:00Z')],
      decisions: [decision('rebuilt-form:news@1', { decision: 'allowed' })],
    },
  ],
]);

decide('consent after an opposition, by who asked for it (OPP-4)', [
  ...(['message', 'call'] as const).map((drawnBy): Parameters<typeof decide>[1][number] => [
    `a ${drawnBy} of ours`,
    'refuse',
    'OPPOSED_CHANNEL',
    { acts: [opposition(JUNE, email), consent(JULY, { drawnBy, proof: PROOF })] },
  ]),
  ...(['message', 'call'] as const).map((drawnBy): Parameters<typeof decide>[1][number] => [
    `theirs, and again to a ${drawnBy} of ours`,
    'allow',
    'OK_CONSENT',
    {
      acts: [
        opposition(JUNE, email),
        consent(JULY, { proof: PROOF }),
        consent('2026-07-20T10:00:00Z', { drawnBy, proof: PROOF }),
      ],
    },
  ]),
  ['a call of theirs', 'allow', 'OK_CONSENT', { acts: [opposition(JUNE, email), consent(JULY, { proof: PROOF })] }],
]);

const DRAWN = consent(AUGUST, { drawnBy: 'message', form: { formId: 'two', version: '1' } });
decide('consent drawn by a message (D10, L1)', [
  ['nothing before', 'refuse', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', { forms: news({}, 'two'), acts: [DRAWN] }],
  [
    'after an order',
    'allow',
    'OK_CONSENT',
    { forms: news({}, 'two'), acts: [sale(JUNE), DRAWN], message: { basis: 'consent' } },
  ],
  [
    'after a quote',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { forms: news({}, 'two'), acts: [sale(JUNE, { type: 'quote' }), DRAWN] },
  ],
  [
    'after an order without refusal offered',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { forms: { ...news({}, 'two'), shop: without(CHECKOUT, 'refusal') as never }, acts: [sale(JUNE), DRAWN] },
  ],
  [
    'after a pre-ticked box',
    'refuse',
    'CONSENT_MECHANISM_INVALID',
    { forms: { two: NEWSLETTER, news: { ...NEWSLETTER, defaultState: 'ticked' } }, acts: [consent(JUNE), DRAWN] },
  ],
  [
    'after an order five years old',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { forms: news({}, 'two'), acts: [sale('2021-06-01T10:00:00Z'), DRAWN] },
  ],
  [
    'after an order and an opposition',
    'refuse',
    'OPPOSED_CHANNEL',
    {
      forms: news({}, 'two'),
      acts: [sale(JUNE), opposition(JULY, email), { ...DRAWN, body: { ...DRAWN.body, proof: PROOF } }],
    },
  ],
  [
    'the basis came afterwards',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { forms: news({}, 'two'), acts: [DRAWN, sale('2026-09-01T10:00:00Z')], message: { basis: 'consent' } },
  ],
]);

const again = (when: string, body = {}): ReturnType<typeof consent> => consent(when, { proof: PROOF, ...body });
decide('oppositions (rows 10 to 19, 67 to 71)', [
  ['10', 'refuse', 'OPPOSED_CHANNEL', { acts: [consent(JUNE), opposition(JULY, email)] }],
  [
    '10 occurred before it reached us',
    'refuse',
    'OPPOSED_CHANNEL',
    { acts: [consent(JULY), { ...opposition(JUNE, email), recordedAt: AUGUST }] },
  ],
  ['11 new consent', 'allow', 'OK_CONSENT', { acts: [consent(JUNE), opposition(JULY, email), again(AUGUST)] }],
  [
    '12 import without proof',
    'refuse',
    'OPPOSED_CHANNEL',
    { acts: [consent(JUNE), opposition(JULY, email), consent(AUGUST)] },
  ],
  ['13 purchase', 'refuse', 'OPPOSED_CHANNEL', { acts: [opposition(JULY, email), sale(AUGUST)] }],
  [
    '14 STOP',
    'refuse',
    'OPPOSED_CHANNEL',
    byPhone('sms', {
      acts: [
        consent(JUNE, { channels: ['sms'] }),
        opposition(JULY, { scope: 'channel', channels: ['sms'] }, { observed: 'sms-reply' }),
      ],
    }),
  ],
  [
    'STOP reaches MMS',
    'refuse',
    'OPPOSED_CHANNEL',
    byPhone('mms', {
      acts: [
        consent(JUNE, { channels: ['mms'] }),
        opposition(JULY, { scope: 'channel', channels: ['sms'] }, { observed: 'sms-reply' }),
      ],
    }),
  ],
  [
    '15 e-mail of the same person',
    'allow',
    'OK_CONSENT',
    {
      addresses: [{ email: 'c@gmail.com' }, there(PHONE[0])],
      acts: [
        contact(JUNE, { personRef: 'p' }),
        contact(JUNE, { personRef: 'p' }, { address: 1 }),
        consent(JUNE),
        opposition(JULY, { scope: 'channel', channels: ['sms'] }, { address: 1, observed: 'sms-reply' }),
      ],
    },
  ],
  [
    '15 with the setting',
    'refuse',
    'OPPOSED_GLOBAL',
    {
      advertiser: reading('sms-stop-covers-everything'),
      addresses: [{ email: 'c@gmail.com' }, there(PHONE[0])],
      acts: [
        contact(JUNE, { personRef: 'p' }),
        contact(JUNE, { personRef: 'p' }, { address: 1 }),
        consent(JUNE),
        opposition(JULY, { scope: 'channel', channels: ['sms'] }, { address: 1, observed: 'sms-reply' }),
      ],
    },
  ],
  ['16 global', 'refuse', 'OPPOSED_GLOBAL', { acts: [consent(JUNE), opposition(JULY, everything)] }],
  ['17 global, then e-mail consent', 'allow', 'OK_CONSENT', { acts: [opposition(JULY), again(AUGUST)] }],
  [
    '18 global still for SMS',
    'refuse',
    'OPPOSED_GLOBAL',
    byPhone('sms', {
      acts: [consent(JUNE, { channels: ['sms'] }), opposition(JULY), again(AUGUST, { channels: ['mms'] })],
    }),
  ],
  ['19 tie', 'refuse', 'OPPOSED_CHANNEL', { acts: [opposition(JULY, email), again(JULY)] }],
  ['a second later', 'allow', 'OK_CONSENT', { acts: [opposition(JULY, email), again('2026-07-01T10:00:01Z')] }],
  [
    'by a partner file',
    'refuse',
    'OPPOSED_CHANNEL',
    {
      forms: news({ partnersNamed: [{ siren: SIREN, name: 'A' }] }),
      acts: [opposition(JULY, email), again(AUGUST, { collector: { siren: COLLECTOR, name: 'C' } })],
    },
  ],
  [
    '67 withdrawal stops the customer too',
    'refuse',
    'OPPOSED_PURPOSE',
    { acts: [consent(JUNE), sale(JUNE), withdrawal(JULY, 0)] },
  ],
  [
    'withdrawal of another channel',
    'allow',
    'OK_CONSENT',
    {
      addresses: PHONE,
      acts: [consent(JUNE, { channels: ['sms'] }), consent(JUNE, { channels: ['mms'] }), withdrawal(JULY, 1)],
      message: { channel: 'sms' },
    },
  ],
  [
    '68 refusal at checkout, e-mail offers',
    'refuse',
    'OPPOSED_PURPOSE',
    {
      acts: [
        consent(JUNE),
        sale(JULY, { refusal: { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } } }),
      ],
    },
  ],
  [
    '27 refusal in unknown words',
    'refuse',
    'OPPOSED_GLOBAL',
    { acts: [sale(JULY, { refusal: { words: 'pas d’offres' } })] },
  ],
  [
    'refusal of SMS leaves e-mail',
    'allow',
    'OK_SOFT_OPT_IN',
    { acts: [sale(JULY, { refusal: { of: { scope: 'channel', channels: ['sms'] } } })] },
  ],
  [
    'L7 refusal reaches the linked phone',
    'refuse',
    'OPPOSED_GLOBAL',
    byPhone('sms', {
      addresses: [there(PHONE[0]), { email: 'c@gmail.com' }],
      acts: [
        contact(JUNE, { personRef: 'p' }),
        contact(JUNE, { personRef: 'p' }, { address: 1 }),
        consent(JUNE, { channels: ['sms'] }),
        sale(JULY, { refusal: {} }, { address: 1 }),
      ],
    }),
  ],
  ...(['letter', 'partner'] as const).map(
    (via): Example => [
      `D1: said to the advertiser at another mailbox of the person, by ${via}`,
      via === 'letter' ? 'refuse' : 'allow',
      via === 'letter' ? 'OPPOSED_CHANNEL' : 'OK_CONSENT',
      {
        addresses: [{ email: 'c@gmail.com' }, { email: 'c2@gmail.com' }],
        acts: [
          contact(JUNE, { personRef: 'p' }),
          contact(JUNE, { personRef: 'p' }, { address: 1 }),
          consent(JUNE),
          { ...opposition(JULY, email, { address: 1 }), body: { of: email, via, occurredAt: JULY } },
        ],
      },
    ],
  ),
  [
    '69 global heard for the linked phone',
    'refuse',
    'OPPOSED_GLOBAL',
    {
      addresses: [{ email: 'c@gmail.com' }, there(PHONE[0])],
      acts: [
        contact(JUNE, { personRef: 'p' }),
        contact(JUNE, { personRef: 'p' }, { address: 1 }),
        consent(JUNE),
        opposition(JULY, everything, { address: 1 }),
      ],
    },
  ],
  [
    'linked later takes it over',
    'refuse',
    'OPPOSED_GLOBAL',
    {
      addresses: [{ email: 'c@gmail.com' }, there(PHONE[0])],
      acts: [
        contact(JUNE, { personRef: 'p' }, { address: 1 }),
        opposition(JULY, everything, { address: 1 }),
        consent(JUNE),
        contact(AUGUST, { personRef: 'p' }),
      ],
    },
  ],
  [
    'not linked',
    'allow',
    'OK_CONSENT',
    {
      addresses: [{ email: 'c@gmail.com' }, there(PHONE[0])],
      acts: [consent(JUNE), opposition(JULY, everything, { address: 1 })],
    },
  ],
  [
    'a link on one address only',
    'allow',
    'OK_CONSENT',
    {
      addresses: [{ email: 'c@gmail.com' }, { email: 'd@gmail.com' }],
      acts: [
        contact(JUNE, { personRef: 'p' }),
        contact(JUNE, { personRef: 'p' }, { address: 1 }),
        consent(JUNE),
        opposition(JULY, email, { address: 1, observed: 'one-click' }),
      ],
    },
  ],
  [
    '71 crossing',
    'refuse',
    'OPPOSED_CHANNEL',
    { acts: [opposition(JULY, email), consent(JUNE, { proof: PROOF }, { recordedAt: AUGUST })] },
  ],
  [
    'annulled, 24 hours and more',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), opposition(JULY, email), annulment('2026-11-23T10:00:00Z', 1)] },
  ],
  [
    'annulled, held',
    'defer',
    'HELD_AFTER_ANNULMENT',
    { acts: [consent(JUNE), opposition(JULY, email), annulment('2026-11-23T10:00:01Z', 1)] },
  ],
  [
    'annulled by one human twice',
    'refuse',
    'OPPOSED_CHANNEL',
    { acts: [consent(JUNE), opposition(JULY, email), annulment(AUGUST, 1, ['Ada', 'Ada'])] },
  ],
  [
    'a click is never annulled',
    'refuse',
    'OPPOSED_CHANNEL',
    { acts: [consent(JUNE), opposition(JULY, email, { observed: 'one-click' }), annulment(AUGUST, 1)] },
  ],
]);

const APPEALS = [{ category: 'appeals', natures: ['non-commercial-appeal'] }];
const APPEALING = { ...reading('non-commercial-appeals'), offers: APPEALS };
const GIVEN = { acts: [sale(JUNE, { type: 'donation' })], message: { offerCategory: 'appeals' } };

decide('existing customers (rows 21 to 29)', [
  ['21', 'allow', 'OK_SOFT_OPT_IN', { acts: [sale(JUNE)] }],
  ['22', 'refuse', 'SOFT_OPT_IN_NOT_ANALOGOUS', { acts: [sale(JUNE)], message: { offerCategory: 'holidays' } }],
  ['23 quote', 'refuse', 'SOFT_OPT_IN_NO_SALE', { acts: [sale(JUNE, { type: 'quote' })] }],
  ['24 account', 'refuse', 'SOFT_OPT_IN_NO_SALE', { acts: [sale(JUNE, { type: 'account-only' })] }],
  ['25 free account', 'review', 'SOFT_OPT_IN_FREEMIUM_REVIEW', { acts: [sale(JUNE, { type: 'free-account' })] }],
  [
    '25 decided',
    'allow',
    'OK_SOFT_OPT_IN',
    {
      acts: [sale(JUNE, { type: 'free-account' })],
      decisions: [decision('sale-type:free-account', { decision: 'allowed' })],
    },
  ],
  [
    '25 by reading',
    'allow',
    'OK_SOFT_OPT_IN',
    { advertiser: reading('free-account-is-a-sale'), acts: [sale(JUNE, { type: 'free-account' })] },
  ],
  [
    '26',
    'refuse',
    'SOFT_OPT_IN_NO_REFUSAL_OFFERED',
    { forms: { shop: without(CHECKOUT, 'refusal') as never }, acts: [sale(JUNE)] },
  ],
  ['28 a gift', 'refuse', 'SOFT_OPT_IN_NO_SALE', { advertiser: { offers: APPEALS }, ...GIVEN }],
  ['28 a gift, by reading', 'allow', 'OK_NON_COMMERCIAL_APPEAL', { advertiser: APPEALING, ...GIVEN }],
  ['28 goods', 'refuse', 'SOFT_OPT_IN_NO_SALE', { advertiser: APPEALING, acts: GIVEN.acts }],
  [
    '28 an appeal that sells credit: by mail the reminder of L. 312-9 comes first',
    'refuse',
    'CREDIT_REMINDER_UNCERTAIN',
    {
      advertiser: { ...APPEALING, offers: [...APPEALS, { category: 'appeals', natures: ['consumer-credit'] }] },
      ...GIVEN,
    },
  ],
  [
    '28 a gift and an order',
    'allow',
    'OK_SOFT_OPT_IN',
    {
      advertiser: APPEALING,
      ...GIVEN,
      acts: [...GIVEN.acts, sale(JUNE, { reference: 'r2', lines: [{ category: 'appeals' }] })],
    },
  ],
  ['28', 'refuse', 'SOFT_OPT_IN_INDIRECT_COLLECTION', { acts: [sale(JUNE, { coordinatesFrom: 'marketplace' })] }],
  ['sister company', 'refuse', 'SOFT_OPT_IN_DIFFERENT_PERSON', { acts: [sale(JUNE, { sellerSiren: SISTER })] }],
  ['29', 'refuse', 'SOFT_OPT_IN_CHANNEL_NOT_COVERED', byPhone('automated-call', { acts: [sale(JUNE)] })],
  [
    '29 by reading',
    'allow',
    'OK_SOFT_OPT_IN',
    byPhone('automated-call', { advertiser: CUSTOMERS_BY_L34_5, acts: [sale(JUNE)] }),
  ],
  [
    '29 by that reading alone: L. 223-1 al. 1 asks a consumer for consent to calls',
    'refuse',
    'SOFT_OPT_IN_CHANNEL_NOT_COVERED',
    byPhone('automated-call', { advertiser: reading('existing-customers-by-automated-call'), acts: [sale(JUNE)] }),
  ],
  [
    '29 by that reading, before 11 August 2026',
    'allow',
    'OK_SOFT_OPT_IN',
    byPhone('automated-call', {
      advertiser: reading('existing-customers-by-automated-call'),
      acts: [sale(JUNE)],
      at: '2026-08-10T10:00:00Z',
    }),
  ],
  [
    '29 by that reading, within a contract that runs (al. 4)',
    'allow',
    'OK_SOFT_OPT_IN',
    byPhone('automated-call', {
      advertiser: reading('existing-customers-by-automated-call'),
      acts: [sale(JUNE, RUNNING)],
    }),
  ],
  ['cancelled', 'refuse', 'SOFT_OPT_IN_NO_SALE', { acts: [sale(JUNE, { cancelledAt: JULY })] }],
  [
    'recorded again, no longer cancelled',
    'allow',
    'OK_SOFT_OPT_IN',
    { acts: [sale(JUNE, { cancelledAt: JULY }), sale(JUNE, {}, { recordedAt: AUGUST })] },
  ],
  ['no notice', 'refuse', 'SOFT_OPT_IN_NOTICE_MISSING', { forms: shop({ notice: undefined }), acts: [sale(JUNE)] }],
  ['no picture of it', 'refuse', 'EVIDENCE_INCOMPLETE', { forms: shop({ shown: undefined }), acts: [sale(JUNE)] }],
  [
    'said to be hosted, and no picture of it',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    { forms: shop({ shown: undefined, mode: 'hosted' }), acts: [sale(JUNE)] },
  ],
  ['rebuilt', 'review', 'EVIDENCE_INCOMPLETE', { forms: shop({ reconstruction: REBUILT }), acts: [sale(JUNE)] }],
  [
    'rebuilt and reviewed',
    'allow',
    'OK_SOFT_OPT_IN',
    {
      forms: shop({ reconstruction: REBUILT }),
      acts: [sale(JUNE)],
      decisions: [decision('rebuilt-form:shop@1', { decision: 'allowed' })],
    },
  ],
  [
    'rebuilt, and reviewed for its channels alone',
    'review',
    'EVIDENCE_INCOMPLETE',
    {
      forms: shop({ reconstruction: REBUILT }),
      acts: [sale(JUNE)],
      decisions: [decision('form:shop@1', { decision: 'allowed' })],
    },
  ],
  [
    'partner offers',
    'refuse',
    'SOFT_OPT_IN_DIFFERENT_PERSON',
    { acts: [sale(JUNE)], message: { purpose: 'partner-offers', partner: { siren: PARTNER, name: 'P' } } },
  ],
]);

const OLD = '2023-11-24T10:00:00Z',
  OLDER = '2023-11-24T09:59:59Z';
decide('retention and renewal (RET-1 to RET-4, rows 53, 54)', [
  ['three years to the second', 'allow', 'OK_CONSENT', { acts: [consent(OLD)] }],
  ['a second more', 'refuse', 'RETENTION_EXPIRED', { acts: [consent(OLDER)] }],
  ['a login since', 'allow', 'OK_CONSENT', { acts: [consent(OLDER), activity('2024-01-01T10:00:00Z')] }],
  ['customer, three years', 'allow', 'OK_SOFT_OPT_IN', { acts: [sale(OLD)] }],
  ['customer, a second more', 'refuse', 'RETENTION_EXPIRED_CUSTOMER', { acts: [sale(OLDER)] }],
  [
    'L2 a sister company revives nothing',
    'refuse',
    'SOFT_OPT_IN_DIFFERENT_PERSON',
    { acts: [sale(OLDER), sale(JUNE, { reference: 'r2', sellerSiren: SISTER })] },
  ],
  [
    'L2 an undecided free account waits on its own',
    'review',
    'SOFT_OPT_IN_FREEMIUM_REVIEW',
    { acts: [sale(OLDER), sale(JUNE, { reference: 'r2', type: 'free-account' })] },
  ],
  [
    'another own order',
    'allow',
    'OK_SOFT_OPT_IN',
    { acts: [sale(OLDER), sale(JUNE, { reference: 'r2', lines: [{ category: 'wine' }] })] },
  ],
  [
    'L3 still running',
    'allow',
    'OK_SOFT_OPT_IN',
    {
      acts: [
        sale('2022-01-01T10:00:00Z', {
          type: 'service-contract',
          relation: { state: 'running', shownBy: { contractReference: 'c' } },
        }),
      ],
    },
  ],
  [
    'L3 running, not shown',
    'refuse',
    'RETENTION_EXPIRED_CUSTOMER',
    { acts: [sale('2022-01-01T10:00:00Z', { type: 'service-contract', relation: { state: 'running', shownBy: {} } })] },
  ],
  [
    'L3 end in 2099',
    'refuse',
    'RETENTION_EXPIRED_CUSTOMER',
    { acts: [sale('2022-01-01T10:00:00Z', { relation: { state: 'ended', endedAt: '2099-01-01T00:00:00Z' } })] },
  ],
  [
    'an order that is said to run: it is performed once',
    'refuse',
    'RETENTION_EXPIRED_CUSTOMER',
    { acts: [sale('2022-01-01T10:00:00Z', { relation: { state: 'running', shownBy: { contractReference: 'c' } } })] },
  ],
  [
    'ended two years ago',
    'allow',
    'OK_SOFT_OPT_IN',
    {
      acts: [
        sale(
          '2022-01-01T10:00:00Z',
          { type: 'service-contract', relation: { state: 'ended', endedAt: '2024-11-25T10:00:00Z' } },
          { recordedAt: JUNE },
        ),
      ],
    },
  ],
  [
    'two years by setting',
    'refuse',
    'RETENTION_EXPIRED',
    { advertiser: { retention: { prospectYears: 2 } }, acts: [consent('2024-11-24T09:59:59Z')] },
  ],
  [
    'five years by a justified departure',
    'allow',
    'OK_CONSENT',
    {
      advertiser: {
        retention: { departure: { prospectYears: 5, justification: 'j', decidedBy: 'd', decidedOn: '2026-01-01' } },
      },
      acts: [consent('2022-01-01T10:00:00Z')],
    },
  ],
  [
    '54 renewal in the last thirty days',
    'allow',
    'OK_RENEWAL_REQUEST',
    {
      templates: { stay: { class: 'renewal-request', category: 'stay' } },
      message: { template: { templateId: 'stay', version: '1' } },
      acts: [consent('2023-12-24T10:00:00Z')],
    },
  ],
  ...(
    [
      ['a second too early, which waits (D8)', 'defer', '2023-12-24T10:00:01Z'],
      ['too early by more than its validity', 'refuse', '2023-12-28T10:00:01Z'],
    ] as const
  ).map(([title, outcome, givenAt]): Parameters<typeof decide>[1][number] => [
    title,
    outcome,
    'RENEWAL_TOO_EARLY',
    {
      templates: { stay: { class: 'renewal-request', category: 'stay' } },
      message: { template: { templateId: 'stay', version: '1' } },
      acts: [consent(givenAt)],
    },
  ]),
  ...(
    [
      ['which is declared, and no more', []],
      ['which agreed to it long ago', [consent('2023-12-24T10:00:00Z')]],
    ] as const
  ).map(([title, more]): Parameters<typeof decide>[1][number] => [
    `there is no term at the general address of a legal person, ${title}`,
    'refuse',
    'RENEWAL_TOO_EARLY',
    {
      addresses: [{ email: 'contact@acier-petit.fr' }],
      templates: { stay: { class: 'renewal-request', category: 'stay' } },
      message: { template: { templateId: 'stay', version: '1' } },
      acts: [contact(JUNE, { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' } }), ...more],
    },
  ]),
  [
    'asked already',
    'refuse',
    'RENEWAL_ALREADY_ASKED',
    {
      templates: { stay: { class: 'renewal-request', category: 'stay' } },
      message: { template: { templateId: 'stay', version: '1' } },
      acts: [consent('2023-12-01T10:00:00Z')],
      sent: [{ channel: 'email', at: '2026-11-10T10:00:00Z', asksToRenew: true }],
    },
  ],
  [
    'after an opposition elsewhere',
    'refuse',
    'RENEWAL_AFTER_OPPOSITION',
    {
      templates: { stay: { class: 'renewal-request', category: 'stay' } },
      message: { template: { templateId: 'stay', version: '1' } },
      acts: [consent('2023-12-01T10:00:00Z'), opposition(JULY, { scope: 'channel', channels: ['sms'] })],
    },
  ],
  [
    'nothing on record',
    'refuse',
    'CONSENT_MISSING',
    {
      templates: { stay: { class: 'renewal-request', category: 'stay' } },
      message: { template: { templateId: 'stay', version: '1' } },
    },
  ],
]);

const FIRM = [{ email: 'jean.petit@acier-petit.fr' }],
  OFFICE = [{ email: 'contact@acier-petit.fr' }];
const card = (told: string): Parts['acts'] => [
  contact(JUNE, {
    ...BUYER,
    profession: {
      ...(BUYER.profession as object),
      source: { kind: 'data-subject', collectedAt: '2026-02-01T09:00:00Z' },
      noticeGivenAt: told,
      refusalOfferedAt: told,
    },
  }),
];
const office = (legalForm: string, more: object = {}): Parts['acts'] => [
  contact(JUNE, { kind: 'legal-person', organisation: { siren: SIREN, legalForm }, ...more }),
];
const SOFTWARE = { offerCategory: 'software' };
decide('professionals and legal persons (rows 39 to 48, 70)', [
  ['39', 'allow', 'OK_B2B_INTEREST', { addresses: FIRM, acts: [contact(JUNE, BUYER)], message: SOFTWARE }],
  [
    '40',
    'refuse',
    'B2B_PROFESSION_LINK_NOT_SHOWN',
    { addresses: FIRM, acts: [contact(JUNE, BUYER)], message: { offerCategory: 'holidays' } },
  ],
  [
    '41 guessed',
    'refuse',
    'B2B_ADDRESS_GUESSED',
    {
      addresses: FIRM,
      acts: [contact(JUNE, { ...BUYER, profession: { ...(BUYER.profession as object), source: { kind: 'guessed' } } })],
      message: SOFTWARE,
    },
  ],
  [
    '42 public mailbox, claimed',
    'refuse',
    'RECIPIENT_KIND_UNKNOWN',
    {
      addresses: [{ email: 'jean@netcourrier.com' }],
      acts: [contact(JUNE, BUYER)],
      message: { ...SOFTWARE, basis: 'professional-interest' },
    },
  ],
  [
    '42 not claimed, and nothing else recorded',
    'refuse',
    'RECIPIENT_KIND_UNKNOWN',
    { addresses: [{ email: 'jean@yahoo.co.uk' }], acts: [contact(JUNE, BUYER)], message: SOFTWARE },
  ],
  [
    'shown by its SIREN',
    'allow',
    'OK_B2B_INTEREST',
    {
      addresses: [{ email: 'jean@gmail.com' }],
      acts: [contact(JUNE, { ...BUYER, organisation: { siren: SIREN } })],
      message: SOFTWARE,
    },
  ],
  [
    'a SIREN that fails its check',
    'refuse',
    'RECIPIENT_KIND_UNKNOWN',
    {
      addresses: [{ email: 'jean@gmail.com' }],
      acts: [contact(JUNE, { ...BUYER, organisation: { siren: '732829321' } })],
      message: SOFTWARE,
    },
  ],
  [
    '43',
    'refuse',
    'OPPOSED_CHANNEL',
    { addresses: FIRM, acts: [contact(JUNE, BUYER), opposition(JULY, email)], message: SOFTWARE },
  ],
  [
    'L10 told at collection',
    'allow',
    'OK_B2B_INTEREST',
    { addresses: FIRM, acts: card('2026-02-01T09:00:00Z'), message: SOFTWARE },
  ],
  [
    'L10 told a minute ago',
    'refuse',
    'B2B_NOTICE_MISSING',
    { addresses: FIRM, acts: card('2026-11-24T09:59:00Z'), message: SOFTWARE },
  ],
  ['44', 'allow', 'OK_LEGAL_PERSON', { addresses: OFFICE, acts: office('company') }],
  [
    '44d',
    'refuse',
    'CONSENT_WRONG_PURPOSE',
    { addresses: OFFICE, acts: office('company'), message: { purpose: 'partner-offers' } },
  ],
  [
    '44e',
    'allow',
    'OK_LEGAL_PERSON',
    {
      addresses: OFFICE,
      acts: office('company'),
      message: { purpose: 'partner-offers', partner: { siren: PARTNER, name: 'P' } },
    },
  ],
  [
    '45',
    'refuse',
    'OPPOSED_CHANNEL',
    { addresses: OFFICE, acts: [...there(office('company')), opposition(JULY, email)] },
  ],
  ['46', 'review', 'LEGAL_PERSON_UNCERTAIN', { addresses: OFFICE, acts: office('single-member-company') }],
  [
    '46 decided',
    'allow',
    'OK_LEGAL_PERSON',
    {
      addresses: OFFICE,
      acts: office('single-member-company'),
      decisions: [decision('address-class:single-member-company', { decision: 'allowed' })],
    },
  ],
  [
    'direction@ is one person',
    'refuse',
    'RECIPIENT_KIND_UNKNOWN',
    { addresses: [{ email: 'direction@acier-petit.fr' }], acts: office('company') },
  ],
  [
    '48 work mobile',
    'allow',
    'OK_B2B_INTEREST',
    byPhone('sms', { acts: [contact(JUNE, { ...BUYER, organisation: { siren: SIREN } })], message: SOFTWARE }),
  ],
  ['SMS to a company', 'refuse', 'LEGAL_PERSON_BY_TEXT', byPhone('sms', { ...LANDLINE, acts: office('company') })],
  [
    'SMS to a mobile that a company pays for: somebody carries it',
    'refuse',
    'RECIPIENT_KIND_UNKNOWN',
    byPhone('sms', { advertiser: reading('sms-to-legal-person'), acts: office('company') }),
  ],
  [
    '… by reading',
    'allow',
    'OK_LEGAL_PERSON',
    byPhone('sms', { ...LANDLINE, advertiser: reading('sms-to-legal-person'), acts: office('company') }),
  ],
  [
    '… at a mobile that was guessed',
    'refuse',
    'RECIPIENT_KIND_UNKNOWN',
    byPhone('sms', { advertiser: reading('sms-to-legal-person'), acts: office('company', { source: 'guessed' }) }),
  ],
  [
    '70',
    'refuse',
    'BASIS_NOT_AVAILABLE_FOR_CHANNEL',
    byPhone('automated-call', {
      acts: [contact(JUNE, { ...BUYER, organisation: { siren: SIREN } })],
      message: SOFTWARE,
    }),
  ],
  [
    '70 by reading',
    'allow',
    'OK_B2B_INTEREST',
    byPhone('automated-call', {
      advertiser: reading('professionals-by-automated-call'),
      acts: [contact(JUNE, { ...BUYER, organisation: { siren: SIREN } })],
      message: SOFTWARE,
    }),
  ],
  [
    'a shown professional, consent 500 days old that nothing links to the trade, call',
    'refuse',
    'CONSENT_EXPIRED',
    byPhone('automated-call', {
      acts: [
        contact(JUNE, { kind: 'professional', organisation: { siren: SIREN } }),
        consent('2025-07-12T10:00:00Z', { channels: ['automated-call'] }),
      ],
    }),
  ],
  [
    'a shown professional, consent 500 days old, call about the trade',
    'allow',
    'OK_CONSENT',
    byPhone('automated-call', {
      message: SOFTWARE,
      acts: [
        contact(JUNE, { kind: 'professional', organisation: { siren: SIREN }, profession: { function: 'buyer' } }),
        consent('2025-07-12T10:00:00Z', { channels: ['automated-call'] }),
      ],
    }),
  ],
]);
