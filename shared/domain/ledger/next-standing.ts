import type { Instant } from '../ids.ts';
import type { LedgerEvent, NewLedgerEvent } from './ledger-event.ts';
import { collectedAgain } from './reduced-standing.ts';
import { applyEvent, type Standing } from './standing.ts';

/** The new events as the ledger keeps them: recorded at `at`, at the positions that follow position `after`. */
export const recordEvents = (events: readonly NewLedgerEvent[], after: number, at: Instant): readonly LedgerEvent[] =>
  events.map((event, index) => ({ ...event, seq: after + 1 + index, v: 1 as const, recordedAt: at }));

/** The standing after these events. After an annulment it is folded again from the first one: `refolded`. */
export const nextStanding = (seen: Standing, events: readonly LedgerEvent[]): Standing =>
  events.reduce((standing, event) => ({ ...applyEvent(standing, event), ...collectedAgain(standing, event) }), seen);
