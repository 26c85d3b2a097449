import type { Runs, TakenChunk } from '#shared/app/campaigns/runs.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Chunk, ChunkResult } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { sparedIn } from '#shared/domain/campaign/ramp/counted.ts';
import { finalTotalsOf, totalsOf } from '#shared/domain/campaign/recipient.ts';
import { pagesOf } from '#shared/domain/campaign/waiting.ts';
import { storeIfAbsent, writtenOnce } from '../../conditional.ts';
import { putWaitingRecipients } from '../../messages/waiting/waiting-recipients.ts';
import { getItem, queryPages } from '../../table.ts';
import {
  campaignKey,
  campaignPk,
  chunkKey,
  occurrenceKey,
  pageKey,
  resultKey,
  resultsPrefix,
} from '../campaign-keys.ts';
import { chunkOf, chunkResultOf } from '../campaign-plain.ts';
import { beginningWith, type Deps, expiry, getAll, remove, runningIn, unreachable } from '../campaign-table.ts';
import { packed } from '../packed.ts';
import { addition } from './progress.ts';

const settledChunk = ({ outcomes, chunkId, scheduledAt, settledAt, turn, upTo }: ChunkResult): Chunk => ({
  chunkId,
  scheduledAt,
  cutAt: settledAt,
  turn,
  recipients: outcomes.map(({ contactId }) => ({ contactId })),
  upTo,
});

export const resultOf = async (deps: Deps, access: AdvertiserAccess, run: RunName, chunkId: string) => {
  const item = await getItem(deps, resultKey(access, run, chunkId), unreachable);
  return item === undefined ? undefined : chunkResultOf(item);
};

/**
 * A worker stores the outcome of a chunk before it takes the chunk away. So whoever finds neither at the put, and no outcome
 * after it, was the first; and whoever finds an outcome put again what was done, or found what another, or its own try before this
 * one, had put again. Only its own, of this put, is taken away: whatever was there before may be of a worker that stored no pages yet.
 */
const cut: (deps: Deps) => Runs['cut'] = (deps) => async (access, run, chunk) => {
  const key = chunkKey(access, run, chunk.chunkId);
  const { recipients, ...rest } = chunk;
  const list = { packed: packed(recipients), size: recipients.length };
  const item = { ...key, entity: 'chunk', v: 1, ...rest, ...list, expiresAt: expiry(deps) };
  const there = await storeIfAbsent(deps, item, unreachable);
  const result = await resultOf(deps, access, run, chunk.chunkId);
  if (result === undefined) return { chunk: there === undefined ? chunk : chunkOf(there), isOpen: true };
  if (there === undefined) await remove(deps, key);
  return { chunk: settledChunk(result), isOpen: there !== undefined };
};

/**
 * Adds the final states of an outcome, and those who were spared, to the counts of its run, once. What a worker did not come to count is
 * missing, so there are at least so many.
 */
const count = async (deps: Deps, access: AdvertiserAccess, run: RunName, result: ChunkResult): Promise<void> => {
  const spared = sparedIn(result.outcomes);
  const final = { ...finalTotalsOf(result.outcomes), ...(spared > 0 && { spared }) };
  if (Object.keys(final).length === 0) return;
  const Update = addition(deps, access, run, result.chunkId, final);
  await writtenOnce(deps, [{ Update }], unreachable, result.chunkId);
};

const settle: (deps: Deps) => Runs['settle'] = (deps) => async (access, run, given) => {
  const key = resultKey(access, run, given.chunkId);
  const expiresAt = expiry(deps);
  const { outcomes, ...rest } = given;
  const stored = { ...rest, totals: totalsOf(outcomes), packed: packed(outcomes) };
  const item = { ...key, entity: 'chunk-result', v: 1, ...stored, expiresAt };
  const there = await storeIfAbsent(deps, item, unreachable);
  const result = there === undefined ? given : chunkResultOf(there);
  for (const page of pagesOf(result)) {
    await putWaitingRecipients(deps, access, run, page);
    const waiting = { ...pageKey(access, run, page), entity: 'waiting-page', v: 1, ...page, expiresAt };
    await storeIfAbsent(deps, waiting, unreachable);
  }
  await remove(deps, chunkKey(access, run, given.chunkId));
  if (there === undefined) await count(deps, access, run, result);
  return there === undefined;
};

/** An outcome that is stored holds, also where its worker died before it took the chunk away: nobody is judged a second time. */
const take: (deps: Deps) => Runs['take'] =
  (deps) =>
  async (access, run, chunkId): Promise<TakenChunk | undefined> => {
    const [chunkAt, resultAt] = [chunkKey(access, run, chunkId), resultKey(access, run, chunkId)];
    const keys = [campaignKey(access, run.campaignId), occurrenceKey(access, run), chunkAt, resultAt];
    const items = new Map((await getAll(deps, keys)).map((item) => [item.sk, item] as const));
    const running = runningIn(items, access, run);
    if (running === undefined) return undefined;
    const [chunk, result] = [items.get(chunkAt.sk), items.get(resultAt.sk)];
    return { ...running, chunk: chunk && chunkOf(chunk), result: result && chunkResultOf(result) };
  };

async function* results(
  deps: Deps,
  access: AdvertiserAccess,
  run: RunName,
  after: string | undefined,
): AsyncGenerator<ChunkResult> {
  const prefix = resultsPrefix(run);
  const query = beginningWith(campaignPk(access, run.campaignId), prefix, after);
  for await (const page of queryPages(deps, query, unreachable)) yield* page.map(chunkResultOf);
}

/** In this order: a chunk that is gone has an outcome by then, and one that lies over an outcome is not what was cut. */
const find: (deps: Deps) => Runs['find'] = (deps) => async (access, run, chunkId) => {
  const item = await getItem(deps, chunkKey(access, run, chunkId), unreachable);
  const result = await resultOf(deps, access, run, chunkId);
  if (result !== undefined) return settledChunk(result);
  return item && chunkOf(item);
};

/** Chunks from their cut to their outcome. */
export const chunksOf = (deps: Deps): Pick<Runs, 'cut' | 'find' | 'take' | 'settle' | 'results'> => ({
  cut: cut(deps),
  find: find(deps),
  take: take(deps),
  settle: settle(deps),
  results: (access, run, after) => results(deps, access, run, after),
});
