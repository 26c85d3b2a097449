import { article } from '../../article.ts';
import type { Dated } from '../../dated.ts';
import type { Example } from '../../example.ts';
import type { AllowedHours } from '../../facts/moments.ts';
import type { Sanction } from '../../texts/sanction.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { AF2M_QUOTED } from '../../texts/sources.ts';
import type { DaysOff } from './hours.ts';

/** af2m, charter on business messaging, § B.3: when a promotional SMS may leave. A contract with the operators, not law. */
const TEXT = {
  code: 'af2m, charte Business Messaging',
  number: 'horaires',
  kind: 'charter',
  url: 'https://af2m.org/charte-business-messaging/',
} as const;

/** First version, known at second hand and not found again: working days from 8 to 22. Working days are Monday to Saturday. */
export const SINCE_2024 = article({
  ...TEXT,
  id: 'af2m-sms/2024-09-01',
  inForce: { from: '2024-09-01', until: '2026-03-01' },
});
/** Revised: from 8:00 to 21:30. Of Sundays and public holidays it says that they are better left free: a recommendation. */
export const SINCE_2026 = article({
  ...TEXT,
  id: 'af2m-sms/2026-03-01',
  inForce: { from: '2026-03-01' },
  takenOn: '2026-11-24',
  read: AF2M_QUOTED,
});
/** What each version says of hours and of days; none is quoted of the first. */
export const SAYS: Dated<{ readonly paragraph?: string; readonly hours?: string; readonly days?: string }> = {
  '2024-09-01': {},
  '2026-03-01': {
    paragraph: '§ B.3',
    hours: 's’engagent à ne les acheminer qu’entre 08h et 21h30',
    days: 'les dimanches et jours fériés, et de privilégier les envois du lundi au samedi',
  },
};

export const TEXT_MESSAGES = { channels: ['sms', 'mms'] } as const;

/** Of whose hour the charter speaks. */
export const WHOSE_HOUR =
  'The words read do not say of whose hour the charter speaks: that of the recipient is taken, wherever they may be (TIME-1). Checked 2026-11-29.';

/** In minutes of the day where the recipient lives. */
export const WINDOW: Dated<AllowedHours> = {
  '2024-09-01': [[8 * 60, 22 * 60]],
  '2026-03-01': [[8 * 60, 21 * 60 + 30]],
};
/** The hours of promotional SMS and MMS on a day of Paris, `2026-11-24`; before the first charter, all. */
export const promotionalHoursOn = (day: string): AllowedHours => {
  const since = Object.keys(WINDOW).filter((each) => each <= day);
  return WINDOW[since.sort().at(-1) ?? ''] ?? [[0, 24 * 60]];
};
/** Sundays and holidays: closed by the first version; since then a courtesy, on unless the advertiser says why not (D18). */
export const DAYS_OFF: Dated<DaysOff> = {
  '2024-09-01': () => true,
  '2026-03-01': (facts) => facts.keepsSundayAndHolidayCourtesy,
};
/** Closed by our own courtesy alone: nothing that a contract asks. */
export const COURTESY = 'house-courtesy';
/** Whether days off are such a courtesy, and what working on one costs. */
export const ON_DAYS_OFF: Dated<{
  readonly isCourtesy: boolean;
  readonly reading?: string;
  readonly sanctions?: readonly Sanction[];
}> = {
  '2024-09-01': { isCourtesy: false, sanctions: SANCTIONS.contract },
  '2026-03-01': {
    isCourtesy: true,
    reading:
      'Of Sundays and public holidays the charter says that they are better left free, and forbids nothing: a courtesy of the house, on by default, with its setting (D18). Checked 2026-11-24.',
  },
};
export const keepsNoDaysOff: DaysOff = () => false;

/** Days for the examples, in the version that they speak of, and what that version says. */
export interface Days {
  readonly tuesday: string;
  readonly sunday: string;
  readonly holiday: string;
  readonly dayAfter: string;
  readonly lastMinute: string;
  readonly closing: string;
  /** On a Sunday or holiday, to an advertiser who turned the courtesy off. */
  readonly withoutCourtesy: Example[2];
}
export const IN_2024: Days = {
  tuesday: '2024-11-26',
  sunday: '2024-11-24',
  holiday: '2024-11-11',
  dayAfter: '2024-11-12',
  lastMinute: '21:59',
  closing: '22:00',
  withoutCourtesy: 'forbidden',
};
export const IN_2026: Days = {
  tuesday: '2026-11-24',
  sunday: '2026-11-22',
  holiday: '2026-11-11',
  dayAfter: '2026-11-12',
  lastMinute: '21:29',
  closing: '21:30',
  withoutCourtesy: 'not forbidden',
};
