import { aConsent, anAdvertiser, aProposedMessage, aStanding, aVetRequest, someBytes } from '#test/support/builders.ts';
import type { Row } from './row.ts';

const standing = aStanding({ consents: [aConsent()] });
const consenting = aVetRequest({ standing });
const offering = (natures: readonly ('home-energy-works' | 'sensitive')[]) =>
  aVetRequest({
    standing,
    message: aProposedMessage({ offerCategory: 'heat-pumps' }),
    advertiser: anAdvertiser({ offers: [{ category: 'heat-pumps', natures: [...natures] }] }),
  });
const refused = { outcome: 'refuse' as const };

/** Rows that the sender, the subject or the final bytes decide. */
export const FORM_ROWS: readonly Row[] = [
  {
    row: '58',
    title: 'subject “RE: votre dossier”',
    request: aVetRequest({ standing, message: aProposedMessage({ subject: 'RE: votre dossier' }) }),
    ...refused,
    codes: ['SUBJECT_FAKE_REPLY'],
  },
  {
    row: '58b',
    title: 'the same, seen in the bytes alone',
    request: consenting,
    bytes: someBytes({ subject: 'RE: votre dossier' }),
    ...refused,
    codes: ['SUBJECT_FAKE_REPLY'],
  },
  {
    row: '59',
    title: 'a subject that a human found unrelated',
    request: aVetRequest({
      standing,
      message: aProposedMessage({ subject: 'Votre colis', subjectJudgement: 'unrelated' }),
    }),
    ...refused,
    codes: ['SUBJECT_UNRELATED'],
  },
  {
    row: '60',
    title: 'a brand alias that the register does not know',
    request: aVetRequest({
      standing,
      advertiser: anAdvertiser({
        senders: { email: [{ address: 'bonjour@maison-valmy.example', name: 'Le Club des Vins' }], sms: [] },
      }),
    }),
    ...refused,
    codes: ['ADVERTISER_HIDDEN'],
  },
  {
    row: '60b',
    title: 'a sender that is not registered',
    request: aVetRequest({ standing, message: aProposedMessage({ sender: 'autre@ailleurs.example' }) }),
    ...refused,
    codes: ['ADVERTISER_HIDDEN'],
  },
  {
    row: '61',
    title: 'a heat-pump offer to a consumer',
    request: offering(['home-energy-works']),
    ...refused,
    codes: ['SECTOR_BAN_HOME_ENERGY'],
  },
  {
    row: 'SENS-1',
    title: 'an offer that reveals health',
    request: offering(['sensitive']),
    ...refused,
    codes: ['SENSITIVE_TARGETING'],
  },
  {
    row: 'P3a',
    title: 'bytes that name nobody',
    request: consenting,
    bytes: someBytes({ namesAdvertiser: false }),
    ...refused,
    codes: ['ADVERTISER_HIDDEN'],
  },
  {
    row: 'P3b',
    title: 'bytes without a way out, or notice, or sign of advertising',
    request: consenting,
    bytes: someBytes({
      carriesOppositionMeans: false,
      oppositionMeansWork: false,
      oppositionIsFree: false,
      carriesProcessingNotice: false,
      isRecognisableAsAdvertising: false,
    }),
    ...refused,
    codes: [
      'OPPOSITION_MENTION_MISSING',
      'OPPOSITION_ROAD_NOT_WORKING',
      'OPPOSITION_NOT_FREE',
      'PROCESSING_NOTICE_MISSING',
      'AD_NOT_RECOGNISABLE',
    ],
  },
  {
    row: 'INFO-3',
    title: 'first message to a professional found elsewhere, source not named',
    request: aVetRequest({
      message: aProposedMessage({ basis: 'professional-interest' }),
      address: 'jean.martin@bistrot-du-port.example',
      standing: aStanding({
        declared: {
          kind: 'professional',
          profession: {
            function: 'restaurant-manager',
            source: { kind: 'public-source' },
            noticeGivenAt: aConsent().givenAt,
            refusalOfferedAt: aConsent().givenAt,
          },
        },
      }),
    }),
    bytes: someBytes({ namesSource: false }),
    ...refused,
    codes: ['SOURCE_MENTION_MISSING'],
  },
  {
    row: 'D15',
    title: 'an address in the United States',
    request: aVetRequest({ standing: aStanding({ consents: [aConsent()], declared: { country: 'US' } }) }),
    ...refused,
    codes: ['RULE_PACK_MISSING'],
  },
];
