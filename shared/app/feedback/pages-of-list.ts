import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Pause } from '../pause.port.ts';
import type { ListedPage, ListedStop, ListedStops, PagedList, WholeList } from './listed-stops.port.ts';

/** Where a row is in the order in which rows are read, one of 65,536: it holds in a list that changes, and names no number. */
const positionOf = ({ phone }: ListedStop): string => sha256Of(phone).slice(0, 4);

/** Rows from this position on, one position after another in their order. */
const byPosition = (
  stops: readonly ListedStop[],
  from: string,
): readonly (readonly [string, readonly ListedStop[]])[] =>
  [...Map.groupBy(stops, positionOf)].filter(([position]) => position >= from).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The rows by their positions, in order; what cannot be read is named with the last, so that it is said once. */
async function* ofWhole(list: WholeList, from: string): AsyncGenerator<ListedPage> {
  const { stops, unreadable } = await list.all();
  for (const [at, rows] of byPosition(stops, from)) yield { at, stops: rows, unreadable: 0 };
  if (unreadable > 0) yield { stops: [], unreadable };
}

/** A row of a page: its position, and the name of its page, which is empty for the first. A page by its name alone is its first row. */
const rowIn = (from: string | undefined): { readonly page?: string; readonly position: string } => {
  const [, position = '', name = from ?? ''] = /^([0-9a-f]{4})\|(.*)$/s.exec(from ?? '') ?? [];
  return { ...(name === '' ? {} : { page: name }), position };
};
const nameOf = (position: string, { at = '' }: ListedPage): string => `${position}|${at}`;

const unknownPage = () => dependencyUnavailable('A page of the list of a provider');

/** The rows of a page by their positions, as of a whole list, so that a run may end at each. What the page says beside them is named with the last. */
function* rowsOf(page: ListedPage, from: string): Generator<ListedPage> {
  const rows = byPosition(page.stops, from);
  if (rows.length === 0) yield { ...page, stops: [] };
  for (const [index, [position, stops]] of rows.entries()) {
    const at = nameOf(position, page);
    const [after] = rows[index + 1] ?? [];
    yield after === undefined ? { ...page, at, stops } : { at, stops, unreadable: 0, next: nameOf(after, page) };
  }
}

/** From the first page where the one named is known no more: it is of a run that was hours ago. */
async function* ofPaged(list: PagedList, pause: Pause, from: string | undefined): AsyncGenerator<ListedPage> {
  const row = rowIn(from);
  const named = await list.page(row.page);
  let page = named ?? (await list.page(undefined));
  let position = named === undefined ? '' : row.position;
  while (page !== undefined) {
    yield* rowsOf(page, position);
    if (page.next === undefined) return;
    await pause(list.betweenPagesMs);
    [page, position] = [await list.page(page.next), ''];
  }
  throw unknownPage();
}

/** A list from where a run before came to, in the order in which each run reads it. Throws `dependency-unavailable`. */
export const pagesOf = (list: ListedStops, pause: Pause, from: string | undefined): AsyncGenerator<ListedPage> =>
  'all' in list ? ofWhole(list, from ?? '') : ofPaged(list, pause, from);
