import {
  endByStanding,
  endOfProofBy,
  endOfUseBy,
  later,
  NEVER,
  type Raw,
  saysMore,
  type Terms,
  YEARS_OF_PROOF,
  type Years,
} from './ends-of-contact.ts';
import { DAYS_OF_TTL, DAYS_TO_HANDLE, KEPT, mayLackTtl } from './kinds.ts';

/** What is wrong with something stored. */
export type Wrong =
  | 'no-such-kind'
  | 'no-term'
  | 'not-in-seconds'
  | 'too-far-away'
  | 'outlived'
  | 'goes-too-early'
  | 'not-in-archive'
  | 'opposition-would-expire'
  | 'restricted-would-expire'
  | 'without-its-contact';

export interface Judged {
  readonly kind: string;
  readonly wrong?: Wrong | undefined;
  /** The month in which it goes; absent: nothing ends it. */
  readonly endsIn?: string | undefined;
}

const DAY_MS = 86_400_000;
/** TTL deletes up to two days late, and so does what walks a day that is over. */
const GRACE_DAYS = 3;
/** What was recorded too late is shown for so long. */
const SHOWN_DAYS = 30;
/** Whoever is in use is looked at once a year. */
const LOOK_DAYS = 366;
const DAYS_OF_MONTH = 365.25 / 12;

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString();
const isPast = (end: string, now: string, days = GRACE_DAYS): boolean => end < daysBefore(now, days);
const month = (end: string): string | undefined => (end === NEVER ? undefined : end.slice(0, 7));

const byTtl = (kind: string, expiresAt: unknown, now: string): Judged => {
  if (!Number.isInteger(expiresAt)) return { kind, wrong: 'no-term' };
  const seconds = Number(expiresAt);
  if (seconds > 1e11 || seconds < 1e9) return { kind, wrong: 'not-in-seconds' };
  const end = new Date(seconds * 1000).toISOString();
  if (end > daysBefore(now, -(DAYS_OF_TTL[kind] ?? 0))) return { kind, wrong: 'too-far-away' };
  return isPast(end, now) ? { kind, wrong: 'outlived' } : { kind, endsIn: month(end) };
};

/** The day that an item waits for, by its key or what it says. */
const dayOf = ({ pk, sk, parkedAt }: Raw): string =>
  String(parkedAt ?? /\d{4}-\d\d-\d\d/.exec(`${String(pk)} ${String(sk)}`)?.[0] ?? '');

/** An erasure is evidence, and stays; the address and the key that it was begun with have two hours. */
const judgeErasure = ({ secrets, erasedAt }: Raw, now: string): Judged =>
  secrets !== undefined && isPast(String(erasedAt ?? ''), now)
    ? { kind: 'erasure', wrong: 'outlived' }
    : { kind: 'erasure' };

/** What lies in the archive alone. */
const OF_ARCHIVE = /^(?:former-event|sent-proof|archived-campaign)$/;

/** Judges an item that belongs to no contact, or goes by itself. */
export const judgeItem = (item: Raw, now: string): Judged => {
  const kind = String(item.entity);
  if (OF_ARCHIVE.test(kind) && !String(item.pk).startsWith('PROOF#')) return { kind, wrong: 'not-in-archive' };
  if (kind === 'erasure') return judgeErasure(item, now);
  if (KEPT.has(kind)) return { kind };
  const days = DAYS_TO_HANDLE[kind];
  if (days !== undefined) return isPast(dayOf(item), now, days + 1) ? { kind, wrong: 'outlived' } : { kind };
  if (DAYS_OF_TTL[kind] === undefined) return { kind, wrong: 'no-such-kind' };
  if (item.expiresAt === undefined && mayLackTtl(item)) return { kind };
  return byTtl(kind, item.expiresAt, now);
};

/** Kinds whose term the settings of the advertiser set, and from when it runs. */
const BY_SETTINGS: Readonly<
  Record<string, { readonly from: string; readonly end: (at: string, of: Terms) => string }>
> = {
  message: {
    from: 'acceptedAt',
    end: (at, { valuesMonths }) => daysBefore(at, -Math.ceil(valuesMonths * DAYS_OF_MONTH)),
  },
  'sent-proof': { from: 'at', end: (at, { proof }) => later(at, proof) },
  'former-event': { from: 'endedAt', end: (at) => later(at, YEARS_OF_PROOF) },
};
/** Whether the settings of its advertiser, or what it says itself, bound the term of an item. */
export const goesBySettings = ({ entity }: Raw): boolean => BY_SETTINGS[String(entity)] !== undefined;

/** Judges such an item; a day is for the ends of months. */
export const judgeBySettings = (item: Raw, terms: Terms, now: string): Judged => {
  const judged = judgeItem(item, now);
  const { from = '', end } = BY_SETTINGS[judged.kind] ?? {};
  if (judged.wrong !== undefined || end === undefined) return judged;
  const at = item[from];
  if (typeof at !== 'string') return { kind: judged.kind, wrong: 'no-term' };
  const last = daysBefore(end(at, terms), -1);
  const isTooFar = new Date(Number(item.expiresAt) * 1000).toISOString() > last;
  return isTooFar ? { kind: judged.kind, wrong: 'too-far-away' } : judged;
};

/** Judges a row without TTL by which audiences select, by the standing of its contact: its relation has to run. */
export const judgeRow = (standing: Raw | undefined, years: Years): Judged => {
  const kind = 'audience-row';
  if (standing === undefined) return { kind, wrong: 'without-its-contact' };
  return endByStanding(standing, years) === NEVER ? { kind } : { kind, wrong: 'no-term' };
};

const isUseOver = (standing: Raw, events: readonly Raw[], years: Years, now: string): boolean => {
  const lastRecorded = String(events.at(-1)?.recordedAt ?? standing.firstRecordedAt);
  return isPast(endByStanding(standing, years), now) && isPast(lastRecorded, now, SHOWN_DAYS + GRACE_DAYS);
};

const isRestricted = ({ restrictions }: Raw): boolean => Array.isArray(restrictions) && restrictions.length > 0;

/** What an advertiser says of a contact goes with its use, and nothing but the key of the standing opens it. */
const judgeProfile = (standing: Raw | undefined, events: readonly Raw[], years: Years, now: string): Judged => {
  const kind = 'profile';
  if (standing === undefined) return { kind, wrong: 'without-its-contact' };
  if (standing.wrappedKey === undefined) return { kind, ...OUTLIVED };
  return !isRestricted(standing) && isUseOver(standing, events, years, now) ? { kind, ...OUTLIVED } : { kind };
};

const judgeStanding = (standing: Raw, events: readonly Raw[], years: Years, now: string): Judged => {
  const kind = 'standing';
  const isOpposed = Array.isArray(standing.oppositions) && standing.oppositions.length > 0;
  if (isOpposed && standing.expiresAt !== undefined) return { kind, wrong: 'opposition-would-expire' };
  if (isRestricted(standing))
    return standing.expiresAt === undefined ? { kind } : { kind, wrong: 'restricted-would-expire' };
  const isOver = isUseOver(standing, events, years, now);
  if (isOpposed) return isOver && saysMore(standing) ? { kind, wrong: 'outlived' } : { kind };
  if (isOver) return { kind, wrong: 'outlived' };
  const end = endByStanding(standing, years);
  if (standing.expiresAt === undefined && end === NEVER) return { kind };
  const judged = byTtl(kind, standing.expiresAt, now);
  // A day is for the ends of months.
  const isTooEarly = () => new Date(Number(standing.expiresAt) * 1000).toISOString() < daysBefore(end, 1);
  return judged.wrong === undefined && (end === NEVER || isTooEarly()) ? { kind, wrong: 'goes-too-early' } : judged;
};

/** An act that a later one made needless before the term of proof began, and that is the oldest of all. */
const isNeedless = ([first, ...others]: readonly Raw[], now: string): boolean => {
  const sixYearsAgo = `${Number(now.slice(0, 4)) - 6}${now.slice(4)}`;
  const old = daysBefore(sixYearsAgo, LOOK_DAYS + GRACE_DAYS);
  const later = others.find(({ type }) => type === 'activity-recorded');
  const isAct = first?.type === 'activity-recorded' && later?.type === 'activity-recorded';
  return isAct && String(later.recordedAt) < old && String(later.occurredAt) >= String(first.occurredAt);
};

const eventOf = ({ event }: Raw): Raw => event as Raw;

/** Judges all that is stored of one contact together. */
export const judgeContact = (items: readonly Raw[], years: Years, now: string): readonly Judged[] => {
  const standing = items.find(({ entity }) => entity === 'standing');
  const events = items.filter(({ entity }) => entity === 'event').map(eventOf);
  const isLive = standing !== undefined && !(Number(standing.expiresAt) * 1000 <= Date.parse(now));
  const start = isLive ? Number(standing.chainStart) : Number.POSITIVE_INFINITY;
  const proof = events.filter(({ seq }) => Number(seq) < start);
  const used = events.filter(({ seq }) => Number(seq) >= start);
  const judgedEvents = [
    ...proof.map((): Judged => ({ kind: 'event', ...judgeFormer(proof, years, now) })),
    ...used.map((): Judged => ({ kind: 'event', ...(isNeedless(used, now) && proof.length === 0 ? OUTLIVED : {}) })),
  ];
  const others = items.filter(({ entity }) => entity !== 'standing' && entity !== 'event');
  return [
    ...(standing === undefined ? [] : [judgeStanding(standing, events, years, now)]),
    ...judgedEvents,
    ...others.map(
      (item): Judged => (item.entity === 'profile' ? judgeProfile(standing, events, years, now) : judgeItem(item, now)),
    ),
  ];
};

const OUTLIVED = { wrong: 'outlived' } as const;

/** Events of before: their place is the archive, once what walks a day that is over has come. */
const judgeFormer = (events: readonly Raw[], years: Years, now: string): Pick<Judged, 'wrong' | 'endsIn'> => {
  const [proofEnd, last] = [endOfProofBy(events, years), String(events.at(-1)?.recordedAt)];
  if (isPast(proofEnd, now)) return OUTLIVED;
  if (!isPast(endOfUseBy(events, years), now) || !isPast(last, now, SHOWN_DAYS + GRACE_DAYS))
    return { endsIn: month(proofEnd) };
  return { wrong: 'not-in-archive', endsIn: month(proofEnd) };
};
