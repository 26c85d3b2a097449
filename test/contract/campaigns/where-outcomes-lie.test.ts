import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { outcomesOfRecipient } from '#shared/adapters/dynamodb/campaigns/recipients/outcomes-of-recipient.ts';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Chunk, ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf, chunkIdOf, familyAt, firstChunkIdOf } from '#shared/domain/campaign/names.ts';
import { pagesOf } from '#shared/domain/campaign/waiting.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, testClock } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW } from '#test/support/builders.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';

const access = admit(ADVERTISER_ID);
const run = { advertiserId: ADVERTISER_ID, campaignId: campaignIdOf('winter'), scheduledAt: NOW };
/** Ids of two versions of the key of fingerprints, as while it rotates. */
const contactOf = (number: number) =>
  `v${1 + (number % 2)}n1.${createHash('sha256').update(String(number)).digest('base64url')}` as ContactId;
/** Of three shards, so that each is cut into several chunks. */
const everyone = (count: number) =>
  Array.from({ length: count * 16 }, (_, number) => contactOf(number))
    .filter((contactId) => shardOf(contactId, AUDIENCE_SHARDS) < 3)
    .slice(0, count);
const MOST = 5;

/** Chunks as a run cuts them: each shard in the order of its contacts. */
const chunksOf = (contacts: readonly ContactId[], idOf: typeof firstChunkIdOf): readonly Chunk[] => {
  const shards = Map.groupBy(contacts.toSorted(), (each) => shardOf(each, AUDIENCE_SHARDS));
  return [...shards].flatMap(([shard, all]) =>
    Array.from({ length: Math.ceil(all.length / MOST) }, (_, index): Chunk => {
      const own = all.slice(index * MOST, (index + 1) * MOST);
      const chunkId = idOf(NOW, shard, index === 0 ? '' : (all[index * MOST - 1] ?? ''));
      return {
        chunkId,
        scheduledAt: NOW,
        cutAt: NOW,
        turn: 0,
        recipients: own.map((contactId) => ({ contactId })),
        upTo: 'end',
      };
    }),
  );
};

/** The first of each chunk comes up again, twice; the others are sent at once. */
const settleAll = async (runs: Runs, chunks: readonly Chunk[]): Promise<void> => {
  await Promise.all(
    chunks.map(async ({ chunkId, turn, recipients }) => {
      const outcomes = recipients.map(({ contactId }, index) =>
        index === 0 && turn < 2
          ? { contactId, state: 'deferred' as const, codes: ['TIME'], dueAt: addSeconds(NOW, 600 * (turn + 1)) }
          : { contactId, state: 'sent' as const, codes: [] },
      );
      const result: ChunkResult = {
        chunkId,
        scheduledAt: NOW,
        settledAt: addSeconds(NOW, turn),
        turn,
        upTo: 'end',
        outcomes,
      };
      await runs.settle(access, run, result);
      const again = pagesOf(result).map(
        (page): Chunk => ({
          ...{ chunkId: chunkIdOf(NOW, page.pageId, '0'), scheduledAt: NOW, cutAt: NOW, turn: page.turn, upTo: '1' },
          recipients: page.contactIds.map((contactId) => ({ contactId })),
        }),
      );
      await settleAll(runs, again);
    }),
  );
};

/** A table whose rows are counted as they are read. */
const counted = (table: Table) => {
  const count = { rows: 0 };
  const send = async (command: never): Promise<object> => {
    const answer: object = await table.client.send(command);
    if ('Items' in answer && Array.isArray(answer.Items)) count.rows += answer.Items.length;
    return answer;
  };
  return { table: { ...table, client: { send } as never }, count };
};

describe.each([
  ['DynamoDB Local', freshTable],
  ['memory', async () => tableInMemory()],
] as const)('what came of one recipient, on %s', (_name, tableOf) => {
  const aRun = async (idOf: typeof firstChunkIdOf, contacts = everyone(150)) => {
    const { table, count } = counted(await tableOf());
    const deps = { ...table, clock: testClock() };
    const runs = runsOf(deps);
    await settleAll(runs, chunksOf(contacts, idOf));
    const turnsOf = async (contactId: ContactId) => {
      count.rows = 0;
      const found = await outcomesOfRecipient(deps, access, run, contactId);
      expect(found.every(({ outcome }) => outcome.contactId === contactId)).toBe(true);
      return { turns: found.map(({ result }) => result.turn).toSorted(), rows: count.rows };
    };
    return { deps, runs, contacts, turnsOf };
  };

  test('is found in each turn without a look at the others, and nothing of who was no recipient', async () => {
    const { contacts, turnsOf } = await aRun(firstChunkIdOf);
    for (const contactId of contacts.filter((_, index) => index % 5 === 0)) {
      const { turns, rows } = await turnsOf(contactId);
      expect([[0], [0, 1, 2]]).toContainEqual(turns);
      expect(rows).toBeLessThanOrEqual(8);
    }
    const nobody = await turnsOf(contactOf(9_999));
    expect(nobody.turns).toEqual([]);
    expect(nobody.rows).toBeLessThanOrEqual(8);
  });

  test('is found where the beginnings of two chunks are alike', async () => {
    const like = (end: string) => `v1n1.${'Q'.repeat(20)}${end.repeat(23)}` as ContactId;
    const { contacts, turnsOf } = await aRun(
      (at, _shard, after) => firstChunkIdOf(at, shardOf(like('m'), AUDIENCE_SHARDS), after),
      [...'abcdefghijkl']
        .map(like)
        .filter((each) => shardOf(each, AUDIENCE_SHARDS) === shardOf(like('m'), AUDIENCE_SHARDS)),
    );
    for (const contactId of contacts) expect((await turnsOf(contactId)).turns).toContain(0);
  });
});

test('ids of chunks sort as the contacts at which they are cut', () => {
  const contacts = [...everyone(500), 'v10n1.aaaa' as ContactId, 'v1n10.zzzz' as ContactId].toSorted();
  const ids = ['', ...contacts].map((each) => familyAt(3, each));
  expect(ids.toSorted()).toEqual(ids);
  for (const after of ['', ...contacts]) expect(firstChunkIdOf(NOW, 31, after)).toMatch(/^[A-Za-z0-9_-]{22}$/);
});
