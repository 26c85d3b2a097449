import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { mayLiftSome } from '#shared/domain/opposition/lifting.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { familyOpposed, saysAsMuch } from '#shared/domain/opposition/same-act.ts';
import { earlier, toInstant } from '#shared/domain/time/instant.ts';
import { withContact } from '../contacts/with-contact.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { AT_ONCE } from '../replies/who-wrote.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { coveredAt } from '../settings/stop-covers.ts';
import type { ListedStop, ListedStops } from './listed-stops.port.ts';
import { pagesOf } from './pages-of-list.ts';
import type { Round, Rounds } from './suppressions.port.ts';
import { actOfRow, type Row, standingOf, type WhoseStopPorts, whoseStop } from './whose-listed-stop.ts';

export interface ListedStopPorts extends WhoseStopPorts {
  readonly pause: Pause;
  readonly ledger: Ledger;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly listedStops: ListedStops;
  /** Of this list; `from` is the position of the next row, or the next page. */
  readonly rounds: Rounds;
}

/** What a run found. */
export interface RegisteredListedStops {
  /** Oppositions that were not known before. */
  readonly opposed: number;
  /** Rows that no person asked for: they oppose nobody. Absent: none. */
  readonly byOperator?: number;
  /** A day ended before its round was whole. */
  readonly isLate?: true;
  /** The first thing that kept a row from being registered, or the list from being read to its end. */
  readonly failure?: unknown;
}

/**
 * By this very row, read before; or by an act of that time or later that covers as much, unless somebody agreed before the row was asked: then the STOP may have come
 * after that. What was agreed to since the row was asked is after it as well. A row without a day is never of the time of another act.
 */
const isKnown = (standing: Standing | undefined, { asked, until }: Row, act: { id: FactId; of: OppositionScope }) => {
  const { consents = [], oppositions = [] } = standing ?? {};
  if (oppositions.some(({ id }) => id === act.id)) return true;
  const agreed = consents.filter(({ givenAt }) => givenAt <= until);
  return (
    asked !== undefined &&
    oppositions.some(
      (each) =>
        saysAsMuch(each, { of: act.of, at: asked.from }) &&
        (each.of.scope === 'global' || each.coversRelational === true) &&
        !mayLiftSome(agreed, each),
    )
  );
};

/** False where it was known. A row is one act, whenever it is read: without a day it counts from when it was read first. */
const opposeAt = (ports: ListedStopPorts, access: AdvertiserAccess, row: Row): Promise<boolean> =>
  withContact(
    ports.fingerprints,
    access,
    { kind: 'phone', value: row.phone },
    async ({ contactId, otherIds, twinIds }): Promise<boolean> => {
      const { channel, reference } = ports.listedStops;
      const of = await coveredAt(ports.advertisers, access, familyOpposed(channel));
      const requestId = actOfRow(contactId, row);
      const standing = await standingOf(ports, access, contactId);
      // What one spelling of a number knows, the other may not: done again it changes nothing.
      if (twinIds === undefined && isKnown(standing, row, { id: factIdOf(contactId, requestId), of })) return false;
      const before = ports.clock.now();
      const { recordedAt } = await registerOpposition(ports, {
        access,
        contactId,
        otherIds,
        twinIds,
        addressKind: 'phone',
        of,
        via: 'provider-complaint',
        occurredAt: row.until,
        requestId,
        bodySha256: requestId,
        // Relational messages carry the same code.
        coversRelational: true,
        ...(reference && {
          evidence: { sha256: sha256OfJson({ contactId, at: row.until, answer: reference }), reference },
        }),
        actor: { by: 'provider' },
      });
      return recordedAt >= before;
    },
  );

const oppose = async (ports: ListedStopPorts, stop: ListedStop): Promise<number> => {
  const now = ports.clock.now();
  const { from = toInstant(0), until = now } = stop.asked ?? {};
  const row = { ...stop, from, until: earlier(until, now) };
  const advertisers = await whoseStop(ports, row);
  const known = allOf(await settleAtMost(AT_ONCE, advertisers, (access) => opposeAt(ports, access, row)));
  return known.filter((isNew) => isNew).length;
};

/** What a run has come to so far. */
interface Run {
  opposed: number;
  byOperator: number;
  /** A row could not be stored, in this run or in one before it of the same round. */
  hasFailed: boolean;
  failure?: unknown;
}

/** What keeps one row from being stored keeps no other waiting. */
const opposeAll = async (ports: ListedStopPorts, stops: readonly ListedStop[], run: Run): Promise<void> => {
  for (const stop of stops) {
    try {
      run.opposed += await oppose(ports, stop);
    } catch (error) {
      run.failure ??= error;
      run.hasFailed = true;
    }
  }
};

const NOT_READ = 'The list of STOP of a provider, or a row of it';

/**
 * Once a day, reads the list and registers each number on it that is not opposed already, once. A day counts as read only after its list was read whole and
 * stored: a run whose time ends is continued by the next, also on the next day, and where one of them could not store a row the next begins at the first row. Every row is read each day,
 * however old it is, so that what one day could not give the next does. A row that names no number is lost to nobody who could read it: that is said once a day, for a
 * human to look. A page that cannot be read is where the next run goes on.
 */
export const registerListedStops = async (
  ports: ListedStopPorts,
  hasTime: () => boolean,
): Promise<RegisteredListedStops> => {
  const day = ports.clock.now().slice(0, 10);
  const stored = await ports.rounds.read();
  if (stored?.day === day && stored.isWhole) return { opposed: 0 };
  const begun = stored === undefined || stored.isWhole ? undefined : stored;
  const isLate = begun !== undefined && begun.day < day;
  const run: Run = { opposed: 0, byOperator: 0, hasFailed: begun?.hasFailed === true };
  const endAt = async (end: Omit<Round, 'day' | 'done' | 'hasFailed'>) => {
    const failed = run.hasFailed && end.from !== undefined ? { hasFailed: true as const } : {};
    await ports.rounds.store({ day, ...failed, ...end });
    const { opposed, byOperator, failure } = run;
    return {
      opposed,
      ...(byOperator > 0 ? { byOperator } : {}),
      ...(isLate ? { isLate } : {}),
      ...(failure === undefined ? {} : { failure }),
    };
  };
  let [from, hasRead] = [begun?.from, false];
  try {
    for await (const page of pagesOf(ports.listedStops, ports.pause, from)) {
      if (page.stops.length > 0 && !hasTime()) return await endAt({ from: page.at, isWhole: false });
      await opposeAll(ports, page.stops, run);
      run.byOperator += page.byOperator ?? 0;
      if (page.unreadable > 0) run.failure ??= dependencyUnavailable(NOT_READ);
      [from, hasRead] = [page.next, true];
    }
  } catch (error) {
    if (!hasRead) throw error;
    run.failure ??= error;
    return endAt({ from, isWhole: false });
  }
  return endAt({ isWhole: !run.hasFailed });
};
