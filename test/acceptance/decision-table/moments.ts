import { agreed, bought, clicked, FOUR_CALLS, later, wrote } from './acts.ts';
import { CONTENT, call, mail, other, text } from './messages.ts';
import { type Act, ago, inHours, type Row } from './row.ts';

const inAWeek = ago(-7);
/** A person who agreed to texts six months ago, and to calls four months ago. */
const BOTH: readonly Act[] = [
  agreed({ channels: ['sms'], daysAgo: 188 }),
  agreed({ channels: ['automated-call'], daysAgo: 127 }),
];
const texted = text({ basis: 'consent', validUntil: inAWeek });
const called = call({ basis: 'consent', validUntil: inAWeek });
/** The consent to the other channel, which the notes name. */
const notes = ['CONSENT_WRONG_CHANNEL'];

/** An advertiser's own hours for texts, and whether it keeps Sundays and holidays. */
const hours = (from: string, until: string, sundayAndHolidayCourtesy = true) => ({
  sms: { maxSegments: 3, sundayAndHolidayCourtesy, window: { from, until } },
});
/** Five offers that were sent six hours before. */
const FIVE_MAILS: readonly Act[] = [
  ...Array.from({ length: 5 }, () => wrote({ channel: 'email', offerCategory: 'seeds', content: CONTENT })),
  later(6),
];

/** Hours and days, and how often. */
export const MOMENT_ROWS: readonly Row[] = [
  {
    row: '30',
    title: 'agreed to calls this year, a Tuesday at eleven',
    recorded: BOTH,
    asked: called,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes,
  },
  {
    row: '31',
    title: 'agreed to calls 366 days ago',
    recorded: [agreed({ channels: ['automated-call'], daysAgo: 366 })],
    asked: called,
    outcome: 'refuse',
    codes: ['CONSENT_EXPIRED'],
  },
  {
    row: '32',
    title: 'agreed to calls, a Saturday at eleven, and the call may wait a week',
    at: '2026-11-28T11:00',
    recorded: BOTH,
    asked: called,
    outcome: 'defer',
    codes: ['QUIET_HOURS_VOICE'],
    notes,
    notBefore: '2026-11-30T10:00:00+01:00',
  },
  {
    row: '33',
    title: 'four attempts in thirty days, and the quota opens after the message’s validity',
    recorded: [...BOTH, ...FOUR_CALLS],
    asked: called,
    outcome: 'refuse',
    codes: ['ATTEMPT_QUOTA'],
    notes,
  },
  {
    row: '33b',
    title: 'four attempts in thirty days, and the quota opens within it',
    recorded: [...BOTH, ...FOUR_CALLS],
    asked: call({ validUntil: ago(-11) }),
    outcome: 'defer',
    codes: ['ATTEMPT_QUOTA'],
    notes,
    notBefore: '2026-12-02T10:00:00+01:00',
  },
  {
    row: '49',
    title: 'agreed to texts, a Sunday',
    at: '2026-11-29T11:00',
    recorded: BOTH,
    asked: texted,
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notes,
    notBefore: '2026-11-30T08:00:00+01:00',
  },
  {
    row: '49b',
    title: 'the same, a Tuesday at ten past ten in the evening',
    at: '2026-11-24T22:10',
    recorded: BOTH,
    asked: texted,
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notes,
    notBefore: '2026-11-25T08:00:00+01:00',
  },
  {
    row: '49c',
    title: 'the same, a public holiday that is no Sunday',
    at: '2026-11-11T11:00',
    recorded: BOTH,
    asked: texted,
    outcome: 'defer',
    codes: ['PUBLIC_HOLIDAY'],
    notes,
    notBefore: '2026-11-12T08:00:00+01:00',
  },
  {
    row: '49d',
    title: 'a text at eight in the evening, of an advertiser whose own hours are 10 to 18',
    at: '2026-11-24T20:00',
    settings: hours('10:00', '18:00'),
    recorded: BOTH,
    asked: texted,
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notes,
    notBefore: '2026-11-25T10:00:00+01:00',
  },
  {
    row: '50',
    title: 'a number in +262, half past eight in Réunion, half past seven in Mayotte, and nobody knows which',
    at: '2026-11-24T08:30[Indian/Reunion]',
    to: 'mobile-in-reunion',
    recorded: BOTH,
    asked: texted,
    outcome: 'defer',
    codes: ['TIMEZONE_AMBIGUOUS'],
    notes,
    notBefore: '2026-11-24T09:00:00+04:00',
  },
  {
    row: '50b',
    title: 'a number in +262 on 27 April: a holiday in Mayotte, and none in Réunion',
    at: '2026-04-27T11:00[Indian/Reunion]',
    to: 'mobile-in-reunion',
    recorded: [agreed({ channels: ['sms'], daysAgo: 97 })],
    asked: texted,
    outcome: 'defer',
    codes: ['TIMEZONE_AMBIGUOUS'],
    notBefore: '2026-04-28T09:00:00+04:00',
  },
  {
    row: '50c',
    title: 'the same, of an advertiser that keeps no holidays',
    at: '2026-04-27T11:00[Indian/Reunion]',
    to: 'mobile-in-reunion',
    settings: hours('08:00', '21:30', false),
    recorded: [agreed({ channels: ['sms'], daysAgo: 97 })],
    asked: texted,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '53',
    title: 'a prospect whose last click is three years and a day old',
    recorded: [agreed({ daysAgo: 1284 }), clicked(1097)],
    asked: mail({ basis: 'consent' }),
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED'],
  },
  {
    row: '66',
    title: 'a call by a person to win back a customer whose contract has ended',
    recorded: [bought({ type: 'service-contract', daysAgo: 400 }), ...BOTH],
    asked: other('live-call', { basis: 'consent' }),
    outcome: 'refuse',
    codes: ['CHANNEL_UNSUPPORTED', 'CONSENT_WRONG_CHANNEL'],
  },
  {
    row: 'D8',
    title: 'a text on a Sunday that may wait until the evening: the hours open too late',
    at: '2026-11-29T11:00',
    recorded: BOTH,
    asked: text({ validUntil: inHours(10) }),
    outcome: 'refuse',
    codes: ['VALIDITY_PASSED', 'QUIET_HOURS_SMS'],
    notes,
  },
  {
    row: 'D8b',
    title: 'one mail after the fifth of the day',
    recorded: [agreed(), ...FIVE_MAILS],
    asked: mail(),
    outcome: 'defer',
    codes: ['FREQUENCY_CAP'],
    notBefore: '2026-11-25T00:00:00+01:00',
  },
  {
    row: 'D8c',
    title: 'the same, of a message that ends with the day',
    recorded: [agreed(), ...FIVE_MAILS],
    asked: mail({ validUntil: inHours(13 - 1 / 3600) }),
    outcome: 'refuse',
    codes: ['FREQUENCY_CAP'],
  },
  {
    row: 'VOICE-2',
    title: 'a call that shows a mobile number',
    recorded: [agreed({ channels: ['automated-call'], daysAgo: 207 })],
    asked: call({ sender: '+33612000000' }),
    outcome: 'refuse',
    // To a consumer, by the numbering plan and by L. 221-17.
    codes: ['ADVERTISER_HIDDEN', 'CALLER_ID_FORBIDDEN', 'CALLER_ID_FORBIDDEN'],
  },
  {
    row: 'VOICE-3',
    title: 'a call on 11 November',
    at: '2026-11-11T11:00',
    recorded: [agreed({ channels: ['automated-call'], daysAgo: 194 })],
    asked: call({ validUntil: ago(-9) }),
    outcome: 'defer',
    codes: ['PUBLIC_HOLIDAY_VOICE'],
    notBefore: '2026-11-12T10:00:00+01:00',
  },
];
