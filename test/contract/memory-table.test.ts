import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryTable } from '../fuzz/store/memory-table.ts';
import { outcomeOf } from '../fuzz/store/outcome.ts';
import { freshTable } from '../support/aws.ts';

const key = fc.record({
  pk: fc.constantFrom('P#1', 'P#2', 'é', '', 'x'.repeat(2_049)).map((S) => ({ S })),
  sk: fc.constantFrom('A', 'B', 'B#1', 'a', 'é').map((S) => ({ S })),
});
const usual = key.filter(({ pk }) => pk.S.length === 3);

const item = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: key }),
    fc.record(
      {
        seq: fc.nat(3),
        status: fc.constantFrom('accepted', 'sent', 'gone'),
        oppositions: fc.array(fc.constant({ a: 1 }), { maxLength: 2 }),
        entries: fc.record({ m: fc.record({ at: fc.nat(2) }, { requiredKeys: [] }) }, { requiredKeys: [] }),
        padding: fc.constantFrom('x', 'x'.repeat(410_000)),
        ofContact: fc.constantFrom('C', 'D'),
        position: fc.constantFrom('1', '2', '3'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([keys, fields]) => ({ ...keys, ...marshall(fields) }));

/** Conditions of the forms that our stores use. */
const CONDITIONS = [
  undefined,
  'attribute_not_exists(pk)',
  'attribute_exists(pk) AND attribute_not_exists(seq)',
  'attribute_not_exists(pk) OR seq <= :n',
  '#status IN (:a, :b)',
  'attribute_exists(pk) AND (attribute_not_exists(seq) OR seq > :n)',
  'attribute_type(oppositions, :list)',
  '#entries.#m.#at = :n',
  'attribute_not_exists(#entries.#m)',
] as const;
const UPDATES = [
  'SET seq = :n',
  'SET oppositions = list_append(oppositions, :added) REMOVE expiresAt',
  'SET #entries.#m = :m, seq = seq + :n',
  'REMOVE #entries.#m SET seq = seq + :n',
  'SET #entries.#m.#at = :n',
  'SET seq = :n, padding = :padding REMOVE #status, ofContact',
] as const;

const NAMES: Readonly<Record<string, string>> = { '#status': 'status', '#entries': 'entries', '#m': 'm', '#at': 'at' };
const VALUES: Readonly<Record<string, unknown>> = {
  ':n': 1,
  ':a': 'accepted',
  ':b': 'sent',
  ':list': 'L',
  ':added': [{ b: 2 }],
  ':m': { at: 2 },
  ':padding': 'y'.repeat(100),
};

/** Only what an expression names: DynamoDB refuses the rest. */
const placeholders = (...expressions: readonly (string | undefined)[]) => {
  const used = (all: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(expressions.join(' '))));
  const [names, values] = [used(NAMES), used(VALUES)];
  return {
    ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names as Record<string, string> }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: marshall(values) }),
  };
};

const conditional = <T extends object>(asked: T, condition: string | undefined, update?: string) => ({
  ...asked,
  ...(condition === undefined ? {} : { ConditionExpression: condition }),
  ...(update === undefined ? {} : { UpdateExpression: update }),
  ...placeholders(condition, update),
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

const condition = fc.constantFrom(...CONDITIONS);
const put = fc
  .tuple(item, condition)
  .map(([Item, asked]) => ({ kind: 'put' as const, ...conditional({ Item }, asked) }));
const update = fc
  .tuple(usual, condition, fc.constantFrom(...UPDATES))
  .map(([Key, asked, change]) => ({ kind: 'update' as const, ...conditional({ Key }, asked, change) }));
/** Alone, not in a transaction, an update can answer the item. */
const answeringUpdate = fc
  .tuple(update, fc.constantFrom('ALL_OLD' as const, 'ALL_NEW' as const))
  .map(([asked, ReturnValues]) => ({ ...asked, ReturnValues }));
const remove = fc
  .tuple(usual, condition)
  .map(([Key, asked]) => ({ kind: 'delete' as const, ...conditional({ Key }, asked) }));
const write = fc.oneof(put, update, remove);
const query = fc
  .record({
    pk: fc.constantFrom('P#1', 'P#2'),
    from: fc.constantFrom('A', 'B', 'a'),
    to: fc.constantFrom('B~', 'z', 'A'),
    forward: fc.boolean(),
    limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    start: fc.option(usual, { nil: undefined }),
    index: fc.boolean(),
  })
  .filter(({ from, to }) => from <= to)
  .map(({ pk, from, to, forward, limit, start, index }) => {
    const asked = { kind: 'query' as const, ScanIndexForward: forward };
    const expression = (KeyConditionExpression: string, values: object) => ({
      ...asked,
      KeyConditionExpression,
      ExpressionAttributeValues: marshall(values),
    });
    if (index) return { ...expression('ofContact = :pk', { ':pk': 'C' }), IndexName: 'MessagesOfContact' };
    const Limit = limit === undefined ? {} : { Limit: limit };
    // A page goes on in a whole partition alone.
    return start?.pk.S === pk
      ? { ...expression('pk = :pk', { ':pk': pk }), ...Limit, ExclusiveStartKey: start }
      : { ...expression('pk = :pk AND sk BETWEEN :from AND :to', { ':pk': pk, ':from': from, ':to': to }), ...Limit };
  });
const get = usual.map((Key) => ({ kind: 'get' as const, Key }));
const keyOf = (each: { readonly Item?: object; readonly Key?: object }): string => {
  const { pk, sk } = Object(each.Item ?? each.Key) as { pk?: unknown; sk?: unknown };
  return JSON.stringify([pk, sk]);
};
/** DynamoDB refuses two writes of one item before it looks at their conditions, DynamoDB Local after. */
const transaction = fc
  .uniqueArray(write, { minLength: 1, maxLength: 3, selector: keyOf })
  .map((writes) => ({ kind: 'transact' as const, writes }));
const step = fc.oneof(
  { weight: 6, arbitrary: write },
  { weight: 3, arbitrary: answeringUpdate },
  { weight: 3, arbitrary: query },
  { weight: 1, arbitrary: get },
  { weight: 3, arbitrary: transaction },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const NAME_OF = { put: 'Put', update: 'Update', delete: 'Delete' } as const;

test('the table of the fuzzer answers as DynamoDB Local does', { timeout: 60_000 }, async () => {
  const { client, tableName: TableName } = await freshTable();
  const ask = (memory: MemoryTable, asked: Step): readonly [() => unknown, () => unknown] => {
    if (asked.kind === 'transact') {
      const TransactItems = asked.writes.map(
        ({ kind, ...of }) => ({ [NAME_OF[kind]]: { ...of, TableName } }) as unknown as TransactWriteItem,
      );
      return [
        () => client.send(new TransactWriteItemsCommand({ TransactItems })),
        () => memory.transact({ TransactItems }),
      ];
    }
    const { kind, ...of } = { ...asked, TableName };
    // biome-ignore lint/suspicious/noExplicitAny: the input of whichever command it is.
    const input = of as any;
    if (kind === 'put') return [() => client.send(new PutItemCommand(input)), () => memory.put(input)];
    if (kind === 'update') return [() => client.send(new UpdateItemCommand(input)), () => memory.update(input)];
    if (kind === 'delete') return [() => client.send(new DeleteItemCommand(input)), () => memory.delete(input)];
    if (kind === 'get') return [() => client.send(new GetItemCommand(input)), () => memory.getItem(input)];
    return [() => client.send(new QueryCommand(input)), () => memory.query(input)];
  };
  const memory = new MemoryTable();
  let compared = 0;
  for (const asked of fc.sample(step, { numRuns: 300, seed: 20261127 })) {
    const [theirs, ours] = ask(memory, asked);
    expect(await outcomeOf(ours), JSON.stringify(asked).slice(0, 600)).toEqual(await outcomeOf(theirs));
    compared += 1;
  }
  expect(compared).toBe(300);
});

/** Every item that pages of these answers bring, and how many pages there were; `start`: after which each goes on. */
const pagesOf = async (answer: (start: object | undefined) => unknown) => {
  const items: { pk: { S: string }; sk: { S: string } }[] = [];
  let [start, pages]: [object | undefined, number] = [undefined, 0];
  do {
    const page: { Items: typeof items; LastEvaluatedKey?: object } = Object(await answer(start));
    items.push(...page.Items);
    start = page.LastEvaluatedKey;
    pages += 1;
  } while (start !== undefined && pages < 1_000);
  return { items, pages };
};
const byKey = (items: readonly { pk: { S: string }; sk: { S: string } }[]) =>
  items.map((item) => [`${item.pk.S} ${item.sk.S}`, item] as const).sort(([one], [other]) => (one < other ? -1 : 1));

test('page by page, a scan and an index bring what they do on DynamoDB Local', async () => {
  const { client, tableName: TableName } = await freshTable();
  const memory = new MemoryTable();
  for (let index = 0; index < 24; index += 1) {
    const fields = index % 4 === 3 ? { ofContact: 'C' } : { ofContact: 'C', position: String(index).padStart(2, '0') };
    const Item = marshall({
      ...{ pk: `P#${index % 3}`, sk: index % 2 === 0 ? 'STANDING' : `E#${index}`, seq: index, status: 'sent' },
      ...(index % 6 === 5 ? {} : fields),
    });
    await client.send(new PutItemCommand({ TableName, Item }));
    memory.put({ TableName, Item });
  }
  const values = { ':standing': 'STANDING', ':row': 'P#1' };
  const filter = {
    FilterExpression: 'sk = :standing OR begins_with(pk, :row)',
    ExpressionAttributeValues: marshall(values),
  };
  const some = { ProjectionExpression: 'pk, sk, #of', ExpressionAttributeNames: { '#of': 'seq' } };
  for (const asked of [{}, filter, { ...filter, ...some }, { Limit: 5 }, { Limit: 1, ...filter }]) {
    const input = (ExclusiveStartKey: object | undefined) => ({ TableName, ...asked, ExclusiveStartKey }) as object;
    const theirs = await pagesOf((start) => client.send(new ScanCommand(input(start) as { TableName: string })));
    const ours = await pagesOf((start) => memory.scan(input(start) as { TableName: string }));
    expect(byKey(ours.items), JSON.stringify(asked)).toEqual(byKey(theirs.items));
    expect(ours.items.length, JSON.stringify(asked)).toBeGreaterThan(5);
    expect(ours.pages > 1).toBe('Limit' in asked);
  }
  for (const asked of [{}, { Limit: 1 }, { Limit: 4 }, { Limit: 4, ScanIndexForward: false }]) {
    const input = (ExclusiveStartKey: object | undefined) => ({
      ...{ TableName, ...asked, IndexName: 'MessagesOfContact', KeyConditionExpression: 'ofContact = :of' },
      ...{ ExpressionAttributeValues: marshall({ ':of': 'C' }), ExclusiveStartKey },
    });
    const theirs = await pagesOf((start) => client.send(new QueryCommand(input(start) as { TableName: string })));
    const ours = await pagesOf((start) => memory.query(input(start) as { TableName: string }));
    expect(ours.items, JSON.stringify(asked)).toEqual(theirs.items);
    expect(Object.keys(ours.items[0] ?? {}).sort()).toEqual(['ofContact', 'pk', 'position', 'sk']);
    expect(ours.items.length, JSON.stringify(asked)).toBeGreaterThan(5);
    expect(ours.pages > 1).toBe('Limit' in asked);
  }
});
