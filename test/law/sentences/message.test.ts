import { describe, expect, test } from 'vitest';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
  someBytes,
} from '../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';
import { named, reasonsIn, type Told } from './sentences-table.ts';

const agreed = aStanding({ consents: [aConsent()] });
const mailed = (more: Parameters<typeof aVetRequest>[0] = {}) => aVetRequest({ standing: agreed, ...more });
const texted = (more: Parameters<typeof aVetRequest>[0] = {}) =>
  aVetRequest({
    address: MOBILE,
    message: anSms(),
    standing: aStanding({ consents: [aConsent({ channels: ['sms'] })] }),
    ...more,
  });
const selling = (nature: 'home-energy-works' | 'sensitive') =>
  mailed({ advertiser: anAdvertiser({ offers: [{ category: 'wine', natures: [nature] }] }) });
const shownAs = (name: string) =>
  anAdvertiser({ senders: { email: [{ address: 'bonjour@maison-valmy.example', name }], sms: [] } });

/** A survey by text, of a template that a human found to be no prospecting. */
const surveyed = () =>
  texted({
    message: anSms({
      template: {
        ...{ templateId: 'survey' as NamedTemplate['templateId'], version: '1', class: 'relational' },
        ...{ offerSigns: [], bringsOffer: false },
      },
    }),
    decisions: () => ({ decision: 'allowed', appliesTo: 'all', number: 1 }) as never,
  });

const CPCE = 'l34-5/2020-07-26';

const ON_THE_MESSAGE: readonly Told[] = [
  [
    'nothing recorded, nothing named',
    aVetRequest({ isPublicMailbox: true }),
    { code: 'CONSENT_MISSING', article: CPCE },
  ],
  [
    'the same at a host of its own',
    aVetRequest(),
    { code: 'CONSENT_MISSING', article: CPCE, detail: 'quality-not-recorded' },
  ],
  [
    'consent named, nothing recorded',
    aVetRequest({ message: aProposedMessage({ basis: 'consent' }) }),
    { code: 'EVIDENCE_MISSING', article: 'rgpd-7/2018-05-25' },
  ],
  [
    'a mailbox that is not registered',
    mailed({ message: aProposedMessage({ sender: 'autre@ailleurs.example' }) }),
    { code: 'ADVERTISER_HIDDEN', article: 'house-named-sender/2026-11-24', detail: 'sender-not-registered' },
  ],
  [
    'a display name that is not registered',
    mailed({ advertiser: shownAs('Le Club des Vins') }),
    { code: 'ADVERTISER_HIDDEN', article: CPCE, detail: 'name-not-registered' },
  ],
  [
    'a body that names nobody',
    mailed(),
    { code: 'ADVERTISER_HIDDEN', article: CPCE, detail: 'not-in-bytes' },
    someBytes({ namesAdvertiser: false }),
  ],
  [
    'no means to object',
    mailed(),
    { code: 'OPPOSITION_MENTION_MISSING', article: CPCE },
    someBytes({ carriesOppositionMeans: false }),
  ],
  [
    'no room for the means to object',
    texted(),
    { code: 'OPPOSITION_MENTION_MISSING', article: CPCE, detail: 'no-room' },
    someBytes({ subject: undefined, segments: 4, maxSegments: 3 }),
  ],
  [
    'no room for the means to refuse the next survey',
    surveyed(),
    { code: 'RELATIONAL_REFUSAL_MISSING', article: 'cnil-relational/2026-06-10', detail: 'no-room' },
    someBytes({ subject: undefined, segments: 4, maxSegments: 3 }),
  ],
  [
    'a survey that says nowhere how to refuse the next one',
    surveyed(),
    { code: 'RELATIONAL_REFUSAL_MISSING', article: 'cnil-relational/2026-06-10' },
    someBytes({ subject: undefined, segments: 3, maxSegments: 3, carriesOppositionMeans: false }),
  ],
  [
    'a means that is not ours',
    mailed(),
    { code: 'OPPOSITION_ROAD_NOT_WORKING', article: CPCE, detail: 'stop.example' },
    someBytes({ oppositionMeansWork: false, externalMeans: ['stop.example'] }),
  ],
  [
    'a means that costs',
    mailed(),
    { code: 'OPPOSITION_NOT_FREE', article: CPCE },
    someBytes({ oppositionIsFree: false }),
  ],
  [
    'no notice',
    mailed(),
    { code: 'PROCESSING_NOTICE_MISSING', article: 'rgpd-13/2018-05-25', detail: 'notice' },
    someBytes({ carriesProcessingNotice: false }),
  ],
  [
    'a notice, and no word on why this reader',
    mailed(),
    { code: 'PROCESSING_NOTICE_MISSING', article: 'rgpd-13/2018-05-25', detail: 'why' },
    someBytes({ saysWhy: false }),
  ],
  [
    'nothing that says that it is advertising',
    mailed(),
    { code: 'AD_NOT_RECOGNISABLE', article: 'l122-8/2026-04-03' },
    someBytes({ isRecognisableAsAdvertising: false }),
  ],
  [
    'a call to a consumer that does not say that it is commercial',
    aVetRequest({
      at: instant('2026-11-24T11:00:00+01:00'),
      address: MOBILE,
      message: aCall(),
      standing: aStanding({ consents: [aConsent({ channels: ['automated-call'] })] }),
    }),
    { code: 'AD_NOT_RECOGNISABLE', article: 'l221-16/2026-08-11' },
    someBytes({ subject: undefined, hidesCommercialNature: true }),
  ],
  [
    'a reply that never was',
    mailed(),
    { code: 'SUBJECT_FAKE_REPLY', article: CPCE },
    someBytes({ subject: 'RE: vin' }),
  ],
  ['an empty subject', mailed(), { code: 'SUBJECT_UNRELATED', article: CPCE }, someBytes({ subject: '' })],
  [
    'a sender id that names nobody',
    texted({ advertiser: anAdvertiser({ senders: { email: [], sms: [{ senderId: 'PROMO', replyCode: '36105' }] } }) }),
    { code: 'SENDER_ID_INVALID', article: 'af2m-sender/2026-03-01', detail: 'not-admitted' },
  ],
  [
    'a sender id that is not registered',
    texted({ message: anSms({ sender: 'AILLEURS' }) }),
    { code: 'SENDER_ID_INVALID', article: 'af2m-sender/2026-03-01', detail: 'not-registered' },
  ],
  [
    'an offer for works at home',
    selling('home-energy-works'),
    { code: 'SECTOR_BAN_HOME_ENERGY', article: 'l223-8/2025-07-02' },
  ],
  ['an offer that reveals health', selling('sensitive'), { code: 'SENSITIVE_TARGETING', article: 'rgpd-9/2018-05-25' }],
  [
    'a country without rules',
    mailed({ standing: { ...agreed, declared: { country: 'US' } } }),
    { code: 'RULE_PACK_MISSING', article: 'house-scope/2026-11-24', detail: 'US' },
  ],
  [
    'a number of a country that is not known',
    aVetRequest({ address: '+12025550100', message: anSms(), standing: agreed }),
    { code: 'RULE_PACK_MISSING', article: 'house-scope/2026-11-24' },
  ],
  [
    'a fax',
    mailed({ message: aProposedMessage({ channel: 'fax' }) }),
    { code: 'CHANNEL_UNSUPPORTED', article: 'house-scope/2026-11-24' },
  ],
  [
    'a call that shows a mobile number',
    aVetRequest({
      address: MOBILE,
      message: aCall({ sender: MOBILE }),
      advertiser: anAdvertiser({
        senders: { email: [], sms: [], calls: [{ callerId: MOBILE, acceptsKeyPress: false }] },
      }),
      standing: aStanding({ consents: [aConsent({ channels: ['automated-call'] })] }),
    }),
    { code: 'CALLER_ID_FORBIDDEN', article: 'arcep-2018-0881/2019-08-01' },
  ],
];

describe('the reason against a message names the text, and which of several faults', () => {
  test.each(named(ON_THE_MESSAGE))('%s', (_, each) => {
    expect(reasonsIn(each)[0]).toEqual(each[2]);
  });
  test('a means that is not ours is one cause for all messages that name it', () => {
    const bytes = someBytes({ oppositionMeansWork: false, externalMeans: ['stop.example'] });
    expect(vetBytes(mailed(), vet(mailed()), bytes)).toMatchObject({
      outcome: 'review',
      cause: 'opposition-means:stop.example',
    });
  });
});
