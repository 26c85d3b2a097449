import type { Consent } from '#shared/domain/consent/consent.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, foldLedger, type Standing } from '#shared/domain/ledger/standing.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import {
  ADVERTISER_ID,
  aConsent,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  CONTACT_ID,
  factId,
  instant,
  sha256,
} from '#test/support/builders.ts';
import { anSms, MOBILE, type Row } from './row.ts';

const GLOBAL: OppositionScope = { scope: 'global' };
const SMS: OppositionScope = { scope: 'channel', channels: ['sms', 'mms', 'rcs'] };
const PROOF = { sha256: sha256('7'), mediaType: 'application/pdf' };
const by = (basis: 'consent' | 'existing-customer' | 'professional-interest' | 'legal-person') =>
  aProposedMessage({ basis });

/** A consent of after the opposition of 14 November, as the person gave it to us. */
const newConsent = (changes: Partial<Consent> = {}) =>
  aConsent({
    id: factId('consent-2'),
    seq: 11,
    givenAt: instant('2026-11-20T09:00:00Z'),
    recordedAt: instant('2026-11-20T09:00:01Z'),
    observed: true,
    ...changes,
  });
const standingWith = (more: Partial<Standing>) =>
  aStanding({ consents: [aConsent()], oppositions: [anOpposition()], ...more });

/** The standing that these ledger events give, one a day from 1 May 2026. */
const afterEvents = (...events: readonly NewLedgerEvent[]): Standing => {
  const at = (day: number): Instant => instant(`2026-05-0${day}T09:00:00Z`);
  const empty = emptyStanding({ advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' }, at(1));
  return foldLedger(
    empty,
    events.map((event, index) => ({ ...event, v: 1, seq: index + 1, recordedAt: at(index + 1) })),
  );
};
const actor = { by: 'person' } as const;
const { kind: _1, id: _2, seq: _3, recordedAt: _4, state: _5, observed: _6, endedAt: _7, ...consentFacts } = aConsent();
const { kind: _8, id: _9, seq: _10, recordedAt: _11, ...saleFacts } = aSale();
const consentGiven = (givenAt: string): NewLedgerEvent => ({
  type: 'consent-given',
  actor,
  id: factId('consent'),
  observed: true,
  consent: { ...consentFacts, givenAt: instant(givenAt) },
});
const saleRecorded = (soldAt: string, refused = false): NewLedgerEvent => ({
  type: 'sale-recorded',
  actor,
  id: factId('sale'),
  sale: { ...saleFacts, soldAt: instant(soldAt), refused },
});

export const OPPOSITION_ROWS: readonly Row[] = [
  {
    row: '10',
    title: 'consent, then an opposition to e-mail',
    request: aVetRequest({ message: by('consent'), standing: standingWith({}) }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '11',
    title: 'consent, opposition, new consent of the person in the same scope',
    request: aVetRequest({ standing: standingWith({ consents: [aConsent(), newConsent()] }) }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '11b',
    title: 'the same, declared by the advertiser with its proof on file',
    request: aVetRequest({
      standing: standingWith({ consents: [newConsent({ observed: false, proof: PROOF })] }),
    }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '12',
    title: 'consent, opposition, then an import says “opt-in”',
    request: aVetRequest({
      standing: standingWith({ consents: [aConsent(), newConsent({ observed: false, form: undefined })] }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL', 'REOPT_IN_NOT_VALID'],
  },
  {
    row: '13',
    title: 'opposed, then a new purchase',
    request: aVetRequest({
      message: by('existing-customer'),
      standing: standingWith({ consents: [], sales: [aSale({ seq: 11, soldAt: instant('2026-11-20T09:00:00Z') })] }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '14',
    title: 'SMS and e-mail consent, STOP by SMS, an SMS',
    request: aVetRequest({
      message: anSms(),
      address: MOBILE,
      standing: aStanding({ consents: [aConsent({ channels: ['sms'] })], oppositions: [anOpposition(SMS)] }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '15',
    title: 'the same person, an e-mail',
    request: aVetRequest({ standing: aStanding({ consents: [aConsent()], oppositions: [anOpposition(SMS)] }) }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '16',
    title: '“plus aucune publicité”',
    request: aVetRequest({ standing: standingWith({ oppositions: [anOpposition(GLOBAL)] }) }),
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '17',
    title: 'global opposition, then consent to e-mail alone: an e-mail',
    request: aVetRequest({
      standing: standingWith({ oppositions: [anOpposition(GLOBAL)], consents: [newConsent()] }),
    }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '18',
    title: 'the same, an SMS on an old consent',
    request: aVetRequest({
      message: anSms(),
      address: MOBILE,
      standing: standingWith({
        oppositions: [anOpposition(GLOBAL)],
        consents: [aConsent({ channels: ['sms'] }), newConsent()],
      }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '19',
    title: 'opposition and consent at the same instant',
    request: aVetRequest({
      standing: standingWith({ consents: [newConsent({ givenAt: anOpposition().occurredAt })] }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '27',
    title: 'an order, prospecting refused at the checkout',
    request: aVetRequest({
      message: by('existing-customer'),
      standing: afterEvents(saleRecorded('2026-05-01T08:00:00Z', true)),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_PURPOSE', 'SOFT_OPT_IN_REFUSED_AT_COLLECTION'],
  },
  {
    row: '45',
    title: 'contact@ of a company that asked to stop',
    request: aVetRequest({
      address: 'contact@bistrot-du-port.example',
      message: by('legal-person'),
      standing: standingWith({
        consents: [],
        declared: { kind: 'legal-person', organisation: { legalForm: 'company', source: 'annuaire' } },
      }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '64',
    title: 'allowed at T, one-click two minutes later, still queued',
    request: aVetRequest({ standing: standingWith({}), allowedAtSeq: 9 }),
    outcome: 'refuse',
    codes: ['OPPOSED_AFTER_DECISION'],
  },
  {
    row: '67',
    title: 'consent and sale, then withdrawal: no swap to the other basis',
    request: aVetRequest({
      message: by('existing-customer'),
      standing: afterEvents(consentGiven('2026-05-01T08:00:00Z'), saleRecorded('2026-05-02T08:00:00Z'), {
        type: 'consent-withdrawn',
        actor,
        consentId: factId('consent'),
        id: factId('withdrawal'),
        occurredAt: instant('2026-05-03T08:00:00Z'),
      }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_PURPOSE'],
  },
  {
    row: '68',
    title: 'consent, then refusal ticked at the checkout',
    request: aVetRequest({
      message: by('consent'),
      standing: afterEvents(consentGiven('2026-05-01T08:00:00Z'), saleRecorded('2026-05-02T08:00:00Z', true)),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_PURPOSE'],
  },
  {
    row: '69',
    title: 'global opposition heard for the linked phone number, copied to this address',
    request: aVetRequest({
      standing: standingWith({ person: 'person-1', oppositions: [anOpposition(GLOBAL, { road: 'phone' })] }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '71',
    title: 'paper consent of Monday, opposition of Wednesday, keyed in on Friday',
    request: aVetRequest({
      standing: standingWith({
        consents: [newConsent({ givenAt: instant('2026-11-16T09:00:00Z'), observed: false, proof: PROOF })],
        oppositions: [anOpposition(undefined, { occurredAt: instant('2026-11-18T09:00:00Z') })],
      }),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
];
