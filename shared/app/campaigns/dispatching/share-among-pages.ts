import type { WaitingPage } from '#shared/domain/campaign/campaign.ts';

/** A page, and how many of it may be cut in this minute. */
export interface PageShare {
  readonly page: WaitingPage;
  readonly most: number;
}

const leftOf = ({ contactIds, cut }: WaitingPage): number => contactIds.length - cut;
const countOf = (pages: readonly WaitingPage[]): number => pages.reduce((sum, page) => sum + leftOf(page), 0);

/** So many of these pages at most, in their order. */
export const firstOf = (pages: readonly WaitingPage[], most: number): readonly PageShare[] => {
  let left = most;
  return pages.map((page) => {
    const ofPage = Math.min(left, leftOf(page));
    left -= ofPage;
    return { page, most: ofPage };
  });
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
  { share, isMore, minute }: { readonly share: number; readonly isMore: boolean; readonly minute: number },
): readonly PageShare[] => {
  const isOther = ({ isWave, isUnknown }: WaitingPage): boolean => isUnknown || isWave === true;
  const others = pages.filter(isOther);
  const [tried, again] = [true, false].map((was) =>
    pages.filter((page) => !isOther(page) && (page.isTried === true) === was),
  ) as [WaitingPage[], WaitingPage[]];
  const left = Math.max(0, share - countOf(again));
  const half = areTriedFirst(minute) ? Math.ceil(left / 2) : Math.floor(left / 2);
  const ofOthers = isMore ? left : Math.min(left, countOf(others));
  const ofTried = Math.min(countOf(tried), Math.max(half, left - ofOthers));
  return [...firstOf(again, share), ...firstOf(tried, ofTried), ...firstOf(others, left - ofTried)];
};
