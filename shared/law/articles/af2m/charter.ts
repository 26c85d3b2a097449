import { type Article, article } from '../../article.ts';
import { type Dated, setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import type { AllowedHours } from '../../facts/moments.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { AF2M_QUOTED } from '../../texts/sources.ts';
import { type DaysOff, isClosedSomewhere, isDayOff, isQuiet, nextAllowed } from './hours.ts';

/** af2m, charter on business messaging, § B.3: when a promotional SMS may leave. A contract with the operators, not law. */
const TEXT = {
  code: 'af2m, charte Business Messaging',
  number: 'B.3',
  kind: 'charter',
  takenOn: '2026-11-24',
  url: 'https://af2m.org/charte-business-messaging/',
} as const;

/** First version, known at second hand and not found again: working days from 8 to 22. Working days are Monday to Saturday. */
const SINCE_2024 = article({
  ...TEXT,
  id: 'af2m-sms/2024-09-01',
  inForce: { from: '2024-09-01', until: '2026-03-01' },
});
/** Revised: from 8:00 to 21:30. Of Sundays and public holidays it says that they are better left free: a recommendation. */
const SINCE_2026 = article({
  ...TEXT,
  id: 'af2m-sms/2026-03-01',
  inForce: { from: '2026-03-01' },
  read: AF2M_QUOTED,
});
/** What each version says of hours and of days; none is quoted of the first. */
const SAYS: Dated<{ readonly hours?: string; readonly days?: string }> = {
  '2024-09-01': {},
  '2026-03-01': {
    hours: 's’engagent à ne les acheminer qu’entre 08h et 21h30',
    days: 'les dimanches et jours fériés, et de privilégier les envois du lundi au samedi',
  },
};

const TEXT_MESSAGES = { channels: ['sms', 'mms'] } as const;

/** In minutes of the day where the recipient lives. */
const WINDOW: Dated<AllowedHours> = { '2024-09-01': [[8 * 60, 22 * 60]], '2026-03-01': [[8 * 60, 21 * 60 + 30]] };
/** The hours of promotional SMS and MMS on a day of Paris, `2026-11-24`; before the first charter, all. */
export const promotionalHoursOn = (day: string): AllowedHours => {
  const since = Object.keys(WINDOW).filter((each) => each <= day);
  return WINDOW[since.sort().at(-1) ?? ''] ?? [[0, 24 * 60]];
};
/** Sundays and holidays: closed by the first version; since then a courtesy, on unless the advertiser says why not (D18). */
const DAYS_OFF: Dated<DaysOff> = {
  '2024-09-01': () => true,
  '2026-03-01': (facts) => facts.keepsSundayAndHolidayCourtesy,
};

/** Days for the examples, in the version that they speak of, and what that version says. */
interface Days {
  readonly tuesday: string;
  readonly sunday: string;
  readonly holiday: string;
  readonly dayAfter: string;
  readonly lastMinute: string;
  readonly closing: string;
  /** On a Sunday or holiday, to an advertiser who turned the courtesy off. */
  readonly withoutCourtesy: Example[2];
}
const IN_2024: Days = {
  tuesday: '2024-11-26',
  sunday: '2024-11-24',
  holiday: '2024-11-11',
  dayAfter: '2024-11-12',
  lastMinute: '21:59',
  closing: '22:00',
  withoutCourtesy: 'forbidden',
};
const IN_2026: Days = {
  tuesday: '2026-11-24',
  sunday: '2026-11-22',
  holiday: '2026-11-11',
  dayAfter: '2026-11-12',
  lastMinute: '21:29',
  closing: '21:30',
  withoutCourtesy: 'not forbidden',
};

/** Outside the hours, or on a Sunday. */
const quietHoursIn = (text: Article) => {
  const [window, daysOff] = [setBy(text, WINDOW), setBy(text, DAYS_OFF)];
  return text.forbidsNow('QUIET_HOURS_SMS', {
    paragraph: '§ B.3',
    quote: setBy(text, SAYS).hours,
    sanctions: SANCTIONS.contract,
    concerns: TEXT_MESSAGES,
    when: (facts) => isQuiet(facts, window, daysOff),
    notBefore: (facts, from) => nextAllowed(facts, from, window, daysOff),
  });
};
export const quietHours2024 = quietHoursIn(SINCE_2024);
export const quietHours = quietHoursIn(SINCE_2026);

/* @__NO_SIDE_EFFECTS__ */
const quietHoursExamplesOn = ({ tuesday, sunday, lastMinute, closing, withoutCourtesy }: Days): readonly Example[] => {
  const always = { channel: 'sms', advertiserWindow: [[0, 1440]] } as const;
  const from10to18 = { channel: 'sms', advertiserWindow: [[600, 1080]] } as const;
  const onSunday = { channel: 'sms', local: `${sunday}T11:00` } as const;
  return [
    ['a Tuesday at 7:59', { ...always, local: `${tuesday}T07:59` }, 'forbidden'],
    ['a Tuesday at 8:00', { ...always, local: `${tuesday}T08:00` }, 'not forbidden'],
    [`a Tuesday at ${lastMinute}`, { ...always, local: `${tuesday}T${lastMinute}` }, 'not forbidden'],
    [`a Tuesday at ${closing}`, { ...always, channel: 'mms', local: `${tuesday}T${closing}` }, 'forbidden'],
    ['a Tuesday at 9:59, of an advertiser who opens at 10', { ...from10to18, local: `${tuesday}T09:59` }, 'forbidden'],
    [
      'a Tuesday at 18:00, of an advertiser who closes at 18',
      { ...from10to18, local: `${tuesday}T18:00` },
      'forbidden',
    ],
    ['a Sunday at 11:00', onSunday, 'forbidden'],
    [
      'a Sunday at 11:00, of an advertiser who keeps no Sundays',
      { ...onSunday, keepsSundayAndHolidayCourtesy: false },
      withoutCourtesy,
    ],
    ['an e-mail on a Sunday at 11:00', { ...onSunday, channel: 'email' }, 'not forbidden'],
    ['to a number whose place is not known', { channel: 'sms', moments: [] }, 'not forbidden'],
  ];
};
export const quietHours2024Examples = quietHoursExamplesOn(IN_2024);
export const quietHoursExamples = quietHoursExamplesOn(IN_2026);

/** On a public holiday. */
const holidaysIn = (text: Article) => {
  const [window, daysOff] = [setBy(text, WINDOW), setBy(text, DAYS_OFF)];
  return text.forbidsNow('PUBLIC_HOLIDAY', {
    paragraph: '§ B.3',
    quote: setBy(text, SAYS).days,
    sanctions: SANCTIONS.contract,
    concerns: TEXT_MESSAGES,
    when: (facts) => isDayOff(facts, daysOff),
    notBefore: (facts, from) => nextAllowed(facts, from, window, daysOff),
  });
};
export const holidays2024 = holidaysIn(SINCE_2024);
export const holidays = holidaysIn(SINCE_2026);

/* @__NO_SIDE_EFFECTS__ */
const holidaysExamplesOn = ({ holiday, dayAfter, withoutCourtesy }: Days): readonly Example[] => [
  ['11 November at 11:00', { channel: 'sms', local: `${holiday}T11:00` }, 'forbidden'],
  [
    '11 November, of an advertiser who keeps no holidays',
    { channel: 'sms', local: `${holiday}T11:00`, keepsSundayAndHolidayCourtesy: false },
    withoutCourtesy,
  ],
  ['to a number whose place is not known', { channel: 'sms', moments: [] }, 'not forbidden'],
  ['12 November at 11:00', { channel: 'sms', local: `${dayAfter}T11:00` }, 'not forbidden'],
];
export const holidays2024Examples = holidaysExamplesOn(IN_2024);
export const holidaysExamples = holidaysExamplesOn(IN_2026);

/** TIME-1: where the recipient may live in several zones, the moment must be admitted in all. Closed in all: another code. */
const quietSomewhereIn = (text: Article) => {
  const [window, daysOff] = [setBy(text, WINDOW), setBy(text, DAYS_OFF)];
  return text.forbidsNow('TIMEZONE_AMBIGUOUS', {
    paragraph: '§ B.3',
    quote: setBy(text, SAYS).hours,
    sanctions: SANCTIONS.contract,
    concerns: TEXT_MESSAGES,
    when: (facts) => isClosedSomewhere(facts, window, daysOff),
    unless: [
      {
        says: 'it is outside the hours, or a Sunday, in every place: then `QUIET_HOURS_SMS`',
        when: (facts) => isQuiet(facts, window, daysOff),
      },
      {
        says: 'it is a public holiday in every place: then `PUBLIC_HOLIDAY`',
        when: (facts) => isDayOff(facts, daysOff),
      },
    ],
    notBefore: (facts, from) => nextAllowed(facts, from, window, daysOff),
  });
};
export const quietSomewhere2024 = quietSomewhereIn(SINCE_2024);
export const quietSomewhere = quietSomewhereIn(SINCE_2026);

/* @__NO_SIDE_EFFECTS__ */
const quietSomewhereExamplesOn = ({ tuesday, sunday, holiday }: Days): readonly Example[] => {
  const inTwoZones = { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'] } as const;
  return [
    ['a Tuesday at 11:00', { channel: 'sms', local: `${tuesday}T11:00` }, 'not forbidden'],
    ['a Sunday at 11:00, which is quiet everywhere', { channel: 'sms', local: `${sunday}T11:00` }, 'not forbidden'],
    ['11 November, which is a holiday everywhere', { channel: 'sms', local: `${holiday}T11:00` }, 'not forbidden'],
    ['8:30 in Mayotte is 9:30 in Réunion', { ...inTwoZones, local: `${tuesday}T09:30` }, 'not forbidden'],
    ['8:30 in Réunion is 7:30 in Mayotte', { ...inTwoZones, local: `${tuesday}T08:30` }, 'forbidden'],
  ];
};
export const quietSomewhere2024Examples = quietSomewhereExamplesOn(IN_2024);
export const quietSomewhereExamples = quietSomewhereExamplesOn(IN_2026);
