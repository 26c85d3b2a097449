import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import type { Chunk, WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { isAllSelected } from '#shared/domain/campaign/held.ts';
import { chunkIdOf } from '#shared/domain/campaign/names.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import { cutAudience } from './cut-audience.ts';
import { type CutPorts, type Cutting, cut, nameOf } from './cut-chunk.ts';
import { areCounted, type OfRamp } from './ramp-of-day.ts';
import { countIn, firstOf, type PageShare, roomBeside, shareAmongPages } from './share-among-pages.ts';

/** Pages that are cut at the same time. */
const PAGES_AT_ONCE = 8;

/**
 * Cuts up to a share of recipients into chunks, first those whose time has come again, then from the audience, and last those who wait for a
 * human still; who was tried and failed takes turns with the audience. Each chunk is stored, then put on the queue, and only then is noted how far the cut went: a crash repeats a chunk, and never
 * skips one. Resolves to how many recipients were cut. Throws the first failure of a shard once the others are noted.
 */
export const cutChunks = async (ports: CutPorts, cutting: Cutting): Promise<number> => {
  const { access, running, share, places, minute, ofRamp } = cutting;
  const { occurrence } = running;
  const { mayLeave, awaitReview } = await cutting.due();
  const isMore = !cutting.isInWaves && !isAllSelected(occurrence);
  const room = { share, places, areCounted: (page: WaitingPage) => areCounted(ofRamp, page) };
  const pagesCut = await cutPages(ports, cutting, shareAmongPages(mayLeave, { ...room, isMore, minute }));
  const beside = roomBeside(pagesCut, room);
  const audience = cutting.isInWaves
    ? { count: 0, reserved: 0, cursors: occurrence.cursors, done: [] }
    : await cutAudience(ports, cutting, Math.min(beside.share, beside.places));
  const { count: fromAudience, cursors } = audience;
  const forReview = { ...room, share: beside.share - audience.reserved, places: beside.places - audience.reserved };
  const [reviewCut] = await Promise.allSettled([cutPages(ports, cutting, firstOf(awaitReview, forReview))]);
  const isFurther = cursors.some((cursor, shard) => cursor !== occurrence.cursors[shard]);
  // Of whom it is not known whether they were cut, all that was kept for them.
  const fromReview = reviewCut.status === 'fulfilled' ? reviewCut.value : undefined;
  const kept = fromReview ? countIn(fromReview) : forReview.share;
  const givenBack = Math.max(0, forReview.places - kept);
  const ramped = ofRamp && occurrence.ramped && rampedWithout(occurrence.ramped, givenBack);
  if (isFurther || (ramped !== undefined && givenBack > 0))
    await ports.runs.advance(access, occurrence, { cursors, cut: occurrence.cut + fromAudience, ramped });
  allOf<unknown>([...audience.done, reviewCut]);
  return countIn(pagesCut) + fromAudience + countIn(fromReview ?? []);
};

/** A day of a ramp with so many of its places given back. Where nobody was cut, its days have not begun. */
const rampedWithout = (ramped: OfRamp['ramped'], givenBack: number): OfRamp['ramped'] => {
  const taken = ramped.taken - givenBack;
  return { ...ramped, taken, ...(ramped.day === 0 && taken === 0 && { since: undefined }) };
};

/** Cuts so many of each of these pages at most; resolves to how many of each were. */
const cutPages = async (
  ports: CutPorts,
  cutting: Cutting,
  pages: readonly PageShare[],
): Promise<readonly PageShare[]> => {
  const done = await settleAtMost(PAGES_AT_ONCE, pages, async ({ page, most }) => {
    let [on, cutSoFar] = [page, 0];
    while (cutSoFar < most && on.cut < on.contactIds.length && ports.clock.now() < cutting.until) {
      const { count, upTo } = await cutPage(ports, cutting, on, most - cutSoFar);
      cutSoFar += count;
      on = { ...on, cut: upTo };
    }
    return { page, most: cutSoFar };
  });
  return allOf(done);
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
    perMinute: cutting.perMinute,
    ...ofRampAgain(cutting, page),
    recipients: contactIds.map((contactId) => ({ contactId })),
    upTo: String(page.cut + contactIds.length),
  });
  const upTo = Number(chunk.upTo);
  await ports.runs.movePage(cutting.access, nameOf(occurrence), page, upTo);
  return { count: contactIds.length, upTo };
};

/** What a chunk of this page has of a ramp. */
const ofRampAgain = ({ ofRamp }: Cutting, page: WaitingPage): Pick<Chunk, 'rampDay' | 'wereCounted'> => {
  if (ofRamp === undefined) return {};
  return { rampDay: ofRamp.ramped.day, ...(areCounted(ofRamp, page) && { wereCounted: true as const }) };
};
