import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { dueKey, shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { dueListOf } from '#shared/adapters/dynamodb/messages/due-list.ts';
import { type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, type TestClock, testClock, unreachableTable } from '../support/aws.ts';
import { ADVERTISER_ID, messageId, NOW } from '../support/builders.ts';

let table: Table;
let clock: TestClock;
const dueList = () => dueListOf({ ...table, clock });
const reference = (name: string): MessageReference => ({ advertiserId: ADVERTISER_ID, messageId: messageId(name) });
const some = (count: number) => Array.from({ length: count }, (_, n) => reference(`due-${n}x`));
/** Moves the clock there and gives the ids that come out. */
const release = async (at: typeof NOW): Promise<readonly string[]> => {
  clock.set(at);
  const ids: string[] = [];
  const count = await dueList().releaseUpTo(at, async (due) => {
    ids.push(...due.map((each) => each.messageId));
  });
  expect(count).toBe(ids.length);
  return ids.toSorted();
};
const idsOf = (references: readonly MessageReference[]) => references.map((each) => each.messageId).toSorted();

beforeEach(async () => {
  table = await freshTable();
  clock = testClock();
});

describe('the due list', () => {
  test('keeps a message that is put back for the same minute while it is being released', async () => {
    const one = reference('due-early-1x');
    await dueList().put(one, addSeconds(NOW, 600));
    // The clock of the release is ahead: the worker finds the message not due yet, and puts it back at once.
    const worker = dueListOf({ ...table, clock: testClock(addSeconds(NOW, 60)) });
    clock.set(addSeconds(NOW, 660));
    const early = await dueList().releaseUpTo(clock.now(), async () => worker.put(one, addSeconds(NOW, 600)));
    expect(early).toBe(1);
    expect(await release(addSeconds(NOW, 720))).toEqual([one.messageId]);
    expect(await release(addSeconds(NOW, 780))).toEqual([]);
  });

  test('releases each message once, not before its minute and not twice', async () => {
    const all = some(60);
    for (const each of all) await dueList().put(each, addSeconds(NOW, 3600));
    expect(await release(addSeconds(NOW, 3540))).toEqual([]);
    expect(await release(addSeconds(NOW, 3600))).toEqual(idsOf(all));
    expect(await release(addSeconds(NOW, 3660))).toEqual([]);
  });

  test('a message due within a minute waits for the end of it', async () => {
    await dueList().put(reference('half-past'), addSeconds(NOW, 630));
    expect(await release(addSeconds(NOW, 659))).toEqual([]);
    expect(await release(addSeconds(NOW, 660))).toHaveLength(1);
  });

  test('releases what was put before its first run, days later', async () => {
    await dueList().put(reference('early'), addSeconds(NOW, 600));
    expect(await release(addDays(NOW, 10))).toHaveLength(1);
  });

  test('after weeks without the clock, a run that is cut goes on where it was, and loses nothing', async () => {
    await dueList().put(reference('early'), addSeconds(NOW, 600));
    await dueList().put(reference('last'), addDays(NOW, 19));
    const asked = { queries: 0, most: 300 };
    const client: Pick<Table['client'], 'send'> = {
      send: (async (command: object) => {
        if (command instanceof QueryCommand && ++asked.queries > asked.most) throw new Error('no time left');
        return Reflect.apply(table.client.send, table.client, [command]);
      }) as Table['client']['send'],
    };
    const cut = dueListOf({ ...table, client: client as Table['client'], clock });
    const ids: string[] = [];
    const run = () =>
      cut.releaseUpTo(addDays(NOW, 20), async (due) => void ids.push(...due.map((each) => each.messageId)));
    clock.set(addDays(NOW, 20));
    await expect(run()).rejects.toThrow();
    Object.assign(asked, { queries: 0, most: Number.POSITIVE_INFINITY });
    await run();
    expect(ids.toSorted()).toEqual(idsOf([reference('early'), reference('last')]));
    const hoursAndCursors = 20 * 24 + 2;
    expect(asked.queries).toBeLessThan(2 * hoursAndCursors - 300 + 50);
  });

  test('a message due already is released two minutes later, never behind the cursor', async () => {
    await release(addDays(NOW, 1));
    await dueList().put(reference('first'), NOW);
    await release(addSeconds(addDays(NOW, 1), 7200));
    await dueList().put(reference('late'), addDays(NOW, -30));
    expect(await release(addSeconds(addDays(NOW, 1), 7200 + 60))).toEqual([]);
    expect(await release(addSeconds(addDays(NOW, 1), 7200 + 180))).toEqual([messageId('late')]);
  });

  test('a put that was under way while the hour turned is not missed', async () => {
    clock.set(addSeconds(NOW, 3595));
    const slow = dueList();
    await slow.put(reference('starts-the-cursor'), addSeconds(NOW, 3600));
    await slow.put(reference('before-the-hour'), NOW);
    const stillLate = testClock(addSeconds(NOW, 3300));
    await release(addSeconds(NOW, 3900));
    await dueListOf({ ...table, clock: stillLate }).put(reference('landed-late'), NOW);
    expect(await release(addSeconds(NOW, 3960))).toEqual([messageId('landed-late')]);
  });

  test('a clock that jumps by four days releases all with some calls an hour, not some a minute', async () => {
    const all = some(40);
    for (const [n, each] of all.entries()) await dueList().put(each, addSeconds(NOW, 600 + n * 8000));
    await release(addSeconds(NOW, 60));
    let calls = 0;
    table.client.middlewareStack.add(
      (next) => (args) => {
        calls += 1;
        return next(args);
      },
      { name: 'count', step: 'initialize' },
    );
    expect(await release(addDays(NOW, 4))).toEqual(idsOf(all));
    expect(calls).toBeLessThan(900);
  });

  test('a full hour is released page by page, never held whole', async () => {
    const full = some(3000).filter(({ messageId: id }) => shardOf(id, 8) === 0);
    for (const each of full) await dueList().put(each, addSeconds(NOW, 600));
    let [held, most] = [0, 0];
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        const { Count = 0 } = answer.output as { readonly Count?: number };
        const { RequestItems = {} } = args.input as { readonly RequestItems?: Readonly<Record<string, unknown[]>> };
        held += Count - (RequestItems[table.tableName]?.length ?? 0);
        most = Math.max(most, held);
        return answer;
      },
      { name: 'held', step: 'initialize' },
    );
    expect(await release(addSeconds(NOW, 700))).toEqual(idsOf(full));
    expect(full.length).toBeGreaterThan(300);
    expect(most).toBeLessThan(210);
  });

  test('a crash while releasing repeats, and never skips', async () => {
    const all = some(30);
    for (const each of all) await dueList().put(each, addSeconds(NOW, 600));
    clock.set(addSeconds(NOW, 700));
    const crash = dueList().releaseUpTo(clock.now(), async () => {
      throw new Error('the queue is away');
    });
    await expect(crash).rejects.toThrow('the queue is away');
    expect(await release(addSeconds(NOW, 760))).toEqual(idsOf(all));
  });

  test('on a store that cannot be reached is a failure to retry', async () => {
    const away = dueListOf({ ...unreachableTable(table), clock });
    await expect(away.put(reference('x'), NOW)).rejects.toMatchObject({ code: 'dependency-unavailable' });
    await expect(away.releaseUpTo(NOW, async () => undefined)).rejects.toMatchObject({
      code: 'dependency-unavailable',
    });
  });
});

describe('the due list of many advertisers', () => {
  const of = (advertiserId: string, name: string): MessageReference => ({
    advertiserId: AdvertiserId.parse(advertiserId),
    messageId: messageId(name),
  });
  /** In the shards that the hash of a message's id gives, each advertiser and minute as given. */
  const putAll = async (backlog: readonly (readonly [MessageReference, number])[]) => {
    const list = dueList();
    await Promise.all(backlog.map(([each, seconds]) => list.put(each, addSeconds(NOW, seconds))));
  };
  const inOrder = async (at: typeof NOW): Promise<readonly MessageReference[]> => {
    clock.set(at);
    const released: MessageReference[] = [];
    await dueList().releaseUpTo(at, async (due) => void released.push(...due));
    return released;
  };

  test('releases a message of each in its first turn, whoever has a backlog and whatever its name', async () => {
    const shard = (name: string) => shardOf(messageId(name), 8) === 0;
    const names = Array.from({ length: 4000 }, (_, n) => `due-${n}x`).filter(shard);
    const noisy = names.slice(0, 300).map((name, n) => [of('aaa', name), 600 + 60 * (n % 2)] as const);
    const quiet = names.slice(300, 303).map((name, n) => [of(['aa', 'aaa-b', 'zzz'][n] ?? '', name), 660] as const);
    await putAll([...noisy, ...quiet]);
    const order = (await inOrder(addSeconds(NOW, 720))).map(({ advertiserId }) => advertiserId);
    expect(order).toHaveLength(303);
    // Two minutes of the noisy one stand before it, a page of each.
    for (const name of ['aa', 'aaa-b', 'zzz']) expect(order.indexOf(name as AdvertiserId), name).toBeLessThan(55);
  });

  test('of two with a backlog each has its turn', async () => {
    const names = Array.from({ length: 3000 }, (_, n) => `due-${n}x`).filter(
      (name) => shardOf(messageId(name), 8) === 0,
    );
    await putAll(names.slice(0, 300).map((name, n) => [of(n % 2 === 0 ? 'aaa' : 'zzz', name), 600] as const));
    const order = (await inOrder(addSeconds(NOW, 720))).map(({ advertiserId }) => advertiserId);
    const half = order.slice(0, 150).filter((id) => id === 'zzz').length;
    expect([order.length, half]).toEqual([300, 75]);
  });

  test('an entry that no message can be read from is said, and holds up nothing of the others', async () => {
    await putAll([[of('aaa', 'due-1x'), 600]]);
    await putAll([[of('zzz', 'due-1x'), 600]]);
    const key = dueKey(addSeconds(NOW, 600), shardOf(messageId('due-1x'), 8), of('aaa', 'due-1x'), NOW);
    const image = toImage({ ...key, entity: 'due', v: 1, advertiserId: 'AAA' });
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: image }));
    const released: MessageReference[] = [];
    clock.set(addSeconds(NOW, 720));
    const run = () => dueList().releaseUpTo(clock.now(), async (due) => void released.push(...due));
    await expect(run()).rejects.toThrow('1 entries of the due list');
    expect(released).toEqual([of('zzz', 'due-1x')]);
  });

  test('a key that is no key of ours ends a page, and the run goes on after it', async () => {
    const inShard = (name: string) => shardOf(messageId(name), 8) === 0;
    const names = Array.from({ length: 400 }, (_, n) => `due-${n}x`)
      .filter(inShard)
      .slice(0, 25);
    await putAll(names.slice(0, 24).map((name) => [of('aaa', name), 600] as const));
    await putAll(names.slice(24).map((name) => [of('zzz', name), 720] as const));
    const { pk, sk } = dueKey(addSeconds(NOW, 660), 0, of('aaa', 'due-1x'), NOW);
    const image = toImage({ pk, sk: sk.slice(0, sk.indexOf('#')), entity: 'due', v: 1 });
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: image }));
    const released: MessageReference[] = [];
    clock.set(addSeconds(NOW, 780));
    const run = dueList().releaseUpTo(clock.now(), async (due) => void released.push(...due));
    await expect(run).rejects.toThrow('1 entries of the due list');
    expect(released).toHaveLength(25);
  });

  test('a page that DynamoDB cuts at a megabyte is not the last', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `due-${n}x`).filter(
      (name) => shardOf(messageId(name), 8) === 0,
    );
    for (const name of names.slice(0, 4)) {
      const image = toImage({ ...dueKey(addSeconds(NOW, 600), 0, of('aaa', name), NOW), padding: 'x'.repeat(390_000) });
      await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: image }));
    }
    await putAll(names.slice(4, 5).map((name) => [of('zzz', name), 600] as const));
    const released: MessageReference[] = [];
    clock.set(addSeconds(NOW, 720));
    const run = dueList().releaseUpTo(clock.now(), async (due) => void released.push(...due));
    await expect(run).rejects.toThrow('4 entries of the due list');
    expect(released).toHaveLength(1);
  });
});
