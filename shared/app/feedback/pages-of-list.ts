import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Pause } from '../pause.port.ts';
import type { ListedPage, ListedStop, ListedStops, PagedList, WholeList } from './listed-stops.port.ts';

/** Where a row is in the order in which rows are read, one of 65,536: it holds in a list that changes, and names no number. */
const positionOf = ({ phone }: ListedStop): string => sha256Of(phone).slice(0, 4);

/** The rows by their positions, in order; what cannot be read is named with the last, so that it is said once. */
async function* ofWhole(list: WholeList, from: string): AsyncGenerator<ListedPage> {
  const { stops, unreadable } = await list.all();
  const positions = [...Map.groupBy(stops, positionOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [at, rows] of positions.filter(([position]) => position >= from)) {
    yield { at, stops: rows, unreadable: 0 };
  }
  if (unreadable > 0) yield { stops: [], unreadable };
}

const unknownPage = () => dependencyUnavailable('A page of the list of a provider');

/** From the first page where the one named is known no more: it is of a run that was hours ago. */
async function* ofPaged(list: PagedList, pause: Pause, from: string | undefined): AsyncGenerator<ListedPage> {
  let page = (await list.page(from)) ?? (await list.page(undefined));
  while (page !== undefined) {
    yield page;
    if (page.next === undefined) return;
    await pause(list.betweenPagesMs);
    page = await list.page(page.next);
  }
  throw unknownPage();
}

/** A list from where a run before came to, in the order in which each run reads it. Throws `dependency-unavailable`. */
export const pagesOf = (list: ListedStops, pause: Pause, from: string | undefined): AsyncGenerator<ListedPage> =>
  'all' in list ? ofWhole(list, from ?? '') : ofPaged(list, pause, from);
