import type { READINGS } from '#shared/domain/advertiser/advertiser.ts';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
} from '#test/support/builders.ts';
import { aCall, anSms, MOBILE, type Row } from './row.ts';

const standing = aStanding({ consents: [aConsent()] });
const callable = aStanding({
  consents: [aConsent({ channels: ['automated-call'], givenAt: instant('2026-05-01T09:00:00Z') })],
});

const BY_CHOICE = (reading: (typeof READINGS)[number]) => ({
  reading,
  justification: 'Choix du comité.',
  decidedBy: 'Jeanne Roy',
  decidedOn: '2026-01-05',
});
const counter = {
  standing,
  advertiser: anAdvertiser({ offers: [{ category: 'insulation', natures: ['home-energy-mixed'] }] }),
};
const letter: NamedTemplate = {
  templateId: 'letter' as NamedTemplate['templateId'],
  version: '1',
  class: 'prospecting',
  offerSigns: [],
  valuesCarryOffer: false,
};
const owed: NamedTemplate = { ...letter, class: 'transactional', offerSigns: ['price'] };
const aDecision = (decision: ReviewDecision['decision']): ReviewDecision => ({
  decision,
  reason: 'Des rouleaux de laine, sans pose.',
  decider: 'Jeanne Roy',
  number: 1,
  decidedAt: instant('2026-11-20T09:00:00Z'),
  apiKeyId: 'root',
  requestId: 'r',
  bodySha256: 'b',
});
/** Insulation by a template, and what humans decided of its causes. */
const byLetter = (template: NamedTemplate, decided: Readonly<Record<string, ReviewDecision['decision']>>) =>
  aVetRequest({
    ...counter,
    message: aProposedMessage({ offerCategory: 'insulation', template }),
    decisions: (cause) => {
      const decision = decided[cause];
      return decision && aDecision(decision);
    },
  });

/** What the table leaves out and the sections above it ask. */
export const OTHER_ROWS: readonly Row[] = [
  {
    row: 'MIN-1',
    title: 'sixteen years old, at an advertiser that wants a human to decide',
    request: aVetRequest({
      standing: { ...standing, declared: { ageBand: '15-17' } },
      advertiser: anAdvertiser({ readings: [BY_CHOICE('minors-from-fifteen-are-reviewed')] }),
    }),
    outcome: 'review',
    codes: ['MINOR_CONSENT_UNCERTAIN'],
  },
  {
    row: 'MIN-1b',
    title: 'sixteen years old, at any other',
    request: aVetRequest({ standing: { ...standing, declared: { ageBand: '15-17' } } }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D17',
    title: 'insulation over the counter, by a template that nobody looked at',
    request: aVetRequest({ ...counter, message: aProposedMessage({ offerCategory: 'insulation', template: letter }) }),
    outcome: 'review',
    codes: ['SECTOR_BAN_UNCERTAIN'],
  },
  {
    row: 'D17b',
    title: 'the same, by a template whose goods a human allowed',
    request: byLetter(letter, { 'sector:letter@1': 'allowed' }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D17d',
    title: 'the same, whose goods a human refused',
    request: byLetter(letter, { 'sector:letter@1': 'refused' }),
    outcome: 'refuse',
    codes: ['SECTOR_BAN_UNCERTAIN'],
  },
  {
    row: 'D17e',
    title: 'an owed letter with a price, of which a human said that it is prospecting: that says nothing of its goods',
    request: byLetter(owed, { 'template:letter@1': 'refused' }),
    outcome: 'review',
    codes: ['SECTOR_BAN_UNCERTAIN'],
  },
  {
    row: 'D17f',
    title: 'the same, whose goods a human allowed: that says nothing of its class',
    request: byLetter(owed, { 'sector:letter@1': 'allowed' }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: 'D17c',
    title: 'the same as free text, which no human can look at beforehand',
    request: aVetRequest({ ...counter, message: aProposedMessage({ offerCategory: 'insulation' }) }),
    outcome: 'refuse',
    codes: ['SECTOR_BAN_UNCERTAIN'],
  },
  {
    row: 'D4',
    title: 'a wrong record was annulled two hours ago',
    request: aVetRequest({ standing: { ...standing, annulledAt: instant('2026-11-24T09:00:00+01:00') } }),
    outcome: 'defer',
    codes: ['HELD_AFTER_ANNULMENT'],
    notBefore: '2026-11-25T09:00:00+01:00',
  },
  {
    row: 'D4b',
    title: 'a wrong record was annulled a day ago, to the second',
    request: aVetRequest({ standing: { ...standing, annulledAt: instant('2026-11-23T11:00:00+01:00') } }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D4c',
    title: 'the same two hours ago, and a message that lives four hours',
    request: aVetRequest({
      standing: { ...standing, annulledAt: instant('2026-11-24T09:00:00+01:00') },
      message: aProposedMessage({ validUntil: instant('2026-11-24T15:00:00+01:00') }),
    }),
    outcome: 'refuse',
    codes: ['VALIDITY_PASSED', 'HELD_AFTER_ANNULMENT'],
  },
  {
    row: 'D3',
    title: 'a consent that an operator invalidated, and nothing else',
    request: aVetRequest({ standing: aStanding({ consents: [aConsent({ state: 'invalidated' })] }) }),
    outcome: 'refuse',
    codes: ['CONSENT_WITHDRAWN'],
  },
  {
    row: 'D9',
    title: 'a wording that names no channel',
    request: aVetRequest({ standing, forms: [aFormVersion({ channels: [] })] }),
    outcome: 'review',
    codes: ['CONSENT_CHANNEL_UNCERTAIN'],
  },
  {
    row: 'D10',
    title: 'a consent that a message without basis asked for',
    request: aVetRequest({ standing: aStanding({ consents: [aConsent({ drawnBy: 'message' })] }) }),
    outcome: 'refuse',
    codes: ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
  {
    row: 'VOICE-2',
    title: 'a call that shows a mobile number',
    request: aVetRequest({ address: MOBILE, message: aCall({ sender: '+33612000000' }), standing: callable }),
    outcome: 'refuse',
    codes: ['CALLER_ID_FORBIDDEN'],
  },
  {
    row: 'VOICE-3',
    title: 'a call on 11 November',
    request: aVetRequest({
      at: instant('2026-11-11T11:00:00+01:00'),
      address: MOBILE,
      message: aCall({ validUntil: instant('2026-11-20T10:00:00Z') }),
      standing: callable,
    }),
    outcome: 'defer',
    codes: ['PUBLIC_HOLIDAY_VOICE'],
    notBefore: '2026-11-12T10:00:00+01:00',
  },
  {
    row: 'MIN-1',
    title: 'of unknown age, on a form aimed at children',
    request: aVetRequest({ standing, forms: [aFormVersion({ childDirected: true })] }),
    outcome: 'refuse',
    codes: ['MINOR_CONSENT_INVALID'],
  },
  {
    row: 'SENS-1b',
    title: 'a sensitive offer whose use the wording names outright',
    request: aVetRequest({
      standing,
      message: aProposedMessage({ offerCategory: 'hearing-aids' }),
      advertiser: anAdvertiser({ offers: [{ category: 'hearing-aids', natures: ['sensitive'] }] }),
      forms: [aFormVersion({ explicitFor: ['hearing-aids'] })],
    }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D18',
    title: 'an MMS from an id that is digits alone',
    request: aVetRequest({
      address: MOBILE,
      message: anSms({ channel: 'mms' }),
      standing: aStanding({ consents: [aConsent({ channels: ['mms'] })] }),
      advertiser: anAdvertiser({ senders: { email: [], sms: [{ senderId: '123456', replyCode: '36105' }] } }),
    }),
    outcome: 'refuse',
    codes: ['SENDER_ID_INVALID'],
  },
  {
    row: 'FR-B2B-1b',
    title: 'a professional’s number of registry beside the profession does not make a legal person of a name',
    request: aVetRequest({
      address: 'jean.martin@bistrot-du-port.example',
      standing: aStanding({
        declared: {
          kind: 'professional',
          organisation: { siren: '552100554' },
          profession: { function: 'florist', noticeGivenAt: aConsent().givenAt, refusalOfferedAt: aConsent().givenAt },
        },
      }),
    }),
    outcome: 'refuse',
    codes: ['B2B_PROFESSION_LINK_NOT_SHOWN'],
  },
  {
    row: 'FR-B2B-2',
    title: 'a legal person’s named mailbox',
    request: aVetRequest({
      address: 'direction@bistrot-du-port.example',
      standing: aStanding({ declared: { kind: 'legal-person', organisation: { legalForm: 'company' } } }),
    }),
    outcome: 'refuse',
    codes: ['RECIPIENT_KIND_UNKNOWN'],
  },
];
