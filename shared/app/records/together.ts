import type { LedgerChange } from './append-to-ledger.ts';

/** One change for each contact; an event with an id that comes to it by two ways comes once. */
export const together = (changes: readonly LedgerChange[]): readonly LedgerChange[] =>
  [...Map.groupBy(changes, ({ contactId }) => contactId).values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const events = [first, ...more].flatMap((each) => each.events);
    const ids = events.map((event) => ('id' in event ? event.id : undefined));
    return [{ ...first, events: events.filter((_, at) => ids[at] === undefined || ids.indexOf(ids[at]) === at) }];
  });
