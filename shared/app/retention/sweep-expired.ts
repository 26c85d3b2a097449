import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { Failure, isRetryable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { ExpiryEntry, ExpiryList } from './ending-contacts.port.ts';
import { type VisitPorts, visitContact } from './visit-contact.ts';

const AT_ONCE = 8;
/** A contact that cannot be read, or at which something fails, waits for a human; it is looked at again after so many days. */
const DAYS_UNTIL_MENDED = 7;

/** What a walk through the past days did. */
export interface ExpirySweep {
  readonly visited: number;
  readonly unreadable: number;
  /** Contacts at which anything else failed, and the first of it: to be mended, and looked at again as late. */
  readonly failed: number;
  readonly failure?: unknown;
  /** False: its time ended before it had looked at all. */
  readonly isWhole: boolean;
}

type Ports = VisitPorts & { readonly expiryList: ExpiryList };

type Counts = { visited: number; unreadable: number; failed: number; failure?: unknown };

const isConcurrent = (error: unknown): boolean => error instanceof Failure && error.code === 'concurrent-change';

/** When to look at a contact again; somebody who wrote meanwhile is waited for until tomorrow. */
const nextLook = async (ports: Ports, { advertiserId, contactId }: ExpiryEntry): Promise<Instant | undefined> => {
  try {
    return await visitContact(ports, admit(advertiserId), contactId);
  } catch (error) {
    if (!isConcurrent(error)) throw error;
    return ports.clock.now();
  }
};

/** Only a store that is away stops the walk: whatever cannot be read, or fails, keeps no other from its end. */
const visit = async (ports: Ports, entry: ExpiryEntry, counts: Counts): Promise<void> => {
  try {
    const next = await nextLook(ports, entry);
    if (next !== undefined) await ports.expiryList.put(entry, next);
    counts.visited += 1;
  } catch (error) {
    if (isRetryable(error) && !isUnreadable(error)) throw error;
    await ports.expiryList.put(entry, addDays(ports.clock.now(), DAYS_UNTIL_MENDED));
    if (isUnreadable(error)) counts.unreadable += 1;
    else {
      counts.failed += 1;
      counts.failure ??= error;
    }
  }
};

/** False: there was no time for all of the day. */
const sweepDay = async (ports: Ports, day: string, counts: Counts, hasTime: () => boolean): Promise<boolean> => {
  for await (const page of ports.expiryList.walk(day)) {
    const settled = await settleAtMost(AT_ONCE, page, (entry) => visit(ports, entry, counts));
    allOf(settled);
    if (!hasTime()) return false;
  }
  return true;
};

/**
 * Goes through the contacts of which something ended on a day that is over, carries it out, and puts each on the day on which
 * something of it ends next. A page is removed once all of it was done: a crash repeats a page and skips none. What fails on one
 * day is thrown once the other days were walked.
 */
export const sweepExpired = async (ports: Ports, hasTime: () => boolean): Promise<ExpirySweep> => {
  const counts: Counts = { visited: 0, unreadable: 0, failed: 0 };
  const failures: unknown[] = [];
  for (const day of await ports.expiryList.pastDays())
    try {
      if (!(await sweepDay(ports, day, counts, hasTime))) return { ...counts, isWhole: false };
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
  return { ...counts, isWhole: true };
};
