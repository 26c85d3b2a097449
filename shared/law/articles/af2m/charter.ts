import type { Article } from '../../article.ts';
import { setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import {
  COURTESY,
  DAYS_OFF,
  type Days,
  IN_2024,
  IN_2026,
  keepsNoDaysOff,
  ON_DAYS_OFF,
  SAYS,
  SINCE_2024,
  SINCE_2026,
  TEXT_MESSAGES,
  WHOSE_HOUR,
  WINDOW,
} from './charter-versions.ts';
import { type DaysOff, isClosedSomewhere, isDayOff, isQuiet, nextAllowed } from './hours.ts';

/** Outside the hours; on a Sunday where the text forbids it. Where it is a courtesy alone: `house/sunday.ts`. */
const quietHoursIn = (text: Article) => {
  const window = setBy(text, WINDOW);
  const daysOff = setBy(text, ON_DAYS_OFF).isCourtesy ? keepsNoDaysOff : setBy(text, DAYS_OFF);
  return text.forbidsNow('QUIET_HOURS_SMS', {
    paragraph: setBy(text, SAYS).paragraph,
    quote: setBy(text, SAYS).hours,
    sanctions: SANCTIONS.contract,
    concerns: TEXT_MESSAGES,
    when: (facts) => isQuiet(facts, window, daysOff),
    reading: WHOSE_HOUR,
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
    ['a Sunday at 11:00', onSunday, withoutCourtesy],
    ['a Sunday at 7:59', { ...onSunday, local: `${sunday}T07:59` }, 'forbidden'],
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

/** On a public holiday. Of 2026 for editions before 2026-11-29 alone: since then `house/holidays.ts`, as the charter only recommends. */
const holidaysIn = (text: Article) => {
  const [window, daysOff] = [setBy(text, WINDOW), setBy(text, DAYS_OFF)];
  const { isCourtesy, reading, sanctions } = setBy(text, ON_DAYS_OFF);
  return text.forbidsNow('PUBLIC_HOLIDAY', {
    paragraph: setBy(text, SAYS).paragraph,
    quote: setBy(text, SAYS).days,
    sanctions,
    concerns: TEXT_MESSAGES,
    when: (facts) => isDayOff(facts, daysOff),
    detail: () => (isCourtesy ? COURTESY : undefined),
    reading,
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

/**
 * TIME-1: where the recipient may live in several zones, the moment must be admitted in all. Closed in all: another code.
 * `closed`: the days on which this sentence closes a place.
 */
const quietSomewhereIn = (text: Article, closed: DaysOff) => {
  const [window, daysOff] = [setBy(text, WINDOW), setBy(text, DAYS_OFF)];
  return text.forbidsNow('TIMEZONE_AMBIGUOUS', {
    paragraph: setBy(text, SAYS).paragraph,
    quote: setBy(text, SAYS).hours,
    sanctions: SANCTIONS.contract,
    concerns: TEXT_MESSAGES,
    when: (facts) => isClosedSomewhere(facts, window, closed),
    reading: WHOSE_HOUR,
    unless: [
      {
        says: {
          en: 'it is outside the hours, or a Sunday, in every place: then `QUIET_HOURS_SMS`',
          fr: 'partout, l’heure n’est pas admise ou c’est un dimanche : le motif est alors `QUIET_HOURS_SMS`',
        },
        when: (facts) => isQuiet(facts, window, daysOff),
      },
      {
        says: {
          en: 'it is a public holiday in every place: then `PUBLIC_HOLIDAY`',
          fr: 'c’est partout un jour férié : le motif est alors `PUBLIC_HOLIDAY`',
        },
        when: (facts) => isDayOff(facts, daysOff),
      },
    ],
    notBefore: (facts, from) => nextAllowed(facts, from, window, closed),
  });
};
export const quietSomewhere2024 = quietSomewhereIn(SINCE_2024, setBy(SINCE_2024, DAYS_OFF));
/** Of editions before 2026-11-29.2 alone: it cited the charter for days off in one place as well, which it only recommends. */
export const quietSomewhereBefore = quietSomewhereIn(SINCE_2026, setBy(SINCE_2026, DAYS_OFF));
/** By its hours alone; days off in one of the places: `house/days-off.ts`. */
export const quietSomewhere = quietSomewhereIn(SINCE_2026, keepsNoDaysOff);

/* @__NO_SIDE_EFFECTS__ */
const quietSomewhereExamplesOn = (
  { tuesday, sunday, holiday }: Days,
  dayOffInOne: readonly Example[] = [],
): readonly Example[] => {
  const inTwoZones = { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'] } as const;
  return [
    ['a Tuesday at 11:00', { channel: 'sms', local: `${tuesday}T11:00` }, 'not forbidden'],
    ['a Sunday at 11:00, which is quiet everywhere', { channel: 'sms', local: `${sunday}T11:00` }, 'not forbidden'],
    ['11 November, which is a holiday everywhere', { channel: 'sms', local: `${holiday}T11:00` }, 'not forbidden'],
    ['8:30 in Mayotte is 9:30 in Réunion', { ...inTwoZones, local: `${tuesday}T09:30` }, 'not forbidden'],
    ['8:30 in Réunion is 7:30 in Mayotte', { ...inTwoZones, local: `${tuesday}T08:30` }, 'forbidden'],
    ...dayOffInOne,
  ];
};
export const quietSomewhere2024Examples = quietSomewhereExamplesOn(IN_2024);
export const quietSomewhereBeforeExamples = quietSomewhereExamplesOn(IN_2026);
export const quietSomewhereExamples = quietSomewhereExamplesOn(IN_2026, [
  [
    '27 April at 11:00 in Réunion, and in Mayotte, where it is a holiday: by a rule of the house',
    { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-04-27T11:00' },
    'not forbidden',
  ],
]);
