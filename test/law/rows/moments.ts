import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
  someBytes,
  someSends,
} from '#test/support/builders.ts';
import { aCall, anSms, MOBILE, type Row } from './row.ts';

const inAWeek = instant('2026-12-01T10:00:00Z');
/** A person who consented to SMS and calls four months ago. */
const standing = aStanding({
  addressKind: 'phone',
  consents: [
    aConsent({ channels: ['sms'] }),
    aConsent({ id: aConsent().id, channels: ['automated-call'], givenAt: instant('2026-07-20T09:00:00Z') }),
  ],
});
const texted = (at: string, more: Parameters<typeof aVetRequest>[0] = {}) =>
  aVetRequest({
    at: instant(at),
    address: MOBILE,
    message: anSms({ basis: 'consent', validUntil: inAWeek }),
    standing,
    ...more,
  });
const called = (at: string, more: Parameters<typeof aVetRequest>[0] = {}) =>
  aVetRequest({
    at: instant(at),
    address: MOBILE,
    message: aCall({ basis: 'consent', validUntil: inAWeek }),
    standing,
    ...more,
  });
/** An advertiser's own hours for texts, and whether it keeps Sundays and holidays. */
const open = (from: string, until: string, sundayAndHolidayCourtesy = true) =>
  anAdvertiser({ sms: { maxSegments: 3, sundayAndHolidayCourtesy, window: { from, until } } });
const agreedInWinter = aStanding({
  addressKind: 'phone',
  consents: [aConsent({ channels: ['sms'], givenAt: instant('2026-01-20T09:00:00Z') })],
});
const attempts = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-20'].map((day) => `${day}T10:30:00Z`);

export const MOMENT_ROWS: readonly Row[] = [
  {
    row: '30',
    title: 'an automated call on a Tuesday at 11, voice consent of this year',
    request: called('2026-11-24T11:00:00+01:00'),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '31',
    title: 'the same, 366 days old',
    request: called('2026-11-24T11:00:00+01:00', {
      standing: aStanding({
        consents: [aConsent({ channels: ['automated-call'], givenAt: instant('2025-11-23T10:00:00Z') })],
      }),
    }),
    outcome: 'refuse',
    codes: ['CONSENT_EXPIRED'],
  },
  {
    row: '32',
    title: 'a call on a Saturday at 11',
    request: called('2026-11-28T11:00:00+01:00'),
    outcome: 'defer',
    codes: ['QUIET_HOURS_VOICE'],
    notes: ['CONSENT_WRONG_CHANNEL'],
    notBefore: '2026-11-30T10:00:00+01:00',
  },
  {
    row: '33',
    title: 'four attempts in thirty days, the quota opens after the message’s validity',
    request: called('2026-11-24T11:00:00+01:00', { sends: [someSends('automated-call', attempts)] }),
    outcome: 'refuse',
    codes: ['ATTEMPT_QUOTA'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '33b',
    title: 'four attempts in thirty days, the quota opens within it',
    request: called('2026-11-24T11:00:00+01:00', {
      sends: [someSends('automated-call', attempts)],
      message: aCall({ validUntil: instant('2026-12-05T10:00:00Z') }),
    }),
    outcome: 'defer',
    codes: ['ATTEMPT_QUOTA'],
    notes: ['CONSENT_WRONG_CHANNEL'],
    notBefore: '2026-12-02T10:00:00+01:00',
  },
  {
    row: '49',
    title: 'an SMS on a Sunday',
    request: texted('2026-11-29T11:00:00+01:00'),
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notes: ['CONSENT_WRONG_CHANNEL'],
    notBefore: '2026-11-30T08:00:00+01:00',
  },
  {
    row: '49b',
    title: 'an SMS at 22:10',
    request: texted('2026-11-24T22:10:00+01:00'),
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notes: ['CONSENT_WRONG_CHANNEL'],
    notBefore: '2026-11-25T08:00:00+01:00',
  },
  {
    row: '49c',
    title: 'an SMS on 11 November',
    request: texted('2026-11-11T11:00:00+01:00'),
    outcome: 'defer',
    codes: ['PUBLIC_HOLIDAY'],
    notes: ['CONSENT_WRONG_CHANNEL'],
    notBefore: '2026-11-12T08:00:00+01:00',
  },
  {
    row: '50',
    title: '+262, zone unknown: 8:30 in Réunion is 7:30 in Mayotte',
    request: texted('2026-11-24T08:30:00+04:00', { address: '+262692123456' }),
    outcome: 'defer',
    codes: ['TIMEZONE_AMBIGUOUS'],
    notes: ['CONSENT_WRONG_CHANNEL'],
    notBefore: '2026-11-24T09:00:00+04:00',
  },
  {
    row: '49d',
    title: 'an SMS at 20:00, of an advertiser whose own hours are 10 to 18',
    request: texted('2026-11-24T20:00:00+01:00', { advertiser: open('10:00', '18:00') }),
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notes: ['CONSENT_WRONG_CHANNEL'],
    notBefore: '2026-11-25T10:00:00+01:00',
  },
  {
    row: '49e',
    title: 'own hours that begin when the charter’s end: no moment is in both',
    request: texted('2026-11-24T21:45:00+01:00', { advertiser: open('21:30', '23:00') }),
    outcome: 'refuse',
    codes: ['VALIDITY_PASSED', 'QUIET_HOURS_SMS'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '50b',
    title: '+262 on 27 April: a holiday in Mayotte, and none in Réunion',
    request: texted('2026-04-27T11:00:00+04:00', { address: '+262692123456', standing: agreedInWinter }),
    outcome: 'defer',
    codes: ['TIMEZONE_AMBIGUOUS'],
    notBefore: '2026-04-28T09:00:00+04:00',
  },
  {
    row: '50c',
    title: 'the same, of an advertiser who keeps no holidays',
    request: texted('2026-04-27T11:00:00+04:00', {
      address: '+262692123456',
      standing: agreedInWinter,
      advertiser: open('08:00', '21:30', false),
    }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '51',
    title: 'no room for STOP in the text',
    request: texted('2026-11-24T11:00:00+01:00'),
    bytes: someBytes({ subject: undefined, segments: 4, maxSegments: 3 }),
    outcome: 'refuse',
    codes: ['OPPOSITION_MENTION_MISSING'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '52',
    title: 'shown from 06…',
    request: texted('2026-11-24T11:00:00+01:00', {
      message: anSms({ basis: 'consent', sender: '+33612000000' }),
    }),
    outcome: 'refuse',
    codes: ['SENDER_ID_INVALID'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '53',
    title: 'a prospect whose last click was three years and a day ago',
    request: aVetRequest({
      message: aProposedMessage({ basis: 'consent' }),
      standing: aStanding({
        consents: [aConsent({ givenAt: instant('2023-05-20T09:00:00Z') })],
        lastActAt: instant('2023-11-23T10:00:00Z'),
      }),
    }),
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED'],
  },
  {
    row: '66',
    title: 'a call by a person to a former customer',
    request: called('2026-11-24T11:00:00+01:00', { message: aProposedMessage({ channel: 'live-call' }) }),
    outcome: 'refuse',
    codes: ['CHANNEL_UNSUPPORTED', 'CONSENT_WRONG_CHANNEL'],
  },
  {
    row: 'D8',
    title: 'the window opens after the message’s validity',
    request: texted('2026-11-29T11:00:00+01:00', { message: anSms({ validUntil: instant('2026-11-29T20:00:00Z') }) }),
    outcome: 'refuse',
    codes: ['VALIDITY_PASSED', 'QUIET_HOURS_SMS'],
    notes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: 'D8b',
    title: 'the fifth mail of the day',
    request: aVetRequest({
      standing: aStanding({ consents: [aConsent()] }),
      sends: [
        someSends(
          'email',
          [1, 2, 3, 4, 5].map((hour) => `2026-11-24T0${hour}:00:00Z`),
        ),
      ],
    }),
    outcome: 'defer',
    codes: ['FREQUENCY_CAP'],
    notBefore: '2026-11-25T00:00:00+01:00',
  },
  {
    row: 'D8c',
    title: 'the fifth mail of the day, of a message that ends with the day',
    request: aVetRequest({
      message: aProposedMessage({ validUntil: instant('2026-11-24T22:59:59Z') }),
      standing: aStanding({ consents: [aConsent()] }),
      sends: [
        someSends(
          'email',
          [1, 2, 3, 4, 5].map((hour) => `2026-11-24T0${hour}:00:00Z`),
        ),
      ],
    }),
    outcome: 'refuse',
    codes: ['FREQUENCY_CAP'],
  },
];
