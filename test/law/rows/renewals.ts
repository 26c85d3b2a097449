import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  someSends,
} from '#test/support/builders.ts';
import { anSms, MOBILE, type Row } from './row.ts';

const question: NamedTemplate = {
  templateId: 'stay' as NamedTemplate['templateId'],
  version: '1',
  class: 'renewal-request',
  offerSigns: [],
  valuesCarryOffer: false,
};
const asking = (changes: Partial<NamedTemplate> = {}) =>
  aProposedMessage({ template: { ...question, ...changes }, offerCategory: 'stay' });

/** Three years later less ten days: the term of a prospect who last came by then ends on 4 December 2026. */
const LAST_CLICK = instant('2023-12-04T10:00:00Z');
const nearTheEnd = { firstRecordedAt: instant('2020-01-10T10:00:00Z'), lastActAt: LAST_CLICK };
const agreed = aStanding({ ...nearTheEnd, consents: [aConsent()] });
const bought = aStanding({ ...nearTheEnd, sales: [aSale({ soldAt: LAST_CLICK })] });
const asks = (changes: Partial<VetRequest>) => aVetRequest({ message: asking(), standing: agreed, ...changes });
const askedOn = (day: string) => {
  const sends = someSends('email', [day]);
  return { sends: [{ ...sends, entries: sends.entries.map((entry) => ({ ...entry, asksToRenew: true as const })) }] };
};

/** One question before the data die: does the person want to stay (RET-4)? */
export const RENEWAL_ROWS: readonly Row[] = [
  {
    row: '54',
    title: 'asked once, ten days before the term, of a person who agreed',
    request: asks({}),
    outcome: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_CONSENT'],
  },
  {
    row: '54b',
    title: 'asked of a customer, in a category that was never sold',
    request: asks({ standing: bought }),
    outcome: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_SOFT_OPT_IN'],
  },
  {
    row: '54c',
    title: 'asked a second time within the term',
    request: asks(askedOn('2026-11-10T10:00:00Z')),
    outcome: 'refuse',
    codes: ['RENEWAL_ALREADY_ASKED'],
  },
  {
    row: '54d',
    title: 'asked for the first time, after offers',
    request: asks({ sends: [someSends('email', ['2026-11-10T10:00:00Z'])] }),
    outcome: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_CONSENT'],
  },
  {
    row: '54e',
    title: 'asked again in a new term: the person came back after the first time',
    request: asks({
      standing: { ...agreed, lastActAt: instant('2023-12-20T10:00:00Z') },
      ...askedOn('2026-11-10T10:00:00Z'),
    }),
    outcome: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_CONSENT'],
  },
  {
    row: '54f',
    title: 'asked after the term',
    request: asks({ standing: { ...agreed, lastActAt: instant('2023-11-23T10:00:00Z') } }),
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED'],
  },
  {
    row: '54g',
    title: 'asked two days before the last thirty, with the message’s validity reaching them',
    request: asks({ standing: { ...agreed, lastActAt: instant('2023-12-26T08:00:00Z') } }),
    outcome: 'defer',
    codes: ['RENEWAL_TOO_EARLY'],
    notBefore: '2026-11-26T08:00:00Z',
  },
  {
    row: '54h',
    title: 'asked half a year before the term',
    request: asks({ standing: { ...agreed, lastActAt: instant('2024-05-24T10:00:00Z') } }),
    outcome: 'refuse',
    codes: ['RENEWAL_TOO_EARLY'],
  },
  {
    row: '54i',
    title: 'asked of a person who opposed to text messages alone',
    request: asks({
      standing: { ...agreed, oppositions: [anOpposition({ scope: 'channel', channels: ['sms'] })] },
    }),
    outcome: 'refuse',
    codes: ['RENEWAL_AFTER_OPPOSITION'],
  },
  {
    row: '54j',
    title: 'asked of a person who opposed',
    request: asks({ standing: { ...agreed, oppositions: [anOpposition()] } }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL', 'RENEWAL_AFTER_OPPOSITION'],
  },
  {
    row: '54k',
    title: 'asked of a person of whom nothing is recorded',
    request: asks({ standing: undefined }),
    outcome: 'refuse',
    codes: ['CONSENT_MISSING'],
  },
  {
    row: '54l',
    title: 'with a discount that a merge value brings: an offer, hence prospecting, to a person who agreed',
    request: asks({ message: asking({ valuesCarryOffer: true }) }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '54m',
    title: 'with a price in the template, to a customer: no longer excused from the analogy',
    request: asks({ standing: bought, message: asking({ offerSigns: ['price'] }) }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOT_ANALOGOUS'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '54n',
    title: 'by SMS at night: it keeps the hours of prospecting',
    request: asks({
      at: instant('2026-11-24T22:30:00+01:00'),
      address: MOBILE,
      message: anSms({ template: question, offerCategory: 'stay', validUntil: instant('2026-11-25T22:00:00Z') }),
      standing: { ...agreed, consents: [aConsent({ channels: ['sms'] })] },
      formOf: () => aFormVersion({ channels: [{ channel: 'sms', words: 'par SMS' }], wording: 'Des offres par SMS.' }),
    }),
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notBefore: '2026-11-25T07:00:00Z',
  },
  {
    row: '54o',
    title: 'under an advertiser’s term of one year, ten days before its end',
    request: asks({
      advertiser: anAdvertiser({ retention: { prospectYears: 1, customerYears: 1 } }),
      standing: { ...agreed, lastActAt: instant('2025-12-04T10:00:00Z') },
    }),
    outcome: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_CONSENT'],
  },
  {
    row: '54q',
    title: 'of a customer who clicked a year after the last order: the customer’s term counts, which is near',
    request: asks({ standing: { ...bought, lastActAt: instant('2024-12-04T10:00:00Z') } }),
    outcome: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_SOFT_OPT_IN'],
  },
  {
    row: '54r',
    title: 'the same, of one who agreed as well: the later term counts',
    request: asks({
      standing: { ...bought, consents: [aConsent()], lastActAt: instant('2024-12-04T10:00:00Z') },
    }),
    outcome: 'refuse',
    codes: ['RENEWAL_TOO_EARLY'],
  },
  {
    row: '54s',
    title: 'the same, whose consent was withdrawn in another life of the form: the customer’s term again',
    request: asks({
      standing: {
        ...bought,
        consents: [aConsent({ state: 'invalidated' })],
        lastActAt: instant('2024-12-04T10:00:00Z'),
      },
    }),
    outcome: 'allow',
    codes: ['OK_RENEWAL_REQUEST', 'OK_SOFT_OPT_IN'],
  },
  {
    row: '54p',
    title: 'of a customer whose contract ended later than the last click: its term counts',
    request: asks({
      standing: aStanding({
        ...nearTheEnd,
        sales: [
          aSale({ soldAt: LAST_CLICK, type: 'service-contract', relationEndedAt: instant('2024-06-30T10:00:00Z') }),
        ],
      }),
    }),
    outcome: 'refuse',
    codes: ['RENEWAL_TOO_EARLY'],
  },
];
