import type { Consent } from '#shared/domain/consent/consent.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import {
  aConsent,
  aFormVersion,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  someBytes,
} from '#test/support/builders.ts';
import type { Row } from './row.ts';

const counted = aProposedMessage({ trackingPixels: 1 });
const FORMS = [aFormVersion({ purposes: ['own-offers', 'tracking'] })];
const toTracking = (changes: Partial<Consent> = {}) =>
  aConsent({ id: factId('tracking'), seq: 2, purpose: 'tracking', ...changes });
const agreedToBoth = aStanding({ consents: [aConsent(), toTracking()] });
const mail = (standing: Standing, changes: Partial<VetRequest> = {}) =>
  ({ ...aVetRequest({ message: counted, standing, forms: FORMS }), ...changes }) as VetRequest;

/** An address of before the day on which consent was asked, whose owner was told so long ago. */
const old = (declared: DeclaredFacts, changes: Partial<Standing> = {}) =>
  aStanding({
    consents: [aConsent({ givenAt: instant('2025-03-01T09:00:00Z') })],
    firstRecordedAt: instant('2025-03-01T09:00:00Z'),
    declared,
    ...changes,
  });
const told = (day: string): DeclaredFacts => ({ trackingNoticeGivenAt: instant(`${day}T10:00:00+02:00`) });
const CONFIRMATION: NamedTemplate = {
  templateId: 'order-confirmation' as NamedTemplate['templateId'],
  version: '1',
  class: 'transactional',
  offerSigns: [],
  valuesCarryOffer: false,
};
const allowedOnce: ReviewDecision = {
  decision: 'allowed',
  reason: 'Le formulaire est celui de la lettre.',
  decider: 'Jeanne Roy',
  number: 1,
  decidedAt: instant('2026-11-20T09:00:00Z'),
  apiKeyId: 'root',
  requestId: 'r',
  bodySha256: 'b',
};
const STRIPPED = ['PIXEL_STRIPPED_NO_CONSENT'];

const allowed = { outcome: 'allow', codes: ['OK_CONSENT'] } as const;

/** Counting who opens a mail (D11): the same mail leaves, with the image that counts or without it. */
export const TRACKING_ROWS: readonly Row[] = [
  {
    row: '63',
    title: 'an image that counts, to one who agreed to offers alone',
    request: mail(aStanding({ consents: [aConsent()] })),
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63b',
    title: 'to one who agreed to be counted',
    request: mail(agreedToBoth),
    ...allowed,
    notes: ['CONSENT_WRONG_PURPOSE'],
  },
  {
    row: '63c',
    title: 'to one who agreed on a form that says nothing of it',
    request: mail(agreedToBoth, { formOf: () => aFormVersion() }),
    ...allowed,
    notes: ['CONSENT_WRONG_PURPOSE', ...STRIPPED],
  },
  {
    row: '63d',
    title: 'to one who then opposed being counted, and nothing else',
    request: mail({
      ...agreedToBoth,
      oppositions: [anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'tracking' })],
    }),
    ...allowed,
    notes: ['CONSENT_WRONG_PURPOSE', ...STRIPPED],
  },
  {
    row: '63n',
    title: 'to one who agreed to be counted on a form that names no channel, which a human allowed',
    request: mail(agreedToBoth, {
      formOf: () => aFormVersion({ purposes: ['own-offers', 'tracking'], channels: [] }),
      decisions: () => allowedOnce,
    }),
    ...allowed,
    notes: ['CONSENT_WRONG_PURPOSE'],
  },
  {
    row: '63e',
    title: 'in an order confirmation, which is no prospecting',
    request: mail(aStanding(), {
      message: aProposedMessage({
        trackingPixels: 1,
        template: CONFIRMATION,
      }),
    }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: STRIPPED,
  },
  {
    row: '63o',
    title: 'in an order confirmation, to a person of whom nothing is recorded',
    request: aVetRequest({ message: aProposedMessage({ trackingPixels: 1, template: CONFIRMATION }) }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: STRIPPED,
  },
  {
    row: '63f',
    title: 'to an old address, told on the last day',
    request: mail(old(told('2026-07-14'))),
    ...allowed,
    notes: [],
  },
  { row: '63g', title: 'to one told a day late', request: mail(old(told('2026-07-15'))), ...allowed, notes: STRIPPED },
  {
    row: '63h',
    title: 'to an address of the day on which consent was asked first',
    request: mail(
      old(told('2026-06-01'), {
        consents: [aConsent({ givenAt: instant('2026-04-14T00:00:00+02:00') })],
        firstRecordedAt: instant('2026-04-14T00:00:00+02:00'),
      }),
    ),
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63i',
    title: 'to an old customer, recorded here later',
    request: mail(
      old(told('2026-06-01'), {
        consents: [],
        sales: [aSale({ soldAt: instant('2026-02-01T09:00:00Z') })],
        firstRecordedAt: instant('2026-05-02T09:00:00Z'),
      }),
    ),
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
    notes: [],
  },
  {
    row: '63j',
    title: 'to an old address, told in time, whose owner opposed being counted',
    request: mail(
      old(told('2026-06-01'), {
        oppositions: [anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'tracking' })],
      }),
    ),
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63p',
    title: 'to the same, where the opposition came after the message had a verdict',
    request: mail(
      old(told('2026-06-01'), {
        oppositions: [anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'tracking' })],
      }),
      { allowedAtSeq: 9 },
    ),
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63k',
    title: 'to an old address, never told',
    request: mail(old({})),
    ...allowed,
    notes: STRIPPED,
  },
  {
    row: '63l',
    title: 'no image that counts',
    request: mail(aStanding({ consents: [aConsent()] }), { message: aProposedMessage({ trackingPixels: 0 }) }),
    ...allowed,
    notes: [],
  },
  {
    row: '63m',
    title: 'an image that counts, and bytes that are right',
    request: mail(aStanding({ consents: [aConsent()] })),
    bytes: someBytes(),
    ...allowed,
    notes: STRIPPED,
  },
];
