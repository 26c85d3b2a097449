import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import type { WaitingPage } from '#shared/domain/campaign/campaign.ts';
import { isAllSelected } from '#shared/domain/campaign/held.ts';
import { chunkIdOf } from '#shared/domain/campaign/names.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import { cutAudience } from './minute/cut-audience.ts';
import { type CutPorts, type Cutting, cut, nameOf } from './minute/cut-chunk.ts';
import { firstOf, inTurns, type PageShare } from './minute/in-turns.ts';

/** Pages that are cut at the same time. */
const PAGES_AT_ONCE = 8;

/**
 * Cuts up to a share of recipients into chunks, first those whose time has come again, then from the audience, and last those who wait for a
 * human still; who was tried and failed takes turns with the audience. Each chunk is stored, then put on the queue, and only then is noted how far the cut went: a crash repeats a chunk, and never
 * skips one. Resolves to how many recipients were cut. Throws the first failure of a shard once the others are noted.
 */
export const cutChunks = async (ports: CutPorts, cutting: Cutting): Promise<number> => {
  const { access, running, share, minute, ramped: taken } = cutting;
  const { occurrence } = running;
  const { first, last } = await cutting.due();
  const isMore = !cutting.isInWaves && !isAllSelected(occurrence);
  const again = await cutPages(ports, cutting, inTurns(first, { share, isMore, minute }));
  const { count, tried, cursors, done } = cutting.isInWaves
    ? { count: 0, tried: 0, cursors: occurrence.cursors, done: [] }
    : await cutAudience(ports, cutting, share - again);
  const left = share - again - tried;
  const [cutLast] = await Promise.allSettled([cutPages(ports, cutting, firstOf(last, left))]);
  const isFurther = cursors.some((cursor, shard) => cursor !== occurrence.cursors[shard]);
  // Of whom it is not known whether they were cut, all that was kept for them.
  const vetted = cutLast.status === 'fulfilled' ? cutLast.value : left;
  const unused = left - vetted;
  // Where nobody was, its days have not begun.
  const isToCome = taken?.day === 0 && taken.taken === unused;
  const ramped = taken && { ...taken, taken: taken.taken - unused, ...(isToCome && { since: undefined }) };
  if (isFurther || (taken !== undefined && unused > 0))
    await ports.runs.advance(access, occurrence, { cursors, cut: occurrence.cut + count, ramped });
  allOf<unknown>([...done, cutLast]);
  return again + count + vetted;
};

/** Cuts so many of each of these pages at most; resolves to how many were. */
const cutPages = async (ports: CutPorts, cutting: Cutting, pages: readonly PageShare[]): Promise<number> => {
  const done = await settleAtMost(PAGES_AT_ONCE, pages, async ({ page, most }) => {
    let [on, cutSoFar] = [page, 0];
    while (cutSoFar < most && on.cut < on.contactIds.length && ports.clock.now() < cutting.until) {
      const { count, upTo } = await cutPage(ports, cutting, on, most - cutSoFar);
      cutSoFar += count;
      on = { ...on, cut: upTo };
    }
    return cutSoFar;
  });
  return allOf(done).reduce((sum, each) => sum + each, 0);
};

/** One chunk of a page; resolves to how many it was to have, and how far that page is cut. */
const cutPage = async (
  ports: CutPorts,
  cutting: Cutting,
  page: WaitingPage,
  most: number,
): Promise<{ readonly count: number; readonly upTo: number }> => {
  const { campaign, occurrence } = cutting.running;
  const { scheduledAt } = occurrence;
  const size = Math.min(paceOf(campaign.channel).recipients, most);
  const contactIds = page.contactIds.slice(page.cut, page.cut + size);
  const chunk = await cut(ports, cutting, {
    chunkId: chunkIdOf(scheduledAt, page.pageId, String(page.cut)),
    scheduledAt,
    cutAt: ports.clock.now(),
    turn: page.turn,
    unforeseen: page.unforeseen,
    recipients: contactIds.map((contactId) => ({ contactId })),
    upTo: String(page.cut + contactIds.length),
  });
  const upTo = Number(chunk.upTo);
  await ports.runs.movePage(cutting.access, nameOf(occurrence), page, upTo);
  return { count: contactIds.length, upTo };
};
