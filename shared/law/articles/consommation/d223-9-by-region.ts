import type { Example } from '../../example.ts';
import { ofFrenchRegions } from './calling.ts';
import { callingDaysIn } from './d223-9.ts';
import { agreedAt, type Days, IN_2024, IN_2026, SINCE_2023, SINCE_2026 } from './d223-9-versions.ts';

/** Days as editions before 2026-11-30.4 read them: whoever was in a zone abroad was called on French public holidays. */
export const callingDays2023ByRegion = callingDaysIn(SINCE_2023, ofFrenchRegions);
export const callingDaysByRegion = callingDaysIn(SINCE_2026, ofFrenchRegions);

/* @__NO_SIDE_EFFECTS__ */
const examplesOn = ({ holiday, monday }: Days): readonly Example[] => [
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
  ['a Monday like others', { channel: 'automated-call', local: `${monday}T11:00` }, 'not forbidden'],
];
export const callingDays2023ByRegionExamples = examplesOn(IN_2024);
export const callingDaysByRegionExamples = examplesOn(IN_2026);
