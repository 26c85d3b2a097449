import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { COURTESY, keepsNoDaysOff, promotionalHoursOn, SINCE_2026, TEXT_MESSAGES } from '../af2m/charter-versions.ts';
import { isQuiet, nextAllowed } from '../af2m/hours.ts';

/**
 * House rule: since 1 March 2026 the charter of af2m only recommends to leave Sundays free (§ B.3). Texts keep to that unless
 * the advertiser turns it off (`sms.sundayAndHolidayCourtesy`, D18). Nothing that a text or a contract asks.
 */
const SUNDAYS = article({
  id: 'house-sundays/2026-11-24',
  code: 'Règle interne',
  number: 'dimanches',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});
const HOURS = promotionalHoursOn(SINCE_2026.inForce.from);
const keepsSundays = ({ keepsSundayAndHolidayCourtesy }: { readonly keepsSundayAndHolidayCourtesy: boolean }) =>
  keepsSundayAndHolidayCourtesy;

/** A Sunday within the hours; outside them the charter itself forbids. */
export const sundayCourtesy = SUNDAYS.forbidsNow('QUIET_HOURS_SMS', {
  rule: 'Aucun SMS ni MMS de prospection ne part le dimanche, sauf si l’annonceur en a décidé autrement. La charte ne fait que le recommander.',
  concerns: TEXT_MESSAGES,
  when: (facts) => isQuiet(facts, HOURS, keepsSundays) && !isQuiet(facts, HOURS, keepsNoDaysOff),
  unless: [
    {
      says: {
        fr: 'la charte de ce jour interdit elle-même le dimanche, ou il n’y en avait pas',
        en: 'the charter of that day forbids Sundays itself, or there was none',
      },
      atAnyMoment: true,
      when: ({ day }) => day < SINCE_2026.inForce.from,
    },
  ],
  detail: () => COURTESY,
  notBefore: (facts, from) => nextAllowed(facts, from, HOURS, keepsSundays),
});
export const sundayCourtesyExamples: readonly Example[] = [
  ['a Sunday at 11:00', { channel: 'sms', local: '2026-11-22T11:00' }, 'forbidden'],
  ['a Sunday at 11:00, an MMS', { channel: 'mms', local: '2026-11-22T11:00' }, 'forbidden'],
  [
    'a Sunday at 11:00, of an advertiser who keeps no Sundays',
    { channel: 'sms', local: '2026-11-22T11:00', keepsSundayAndHolidayCourtesy: false },
    'not forbidden',
  ],
  [
    'a Sunday at 7:59, which the charter forbids',
    { channel: 'sms', local: '2026-11-22T07:59', advertiserWindow: [[0, 1440]] },
    'not forbidden',
  ],
  ['a Sunday of 2025 at 11:00', { channel: 'sms', local: '2025-11-23T11:00' }, 'not forbidden'],
  ['a Tuesday at 11:00', { channel: 'sms', local: '2026-11-24T11:00' }, 'not forbidden'],
  ['a Sunday at 11:00, an e-mail', { local: '2026-11-22T11:00' }, 'not forbidden'],
];
