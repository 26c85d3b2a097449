import { describe, expect, test } from 'vitest';
import { REASONS, RESERVED_CODES, remedyOf } from '#shared/law/reasons/reasons.ts';
import { EXAMPLES, type RouteName } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const SETTINGS = EXAMPLES['put-advertiser'] as { senders: object };
const TO = { email: { email: 'camille.martin@example.com' }, sms: { phone: '+33612345678' } } as const;
const MAIL = { subject: 'Nos vins d’hiver', text: 'Bonjour' };

type Call = readonly [RouteName, object];
const settings = (changes: object): Call => [
  'put-advertiser',
  { path: { advertiserId: ADVERTISER }, body: { ...SETTINGS, ...changes }, headers: { 'If-Match': '*' } },
];
const senders = (changes: object): Call => settings({ senders: { ...SETTINGS.senders, ...changes } });
const template = (content: object, more: object = {}): Call => [
  'put-template-version',
  {
    path: { advertiserId: ADVERTISER, templateId: 'letter', version: '1' },
    body: { category: 'wine', content, ...more },
  },
];
const message = (changes: object): Call => {
  const asked = { channel: 'email', contact: TO.email, offerCategory: 'wine', content: { email: MAIL }, ...changes };
  return ['accept-messages', { body: { advertiserId: ADVERTISER, messages: [asked] } }];
};
const text = (changes: object): Call =>
  message({ channel: 'sms', contact: TO.sms, content: { sms: { text: 'Nos vins' } }, ...changes });
const reconstruction = { email: { subject: 'Vins', html: '<frameset><frame></frameset>' } };

/** A refusal that depends on settings, template or message alone: the call that stops it, and where its fault points. */
const REFUSED_WHEN_SET: readonly (readonly [code: string, what: string, call: Call, pointer: string])[] = [
  [
    'CHANNEL_UNSUPPORTED',
    'a channel on which nothing is sent',
    message({ channel: 'fax', contact: TO.sms, content: { sms: { text: 'a' } } }),
    '/channel',
  ],
  [
    'ADVERTISER_HIDDEN',
    'a name that is no registered name',
    senders({ email: [{ address: 'a@x.example', name: 'Vins du Sud' }] }),
    '/senders/email/0/name',
  ],
  ['ADVERTISER_HIDDEN', 'an unknown sender of a mail', message({ sender: 'autre@maison-valmy.example' }), '/sender'],
  ['ADVERTISER_HIDDEN', 'an unknown sender of a text', text({ sender: 'AUTRE' }), '/sender'],
  [
    'SENDER_ID_INVALID',
    'a sender that is not admitted',
    senders({ sms: [{ senderId: 'PROMO', replyCode: '36105' }] }),
    '/senders/sms/0/senderId',
  ],
  [
    'OPPOSITION_NOT_FREE',
    'a surcharged number for STOP',
    senders({ sms: [{ senderId: 'MAISONVALMY', replyCode: '81180' }] }),
    '/senders/sms/0/replyCode',
  ],
  [
    'OPPOSITION_ROAD_NOT_WORKING',
    'a template with a code for STOP that is none of ours',
    template({ sms: { text: 'Nos vins. STOP au 38000' } }),
    '/content/sms/text',
  ],
  [
    'OPPOSITION_ROAD_NOT_WORKING',
    'a text with a code for STOP that is none of ours',
    text({ content: { sms: { text: 'Nos vins. STOP 38000' } } }),
    '/content/sms/text',
  ],
  [
    'CALLER_ID_FORBIDDEN',
    'a number that no automated system may show',
    senders({ calls: [{ callerId: '+33612345678' }] }),
    '/senders/calls/0/callerId',
  ],
  [
    'QUIET_HOURS_SMS',
    'a window outside the lawful hours',
    settings({ sms: { window: { from: '22:00', until: '23:00' } } }),
    '/sms/window',
  ],
  [
    'OPPOSITION_MENTION_MISSING',
    'a name that leaves no room for a text',
    settings({ tradeNames: ['Œ'.repeat(120), 'Maison Valmy'], sms: { maxSegments: 1 } }),
    '/sms/maxSegments',
  ],
  [
    'OPPOSITION_MENTION_MISSING',
    'a template that can never fit',
    template({ sms: { text: 'a'.repeat(900) } }),
    '/content/sms/text',
  ],
  [
    'OPPOSITION_MENTION_MISSING',
    'a text that can never fit',
    text({ content: { sms: { text: 'a'.repeat(900) } } }),
    '/content/sms/text',
  ],
  [
    'OPPOSITION_MENTION_MISSING',
    'a value that makes a text too long',
    text({ content: { sms: { text: 'Vins {{nom}}' } }, mergeValues: { nom: 'a'.repeat(450) } }),
    '/mergeValues',
  ],
  [
    'OPPOSITION_MENTION_MISSING',
    'a template in which no footer is seen',
    template(reconstruction),
    '/content/email/html',
  ],
  [
    'OPPOSITION_MENTION_MISSING',
    'a mail in which no footer is seen',
    message({ content: reconstruction }),
    '/content/email/html',
  ],
  [
    'SUBJECT_FAKE_REPLY',
    'a template whose subject poses as a reply',
    template({ email: { ...MAIL, subject: 'RE: votre dossier' } }),
    '/content/email/subject',
  ],
  [
    'SUBJECT_FAKE_REPLY',
    'a mail whose subject poses as a reply',
    message({ content: { email: { ...MAIL, subject: 'Tr : votre dossier' } } }),
    '/content/email/subject',
  ],
  [
    'SUBJECT_UNRELATED',
    'a template with an empty subject',
    template({ email: { ...MAIL, subject: '  ' } }),
    '/content/email/subject',
  ],
  [
    'SUBJECT_UNRELATED',
    'a mail with an empty subject',
    message({ content: { email: { ...MAIL, subject: ' ' } } }),
    '/content/email/subject',
  ],
  [
    'SUBJECT_UNRELATED',
    'a raw line break in a subject',
    template({ email: { ...MAIL, subject: 'Nos vins\nd’hiver' } }),
    '/content/email/subject',
  ],
  [
    'SUBJECT_UNRELATED',
    'a value that breaks the subject',
    message({ content: { email: { ...MAIL, subject: 'Vins {{nom}}' } }, mergeValues: { nom: 'a\nb' } }),
    '/mergeValues/nom',
  ],
  ['VALIDITY_PASSED', 'a validity that is past', message({ validUntil: '2026-11-24T09:00:00Z' }), '/validUntil'],
  [
    'PARTNER_NOT_NAMED_AT_COLLECTION',
    'a partner of one’s own offers',
    message({ partner: { siren: '775684335', name: 'Gîtes' } }),
    '/partner',
  ],
];

/** What the rest depends on, so that it is known when a message is sent and not before. */
const KNOWN_WHEN_SENT: Readonly<Record<string, readonly string[]>> = {
  'the person, and what is recorded of them': [
    'RULE_PACK_MISSING',
    'OPPOSED_GLOBAL',
    'USE_RESTRICTED',
    'OPPOSED_CHANNEL',
    'OPPOSED_PURPOSE',
    'OPPOSED_AFTER_DECISION',
    'RELATIONAL_REFUSED',
    'REOPT_IN_NOT_VALID',
    'RECIPIENT_KIND_UNKNOWN',
    'LEGAL_PERSON_UNCERTAIN',
    'LEGAL_PERSON_BY_TEXT',
    'ANOTHER_BASIS_HOLDS',
    'CONSENT_MISSING',
    'CONSENT_PENDING_CONFIRMATION',
    'CONSENT_WITHDRAWN',
    'CONSENT_EXPIRED',
    'CONSENT_WRONG_CHANNEL',
    'CONSENT_WRONG_PURPOSE',
    'CONSENT_WRONG_CONTROLLER',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    'PARTNER_CHAIN_BROKEN',
    'SOFT_OPT_IN_CHANNEL_NOT_COVERED',
    'SOFT_OPT_IN_INDIRECT_COLLECTION',
    'SOFT_OPT_IN_NO_SALE',
    'SOFT_OPT_IN_DIFFERENT_PERSON',
    'SOFT_OPT_IN_NOT_ANALOGOUS',
    'SOFT_OPT_IN_REFUSED_AT_COLLECTION',
    'B2B_PROFESSION_LINK_NOT_SHOWN',
    'B2B_NOTICE_MISSING',
    'B2B_ADDRESS_GUESSED',
    'COLLECTION_UNFAIR',
    'BASIS_NOT_AVAILABLE_FOR_CHANNEL',
    'EVIDENCE_MISSING',
    'EVIDENCE_TAMPERED',
    'EVIDENCE_NOT_HELD_BY_US',
    'RETENTION_EXPIRED',
    'RETENTION_EXPIRED_CUSTOMER',
    'RENEWAL_AFTER_OPPOSITION',
    'RENEWAL_ALREADY_ASKED',
    'RENEWAL_TOO_EARLY',
    'SECTOR_BAN_HOME_ENERGY',
    'SECTOR_BAN_CPF',
    'MINOR_CONSENT_INVALID',
    'MINOR_CONSENT_UNCERTAIN',
    'SENSITIVE_TARGETING',
    'FREQUENCY_CAP',
    'ATTEMPT_QUOTA',
    'HELD_AFTER_ANNULMENT',
    'ADDRESS_UNDELIVERABLE',
    'TEST_NOT_AGREED',
    'SOURCE_MENTION_MISSING',
    'PIXEL_STRIPPED_NO_CONSENT',
  ],
  'a form, which is a fact: stored, and answered as unusable (forms.test.ts)': [
    'CONSENT_MECHANISM_INVALID',
    'CONSENT_CHANNEL_UNCERTAIN',
    'EVIDENCE_INCOMPLETE',
    'SOFT_OPT_IN_NOTICE_MISSING',
    'SOFT_OPT_IN_NO_REFUSAL_OFFERED',
  ],
  'a decision of a human: its review is open when the template is put, or when the cause is first met': [
    'CLASS_UNCERTAIN',
    'MIXED_CONTENT_REQUALIFIED',
    'SECTOR_BAN_UNCERTAIN',
    'SECTOR_BAN_CPF_UNCERTAIN',
    'CREDIT_REMINDER_UNCERTAIN',
    'SOFT_OPT_IN_FREEMIUM_REVIEW',
    'REVIEW_EXPIRED',
  ],
  'the moment': ['QUIET_HOURS_VOICE', 'PUBLIC_HOLIDAY', 'PUBLIC_HOLIDAY_VOICE', 'TIMEZONE_AMBIGUOUS'],
  'bytes that another system made: Aval adds these itself to what it sends': [
    'RELATIONAL_REFUSAL_MISSING',
    'PROCESSING_NOTICE_MISSING',
    'AD_NOT_RECOGNISABLE',
  ],
  'a fault of Aval, which adds it itself': ['TEST_NOT_MARKED'],
  'the stores': ['OPPOSITION_STORE_UNAVAILABLE'],
};

const asked = (world: World, [name, asked]: Call) => world.call(name, asked);

describe('refused when set, not when sent', () => {
  test('every code that stops a message is refused when it is set, or depends on what is known later', () => {
    const reserved: readonly string[] = RESERVED_CODES;
    const stopping = Object.keys(REASONS).filter((code) => remedyOf(code) !== undefined && !reserved.includes(code));
    const here = [...REFUSED_WHEN_SET.map(([code]) => code), ...Object.values(KNOWN_WHEN_SENT).flat()];
    expect(stopping.filter((code) => !here.includes(code))).toEqual([]);
    expect(here.filter((code) => !stopping.includes(code))).toEqual([]);
  });

  test.each(REFUSED_WHEN_SET)('%s: %s', async (_code, _what, call, pointer) => {
    const world = await aWorldWithForms();
    const { status, body } = await asked(world, call);
    const isMessage = call[0] === 'accept-messages';
    const { errors } = isMessage ? body.messages[0].error : body;
    expect([status, errors[0].pointer]).toEqual([422, isMessage ? `/messages/0${pointer}` : pointer]);
  });

  test('a message is held against the settings stored now, not those kept for seconds', async () => {
    const world = await aWorldWithForms();
    const sender = 'vins@maison-valmy.example';
    expect((await asked(world, message({ sender }))).status).toBe(422);
    const email = [{ address: 'bonjour@maison-valmy.example' }, { address: sender, name: 'Maison Valmy' }];
    await asked(world, senders({ email }));
    expect((await asked(world, message({ sender }))).status).toBe(202);
  });

  test('a code for STOP that one of the senders hears, and hours that are "non stop", are refused to nobody', async () => {
    const world = await aWorldWithForms();
    for (const said of ['Nos vins. STOP au 36105', 'Ouvert non stop 75011 Paris'])
      expect((await asked(world, text({ content: { sms: { text: said } } }))).status).toBe(202);
    const sms = [
      { senderId: 'MAISONVALMY', replyCode: '36105' },
      { senderId: 'VALMY', replyCode: '38000' },
    ];
    await asked(world, senders({ sms }));
    const ofSecond = { content: { sms: { text: 'STOP au 38000' } } };
    expect((await asked(world, text({ ...ofSecond, sender: 'VALMY' }))).status).toBe(202);
    // It would leave from the first sender, whose code is another.
    expect((await asked(world, text(ofSecond))).status).toBe(422);
  });

  test('no channel has a sender left: a message is refused, and says where to register one', async () => {
    const world = await aWorldWithForms();
    await asked(world, senders({ email: [] }));
    const { body } = await asked(world, message({}));
    expect(body.messages[0].error.errors).toMatchObject([
      { pointer: '/messages/0/channel', remedy: { route: 'PATCH /v1/advertisers/{advertiserId}' } },
    ]);
  });

  test('a subject that a human found unrelated is on record, and said of the version', async () => {
    const approver = { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' };
    const judged = template({ email: MAIL }, { subjectJudgement: 'unrelated', approver });
    const { status, body } = await asked(await aWorldWithForms(), judged);
    expect([status, body.usable.email.missing]).toMatchObject([201, [{ pointer: '/subjectJudgement' }]]);
  });
});
