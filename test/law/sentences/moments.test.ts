import { describe, expect, test } from 'vitest';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { aConsent, anAdvertiser, aStanding, aVetRequest, instant, SIREN, someSends } from '../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';

type More = Parameters<typeof aVetRequest>[0];
type Declared = NonNullable<VetRequest['standing']>['declared'];
const ENDLESS = instant('2030-01-01T00:00:00Z');
const TAHITI = '+68987123456';
/** Given three months before the moment: old enough for every row, too young to end. */
const lately = (at: string) => instant(new Date(Date.parse(at) - 90 * 86_400_000).toISOString());
const called = (at: string, more: More = {}, declared: Declared = {}): VetRequest =>
  aVetRequest({
    at: instant(at),
    address: MOBILE,
    message: aCall({ validUntil: ENDLESS }),
    standing: aStanding({ declared, consents: [aConsent({ channels: ['automated-call'], givenAt: lately(at) })] }),
    ...more,
  });
const texted = (at: string, channel: 'sms' | 'mms', more: More = {}): VetRequest =>
  aVetRequest({
    at: instant(at),
    address: MOBILE,
    message: anSms({ channel, validUntil: ENDLESS }),
    standing: aStanding({ consents: [aConsent({ channels: [channel], givenAt: lately(at) })] }),
    ...more,
  });
const attempts = (...at: string[]) => [someSends('automated-call', at)];
const told = (request: VetRequest) => {
  const { outcome, reasons, notBefore } = vet(request);
  return [outcome, ...reasons.map(({ code, article }) => `${code} ${article}`), notBefore];
};
const later = (sentences: readonly string[], until: string) => ['defer', ...sentences, instant(until)];

type Moment = readonly [situation: string, request: VetRequest, answer: readonly (string | undefined)[]];
const OLD = 'd223-9/2023-03-01';
const NEW = 'd223-9/2026-08-11';

const CALLS: readonly Moment[] = [
  [
    'a Friday at 20:00 waits until Monday at 10:00',
    called('2025-11-21T20:00:00+01:00'),
    later([`QUIET_HOURS_VOICE ${OLD}`], '2025-11-24T10:00:00+01:00'),
  ],
  [
    'a Tuesday at 13:30 waits until 14:00',
    called('2026-11-24T13:30:00+01:00'),
    later([`QUIET_HOURS_VOICE ${NEW}`], '2026-11-24T14:00:00+01:00'),
  ],
  [
    '11 November 2025 waits until the next day',
    called('2025-11-11T11:00:00+01:00'),
    later([`PUBLIC_HOLIDAY_VOICE ${OLD}`], '2025-11-12T10:00:00+01:00'),
  ],
  [
    '11 November 2026, at night, is forbidden twice',
    called('2026-11-11T22:00:00+01:00'),
    later([`QUIET_HOURS_VOICE ${NEW}`, `PUBLIC_HOLIDAY_VOICE ${NEW}`], '2026-11-12T10:00:00+01:00'),
  ],
  [
    'Good Friday in Alsace is no national holiday',
    called('2027-03-26T11:00:00+01:00', {
      standing: aStanding({
        declared: { department: '67' },
        consents: [aConsent({ channels: ['automated-call'], givenAt: lately('2027-03-26T11:00:00+01:00') })],
      }),
    }),
    ['allow', 'OK_CONSENT undefined', undefined],
  ],
  [
    '14 July 2027 is no holiday in Belgium',
    called('2027-07-14T11:00:00+02:00', { address: '+32470123456' }),
    ['allow', 'OK_CONSENT undefined', undefined],
  ],
  [
    '14 July 2027 is no holiday of a Belgian with a French number either',
    called('2027-07-14T11:00:00+02:00', {}, { country: 'BE' }),
    ['allow', 'OK_CONSENT undefined', undefined],
  ],
  [
    '14 July 2027 is one of a Frenchman with a Belgian number',
    called('2027-07-14T11:00:00+02:00', { address: '+32470123456' }, { country: 'FR' }),
    later([`PUBLIC_HOLIDAY_VOICE ${NEW}`], '2027-07-15T10:00:00+02:00'),
  ],
  [
    '9:45 in Tahiti is 10:15 in the Marquesas: closed in one of the places',
    called('2026-11-24T09:45:00-10:00', { address: TAHITI }),
    later([`QUIET_HOURS_VOICE ${NEW}`], '2026-11-24T10:00:00-10:00'),
  ],
  [
    '10 November in Tahiti is already 11 November in the Marquesas: a holiday in one of the places',
    called('2026-11-10T23:45:00-10:00', { address: TAHITI }),
    later([`QUIET_HOURS_VOICE ${NEW}`, `PUBLIC_HOLIDAY_VOICE ${NEW}`], '2026-11-12T10:00:00-10:00'),
  ],
];

const FOUR = ['2025-10-27T10:30:00Z', '2025-11-10T10:30:00Z', '2025-11-17T10:30:00Z', '2025-11-20T10:30:00Z'];
const QUOTAS: readonly Moment[] = [
  [
    'four attempts: again when the oldest has left the thirty days',
    called('2025-11-24T11:00:00+01:00', { sends: attempts(...FOUR) }),
    later([`ATTEMPT_QUOTA ${OLD}`], '2025-11-26T10:00:00+01:00'),
  ],
  [
    'five attempts: again when the second oldest has left them',
    called('2025-11-24T11:00:00+01:00', { sends: attempts(...FOUR, '2025-11-21T10:30:00Z') }),
    later([`ATTEMPT_QUOTA ${OLD}`], '2025-12-10T10:00:00+01:00'),
  ],
  [
    'four attempts, and a message that ends before: the quota is what is reported',
    called('2025-11-24T11:00:00+01:00', {
      sends: attempts(...FOUR),
      message: aCall({ validUntil: instant('2025-11-25T11:00:00Z') }),
    }),
    ['refuse', `ATTEMPT_QUOTA ${OLD}`, undefined],
  ],
  [
    'a Sunday, to an advertiser who calls at an hour that was agreed, and nothing was agreed',
    called('2026-11-22T11:00:00+01:00', {
      advertiser: anAdvertiser({
        readings: [
          {
            ...{ reading: 'automated-call-at-agreed-hour', justification: 'Rendez-vous.' },
            ...{ decidedBy: 'Claire Petit', decidedOn: '2026-01-05' },
          },
        ],
      }),
    }),
    later([`QUIET_HOURS_VOICE ${NEW}`], '2026-11-23T10:00:00+01:00'),
  ],
  [
    'four attempts of which one has left the count, on a Saturday: only the hours count',
    called('2026-11-28T11:00:00+01:00', {
      sends: attempts('2026-10-28T10:30:00Z', '2026-11-10T10:30:00Z', '2026-11-17T10:30:00Z', '2026-11-20T10:30:00Z'),
    }),
    later([`QUIET_HOURS_VOICE ${NEW}`], '2026-11-30T10:00:00+01:00'),
  ],
  [
    'four attempts to a professional about the trade, at night: neither sentence is about professionals',
    called('2026-11-24T22:00:00+01:00', {
      sends: attempts('2026-11-03T10:30:00Z', '2026-11-10T10:30:00Z', '2026-11-17T10:30:00Z', '2026-11-20T10:30:00Z'),
      standing: aStanding({
        declared: {
          kind: 'professional',
          organisation: { siren: SIREN },
          profession: { function: 'restaurant-manager' },
        },
        consents: [aConsent({ channels: ['automated-call'], givenAt: lately('2026-11-24T22:00:00+01:00') })],
      }),
    }),
    ['allow', 'OK_CONSENT undefined', undefined],
  ],
];

const window = (from: string, until: string, sundayAndHolidayCourtesy = true) => ({
  advertiser: anAdvertiser({ sms: { maxSegments: 3, sundayAndHolidayCourtesy, window: { from, until } } }),
});
const CHARTERS = ['af2m-sms/2024-09-01', 'af2m-sms/2026-03-01'] as const;
const TEXTS: readonly Moment[] = [
  [
    'under the first charter: a Saturday at 22:30 waits until Monday at 8:00',
    texted('2025-11-22T22:30:00+01:00', 'mms', window('00:00', '24:00')),
    later([`QUIET_HOURS_SMS ${CHARTERS[0]}`], '2025-11-24T08:00:00+01:00'),
  ],
  [
    'under the first charter: 11 November waits until the next day',
    texted('2025-11-11T11:00:00+01:00', 'sms', window('00:00', '24:00', false)),
    later([`PUBLIC_HOLIDAY ${CHARTERS[0]}`], '2025-11-12T08:00:00+01:00'),
  ],
  [
    'under the first charter: 8:30 in Réunion is 7:30 in Mayotte',
    texted('2025-11-25T08:30:00+04:00', 'sms', { address: '+262692123456' }),
    later([`TIMEZONE_AMBIGUOUS ${CHARTERS[0]}`], '2025-11-25T09:00:00+04:00'),
  ],
  [
    'under the second: 6:00 waits until 8:00 of the same day, although the ceiling counts by day',
    texted('2026-11-24T06:00:00+01:00', 'mms', window('00:00', '24:00')),
    later([`QUIET_HOURS_SMS ${CHARTERS[1]}`], '2026-11-24T08:00:00+01:00'),
  ],
];

describe('a moment is forbidden by the text of its day, until the first moment that is not', () => {
  test.each([...CALLS, ...QUOTAS, ...TEXTS])('%s', (_, request, answer) => {
    expect(told(request)).toEqual(answer);
  });
});
