import * as z from 'zod/mini';
import type { Instant } from '../ids.ts';
import type { Campaign, Occurrence } from './campaign.ts';
import { dayOfRun } from './duration.ts';

/**
 * Why nobody else of a run is selected for now, though it goes on: the account has nothing left of its 24 hours, or the ramp nothing of its day; or nobody
 * of it is written to, since something stopped it.
 */
export const Held = z.enum(['quota', 'ramp', 'sending-halted', 'journal-not-replayed', 'sending-disabled']);
export type Held = z.infer<typeof Held>;

/** What the ramp of a run leaves of a day of so many, as it was noted last. */
export const leftOfDay = (
  ofDay: number,
  { taken, spared, sparedBefore }: Pick<NonNullable<Occurrence['ramped']>, 'taken' | 'spared' | 'sparedBefore'>,
): number => Math.max(0, ofDay - taken + Math.max(0, spared - sparedBefore));

/** Everyone of its audience was selected. */
export const isAllSelected = ({ cursors }: Pick<Occurrence, 'cursors'>): boolean =>
  cursors.every(({ isDone }) => isDone === true);

/**
 * Why nobody else of its audience is selected for now; `undefined`: for no such cause, or it does not go on. Once everyone is selected it is not said:
 * those who are left may wait for a human, who would think that nothing is to be done. What stops it holds them too, and is always said.
 */
export const heldBy = (
  { control, ramp }: Pick<Campaign, 'control' | 'ramp'>,
  { state, startedAt, validUntil, isQuotaUsed, ramped, cursors, stopped = 'nothing' }: Occurrence,
  now: Instant,
): Held | undefined => {
  if (control !== 'running' || state === 'finished' || now > validUntil) return undefined;
  if (stopped !== 'nothing') return stopped;
  if (isAllSelected({ cursors })) return undefined;
  const day = dayOfRun(startedAt, now);
  const ofDay = ramp?.[day];
  if (ofDay !== undefined && ramped?.day === day && leftOfDay(ofDay, ramped) === 0) return 'ramp';
  return isQuotaUsed === true ? 'quota' : undefined;
};
