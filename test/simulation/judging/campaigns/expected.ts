import type { JudgedCampaign } from '../campaign-record.ts';

/** When a campaign was to run: worked out from the clocks on walls alone. */

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const PARIS = 'Europe/Paris';

const CLOCKS = new Map<string, Intl.DateTimeFormat>();
/** `2026-11-24T10:05`, as a clock on a wall there shows it. */
export const wallIn = (zone: string, at: number): string => {
  const clock =
    CLOCKS.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  CLOCKS.set(zone, clock);
  return clock.format(at).replace(' ', 'T');
};

/** The first instant at which the clock there shows this time, or one after it where it is put forward over it. */
export const instantAt = (local: string, zone: string): number => {
  let at = Date.parse(`${local}Z`) - 15 * 60 * MINUTE;
  while (wallIn(zone, at) < local) at += QUARTER;
  while (wallIn(zone, at - MINUTE) >= local) at -= MINUTE;
  return at;
};

export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

/** The instants at which it was to start, from its creation to its end; of one that starts at once none is known. */
export const instantsOf = ({
  schedule,
  at,
  endsAt,
  awaits,
}: Pick<JudgedCampaign, 'schedule' | 'at' | 'endsAt' | 'awaits'>): readonly number[] | undefined => {
  if (schedule.kind === 'now' || schedule.kind === 'waves') return undefined;
  // One that was approved late runs then.
  if (schedule.kind === 'once') return awaits ? undefined : [instantAt(schedule.local, PARIS)];
  const instants: number[] = [];
  for (let day = schedule.from; ; day = dayAfter(day)) {
    const run = instantAt(`${day}T${schedule.at}`, PARIS);
    if (run >= endsAt) return instants;
    if (run > at) instants.push(run);
  }
};

/** Before it, nobody of this run may be written to who lives there. */
export const earliestOf = ({ schedule, at }: JudgedCampaign, scheduledAt: number, zone: string): number => {
  if (schedule.kind === 'now') return at;
  return schedule.kind === 'waves' ? instantAt(schedule.local, zone) : scheduledAt;
};
