import { readFileSync } from 'node:fs';
import type { CentreAnswer, Done } from '#shared/app/centre/act-in-centre.ts';
import type { OfferedForm } from '#shared/app/centre/offered-forms.ts';
import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import type { Held } from '#shared/domain/centre/held.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import { CHANNELS, recordOf } from '#shared/domain/message/channel.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { addressForm, typedOppositionRecorded } from '#shared/pages/address-form.ts';
import { centrePage } from '#shared/pages/centre/centre-page.ts';
import { closedCentre } from '#shared/pages/centre/closed-centre.ts';
import { documentOf, type Page } from '#shared/pages/layout.ts';
import { linkOfPreview, notDoneNow, notRecordedNow, unreadableLink } from '#shared/pages/not-recorded.ts';
import { oppositionPage } from '#shared/pages/opposition-page.ts';
import { oppositionRecorded } from '#shared/pages/opposition-recorded.ts';
import { startPage } from '#shared/pages/start-page.ts';
import { aFormVersion, factId, instant } from '../builders.ts';

const ORDINARY: OppositionNotice = {
  shortReference: '7K3M9-QXA2B',
  publicName: 'Caves Dubois & Fils',
  legalName: 'Établissements Dubois et Fils SARL',
  contact: 'bonjour@caves-dubois.example',
  contactLink: 'mailto:bonjour@caves-dubois.example',
  noticeUrl: 'https://caves-dubois.example/donnees',
  channel: 'email',
  locale: 'fr',
};
/** Names as long as settings take them. */
const LONG: OppositionNotice = {
  ...ORDINARY,
  publicName: `${'Établissements viticoles Dubois-Delacroix et Fils '.repeat(3)}`.slice(0, 120).trim(),
  legalName: 'W'.repeat(120),
};
const LOGO = readFileSync(new URL('logo.png', import.meta.url)).toString('base64');
/** A yellow that no page could show as it is, and a logo. */
const OWN_LOOK: OppositionNotice = {
  ...ORDINARY,
  look: {
    colour: '#FFD400',
    logo: { mediaType: 'image/png', base64: LOGO },
  },
};
const TYPED = { address: '', phone: '', sender: '', recorded: [], unread: [] } as const;
const TOKEN = 'k1_AbCdEf-0123456789';

const families = CHANNELS.filter((channel) => ['email', 'text', 'voice', undefined].includes(recordOf(channel).family));
const at = (day: string) => instant(`2026-${day}T10:00:00Z`);
const use = (family: Held['uses'][number]['family'], bases: Held['uses'][number]['bases']) => ({
  family,
  purpose: 'own-offers' as const,
  channels: families.filter((channel) => (recordOf(channel).family ?? 'other') === family),
  bases,
});
const HELD: Held = {
  uses: [
    use('email', [
      { kind: 'consent', at: at('03-03'), state: 'given' },
      { kind: 'sale', at: at('01-01'), type: 'order' },
      { kind: 'sale', at: at('01-08'), type: 'free-account' },
    ]),
    {
      ...use('text', [{ kind: 'consent', at: at('03-11'), state: 'withdrawn', endedAt: at('05-01') }]),
      stoppedAt: at('05-01'),
    },
    use('other', [{ kind: 'consent', at: at('03-03'), state: 'pending' }]),
    {
      ...use('email', [{ kind: 'consent', at: at('03-03'), state: 'invalidated', endedAt: at('04-08') }]),
      purpose: 'tracking',
    },
  ],
  oppositions: [
    { of: { scope: 'global' }, families: [], at: at('06-08'), via: 'sms-reply', isLiftedInPart: true },
    {
      of: { scope: 'channel', channels: families },
      families: ['email', 'text', 'other'],
      at: at('05-11'),
      via: 'sms-reply',
      isLiftedInPart: false,
    },
    {
      of: { scope: 'purpose', purpose: 'partner-offers', channels: families },
      families: ['voice'],
      at: at('05-01'),
      via: 'sms-reply',
      isLiftedInPart: false,
    },
  ],
  firstRecordedAt: at('01-01'),
  isRestricted: true,
  hasDeclared: true,
};

const HELD_BY_MAIL: Held['oppositions'][number] = {
  ...{ of: { scope: 'channel', channels: ['email'] }, families: ['email'] },
  ...{ at: at('06-08'), via: 'link', isLiftedInPart: false },
};

/** Nothing was agreed to or bought. */
const AS_PROFESSIONAL = use('email', [
  {
    kind: 'professional',
    source: { kind: 'public-source', reference: 'annuaire-des-cavistes.example', at: at('01-12') },
  },
]);

const LITTLE: Held = { ...HELD, uses: [AS_PROFESSIONAL], oppositions: [], isRestricted: false };

const OFFER: OfferedForm = {
  purpose: 'own-offers',
  channels: ['email'],
  form: {
    ...aFormVersion(),
    mode: 'hosted',
    mechanism: 'choice-button',
    wording: 'J’accepte de recevoir par e-mail les offres de Caves Dubois & Fils, deux fois par mois au plus.',
    notice: { version: '2', url: 'https://caves-dubois.example/donnees#lettre' },
  },
};

const centre = (language: ReaderLanguage, answer: CentreAnswer, kind = ''): Page =>
  centrePage(answer, {
    token: TOKEN,
    field: (name) => (name === 'kind' ? kind : ''),
    languageOr: () => language,
  });
/** By the link of a request, which no message carried. */
const FOR_REQUEST = { ...ORDINARY, shortReference: undefined };
const REQUESTS: ShownCentre['requests'] = [
  { kind: 'access', via: 'preference-page', acknowledged: { receivedAt: at('11-24'), next: { dueAt: at('12-24') } } },
  { kind: 'rectification', via: 'preference-page', acknowledged: { receivedAt: at('09-01'), next: 'late' } },
  { kind: 'question', via: 'email', acknowledged: { receivedAt: at('08-01'), next: { answeredAt: at('08-11') } } },
];
const sentOn = (day: string, kind?: ShownCentre['messages'][number]['kind']): ShownCentre['messages'][number] => ({
  ...{ messageId: 'msg_a' as MessageId, at: at(day), channel: 'email', family: 'email', kind },
});
const OWN = { class: 'prospecting', purpose: 'own-offers' } as const;
const MESSAGES: ShownCentre['messages'] = [
  sentOn('11-20', OWN),
  sentOn('11-20', OWN),
  sentOn('11-20', { class: 'prospecting', purpose: 'partner-offers', partner: 'Foires de l’Ouest' }),
  sentOn('11-12', { class: 'transactional', purpose: 'own-offers' }),
  sentOn('11-08'),
];
const AWAITING: ShownCentre['awaiting'] = {
  ...{ id: factId('erased'), kind: 'erasure', via: 'email', by: 'representative', receivedAt: at('11-22') },
};
const openCentre = (
  language: ReaderLanguage,
  done: Done | undefined,
  held?: Held,
  awaiting?: ShownCentre['awaiting'],
  notice = awaiting === undefined ? ORDINARY : FOR_REQUEST,
) => {
  const mayComeBack = held !== undefined && !held.isRestricted && held.oppositions.length > 0;
  return centre(
    language,
    {
      page: 'open',
      shown: {
        notice,
        awaiting,
        offers: held === undefined || held.isRestricted || mayComeBack ? [] : [OFFER],
        comes:
          held === undefined || held.isRestricted ? [] : held.uses.filter(({ stoppedAt }) => stoppedAt === undefined),
        seen: 12,
        mayComeBack,
        requests: held === undefined ? [] : REQUESTS,
        messages: MESSAGES,
        givenTo: {
          listed: held === undefined ? [] : [{ partner: 'Foires de l’Ouest', at: at('10-08') }],
          hasMore: false,
        },
        ...(held === undefined
          ? {}
          : { held, address: { kind: 'email', shown: 'camille.martin-dubois@exemple-de-messagerie.fr' } as const }),
      },
      pass: 'pass',
      done,
    },
    typeof done === 'object' && 'missing' in done ? done.missing : '',
  );
};

/** Every page that a person may be shown without a key, in a language, by a name of its own. */
export const publicPages = (language: ReaderLanguage): Readonly<Record<string, Page>> => {
  const closed = (before: Extract<CentreAnswer, { page: 'closed' }>['before']) =>
    centre(language, { page: 'closed', notice: ORDINARY, before, sheet: 'sheet' });
  const again = { isForm: true, fields: { address: 'rose@example.fr' } };
  return {
    start: startPage(language, 'https://stop.example/o'),
    'by-link': oppositionPage(ORDINARY, language, TOKEN),
    'by-link-of-a-text': oppositionPage({ ...ORDINARY, channel: 'sms' }, language, TOKEN),
    'by-link-of-a-call': oppositionPage({ ...ORDINARY, channel: 'automated-call' }, language, TOKEN),
    'by-link-of-another': oppositionPage({ ...ORDINARY, channel: 'post' }, language, TOKEN),
    'by-link-long-names': oppositionPage(LONG, language, TOKEN),
    'by-link-own-look': oppositionPage(OWN_LOOK, language, TOKEN),
    'recorded-own-look': oppositionRecorded(OWN_LOOK, false, language, TOKEN),
    'centre-own-look': closedCentre(OWN_LOOK, { token: TOKEN }, language),
    recorded: oppositionRecorded(ORDINARY, false, language, TOKEN),
    'recorded-everything': oppositionRecorded(ORDINARY, true, language, TOKEN),
    'recorded-long-names': oppositionRecorded(LONG, false, language, TOKEN),
    'by-address': addressForm(language),
    'by-address-fault': addressForm(language, { ...TYPED, address: 'rose', unread: ['address'] }),
    'by-address-faults': addressForm(language, {
      ...TYPED,
      address: 'rose',
      phone: '12',
      unread: ['address', 'phone'],
    }),
    'by-address-partly': addressForm(language, {
      ...TYPED,
      address: 'camille.martin-dubois@exemple-de-messagerie.fr',
      phone: '+33',
      recorded: ['address'],
      unread: ['phone'],
    }),
    'recorded-by-address': typedOppositionRecorded(language),
    unreadable: unreadableLink(language),
    preview: linkOfPreview(language),
    'not-recorded': notRecordedNow(language, again),
    'not-done': notDoneNow(language, again),
    'centre-closed': closedCentre(ORDINARY, { token: TOKEN }, language),
    'centre-long-names': closedCentre(LONG, { token: TOKEN }, language),
    'centre-code-sent': closed({ became: 'sent', at: at('11-24') }),
    'centre-code-again': centre(language, {
      ...{ page: 'closed', sheet: 'sheet', before: { became: 'sent', at: at('11-24') } },
      notice: LONG,
    }),
    'centre-another-code': closed({ became: 'sent', at: at('11-24'), isAnother: true }),
    'centre-wrong-code': closed('wrong-code'),
    'centre-wrong-last': closed({ became: 'wrong-code', at: at('11-24'), nextAt: at('11-25') }),
    'centre-too-many-codes': closed({ became: 'too-many', at: at('11-24'), nextAt: at('11-25') }),
    'centre-has-code': closed('has-code'),
    'centre-last-code': closed({ became: 'sent', at: at('11-24'), nextAt: at('11-25') }),
    'centre-no-sender': closed('no-sender'),
    'centre-over': closed('closed'),
    'centre-for-request': centre(language, {
      ...{ page: 'closed', sheet: 'sheet', before: { became: 'sent', at: at('11-24') } },
      notice: FOR_REQUEST,
    }),
    'centre-open': openCentre(language, undefined, HELD),
    'centre-open-for-request': openCentre(language, undefined, HELD, AWAITING),
    'centre-asked': openCentre(
      language,
      {
        kind: 'restriction',
        acknowledged: {
          receivedAt: at('11-24'),
          atOnce: 'restriction',
          next: { dueAt: instant('2026-12-24T10:00:00Z') },
        },
      },
      { ...HELD, uses: [], oppositions: [], isRestricted: false },
    ),
    'centre-asked-erasure': openCentre(
      language,
      {
        kind: 'erasure',
        acknowledged: { receivedAt: at('11-24'), atOnce: 'erasure', next: { dueAt: at('12-24') } },
      },
      { ...LITTLE, oppositions: [HELD_BY_MAIL] },
    ),
    'centre-asked-refused': openCentre(
      language,
      {
        kind: 'restriction',
        acknowledged: { receivedAt: at('11-24'), atOnce: 'restriction', next: { dueAt: at('12-24') } },
      },
      { ...HELD, uses: [], oppositions: [HELD_BY_MAIL], isRestricted: true },
    ),
    'centre-confirmed': openCentre(
      language,
      {
        kind: 'erasure',
        isConfirmed: true,
        acknowledged: { receivedAt: at('11-22'), atOnce: 'erasure', next: { dueAt: at('12-22') } },
      },
      { ...HELD, uses: [], oppositions: [HELD_BY_MAIL, { ...HELD_BY_MAIL, of: { scope: 'global' }, families: [] }] },
      undefined,
      FOR_REQUEST,
    ),
    'centre-agreed': openCentre(
      language,
      { agreed: { purpose: 'own-offers', channels: ['email'] }, isAgain: true },
      { ...LITTLE, oppositions: [{ ...HELD_BY_MAIL, isLiftedInPart: true }] },
    ),
    'centre-partners-stopped': openCentre(
      language,
      { stopped: { scope: 'purpose', purpose: 'partner-offers', channels: ['email'] } },
      { ...LITTLE, uses: [use('email', [{ kind: 'consent', at: at('03-03'), state: 'given' }])] },
    ),
    'centre-wrong-words': openCentre(language, 'wrong-words', {
      ...{ ...HELD, uses: [AS_PROFESSIONAL], oppositions: HELD.oppositions.slice(1), isRestricted: false },
    }),
    'centre-nothing-written': openCentre(language, { missing: 'rectification' }, LITTLE),
    'centre-stopped': openCentre(
      language,
      { stopped: { scope: 'purpose', purpose: 'own-offers', channels: ['email'] } },
      {
        ...LITTLE,
        uses: [{ ...use('email', [{ kind: 'consent', at: at('03-03'), state: 'given' }]), stoppedAt: at('11-24') }],
      },
    ),
    'centre-empty': openCentre(language, { stopped: { scope: 'global' } }),
    'centre-thanked': closed('thanked'),
  };
};

/** The same, as readers get them. */
export const publicDocuments = (
  language: ReaderLanguage,
): Readonly<Record<string, { readonly title: string; readonly document: string }>> =>
  Object.fromEntries(
    Object.entries(publicPages(language)).map(([name, page]) => [
      name,
      { title: page.title, document: documentOf(page) },
    ]),
  );
