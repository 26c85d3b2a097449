import type { Article, MessageException } from '../../article.ts';
import { type Dated, setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import type { AllowedHours } from '../../facts/moments.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import {
  atAgreedHour,
  atAgreedHourBefore,
  type Holidays,
  isOffHours,
  isOnHoliday,
  messageLeftToL345,
  nextCallingTime,
  ofFrenchLaw,
  ofNobody,
} from './calling.ts';
import {
  agreedAt,
  CONSUMERS_CALLED,
  type Days,
  IN_2024,
  IN_2026,
  READING,
  SINCE_2023,
  SINCE_2026,
} from './d223-9-versions.ts';

/** al. 1: in minutes of the consumer's own day. The version of 2026 sets the same. */
const HOURS: Dated<AllowedHours> = {
  '2023-03-01': [
    [10 * 60, 13 * 60],
    [14 * 60, 20 * 60],
  ],
};
/** What lifts days and hours, by the text that says so. */
const AGREED_HOUR: Dated<MessageException> = { '2023-03-01': atAgreedHourBefore, '2026-08-11': atAgreedHour };

const DAYS_AND_HOURS =
  'n’est autorisée d’une part que du lundi au vendredi, sauf lorsque ces jours sont fériés en application de l’article L. 3133-1 du code du travail, et d’autre part seulement de 10 heures à 13 heures et de 14 heures à 20 heures, ces heures correspondant à celles du fuseau horaire du consommateur';

/** al. 1: Monday to Friday, in the consumer's own time. */
export const callingHoursIn = (text: Article, quote: string) => {
  const hours = setBy(text, HOURS);
  return text.forbidsNow('QUIET_HOURS_VOICE', {
    paragraph: 'al. 1',
    quote,
    sanctions: SANCTIONS.calls,
    concerns: CONSUMERS_CALLED,
    when: (facts) => isOffHours(facts, hours),
    unless: [setBy(text, AGREED_HOUR), messageLeftToL345],
    notBefore: (facts, from) => nextCallingTime(facts, from, { hours, isPublicHoliday: ofNobody }),
    reading: READING,
  });
};
export const callingHours2023 = callingHoursIn(SINCE_2023, DAYS_AND_HOURS);
export const callingHours = callingHoursIn(SINCE_2026, DAYS_AND_HOURS);

/* @__NO_SIDE_EFFECTS__ */
export const callingHoursExamplesOn = ({ tuesday, friday, saturday, sunday }: Days): readonly Example[] => [
  ['a Tuesday at 9:59', { channel: 'automated-call', local: `${tuesday}T09:59` }, 'forbidden'],
  ['a Tuesday at 10:00', { channel: 'automated-call', local: `${tuesday}T10:00` }, 'not forbidden'],
  ['a Tuesday at 12:59', { channel: 'automated-call', local: `${tuesday}T12:59` }, 'not forbidden'],
  ['a Tuesday at 13:00', { channel: 'automated-call', local: `${tuesday}T13:00` }, 'forbidden'],
  ['a Tuesday at 19:59', { channel: 'automated-call', local: `${tuesday}T19:59` }, 'not forbidden'],
  ['a Tuesday at 20:00', { channel: 'automated-call', local: `${tuesday}T20:00` }, 'forbidden'],
  ['a Friday at 11:00', { channel: 'automated-call', local: `${friday}T11:00` }, 'not forbidden'],
  ['a Saturday at 11:00', { channel: 'automated-call', local: `${saturday}T11:00` }, 'forbidden'],
  ['a Sunday at 11:00', { channel: 'automated-call', local: `${sunday}T11:00` }, 'forbidden'],
  [
    '10:30 in Réunion is 9:30 in Mayotte',
    { channel: 'automated-call', local: `${tuesday}T10:30`, zones: ['Indian/Reunion', 'Indian/Mayotte'] },
    'forbidden',
  ],
  [
    'a Saturday, of an advertiser who reads L. 34-5 alone',
    { channel: 'automated-call', local: `${saturday}T11:00`, readings: ['automated-calls-by-l34-5-alone'] },
    'not forbidden',
  ],
  [
    'a Saturday at 11:29, agreed for 11:00, under that reading',
    {
      channel: 'automated-call',
      local: `${saturday}T11:29`,
      agreedCall: agreedAt(`${saturday}T11:00`),
      readings: ['automated-call-at-agreed-hour'],
    },
    'not forbidden',
  ],
  [
    'a Saturday at 11:30, agreed for 11:00, under that reading',
    {
      channel: 'automated-call',
      local: `${saturday}T11:30`,
      agreedCall: agreedAt(`${saturday}T11:00`),
      readings: ['automated-call-at-agreed-hour'],
    },
    'forbidden',
  ],
  [
    'a Saturday at 10:59, agreed for 11:00, under that reading',
    {
      channel: 'automated-call',
      local: `${saturday}T10:59`,
      agreedCall: agreedAt(`${saturday}T11:00`),
      readings: ['automated-call-at-agreed-hour'],
    },
    'forbidden',
  ],
  [
    'a Saturday at 11:00, agreed, of an advertiser who recorded no reading',
    { channel: 'automated-call', local: `${saturday}T11:00`, agreedCall: agreedAt(`${saturday}T11:00`) },
    'forbidden',
  ],
  [
    'a Saturday, to a professional',
    { channel: 'automated-call', local: `${saturday}T11:00`, isConsumer: false },
    'not forbidden',
  ],
];
export const callingHours2023Examples = callingHoursExamplesOn(IN_2024);
export const callingHoursExamples = callingHoursExamplesOn(IN_2026);

/** al. 1: public holidays of C. trav. L. 3133-1 alone, wherever the consumer is; regional days are not in that article. */
export const callingDaysIn = (text: Article, isPublicHoliday: Holidays) => {
  const hours = setBy(text, HOURS);
  return text.forbidsNow('PUBLIC_HOLIDAY_VOICE', {
    paragraph: 'al. 1',
    quote: 'sauf lorsque ces jours sont fériés en application de l’article L. 3133-1 du code du travail',
    sanctions: SANCTIONS.calls,
    concerns: CONSUMERS_CALLED,
    when: (facts) => isOnHoliday(facts, isPublicHoliday),
    unless: [setBy(text, AGREED_HOUR), messageLeftToL345],
    notBefore: (facts, from) => nextCallingTime(facts, from, { hours, isPublicHoliday }),
    reading: READING,
  });
};
export const callingDays2023 = callingDaysIn(SINCE_2023, ofFrenchLaw);
export const callingDays = callingDaysIn(SINCE_2026, ofFrenchLaw);

/** What every edition says of a holiday. */
/* @__NO_SIDE_EFFECTS__ */
export const holidayExamplesOn = ({ holiday }: Days): readonly Example[] => [
  ['11 November', { channel: 'automated-call', local: `${holiday}T11:00` }, 'forbidden'],
  [
    '11 November, to a professional',
    { channel: 'automated-call', local: `${holiday}T11:00`, isConsumer: false },
    'not forbidden',
  ],
  [
    '11 November, agreed for that hour, under that reading',
    {
      channel: 'automated-call',
      local: `${holiday}T11:00`,
      agreedCall: agreedAt(`${holiday}T11:00`),
      readings: ['automated-call-at-agreed-hour'],
    },
    'not forbidden',
  ],
  [
    '11 November, of an advertiser who reads L. 34-5 alone',
    { channel: 'automated-call', local: `${holiday}T11:00`, readings: ['automated-calls-by-l34-5-alone'] },
    'not forbidden',
  ],
];
/* @__NO_SIDE_EFFECTS__ */
export const mondayExamplesOn = ({ monday }: Days): readonly Example[] => [
  ['a Monday like others', { channel: 'automated-call', local: `${monday}T11:00` }, 'not forbidden'],
];
/** What is said of 11 November in Brussels, of a French number and of a Belgian one. */
/* @__NO_SIDE_EFFECTS__ */
export const holidayAbroadExamplesOn = ({ holiday }: Days): readonly Example[] => [
  [
    '11 November, to a French number in Brussels',
    { channel: 'automated-call', local: `${holiday}T11:00`, zones: ['Europe/Brussels'] },
    'forbidden',
  ],
  [
    '11 November, to a Belgian number there',
    { channel: 'automated-call', local: `${holiday}T11:00`, zones: ['Europe/Brussels'], pack: 'consent-only' },
    'not forbidden',
  ],
];
/* @__NO_SIDE_EFFECTS__ */
const callingDaysExamplesOn = (days: Days): readonly Example[] => [
  ...holidayExamplesOn(days),
  ...holidayAbroadExamplesOn(days),
  ...mondayExamplesOn(days),
  [
    '11 November, to a Belgian with a French number',
    { channel: 'automated-call', local: `${days.holiday}T11:00`, pack: 'consent-only', country: 'BE' },
    'not forbidden',
  ],
];
export const callingDays2023Examples = callingDaysExamplesOn(IN_2024);
export const callingDaysExamples = callingDaysExamplesOn(IN_2026);
