/** Decided examples: classes, limits, form, caps, hours, countries. */
import {
  annulment,
  consent,
  contact,
  decide,
  decision,
  email,
  everything,
  NEWSLETTER,
  opposition,
  type Parts,
  PHONE,
  PROOF,
  reading,
  SIREN,
  sale,
} from './fixtures.ts';

const JUNE = '2026-06-01T10:00:00Z',
  JULY = '2026-07-01T10:00:00Z',
  AUGUST = '2026-08-20T10:00:00Z';
const byPhone = (channel: string, at: string, more: Parts = {}): Parts => ({
  addresses: PHONE,
  acts: [consent(JUNE, { channels: [channel] })],
  at,
  ...more,
  message: { channel, ...more.message },
});
const template = (body: object, message: object = {}): Parts => ({
  templates: { t: { category: 'shoes', ...body } },
  message: { template: { templateId: 't', version: '1' }, ...message },
});
const ORDER = { class: 'transactional', category: 'order', reason: 'order', reference: 'terms' };
const SURVEY = template({ class: 'relational', category: 'survey' });
const DECIDED_SURVEY: Parts = { ...SURVEY, decisions: [decision('template:t@1', { decision: 'allowed' })] };

decide('classes (rows 55 to 57, L8, L9)', [
  [
    '55 owed, though opposed',
    'allow',
    'NOT_PROSPECTING_TRANSACTIONAL',
    { ...template(ORDER, { reference: 'r1' }), acts: [opposition(JULY)] },
  ],
  ['without a reference it is prospecting', 'refuse', 'CONSENT_MISSING', template(ORDER)],
  [
    '56 with an offer, opposed',
    'refuse',
    'OPPOSED_CHANNEL',
    {
      ...template({ ...ORDER, category: 'shoes', offers: true }, { reference: 'r1' }),
      acts: [consent(JUNE), opposition(JULY, email)],
    },
  ],
  [
    '57 with an offer, consent',
    'allow',
    'OK_CONSENT',
    { ...template({ ...ORDER, category: 'shoes', offers: true }, { reference: 'r1' }), acts: [consent(JUNE)] },
  ],
  [
    'with an offer, found to be none',
    'allow',
    'NOT_PROSPECTING_TRANSACTIONAL',
    {
      ...template({ ...ORDER, offers: true }, { reference: 'r1' }),
      decisions: [decision('template:t@1', { decision: 'allowed' })],
    },
  ],
  [
    'refused after a complaint',
    'refuse',
    'CONSENT_MISSING',
    { ...template(ORDER, { reference: 'r1' }), decisions: [decision('template:t@1', { decision: 'refused' })] },
  ],
  ['relational, undecided', 'review', 'CLASS_UNCERTAIN', SURVEY],
  ['relational', 'allow', 'NOT_PROSPECTING_RELATIONAL', DECIDED_SURVEY],
  [
    'relational, to an address that a program gathered',
    'refuse',
    'COLLECTION_UNFAIR',
    { ...DECIDED_SURVEY, acts: [contact(JUNE, { source: 'scraped' })] },
  ],
  [
    'relational, to an address that was guessed',
    'refuse',
    'B2B_ADDRESS_GUESSED',
    { ...DECIDED_SURVEY, acts: [contact(JUNE, { source: 'guessed' })] },
  ],
  [
    'relational, and the person agreed since',
    'allow',
    'NOT_PROSPECTING_RELATIONAL',
    { ...DECIDED_SURVEY, acts: [contact(JUNE, { source: 'scraped' }), consent(JULY)] },
  ],
  [
    'owed, to an address that a program gathered',
    'allow',
    'NOT_PROSPECTING_TRANSACTIONAL',
    { ...template(ORDER, { reference: 'r1' }), acts: [contact(JUNE, { source: 'scraped' })] },
  ],
  [
    'relational, global opposition',
    'refuse',
    'RELATIONAL_REFUSED',
    { ...DECIDED_SURVEY, acts: [opposition(JULY, everything)] },
  ],
  [
    'relational, undecided, global opposition: what refuses comes before what awaits a human',
    'refuse',
    'RELATIONAL_REFUSED',
    { ...SURVEY, acts: [opposition(JULY, everything)] },
  ],
  [
    'relational, refused by the link it carries',
    'refuse',
    'RELATIONAL_REFUSED',
    { ...DECIDED_SURVEY, acts: [opposition(JULY, email, { observed: 'link' })] },
  ],
  [
    'relational, its purpose refused by the link it carries: it has none but its channel',
    'refuse',
    'RELATIONAL_REFUSED',
    {
      ...DECIDED_SURVEY,
      acts: [opposition(JULY, { scope: 'purpose', channels: ['email'], purpose: 'own-offers' }, { observed: 'link' })],
    },
  ],
  [
    'relational, global opposition, offers agreed to again',
    'refuse',
    'RELATIONAL_REFUSED',
    { ...DECIDED_SURVEY, acts: [opposition(JULY, everything), consent(AUGUST, { proof: PROOF })] },
  ],
  [
    'relational, refused by the link it carries, offers agreed to again',
    'refuse',
    'RELATIONAL_REFUSED',
    { ...DECIDED_SURVEY, acts: [opposition(JULY, email, { observed: 'link' }), consent(AUGUST, { proof: PROOF })] },
  ],
  [
    'relational, offers refused by letter',
    'allow',
    'NOT_PROSPECTING_RELATIONAL',
    { ...DECIDED_SURVEY, acts: [opposition(JULY, email)] },
  ],
  [
    'from a mailbox that nobody registered',
    'refuse',
    'ADVERTISER_HIDDEN',
    template(ORDER, { reference: 'r1', sender: 'autre@alba.example' }),
  ],
  ...(
    [
      ['La lettre de Maison-Alba', 'allow', 'NOT_PROSPECTING_TRANSACTIONAL'],
      ['MaisonAlba', 'allow', 'NOT_PROSPECTING_TRANSACTIONAL'],
      ['Maison Albatros', 'refuse', 'ADVERTISER_HIDDEN'],
      ['Lamaison Alba', 'refuse', 'ADVERTISER_HIDDEN'],
      ['Maison d’Alba', 'refuse', 'ADVERTISER_HIDDEN'],
    ] as const
  ).map(
    ([name, outcome, code]) =>
      [
        `shown as ${name}`,
        outcome,
        code,
        {
          ...template(ORDER, { reference: 'r1' }),
          advertiser: { senders: { email: [{ address: 'lettre@alba.example', name }] } },
        },
      ] as const,
  ),
  [
    'transactional on a Sunday by SMS',
    'allow',
    'NOT_PROSPECTING_TRANSACTIONAL',
    { ...template(ORDER, { reference: 'r1', channel: 'sms' }), addresses: PHONE, at: '2026-11-22T23:00:00+01:00' },
  ],
  [
    'owed, too late',
    'refuse',
    'VALIDITY_PASSED',
    template(ORDER, { reference: 'r1', validUntil: '2026-11-24T09:59:59Z' }),
  ],
  [
    'owed, at its last instant',
    'allow',
    'NOT_PROSPECTING_TRANSACTIONAL',
    template(ORDER, { reference: 'r1', validUntil: '2026-11-24T10:00:00Z' }),
  ],
]);

const offers = (nature: string): Parts['advertiser'] => ({
  offers: [{ category: 'pump', natures: [nature] }],
  analogies: [{ sold: 'boiler', offered: ['pump'], rationale: 'r' }],
});
const PUMP = { offerCategory: 'pump' };
const NAMED = `${String(NEWSLETTER.wording)}. J'accepte aussi vos offres pour ma santé.`;
/** An offer of sensitive goods to an address of a company. */
const sensitiveToCompany = (address: string): Parts => ({
  addresses: [{ email: address }],
  advertiser: offers('sensitive'),
  message: PUMP,
  acts: [
    contact(JUNE, {
      kind: 'legal-person',
      organisation: { siren: SIREN, legalForm: 'company' },
      source: 'public-source',
    }),
  ],
});
const RUNNING = { type: 'service-contract', relation: { state: 'running', shownBy: { contractReference: 'c' } } };
decide('sector, minors, sensitive (rows 61, 62, L. 223-8, L6, L11)', [
  [
    '61',
    'refuse',
    'SECTOR_BAN_HOME_ENERGY',
    { advertiser: offers('home-energy-works'), message: PUMP, acts: [consent(JUNE)] },
  ],
  [
    'the day before the law',
    'allow',
    'OK_CONSENT',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      acts: [consent('2025-06-01T10:00:00Z')],
      at: '2025-07-01T21:59:59Z',
    },
  ],
  [
    'the first second of the law',
    'refuse',
    'SECTOR_BAN_HOME_ENERGY',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      acts: [consent('2025-06-01T10:00:00Z')],
      at: '2025-07-01T22:00:00Z',
    },
  ],
  [
    'running contract with a related object',
    'allow',
    'OK_CONSENT',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      acts: [consent(JUNE), sale(JUNE, { ...RUNNING, lines: [{ category: 'boiler' }] })],
    },
  ],
  [
    'running contract with another object',
    'refuse',
    'SECTOR_BAN_HOME_ENERGY',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      acts: [consent(JUNE), sale(JUNE, { ...RUNNING, lines: [{ category: 'telecom' }] })],
    },
  ],
  [
    'the contract is no basis by itself',
    'refuse',
    'SOFT_OPT_IN_NO_REFUSAL_OFFERED',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      forms: {
        shop: {
          mode: 'web',
          wording: 'w',
          notice: { version: '1', url: 'u' },
          shown: { sha256: 'a', mediaType: 'image/png' },
        },
      },
      acts: [sale(JUNE, { ...RUNNING, lines: [{ category: 'boiler' }] })],
    },
  ],
  [
    'a bare sole trader stays a consumer',
    'refuse',
    'SECTOR_BAN_HOME_ENERGY',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      acts: [consent(JUNE), contact(JUNE, { kind: 'sole-trader' })],
    },
  ],
  [
    'a sole trader with a SIREN, whose consent nothing links to the trade',
    'refuse',
    'SECTOR_BAN_HOME_ENERGY',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      acts: [consent(JUNE), contact(JUNE, { kind: 'sole-trader', organisation: { siren: SIREN } })],
    },
  ],
  [
    'a sole trader with a SIREN, whose trade the offer concerns',
    'allow',
    'OK_CONSENT',
    {
      advertiser: {
        ...offers('home-energy-works'),
        professionalOffers: [{ function: 'hotelier', offered: ['pump'], rationale: 'r' }],
      },
      message: PUMP,
      acts: [
        consent(JUNE),
        contact(JUNE, {
          kind: 'sole-trader',
          organisation: { siren: SIREN },
          profession: { function: 'hotelier' },
        }),
      ],
    },
  ],
  ...(['consumer', undefined, 'professional'] as const).map((boughtAs): [string, 'allow' | 'refuse', string, Parts] => [
    `a sole trader with a SIREN who bought as ${boughtAs ?? 'nobody knows what'}`,
    boughtAs === 'professional' ? 'allow' : 'refuse',
    boughtAs === 'professional' ? 'OK_SOFT_OPT_IN' : 'SECTOR_BAN_HOME_ENERGY',
    {
      advertiser: offers('home-energy-works'),
      message: PUMP,
      acts: [
        sale(JUNE, { lines: [{ category: 'pump' }], ...(boughtAs && { boughtAs }) }),
        contact(JUNE, { kind: 'sole-trader', organisation: { siren: SIREN } }),
      ],
    },
  ]),
  ...(
    [
      ['a named mailbox', 'paul.durand@bistrot.fr', { siren: SIREN, legalForm: 'company' }, 'refuse'],
      ['the office of one person', 'contact@bistrot.fr', { siren: SIREN, legalForm: 'sole-trader' }, 'refuse'],
      ['the office of a company', 'contact@bistrot.fr', { siren: SIREN, legalForm: 'company' }, 'allow'],
    ] as const
  ).map(([where, email, organisation, outcome]): [string, 'allow' | 'refuse', string, Parts] => [
    `a legal person as declared at ${where}, who bought as nobody knows what`,
    outcome,
    outcome === 'allow' ? 'OK_SOFT_OPT_IN' : 'SECTOR_BAN_HOME_ENERGY',
    {
      addresses: [{ email }],
      advertiser: offers('home-energy-works'),
      message: { ...PUMP, basis: 'existing-customer' },
      acts: [sale(JUNE, { lines: [{ category: 'pump' }] }), contact(JUNE, { kind: 'legal-person', organisation })],
    },
  ]),
  [
    'touches on it',
    'review',
    'SECTOR_BAN_UNCERTAIN',
    { advertiser: offers('home-energy-mixed'), ...template({ category: 'pump' }), acts: [consent(JUNE)] },
  ],
  [
    'touches on it, in free text that nobody can decide on',
    'refuse',
    'SECTOR_BAN_UNCERTAIN',
    { advertiser: offers('home-energy-mixed'), message: PUMP, acts: [consent(JUNE)] },
  ],
  [
    'touches on it, refused: final, with its own code',
    'refuse',
    'SECTOR_BAN_UNCERTAIN',
    {
      advertiser: offers('home-energy-mixed'),
      ...template({ category: 'pump' }),
      acts: [consent(JUNE)],
      decisions: [decision('sector:t@1', { decision: 'refused' })],
    },
  ],
  [
    'touches on it, without a basis: the first of all reasons',
    'refuse',
    'SECTOR_BAN_UNCERTAIN',
    { advertiser: offers('home-energy-mixed'), message: PUMP },
  ],
  [
    'touches on it, allowed',
    'allow',
    'OK_CONSENT',
    {
      advertiser: offers('home-energy-mixed'),
      ...template({ category: 'pump' }),
      acts: [consent(JUNE)],
      decisions: [decision('sector:t@1', { decision: 'allowed' })],
    },
  ],
  ['62', 'refuse', 'MINOR_CONSENT_INVALID', { acts: [contact(JUNE, { ageBand: 'under-15' }), consent(JUNE)] }],
  [
    'with a parent',
    'allow',
    'OK_CONSENT',
    {
      acts: [contact(JUNE, { ageBand: 'under-15', parentalConsent: { agreedAt: JUNE, evidence: {} } }), consent(JUNE)],
    },
  ],
  ['15 to 17', 'allow', 'OK_CONSENT', { acts: [contact(JUNE, { ageBand: '15-17' }), consent(JUNE)] }],
  [
    '15 to 17 by reading',
    'review',
    'MINOR_CONSENT_UNCERTAIN',
    {
      advertiser: reading('minors-from-fifteen-are-reviewed'),
      acts: [contact(JUNE, { ageBand: '15-17' }), consent(JUNE)],
    },
  ],
  [
    'given alone at 14, adult today',
    'refuse',
    'MINOR_CONSENT_INVALID',
    { acts: [contact(JUNE, { ageBand: 'under-15' }), consent(JUNE), contact(JULY, { ageBand: 'adult' })] },
  ],
  [
    'given alone at 14, something else declared between, adult today',
    'refuse',
    'MINOR_CONSENT_INVALID',
    {
      acts: [
        contact(JUNE, { ageBand: 'under-15' }),
        contact(JUNE, { language: 'fr' }),
        consent(JUNE),
        contact(JULY, { ageBand: 'adult' }),
      ],
    },
  ],
  [
    'given at 14 with a parent, adult today',
    'allow',
    'OK_CONSENT',
    {
      acts: [
        contact(JUNE, { ageBand: 'under-15', parentalConsent: { agreedAt: JUNE, evidence: {} } }),
        consent(JUNE),
        contact(JULY, { ageBand: 'adult' }),
      ],
    },
  ],
  [
    'given alone at 14, a parent agrees with the adult',
    'refuse',
    'MINOR_CONSENT_INVALID',
    {
      acts: [
        contact(JUNE, { ageBand: 'under-15' }),
        consent(JUNE),
        contact(JULY, { ageBand: 'adult', parentalConsent: { agreedAt: JULY, evidence: {} } }),
      ],
    },
  ],
  [
    'form for children, age unknown',
    'refuse',
    'MINOR_CONSENT_INVALID',
    { forms: { news: { ...NEWSLETTER, childDirected: true } }, acts: [consent(JUNE)] },
  ],
  [
    'form for children, adult',
    'allow',
    'OK_CONSENT',
    {
      forms: { news: { ...NEWSLETTER, childDirected: true } },
      acts: [contact(JUNE, { ageBand: 'adult' }), consent(JUNE)],
    },
  ],
  [
    'sensitive',
    'refuse',
    'SENSITIVE_TARGETING',
    { advertiser: offers('sensitive'), message: PUMP, acts: [consent(JUNE)] },
  ],
  [
    'sensitive, to the office of a company: no personal data',
    'allow',
    'OK_LEGAL_PERSON',
    sensitiveToCompany('contact@firm.example'),
  ],
  [
    'sensitive, to a named mailbox of a company',
    'refuse',
    'SENSITIVE_TARGETING',
    sensitiveToCompany('ada.martin@firm.example'),
  ],
  [
    'sensitive, named outright',
    'allow',
    'OK_CONSENT',
    {
      advertiser: offers('sensitive'),
      message: PUMP,
      forms: { news: { ...NEWSLETTER, wording: NAMED, explicitWords: [{ category: 'pump', words: 'pour ma santé' }] } },
      acts: [consent(JUNE)],
    },
  ],
  [
    'sensitive, a category without words',
    'refuse',
    'SENSITIVE_TARGETING',
    {
      advertiser: offers('sensitive'),
      message: PUMP,
      forms: { news: { ...NEWSLETTER, wording: NAMED, explicitFor: ['pump'] } },
      acts: [consent(JUNE)],
    },
  ],
  [
    'sensitive, words that name offers alone',
    'refuse',
    'SENSITIVE_TARGETING',
    {
      advertiser: offers('sensitive'),
      message: PUMP,
      forms: {
        news: {
          ...NEWSLETTER,
          wording: NAMED,
          explicitWords: [{ category: 'pump', words: "J'accepte de recevoir vos offres" }],
        },
      },
      acts: [consent(JUNE)],
    },
  ],
  [
    'sensitive, words of another category',
    'refuse',
    'SENSITIVE_TARGETING',
    {
      advertiser: offers('sensitive'),
      message: PUMP,
      forms: {
        news: { ...NEWSLETTER, wording: NAMED, explicitWords: [{ category: 'boiler', words: 'pour ma santé' }] },
      },
      acts: [consent(JUNE)],
    },
  ],
  [
    'sensitive, words that do not occur',
    'refuse',
    'SENSITIVE_TARGETING',
    {
      advertiser: offers('sensitive'),
      message: PUMP,
      forms: {
        news: { ...NEWSLETTER, wording: NAMED, explicitWords: [{ category: 'pump', words: 'pour mes soins' }] },
      },
      acts: [consent(JUNE)],
    },
  ],
  [
    'sensitive, denied',
    'refuse',
    'SENSITIVE_TARGETING',
    {
      advertiser: offers('sensitive'),
      message: PUMP,
      forms: {
        news: {
          ...NEWSLETTER,
          wording: `${NAMED} Je ne veux pas d'offres de soins.`,
          explicitWords: [{ category: 'pump', words: "d'offres de soins" }],
        },
      },
      acts: [consent(JUNE)],
    },
  ],
  [
    'sensitive, named in a pre-ticked form',
    'refuse',
    'SENSITIVE_TARGETING',
    {
      advertiser: offers('sensitive'),
      message: PUMP,
      forms: {
        news: {
          ...NEWSLETTER,
          wording: NAMED,
          explicitWords: [{ category: 'pump', words: 'pour ma santé' }],
          defaultState: 'ticked',
        },
      },
      acts: [consent(JUNE), sale(JUNE, { lines: [{ category: 'boiler' }] })],
    },
  ],
]);

decide('form, input, countries (rows 47, 58, 59, 66, 72)', [
  ['47 fax', 'refuse', 'CHANNEL_UNSUPPORTED', byPhone('fax', '2026-11-24T11:00:00+01:00')],
  ['66 live call', 'refuse', 'CHANNEL_UNSUPPORTED', byPhone('live-call', '2026-11-24T11:00:00+01:00')],
  ['58', 'refuse', 'SUBJECT_FAKE_REPLY', { message: { subject: 'RE: votre dossier' }, acts: [consent(JUNE)] }],
  [
    'an honest subject',
    'allow',
    'OK_CONSENT',
    { message: { subject: 'Rentrée : nos chaussures' }, acts: [consent(JUNE)] },
  ],
  ['59', 'refuse', 'SUBJECT_UNRELATED', { ...template({ subjectJudgement: 'unrelated' }), acts: [consent(JUNE)] }],
  ['72 Austria, consent', 'allow', 'OK_CONSENT', { acts: [contact(JUNE, { country: 'AT' }), consent(JUNE)] }],
  [
    'Austria, customer',
    'refuse',
    'BASIS_NOT_AVAILABLE_FOR_CHANNEL',
    { acts: [contact(JUNE, { country: 'AT' }), sale(JUNE)] },
  ],
  ['Åland, of Finland', 'allow', 'OK_CONSENT', { acts: [contact(JUNE, { country: 'AX' }), consent(JUNE)] }],
  ['Jersey', 'refuse', 'RULE_PACK_MISSING', { acts: [contact(JUNE, { country: 'JE' }), consent(JUNE)] }],
  ['the Terres australes', 'refuse', 'RULE_PACK_MISSING', { acts: [contact(JUNE, { country: 'TF' }), consent(JUNE)] }],
  ...(
    [
      ['+447797123456', 'refuse', 'RULE_PACK_MISSING'],
      ['+447781123456', 'refuse', 'RULE_PACK_MISSING'],
      ['+441624512345', 'refuse', 'RULE_PACK_MISSING'],
      ['+4779012345', 'refuse', 'RULE_PACK_MISSING'],
      ['+390669812345', 'refuse', 'RULE_PACK_MISSING'],
      ['+447400123456', 'allow', 'OK_CONSENT'],
      ['+35818123456', 'allow', 'OK_CONSENT'],
    ] as const
  ).map(
    ([phone, outcome, primary]) =>
      [phone, outcome, primary, byPhone('sms', '2026-11-24T12:00:00+01:00', { addresses: [{ phone }] })] as const,
  ),
  ['United States', 'refuse', 'RULE_PACK_MISSING', { acts: [contact(JUNE, { country: 'US' }), consent(JUNE)] }],
  [
    'number of the United States',
    'refuse',
    'RULE_PACK_MISSING',
    byPhone('sms', '2026-11-24T17:00:00+01:00', { addresses: [{ phone: '+12125550123' }] }),
  ],
  [
    'declared French',
    'allow',
    'OK_CONSENT',
    byPhone('sms', '2026-11-24T17:00:00+01:00', {
      addresses: [{ phone: '+12125550123' }],
      acts: [contact(JUNE, { country: 'FR' }), consent(JUNE, { channels: ['sms'] })],
    }),
  ],
]);

const SOON = { validUntil: '2026-12-10T12:00:00Z' };
decide('hours and holidays (rows 32, 49, 50)', [
  ['SMS at 08:00', 'allow', 'OK_CONSENT', byPhone('sms', '2026-11-24T08:00:00+01:00')],
  ['SMS at 07:59', 'defer', 'QUIET_HOURS_SMS', byPhone('sms', '2026-11-24T07:59:59+01:00')],
  ['SMS at 21:29', 'allow', 'OK_CONSENT', byPhone('sms', '2026-11-24T21:29:59+01:00')],
  ['SMS at 21:30', 'defer', 'QUIET_HOURS_SMS', byPhone('sms', '2026-11-24T21:30:00+01:00')],
  [
    'own window until 20:00',
    'defer',
    'QUIET_HOURS_SMS',
    byPhone('sms', '2026-11-24T20:00:00+01:00', { advertiser: { sms: { window: { from: '07:00', until: '20:00' } } } }),
  ],
  [
    'a wider window does not widen the charter',
    'defer',
    'QUIET_HOURS_SMS',
    byPhone('sms', '2026-11-24T07:30:00+01:00', { advertiser: { sms: { window: { from: '07:00', until: '22:00' } } } }),
  ],
  ['Sunday', 'defer', 'QUIET_HOURS_SMS', byPhone('sms', '2026-11-22T11:00:00+01:00')],
  [
    'Sunday without courtesy',
    'allow',
    'OK_CONSENT',
    byPhone('sms', '2026-11-22T11:00:00+01:00', { advertiser: { sms: { sundayAndHolidayCourtesy: false } } }),
  ],
  ['11 November', 'defer', 'PUBLIC_HOLIDAY', byPhone('sms', '2026-11-11T11:00:00+01:00')],
  ['Easter Monday 2027', 'defer', 'PUBLIC_HOLIDAY', byPhone('sms', '2027-03-29T11:00:00+02:00')],
  [
    'Good Friday in Strasbourg',
    'defer',
    'PUBLIC_HOLIDAY',
    byPhone('sms', '2027-03-26T11:00:00+01:00', {
      acts: [contact(JUNE, { department: '67' }), consent(JUNE, { channels: ['sms'] })],
    }),
  ],
  // 0149: what was stored before is read by the name that the zone has today; of a zone where nobody is, nothing is.
  ...(['indian/reunion', 'INDIAN/REUNION'] as const).map(
    (zone) =>
      [
        `Réunion, written ${zone}`,
        'defer',
        'PUBLIC_HOLIDAY',
        byPhone('sms', '2027-12-20T10:00:00+04:00', {
          acts: [contact(JUNE, { zone }), consent(JUNE, { channels: ['sms'] })],
        }),
      ] as const,
  ),
  ...(['Etc/GMT-4', 'UTC', 'nowhere'] as const).map(
    (zone) =>
      [
        `Réunion by its department, beside ${zone}`,
        'defer',
        'PUBLIC_HOLIDAY',
        byPhone('sms', '2027-12-20T10:00:00+04:00', {
          acts: [contact(JUNE, { zone, department: '974' }), consent(JUNE, { channels: ['sms'] })],
        }),
      ] as const,
  ),
  ['Good Friday in Paris', 'allow', 'OK_CONSENT', byPhone('sms', '2027-03-26T11:00:00+01:00')],
  [
    'Réunion, 20 December 2027',
    'defer',
    'PUBLIC_HOLIDAY',
    byPhone('sms', '2027-12-20T10:00:00+04:00', {
      acts: [contact(JUNE, { department: '974' }), consent(JUNE, { channels: ['sms'] })],
    }),
  ],
  [
    'no lawful instant before the end',
    'refuse',
    'VALIDITY_PASSED',
    byPhone('sms', '2026-11-24T07:00:00+01:00', { message: { validUntil: '2026-11-24T07:59:59+01:00' } }),
  ],
  [
    'its first instant',
    'defer',
    'QUIET_HOURS_SMS',
    byPhone('sms', '2026-11-24T07:00:00+01:00', { message: { validUntil: '2026-11-24T08:00:00+01:00' } }),
  ],
  [
    'a number of Guadeloupe, written with +33: six in the morning there',
    'defer',
    'QUIET_HOURS_SMS',
    byPhone('sms', '2026-11-24T11:00:00+01:00', { addresses: [{ phone: '+33690123456' }] }),
  ],
  [
    '50 Réunion or Mayotte, 08:30 / 07:30',
    'defer',
    'TIMEZONE_AMBIGUOUS',
    byPhone('sms', '2026-11-24T08:30:00+04:00', { addresses: [{ phone: '+262692123456' }] }),
  ],
  [
    '50 legal in both',
    'allow',
    'OK_CONSENT',
    byPhone('sms', '2026-11-24T09:00:00+04:00', { addresses: [{ phone: '+262692123456' }] }),
  ],
  [
    '50 department known',
    'allow',
    'OK_CONSENT',
    byPhone('sms', '2026-11-24T08:30:00+04:00', {
      addresses: [{ phone: '+262692123456' }],
      acts: [contact(JUNE, { department: '974' }), consent(JUNE, { channels: ['sms'] })],
    }),
  ],
  ['e-mail on a Sunday night', 'allow', 'OK_CONSENT', { acts: [consent(JUNE)], at: '2026-11-22T23:30:00+01:00' }],
  [
    '32 call on Saturday',
    'defer',
    'QUIET_HOURS_VOICE',
    byPhone('automated-call', '2026-11-28T11:00:00+01:00', { message: SOON }),
  ],
  [
    '32 call on Saturday, default validity',
    'refuse',
    'VALIDITY_PASSED',
    byPhone('automated-call', '2026-11-28T11:00:00+01:00'),
  ],
  ['call at 12:59', 'allow', 'OK_CONSENT', byPhone('automated-call', '2026-11-24T12:59:59+01:00')],
  ['call at 13:00', 'defer', 'QUIET_HOURS_VOICE', byPhone('automated-call', '2026-11-24T13:00:00+01:00')],
  ['call at 19:59', 'allow', 'OK_CONSENT', byPhone('automated-call', '2026-11-24T19:59:59+01:00')],
  ['call at 20:00', 'defer', 'QUIET_HOURS_VOICE', byPhone('automated-call', '2026-11-24T20:00:00+01:00')],
  ['call on 11 November', 'defer', 'PUBLIC_HOLIDAY_VOICE', byPhone('automated-call', '2026-11-11T11:00:00+01:00')],
  [
    'call on 11 November, a Belgian with a French number (0191)',
    'allow',
    'OK_CONSENT',
    byPhone('automated-call', '2026-11-11T11:00:00+01:00', {
      acts: [contact(JUNE, { country: 'BE' }), consent(JUNE, { channels: ['automated-call'] })],
    }),
  ],
  [
    'call on a Sunday, the same: the stricter rule is asked abroad',
    'defer',
    'QUIET_HOURS_VOICE',
    byPhone('automated-call', '2026-11-22T11:00:00+01:00', {
      message: SOON,
      acts: [contact(JUNE, { country: 'BE' }), consent(JUNE, { channels: ['automated-call'] })],
    }),
  ],
  [
    'the consent runs out before the window opens',
    'refuse',
    'VALIDITY_PASSED',
    byPhone('automated-call', '2026-11-28T11:00:00+01:00', {
      message: SOON,
      acts: [consent('2025-11-29T10:00:00Z', { channels: ['automated-call'] })],
    }),
  ],
]);

const calls = (days: string[]): Parts['sent'] =>
  days.map((day) => ({ channel: 'automated-call', at: `2026-${day}T11:00:00+01:00` }));
decide('caps and quotas (row 33, D8)', [
  [
    'four calls in thirty days',
    'refuse',
    'ATTEMPT_QUOTA',
    byPhone('automated-call', '2026-11-24T11:00:00+01:00', { sent: calls(['11-02', '11-05', '11-10', '11-12']) }),
  ],
  [
    '33 the window opens in time',
    'defer',
    'ATTEMPT_QUOTA',
    byPhone('automated-call', '2026-11-24T11:00:00+01:00', {
      message: SOON,
      sent: calls(['11-02', '11-05', '11-10', '11-12']),
    }),
  ],
  [
    'the thirtieth day counts',
    'refuse',
    'ATTEMPT_QUOTA',
    byPhone('automated-call', '2026-11-24T11:00:00+01:00', {
      sent: calls(['10-26', '11-05', '11-10', '11-12']),
      message: { validUntil: '2026-11-24T18:00:00+01:00' },
    }),
  ],
  [
    'the thirty-first does not',
    'allow',
    'OK_CONSENT',
    byPhone('automated-call', '2026-11-24T11:00:00+01:00', { sent: calls(['10-25', '11-05', '11-10', '11-12']) }),
  ],
  [
    'ceiling of the day',
    'defer',
    'FREQUENCY_CAP',
    {
      advertiser: { dailyCeiling: 1 },
      acts: [consent(JUNE)],
      sent: [{ channel: 'email', at: '2026-11-24T00:00:00+01:00' }],
    },
  ],
  [
    'ceiling, another day',
    'allow',
    'OK_CONSENT',
    {
      advertiser: { dailyCeiling: 1 },
      acts: [consent(JUNE)],
      sent: [{ channel: 'email', at: '2026-11-23T23:59:59+01:00' }],
    },
  ],
  [
    'ceiling, another channel',
    'allow',
    'OK_CONSENT',
    {
      advertiser: { dailyCeiling: 1 },
      acts: [consent(JUNE)],
      sent: [{ channel: 'sms', at: '2026-11-24T08:00:00+01:00' }],
    },
  ],
  [
    'ceiling that lasts',
    'refuse',
    'FREQUENCY_CAP',
    {
      advertiser: { dailyCeiling: 1 },
      acts: [consent(JUNE)],
      sent: [{ channel: 'email', at: '2026-11-24T08:00:00+01:00' }],
      message: { validUntil: '2026-11-24T23:59:59+01:00' },
    },
  ],
  [
    'a hold that lasts',
    'refuse',
    'VALIDITY_PASSED',
    {
      acts: [consent(JUNE), opposition(JULY), annulment('2026-11-24T09:00:00Z', 1)],
      message: { validUntil: '2026-11-25T08:59:59Z' },
    },
  ],
]);
