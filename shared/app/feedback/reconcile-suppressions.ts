import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import { type Mended, type MendPorts, mendSuppression } from './mend-suppression.ts';
import type { Round, Rounds } from './suppressions.port.ts';

export interface ReconcilePorts extends MendPorts {
  readonly advertiserList: AdvertiserList;
  readonly rounds: Rounds;
}

/** What a run found. */
export interface Reconciled {
  readonly learned: number;
  readonly removed: number;
  /** Every advertiser was looked at today. */
  readonly isWhole: boolean;
  /** A day ended before its round was whole. */
  readonly isLate?: true;
  /** The first thing that kept an advertiser's list from being looked at to its end. */
  readonly failure?: unknown;
}

/** SES answers one request a second of an account for all but what sends (Amazon SES, "Service quotas"). */
const BETWEEN_REQUESTS_MS = 1_100;
const MENDED_AT_ONCE = 8;

/**
 * Once a day, goes through the provider's list of every advertiser, a page at a time, and mends what it and our ledger say
 * otherwise. How far it is is stored after each page: a run that ends before the round is whole is continued by the next. What
 * cannot be read or written of one address, or the list of one advertiser, keeps no other waiting: it comes again the next day, and
 * the run says so.
 */
export const reconcileSuppressions = async (ports: ReconcilePorts, hasTime: () => boolean): Promise<Reconciled> => {
  const day = ports.clock.now().slice(0, 10);
  const stored = await ports.rounds.read();
  let round: Round = stored?.day === day ? stored : { day, isWhole: false };
  const isLate = stored !== undefined && stored.day < day && !stored.isWhole;
  const found = { learned: 0, removed: 0, ...(isLate ? { isLate } : {}) };
  let failure: unknown;
  if (round.isWhole) return { ...found, isWhole: true };
  const advertisers = (await ports.advertiserList.all()).toSorted();
  const paced = { ...ports, suppressions: removingInTurns(ports) };
  for (const advertiserId of advertisers.filter((each) => round.done === undefined || each > round.done)) {
    do {
      if (!hasTime()) return { ...found, isWhole: false, failure };
      try {
        const { mended, next, failed } = await mendPage(paced, advertiserId, round.from);
        failure ??= failed;
        found.learned += mended.filter((each) => each === 'learned').length;
        found.removed += mended.filter((each) => each === 'removed').length;
        round = next === undefined ? { day, done: advertiserId, isWhole: false } : { ...round, from: next };
      } catch (error) {
        failure ??= error;
        round = { day, done: advertiserId, isWhole: false };
      }
      await ports.rounds.store(round);
      await ports.pause(BETWEEN_REQUESTS_MS);
    } while (round.from !== undefined);
  }
  await ports.rounds.store({ ...round, isWhole: true });
  return { ...found, isWhole: true, failure };
};

/** The lists, of which one address after another is taken off, each after a pause. */
const removingInTurns = ({ suppressions, pause }: ReconcilePorts): ReconcilePorts['suppressions'] => {
  let before: Promise<unknown> = Promise.resolve();
  return {
    ...suppressions,
    remove: (...address) => {
      const removed = before.then(() => pause(BETWEEN_REQUESTS_MS)).then(() => suppressions.remove(...address));
      before = removed.catch(() => undefined);
      return removed;
    },
  };
};

const mendPage = async (
  ports: ReconcilePorts,
  advertiserId: AdvertiserId,
  from: string | undefined,
): Promise<{ readonly mended: readonly Mended[]; readonly next: string | undefined; readonly failed: unknown }> => {
  const { entries, next } = await ports.suppressions.page(advertiserId, from);
  const access = admit(advertiserId);
  const settled = await settleAtMost(MENDED_AT_ONCE, entries, (entry) => mendSuppression(ports, access, entry));
  const mended = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return { mended, next, failed: settled.find((each) => each.status === 'rejected')?.reason };
};
