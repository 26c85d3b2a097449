import type { WaitingPage } from '#shared/domain/campaign/chunk.ts';

/** A page, and how many of it may be cut in this minute. */
export interface PageShare {
  readonly page: WaitingPage;
  readonly most: number;
}

/** How many of these pages may be cut. */
export interface Room {
  /** Recipients at most. */
  readonly share: number;
  /** Of those who are not counted on the day of a ramp yet, so many at most. */
  readonly places: number;
  readonly areCounted: (page: WaitingPage) => boolean;
}

const leftOf = ({ contactIds, cut }: WaitingPage): number => contactIds.length - cut;

/** How many are on these pages; `places`: of those who are not counted yet, so many at most. */
export const countOf = (pages: readonly WaitingPage[], { places, areCounted }: Omit<Room, 'share'>): number => {
  const [counted, others] = [true, false].map((are) =>
    pages.filter((page) => areCounted(page) === are).reduce((sum, page) => sum + leftOf(page), 0),
  ) as [number, number];
  return counted + Math.min(places, others);
};

/** So many of these pages at most, in their order. */
export const firstOf = (pages: readonly WaitingPage[], { share, places, areCounted }: Room): readonly PageShare[] => {
  let [left, free] = [share, places];
  return pages.map((page) => {
    const isCounted = areCounted(page);
    const most = Math.min(left, leftOf(page), isCounted ? left : free);
    left -= most;
    if (!isCounted) free -= most;
    return { page, most };
  });
};

/** How many are cut of pages. */
export const countIn = (shares: readonly PageShare[]): number => shares.reduce((sum, { most }) => sum + most, 0);

/** What these leave of a room. */
export const roomBeside = (shares: readonly PageShare[], room: Room): Room => {
  const taking = shares.filter(({ page }) => !room.areCounted(page));
  return { ...room, share: room.share - countIn(shares), places: room.places - countIn(taking) };
};

/** The fraction of the golden ratio: its multiples spread evenly over 0 to 1, also where only every second or third minute counts, so that half of them are below 0.5. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Whose turn is the one place that is left, in this minute? Of three minutes each has one at least. */
const areTriedFirst = (minute: number): boolean => (minute * GOLDEN) % 1 < 0.5;

/**
 * Shares a minute of a run among the pages whose time has come: first those who come up again since their hour came or a human decided, and then
 * those who were tried and waited for a cause that may pass, up to half of what is left while others are to come: a provider
 * that refuses some of them each minute keeps no other from leaving. `isMore`: its audience is not at its end.
 */
export const shareAmongPages = (
  pages: readonly WaitingPage[],
  { isMore, minute, ...room }: Room & { readonly isMore: boolean; readonly minute: number },
): readonly PageShare[] => {
  const isOther = ({ isWave, isUnknown }: WaitingPage): boolean => isUnknown || isWave === true;
  const others = pages.filter(isOther);
  const [tried, again] = [true, false].map((was) =>
    pages.filter((page) => !isOther(page) && (page.isTried === true) === was),
  ) as [WaitingPage[], WaitingPage[]];
  const ofAgain = firstOf(again, room);
  const beside = roomBeside(ofAgain, room);
  const { share: left, places } = beside;
  const half = areTriedFirst(minute) ? Math.ceil(left / 2) : Math.floor(left / 2);
  const toCome = isMore ? places + countOf(others, { ...beside, places: 0 }) : countOf(others, beside);
  const most = Math.max(half, left - Math.min(left, toCome));
  const ofTried = firstOf(tried, { ...beside, share: most });
  return [...ofAgain, ...ofTried, ...firstOf(others, roomBeside(ofTried, beside))];
};
