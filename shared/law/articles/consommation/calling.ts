/** What both versions of D. 223-9 share: the consumer's clock and calendar, and the count of attempts. */
import { addDaysTo, instantOfWall, isHoliday, wallClock } from '#shared/domain/time/calendar.ts';
import type { BasisException, MessageException } from '../../article.ts';
import type { Facts } from '../../facts/facts.ts';
import { type AllowedHours, firstAllowed, isWithin, type Moment } from '../../facts/moments.ts';

const SATURDAY = 6;

const FRANCE = ['FR'] as const;
const CLOSED: AllowedHours = [];

/** Whether a day is a public holiday for whoever is called. */
export type Holidays = (day: Moment, facts: Pick<Facts, 'pack'>) => boolean;
/** Days of L. 3133-1, of whoever French law protects, wherever they are, and of nobody else (0191): the hours alone are those of their zone. */
export const ofFrenchLaw: Holidays = (day, { pack }) => pack === 'france' && isHoliday(day.date, FRANCE);
/** Days of L. 3133-1 in French regions alone. Editions before 2026-11-30.4 read days so. */
export const ofFrenchRegions: Holidays = (day) => day.place.regions.length > 0 && isHoliday(day.date, FRANCE);
/** Either. Editions before 2026-12-01 read days so. */
export const ofFrenchLawOrRegion: Holidays = (day, facts) => ofFrenchLaw(day, facts) || ofFrenchRegions(day, facts);
/** No day: hours look ahead so, since the sentence on days, of each edition, is judged at what they find. */
export const ofNobody: Holidays = () => false;
const isWeekend = (day: Moment) => day.weekday >= SATURDAY;

/** Outside hours or on a weekend in one of the places where the consumer may be. */
export const isOffHours = (facts: Facts, hours: AllowedHours) =>
  facts.moments.some((each) => isWeekend(each) || !isWithin(each.minute, hours));

/** On a national public holiday. */
export const isOnHoliday = (facts: Facts, isPublicHoliday: Holidays) =>
  facts.moments.some((day) => isPublicHoliday(day, facts));

/** What is left of a call at a day and hour agreed, from `from` on, where the advertiser recorded that reading. */
const agreedFrom = ({ agreedCall, readings }: Facts, from: number): number | undefined => {
  const isChosen = readings.includes('automated-call-at-agreed-hour');
  return isChosen && agreedCall !== undefined && from < agreedCall.until ? Math.max(from, agreedCall.from) : undefined;
};

/** The first instant from `from` on that is open to calls, or agreed. */
export const nextCallingTime = (
  facts: Facts,
  from: number,
  { hours, isPublicHoliday }: { readonly hours: AllowedHours; readonly isPublicHoliday: Holidays },
): number | undefined => {
  const isClosed = (day: Moment) => isWeekend(day) || isPublicHoliday(day, facts);
  const open = firstAllowed(facts.places, from, (day) => (isClosed(day) ? CLOSED : hours));
  const agreed = agreedFrom(facts, from);
  return open === undefined || agreed === undefined ? (open ?? agreed) : Math.min(open, agreed);
};

const AT_AGREED_HOUR = {
  says: {
    en: 'the person agreed to be called at this day and hour, which is recorded with what shows it, and the advertiser recorded the reading `automated-call-at-agreed-hour`',
    fr: 'la personne a accepté d’être appelée ce jour-là à cette heure-là, la preuve en est enregistrée, et l’annonceur a retenu la lecture `automated-call-at-agreed-hour`',
  },
  when: (facts: Facts) => agreedFrom(facts, facts.at) === facts.at,
};
/** L. 223-1, al. 6: outside days and hours, at a day and hour that the person agreed to. */
export const atAgreedHour: MessageException = { ...AT_AGREED_HOUR, source: 'C. consom., art. L. 223-1, al. 6' };
/** Before 11 August 2026, al. 2 of D. 223-9 itself, which was looser: the same is asked. */
export const atAgreedHourBefore: MessageException = {
  ...AT_AGREED_HOUR,
  paragraph: 'al. 2',
  quote: 's’il a obtenu le consentement exprès et préalable du consommateur et qu’il peut l’établir',
};

/**
 * L. 223-7 leaves automated calls to L. 34-5, which sets no hours, no number of calls and no term of a consent. Whether
 * the decrees on calls “par voie téléphonique” bind them all the same is not settled (VOICE-1).
 */
const LEFT_TO_L34_5 = {
  says: {
    en: 'the advertiser recorded the reading `automated-calls-by-l34-5-alone`',
    fr: 'l’annonceur a retenu la lecture `automated-calls-by-l34-5-alone`',
  },
  source: 'C. consom., art. L. 223-7',
} as const;
const isLeftToL345 = ({ readings }: Facts) => readings.includes('automated-calls-by-l34-5-alone');
export const messageLeftToL345: MessageException = { ...LEFT_TO_L34_5, atAnyMoment: true, when: isLeftToL345 };
export const basisLeftToL345: BasisException = { ...LEFT_TO_L34_5, when: (_, facts) => isLeftToL345(facts) };

/** L. 223-1, al. 4, to which L. 223-8 refers. It lifts what these two articles forbid, and never L. 34-5. */
const ONGOING_CONTRACT = {
  says: {
    en: 'a contract of the advertiser’s own runs, which is shown, and the offer concerns its object (`L. 34-5` still asks its basis)',
    fr: 'un contrat de l’annonceur est en cours, la preuve en est apportée, et l’offre a un rapport avec son objet (L. 34-5 exige toujours un fondement)',
  },
  source: 'C. consom., art. L. 223-1, al. 4',
} as const;
const runs = ({ ongoingContract }: Facts) => ongoingContract !== undefined;
export const messageUnderContract: MessageException = { ...ONGOING_CONTRACT, when: runs };
/** L. 223-8 names it itself. */
export const messageUnderContractByText: MessageException = {
  ...messageUnderContract,
  paragraph: 'al. 1',
  quote:
    'sauf si elle intervient dans le cadre de l’exécution d’un contrat en cours au sens du quatrième alinéa de l’article L. 223-1',
};
/** So did L. 223-1 before 11 August 2026. */
export const messageUnderContractBefore: MessageException = {
  says: ONGOING_CONTRACT.says,
  paragraph: 'al. 3',
  quote:
    'à l’exception des sollicitations intervenant dans le cadre de l’exécution d’un contrat en cours au sens du deuxième alinéa du présent article',
  when: runs,
};
export const basisUnderContract: BasisException = { ...ONGOING_CONTRACT, when: (_, facts) => runs(facts) };

const zoneOf = (facts: Facts) => facts.places[0]?.zone ?? 'Europe/Paris';

/** Attempts in the last `days` calendar days of the consumer, the day of `at` included; oldest first. */
const attemptsCounted = (facts: Facts, days: number, at: number): readonly number[] => {
  const zone = zoneOf(facts);
  const begins = instantOfWall(addDaysTo(wallClock(at, zone).date, 1 - days), 0, zone);
  return facts.callAttempts.filter((attempt) => attempt >= begins);
};

/** So many attempts in the last `days` calendar days of the consumer, today included. */
export const isQuotaUsedUp = (facts: Facts, attempts: number, days: number): boolean =>
  attemptsCounted(facts, days, facts.at).length >= attempts;

/** When enough attempts have left the count: the midnight that begins that day. */
export const quotaFreedAt = (facts: Facts, from: number, attempts: number, days: number): number => {
  const counted = attemptsCounted(facts, days, from);
  const leaving = counted[counted.length - attempts];
  if (leaving === undefined) return from;
  const zone = zoneOf(facts);
  return Math.max(from, instantOfWall(addDaysTo(wallClock(leaving, zone).date, days), 0, zone));
};
