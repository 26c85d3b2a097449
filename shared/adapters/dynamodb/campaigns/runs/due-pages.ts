import type { DueUpTo, PagesAsked, Runs } from '#shared/app/campaigns/runs.port.ts';
import type { WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { MOST_READ, READ_PAST } from '#shared/domain/campaign/waiting.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { between, queryPages } from '../../table.ts';
import { type PagesKind, pagesUpTo } from '../campaign-keys.ts';
import { waitingPageOf } from '../campaign-plain.ts';
import { type Deps, unreachable } from '../campaign-table.ts';

/** Pages that one query has. */
const AT_ONCE = 200;

/** The first pages of a stretch that are wanted, until they have so many recipients. */
const wantedIn = async (
  deps: Deps,
  stretch: ReturnType<typeof pagesUpTo>,
  { most, isWanted, recipients = Number.POSITIVE_INFINITY }: PagesAsked,
): Promise<readonly WaitingPage[]> => {
  const found: WaitingPage[] = [];
  let [read, left] = [0, recipients];
  for await (const items of queryPages(deps, { ...between(stretch), Limit: Math.min(most, AT_ONCE) }, unreachable)) {
    for (const page of items.map(waitingPageOf)) {
      if (isWanted === undefined || (await isWanted(page))) {
        found.push(page);
        left -= page.contactIds.length - page.cut;
      }
      if (found.length === most || left <= 0) return found;
    }
    read += items.length;
    if (read >= Math.min(most * READ_PAST, MOST_READ)) return found;
  }
  return found;
};

/** What is read of pages, in this order: no page of a wave where the run has none. */
const stretchesOf = ({ waiting, wave, unknown }: DueUpTo): readonly (readonly [PagesKind, Instant])[] => [
  ['again', waiting],
  ...(wave === undefined ? [] : [['wave', wave] as const]),
  ['unknown', unknown],
];

/** The pages of a run whose time has come. */
export const duePages: (deps: Deps) => Runs['duePages'] = (deps) => async (access, run, upTo, asked) => {
  const pages = await Promise.all(
    stretchesOf(upTo).map(([kind, until]) => wantedIn(deps, pagesUpTo(access, run, kind, until), asked)),
  );
  return pages.flat();
};
