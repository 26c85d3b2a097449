import { allOf } from '#shared/domain/at-most.ts';
import type { WaitingPage } from '#shared/domain/campaign/campaign.ts';
import { chunkIdOf } from '#shared/domain/campaign/names.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import type { Due } from './look-at-run.ts';
import { cutAudience } from './minute/cut-audience.ts';
import { type CutPorts, type Cutting, cut, nameOf } from './minute/cut-chunk.ts';

/**
 * Cuts up to a share of recipients into chunks, first those whose time has come again, then from the audience, and last those who wait for a
 * human still. Each chunk is stored, then put on the queue, and only then is noted how far the cut went: a crash repeats a chunk, and never
 * skips one. Resolves to how many recipients were cut. Throws the first failure of a shard once the others are noted.
 */
export const cutChunks = async (ports: CutPorts, cutting: Cutting): Promise<number> => {
  const { access, running, share, ramped: taken } = cutting;
  const { occurrence } = running;
  const { first, last } = await cutting.due();
  const again = await cutPages(ports, cutting, first, share);
  const { count, tried, cursors, done } = await cutAudience(ports, cutting, share - again);
  const left = share - again - tried;
  const [cutLast] = await Promise.allSettled([cutPages(ports, cutting, last, left)]);
  const isFurther = cursors.some((cursor, shard) => cursor !== occurrence.cursors[shard]);
  // Of whom it is not known whether they were cut, all that was kept for them.
  const vetted = cutLast.status === 'fulfilled' ? cutLast.value : left;
  const unused = left - vetted;
  const ramped = taken && { ...taken, taken: taken.taken - unused };
  if (isFurther || (taken !== undefined && unused > 0))
    await ports.runs.advance(access, occurrence, { cursors, cut: occurrence.cut + count, ramped });
  allOf<unknown>([...done, cutLast]);
  return again + count + vetted;
};

/** Cuts so many of these pages at most; resolves to how many were. */
const cutPages = async (ports: CutPorts, cutting: Cutting, pages: Due['first'], most: number): Promise<number> => {
  let left = most;
  for (const page of pages) {
    if (left === 0 || ports.clock.now() >= cutting.until) break;
    left -= await cutPage(ports, cutting, page, left);
  }
  return most - left;
};

const cutPage = async (ports: CutPorts, cutting: Cutting, page: WaitingPage, most: number): Promise<number> => {
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
  await ports.runs.movePage(cutting.access, nameOf(occurrence), page, Number(chunk.upTo));
  return contactIds.length;
};
