import { concurrentChange } from '../failure.ts';
import type { Opposition } from '../opposition/opposition.ts';
import { stated } from '../stated.ts';
import { canonicalJson } from './canonical.ts';
import { callsForgotten } from './declaration.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { oppositionOf } from './opposition-of.ts';
import { isReduced } from './reduced-standing.ts';
import { emptyStanding, foldLedger, type Standing } from './standing.ts';

const isSaid = ({ id, of }: Opposition, event: LedgerEvent): boolean =>
  'id' in event && event.id === id && canonicalJson(oppositionOf(event)?.of ?? of) === canonicalJson(of);

/**
 * Oppositions that the history does not say: of events that are gone since their proof ended, or joined with such ones. They stay (P2).
 */
export const beyond = ({ oppositions }: Standing, history: readonly LedgerEvent[]): Standing['oppositions'] =>
  history[0]?.seq === 1 ? [] : oppositions.filter((each) => !history.some((event) => isSaid(each, event)));

/** What the history does not say any more: to whom the contact belongs, where the person moved, where a restriction followed, and that it was erased. */
const keptOf = (
  { person, movedTo, correctedAt, correctedTo, restrictedAlso, erasedAt, ...seen }: Standing,
  history: readonly LedgerEvent[],
): Partial<Standing> =>
  history[0]?.seq === 1
    ? {}
    : {
        ...stated({ person, movedTo, correctedAt, correctedTo, restrictedAlso, erasedAt }),
        ...callsForgotten(seen, seen.callsBefore ?? []),
      };

/**
 * The standing after these events, folded again from the first of the `history`, the contact's events so far: after an annulment
 * nothing of the annulled record may remain (D4), of one whose event is gone either. Throws `concurrent-change` for a history that does not end at the position of the
 * standing: an act recorded in between would be lost (P2). Of a contact that was reduced, the standing alone says all.
 */
export const refolded = (seen: Standing, events: readonly LedgerEvent[], history: readonly LedgerEvent[]): Standing => {
  if (history.at(-1)?.seq !== seen.seq && !(history.length === 0 && isReduced(seen))) throw concurrentChange();
  const { advertiserId, contactId, addressKind, firstRecordedAt } = seen;
  const empty = emptyStanding({ advertiserId, contactId, addressKind }, firstRecordedAt);
  const isGone = (id: string) => !history.some((event) => 'id' in event && event.id === id);
  const ended = new Set(events.flatMap((event) => (event.type === 'record-annulled' ? [event.recordId] : [])));
  const oppositions = beyond(seen, history).filter(({ id }) => !(ended.has(id) && isGone(id)));
  return foldLedger({ ...empty, ...keptOf(seen, history), oppositions }, [...history, ...events]);
};
