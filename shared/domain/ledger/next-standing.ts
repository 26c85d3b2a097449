import { concurrentChange } from '../failure.ts';
import type { Instant } from '../ids.ts';
import type { LedgerEvent, NewLedgerEvent } from './ledger-event.ts';
import { applyEvent, emptyStanding, foldLedger, type Standing } from './standing.ts';

/** The new events as the ledger keeps them: recorded at `at`, at the positions that follow position `after`. */
export const recordEvents = (events: readonly NewLedgerEvent[], after: number, at: Instant): readonly LedgerEvent[] =>
  events.map((event, index) => ({ ...event, seq: after + 1 + index, v: 1 as const, recordedAt: at }));

/**
 * The standing after these events. With a `history`, the contact's events so far, it is folded again from the first one:
 * after an annulment nothing of the annulled record may remain (D4). Throws `concurrent-change` for a history that does
 * not end at the position of the standing: an act recorded in between would be lost (P2).
 */
export const nextStanding = (
  seen: Standing,
  events: readonly LedgerEvent[],
  history?: readonly LedgerEvent[] | undefined,
): Standing => {
  if (history === undefined) return events.reduce(applyEvent, seen);
  if (history.at(-1)?.seq !== seen.seq) throw concurrentChange();
  const { advertiserId, contactId, addressKind, firstRecordedAt } = seen;
  return foldLedger(emptyStanding({ advertiserId, contactId, addressKind }, firstRecordedAt), [...history, ...events]);
};
