/**
 * Builders of domain values for tests: each says only what matters, all the rest is a lawful, complete world seen on
 * Tuesday 24 November 2026 at 11:00 in Paris. Casts to branded ids live here and in adapters only.
 */

import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Consent, ConsentFacts } from '#shared/domain/consent/consent.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import type { AdvertiserId, ContactId, FactId, FormId, Instant, MessageId } from '#shared/domain/ids.ts';
import { sealed } from '#shared/domain/ledger/seal.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Claim, Sends } from '#shared/domain/message/message.ts';
import type { BytesFacts, ProposedMessage, VetRequest } from '#shared/domain/message/vet.ts';
import type { Opposition, OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';

/** Optional fields may also be given as `undefined`, which removes the builder's default. */
type Changes<T> = { [K in keyof T]?: T[K] | undefined };

const withChanges = <T extends object>(defaults: T, changes: Changes<T>): T => {
  const merged: Record<string, unknown> = { ...defaults, ...changes };
  for (const key of Object.keys(merged)) if (merged[key] === undefined) delete merged[key];
  return merged as T;
};

/** With the seal that the ledger would put on it, unless the test gives another. */
const withSeal = <T extends { readonly seal: string }>(defaults: Omit<T, 'seal'>, changes: Changes<T>): T => {
  const whole = withChanges<object>(defaults, changes);
  return (changes.seal === undefined ? sealed(whole) : whole) as T;
};

/** Any RFC 3339 time as an instant of the domain: `instant('2026-11-24T11:00:00+01:00')`. */
export const instant = (text: string): Instant => new Date(text).toISOString() as Instant;
/** Tuesday 24 November 2026, 11:00 in Paris. */
export const NOW = instant('2026-11-24T11:00:00+01:00');

export const ADVERTISER_ID = 'maison-valmy' as AdvertiserId;
export const SIREN = '552100554';
/** Another legal person: a sister company, a broker, a partner. */
export const OTHER_SIREN = '732829320';
export const CONTACT_ID = `v1n1.${'a'.repeat(43)}` as ContactId;
export const OTHER_CONTACT_ID = `v1n1.${'b'.repeat(43)}` as ContactId;

/** A fact id of the contact: `factId('consent-1')`. */
export const factId = (name: string, contactId: string = CONTACT_ID): FactId =>
  `${contactId}.${name
    .replaceAll(/[^A-Za-z0-9_-]/g, '-')
    .padEnd(16, '0')
    .slice(0, 16)}` as FactId;
export const messageId = (name: string): MessageId =>
  `msg_${name
    .replaceAll(/[^A-Za-z0-9_-]/g, '-')
    .padEnd(22, '0')
    .slice(0, 22)}` as MessageId;
const formId = (name: string) => name as FormId;
/** A SHA-256 that says which test value it stands for. */
export const sha256 = (digit = '0') => digit.repeat(64).slice(0, 64);

export const anAdvertiser = (changes: Changes<Advertiser> = {}): Advertiser =>
  withChanges<Advertiser>(
    {
      advertiserId: ADVERTISER_ID,
      settingsVersion: 1,
      recordedAt: instant('2024-01-01T00:00:00Z'),
      siren: SIREN,
      legalName: 'Maison Valmy SAS',
      tradeNames: ['Maison Valmy'],
      postalAddress: '12 rue des Vignes, 51100 Reims',
      contact: { email: 'contact@maison-valmy.example' },
      privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
      locale: 'fr',
      senders: {
        email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }],
        sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
        calls: [{ callerId: '+33162000000', acceptsKeyPress: false }],
      },
      analogies: [{ sold: 'wine', offered: ['wine', 'glassware'], rationale: 'Verres et vins se vendent ensemble.' }],
      professionalOffers: [
        { function: 'restaurant-manager', offered: ['wine', 'glassware'], rationale: 'Achète la carte des vins.' },
      ],
      offers: [],
      retention: { prospectYears: 3, customerYears: 3 },
      sms: { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '08:00', until: '21:30' } },
      dailyCeiling: 5,
      readings: [],
    },
    changes,
  );

const WORDING =
  'J’accepte de recevoir par e-mail, par SMS, par MMS et par appel automatique les offres de Maison Valmy. ' +
  'Je peux m’y opposer à tout moment.';

/** A web form with an empty box, naming each mission channel, a notice, and a refusal offered. */
export const aFormVersion = (changes: Changes<FormVersion> = {}): FormVersion =>
  withChanges<FormVersion>(
    {
      advertiserId: ADVERTISER_ID,
      formId: formId('newsletter'),
      version: '1',
      recordedAt: instant('2024-01-01T00:00:00Z'),
      sha256: sha256('f'),
      mode: 'web',
      language: 'fr',
      wording: WORDING,
      channels: [
        { channel: 'email', words: 'par e-mail' },
        { channel: 'sms', words: 'par SMS' },
        { channel: 'mms', words: 'par MMS' },
        { channel: 'automated-call', words: 'par appel automatique' },
      ],
      purposes: ['own-offers'],
      partnersNamed: [],
      mechanism: 'checkbox',
      defaultState: 'empty',
      isConditionOfService: false,
      notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
      refusal: { words: 'Cochez pour ne pas recevoir nos offres.' },
      shown: { sha256: sha256('5'), mediaType: 'image/png' },
      childDirected: false,
      approver: { name: 'Claire Petit', approvedAt: instant('2012-01-02T00:00:00Z') },
    },
    changes,
  );

export const referenceOf = ({ formId, version }: Pick<FormVersion, 'formId' | 'version'>): FormReference => ({
  formId,
  version,
});

/** A consent to e-mail, given on the newsletter form six months ago. */
export const aConsent = (changes: Changes<Consent> = {}): Consent =>
  withSeal<Consent>(
    {
      kind: 'consent',
      id: factId('consent'),
      seq: 1,
      channels: ['email'],
      purpose: 'own-offers',
      form: referenceOf(aFormVersion()),
      givenAt: instant('2026-05-20T09:00:00Z'),
      recordedAt: instant('2026-05-20T09:00:01Z'),
      transferredBy: [],
      state: 'given',
      observed: false,
    },
    changes,
  );

/** The reading of an advertiser for whom a STOP by text is of everything (OPP-3). */
export const STOP_COVERS_EVERYTHING = {
  reading: 'sms-stop-covers-everything',
  justification: 'Un STOP nu.',
  decidedBy: 'Claire Petit',
  decidedOn: '2026-01-05',
} as const;

/** The same as it is recorded: without what the ledger and time add. */
export const consentFacts = (changes: Changes<Consent> = {}): ConsentFacts => {
  const { kind: _k, id: _i, seq: _s, recordedAt: _r, state: _t, observed: _o, seal: _l, ...facts } = aConsent(changes);
  return facts;
};

/** A paid order of wine six months ago, with a notice and a refusal offered at the checkout. */
export const aSale = (changes: Changes<Sale> = {}): Sale =>
  withSeal<Sale>(
    {
      kind: 'sale',
      id: factId('sale'),
      seq: 1,
      reference: 'CMD-1',
      type: 'order',
      soldAt: instant('2026-05-20T09:00:00Z'),
      recordedAt: instant('2026-05-20T09:00:01Z'),
      lines: [{ category: 'wine' }],
      form: referenceOf(aFormVersion()),
      coordinatesFrom: 'data-subject',
    },
    changes,
  );

/** An opposition heard by link: e-mail, all purposes, ten days ago. */
export const anOpposition = (of?: OppositionScope, changes: Changes<Opposition> = {}): Opposition =>
  withChanges<Opposition>(
    {
      id: factId('opposition'),
      seq: 10,
      of: of ?? { scope: 'channel', channels: ['email'] },
      via: 'link',
      occurredAt: instant('2026-11-14T09:00:00Z'),
      recordedAt: instant('2026-11-14T09:00:00Z'),
    },
    changes,
  );

/** An e-mail contact of whom nothing is recorded but the address. */
export const aStanding = (changes: Changes<Standing> = {}): Standing =>
  withChanges<Standing>(
    {
      advertiserId: ADVERTISER_ID,
      contactId: CONTACT_ID,
      addressKind: 'email',
      seq: 20,
      declared: {},
      consents: [],
      sales: [],
      oppositions: [],
      firstRecordedAt: instant('2026-05-20T09:00:00Z'),
    },
    changes,
  );

/** An e-mail about wine, valid for three days. */
export const aProposedMessage = (changes: Changes<ProposedMessage> = {}): ProposedMessage =>
  withChanges<ProposedMessage>(
    { channel: 'email', purpose: 'own-offers', offerCategory: 'wine', validUntil: instant('2026-11-27T10:00:00Z') },
    changes,
  );

/** Sends of a month to the contact, by instants of their claims. */
export const someSends = (channel: Sends['channel'], claimedAt: readonly string[]): Sends => ({
  month: (claimedAt[0] ?? NOW).slice(0, 7),
  channel,
  revision: claimedAt.length,
  entries: claimedAt.map(
    (at, index): Claim => ({
      messageId: messageId(`sent-${index}`),
      claimedAt: instant(at),
      claimToken: `token-${index}`,
      result: 'sent',
    }),
  ),
});

/** A vet of that message to `camille@example.fr`, with the newsletter form stored; give `forms` to store others. */
export const aVetRequest = (changes: Changes<VetRequest> & { forms?: readonly FormVersion[] } = {}): VetRequest => {
  const { forms = [aFormVersion()], ...others } = changes;
  const request = withChanges<VetRequest>(
    {
      at: NOW,
      message: aProposedMessage(),
      address: 'camille@example.fr',
      isPublicMailbox: isPublicMailbox(changes.address ?? ''),
      standing: undefined,
      sends: [],
      advertiser: anAdvertiser(),
      formOf: ({ formId, version }) => forms.find((form) => form.formId === formId && form.version === version),
    },
    others,
  );
  return { ...request, standing: others.standing };
};

/** Final bytes with everything they must carry. */
export const someBytes = (changes: Changes<BytesFacts> = {}): BytesFacts =>
  withChanges<BytesFacts>(
    {
      namesAdvertiser: true,
      isRecognisableAsAdvertising: true,
      carriesOppositionMeans: true,
      oppositionMeansWork: true,
      oppositionIsFree: true,
      carriesProcessingNotice: true,
      saysWhy: true,
      namesSource: true,
      subject: 'Nos vins d’hiver',
    },
    changes,
  );
