import {
  type BatchGetItemCommandInput,
  type BatchWriteItemCommandInput,
  ConditionalCheckFailedException,
  type PutItemCommandInput,
  type QueryCommandInput,
  type ScanCommandInput,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { byBytes, type Image, isTrue, projected, updated } from './expressions.ts';
import { bytesOf, checkKey, ITEM_BYTES, storable } from './limits.ts';
import { validationError } from './parse-expression.ts';
import { Partition } from './partition.ts';
import { type Asked, type Write, writesOf } from './transaction.ts';

const PAGE_BYTES = 1024 * 1024;
const INDEXES: Readonly<Record<string, string>> = {
  MessagesOfContact: 'ofContact',
  MessagesOfDay: 'ofDay',
  MessagesByReference: 'ofReference',
  MessagesByProviderId: 'ofProviderId',
};

/** An index shows keys alone: those of the table, and its own. */
const KEYS_OF_INDEX = ['pk', 'sk', 'position'];
/** What a scan in memory heeds; any other field would be left aside in silence, and everything answered. */
const OF_SCANS: readonly string[] = [
  ...['TableName', 'ConsistentRead', 'Limit', 'ExclusiveStartKey', 'FilterExpression', 'ProjectionExpression'],
  ...['ExpressionAttributeNames', 'ExpressionAttributeValues'],
];
/** Which page of what a query or a scan finds. */
type Page = Parameters<typeof projected>[1] &
  Parameters<typeof isTrue>[2] &
  Pick<QueryCommandInput, 'ScanIndexForward' | 'ExclusiveStartKey' | 'Limit' | 'FilterExpression' | 'Select'>;
/** In the order of one attribute after the other. */
const inOrderOf =
  (...names: readonly string[]) =>
  (one: Image, other: Image): number => {
    const found = names.map((name) => byBytes(one[name]?.S ?? '', other[name]?.S ?? ''));
    return found.find((order) => order !== 0) ?? 0;
  };
const only = (image: Image, names: readonly string[]): Image =>
  Object.fromEntries(Object.entries(image).filter(([name]) => names.includes(name)));

const keyOf = (image: Image): { pk: string; sk: string } => {
  checkKey(image, ['pk', 'sk']);
  return { pk: image.pk?.S ?? '', sk: image.sk?.S ?? '' };
};

/**
 * The one table, in memory, with DynamoDB's conditions, transactions, pages and limits. Every write is noted, so that a
 * request's writes can be read and taken back. `fuzz-store.test.ts` holds it against DynamoDB Local.
 */
export class MemoryTable {
  #partitions = new Map<string, Partition>();
  /** What was asked by each token; written as text only where one comes again. */
  #tokens = new Map<string, TransactWriteItemsCommandInput['TransactItems']>();
  /** Those of which an item was asked for since the last `foldUpTo`; noted from the first one on. */
  #used: Set<Partition> | undefined;
  /** Every write since the last `undoTo`, oldest first. */
  readonly writes: Write[] = [];

  #at(pk: string): Partition | undefined {
    const partition = this.#partitions.get(pk);
    if (partition !== undefined) this.#used?.add(partition);
    return partition;
  }

  get(pk: string, sk: string): Image | undefined {
    return this.#at(pk)?.items.get(sk);
  }

  /** Every item of these partitions, or of all. */
  *items(): Generator<Image> {
    for (const { items } of this.#partitions.values()) yield* items.values();
  }

  #set(pk: string, sk: string, after: Image | undefined): void {
    const partition = this.#at(pk) ?? new Partition();
    this.#partitions.set(pk, partition);
    this.#used?.add(partition);
    partition.set(sk, after);
    if (partition.items.size === 0) this.#partitions.delete(pk);
  }

  #write(pk: string, sk: string, after: Image | undefined): void {
    this.writes.push({ pk, sk, before: this.get(pk, sk), after });
    this.#set(pk, sk, after);
  }

  /** Takes back every write after the first `count`. */
  undoTo(count: number): void {
    for (
      let last = this.writes[this.writes.length - 1];
      this.writes.length > count && last;
      last = this.writes.at(-1)
    ) {
      this.#set(last.pk, last.sk, last.before);
      this.writes.pop();
    }
    this.#tokens = new Map();
  }

  /** Keeps no note of what was written until now, so that a million rows need no second copy. */
  forgetWrites(): void {
    this.writes.length = 0;
    this.#tokens = new Map();
  }

  /** Keeps the partitions of at most so many items as bytes, until somebody asks for one of them: a million contacts are a heap else. */
  foldUpTo(most: number): void {
    for (const partition of this.#used ?? this.#partitions.values()) if (partition.items.size <= most) partition.fold();
    this.#used = new Set();
  }

  /** A table of its own as this one was before every write after the first `count`; what it shares with this one is not changed by either. */
  asBefore(count: number): MemoryTable {
    const past = new MemoryTable();
    past.#partitions = new Map(this.#partitions);
    const undone = this.writes.slice(count);
    for (const pk of new Set(undone.map((write) => write.pk)))
      past.#partitions.set(pk, new Partition(this.#partitions.get(pk)?.items));
    for (const { pk, sk, before } of undone.reverse()) past.#set(pk, sk, before);
    return past;
  }

  /** What a write would leave under its key; throws where it cannot. */
  #after(asked: Asked, isDelete: boolean): Write {
    const { pk, sk } = keyOf(asked.Item ?? asked.Key ?? {});
    const before = this.get(pk, sk);
    if (isDelete) return { pk, sk, before, after: undefined };
    if (asked.UpdateExpression === undefined) return { pk, sk, before, after: storable(asked.Item ?? before ?? {}) };
    const base = before ?? { pk: { S: pk }, sk: { S: sk } };
    return { pk, sk, before, after: storable(updated(asked.UpdateExpression, base, asked)) };
  }

  #conditional(asked: Asked, isDelete = false): { Attributes?: Image | undefined } {
    const { pk, sk } = keyOf(asked.Item ?? asked.Key ?? {});
    if (asked.Item !== undefined) storable(asked.Item);
    const before = this.get(pk, sk);
    if (!isTrue(asked.ConditionExpression, before, asked))
      throw new ConditionalCheckFailedException({
        message: 'The conditional request failed',
        $metadata: {},
        ...(asked.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && before !== undefined ? { Item: before } : {}),
      });
    const { after } = this.#after(asked, isDelete);
    this.#write(pk, sk, after);
    const answered = { ALL_OLD: before, ALL_NEW: after }[String(asked.ReturnValues)];
    return answered === undefined ? {} : { Attributes: answered };
  }

  put = (asked: PutItemCommandInput) => this.#conditional(asked);
  update = (asked: Asked) => this.#conditional(asked);
  delete = (asked: Asked) => this.#conditional(asked, true);

  getItem = (asked: { readonly Key?: Image | undefined } & Parameters<typeof projected>[1]) => {
    const { pk, sk } = keyOf(asked.Key ?? {});
    const Item = this.get(pk, sk);
    return Item === undefined ? {} : { Item: projected(Item, asked) };
  };

  #inPartition(asked: QueryCommandInput): { items: Image[]; keys: readonly string[] } {
    const attribute = asked.IndexName === undefined ? 'pk' : INDEXES[asked.IndexName];
    if (attribute === undefined) throw validationError(`no index ${asked.IndexName}`);
    const ofKey = asked.KeyConditionExpression?.match(/:\w+/g) ?? [];
    const wanted = ofKey.map((name) => asked.ExpressionAttributeValues?.[name]?.S ?? '');
    for (const value of wanted) if (value === '') throw validationError('a key condition has an empty text');
    const holds = (image: Image) => isTrue(asked.KeyConditionExpression, image, asked);
    if (attribute === 'pk') {
      const bounds = / AND sk BETWEEN (:\w+) AND (:\w+)$/.exec(asked.KeyConditionExpression ?? '');
      const [from, to] = (bounds ?? []).slice(1).map((name) => asked.ExpressionAttributeValues?.[name]?.S);
      const inOrder = wanted.flatMap((pk) => this.#at(pk)?.inOrder(from, to) ?? []);
      return { items: inOrder.filter(holds), keys: ['sk', 'pk'] };
    }
    const shown = [...KEYS_OF_INDEX, attribute];
    // An item without the whole key of an index is not in it.
    const items = [...this.items()].filter((image) => image.position !== undefined && holds(image));
    const keys = ['position', 'pk', 'sk'];
    return { items: items.map((image) => only(image, shown)).sort(inOrderOf(...keys)), keys: [...keys, attribute] };
  }

  /** The page of these items that is asked for; `keys`: by which they are in order, and after which a page goes on. */
  #page(items: readonly Image[], keys: readonly string[], asked: Page) {
    const order = inOrderOf(...keys);
    const sign = asked.ScanIndexForward === false ? -1 : 1;
    const start = asked.ExclusiveStartKey;
    if (start !== undefined) checkKey(start, ['pk', 'sk']);
    const left = start === undefined ? items : items.filter((image) => sign * order(image, start) > 0);
    let bytes = 0;
    const first = left.slice(0, asked.Limit ?? left.length);
    const fits = first.length * ITEM_BYTES <= PAGE_BYTES;
    const page = first.filter((image) => {
      if (fits) return true;
      bytes += bytesOf(image);
      return bytes <= PAGE_BYTES;
    });
    const last = page.at(-1);
    const more = last !== undefined && (page.length < left.length || page.length === asked.Limit);
    // A filter leaves out what was read: it bounds neither the page nor its end.
    const found = page.filter((image) => isTrue(asked.FilterExpression, image, asked));
    return {
      Items: asked.Select === 'COUNT' ? undefined : found.map((image) => projected(image, asked)),
      Count: found.length,
      ...(more ? { LastEvaluatedKey: only(last, keys) } : {}),
    };
  }

  query = (asked: QueryCommandInput) => {
    const { items, keys } = this.#inPartition(asked);
    if (asked.ScanIndexForward === false) items.reverse();
    return this.#page(items, keys, asked);
  };

  /** In the order of the keys, where DynamoDB has one that it tells nobody. */
  scan = (asked: ScanCommandInput) => {
    const other = Object.entries(asked).find(([field, value]) => value !== undefined && !OF_SCANS.includes(field));
    if (other !== undefined) throw new Error(`a scan in memory knows no ${other[0]}: the test needs DynamoDB Local`);
    const keys = ['pk', 'sk'];
    return this.#page([...this.items()].sort(inOrderOf(...keys)), keys, asked);
  };

  batchGet = ({ RequestItems }: BatchGetItemCommandInput) => {
    const Responses: Record<string, Image[]> = {};
    for (const [name, { Keys = [], ...asked }] of Object.entries(RequestItems ?? {})) {
      if (Keys.length === 0 || Keys.length > 100) throw validationError(`${Keys.length} keys in one batch`);
      if (new Set(Keys.map((key) => JSON.stringify(key))).size < Keys.length) throw validationError('keys twice');
      Responses[name] = Keys.flatMap((Key) => {
        const { Item } = this.getItem({ Key });
        return Item === undefined ? [] : [projected(Item, asked)];
      });
    }
    return { Responses };
  };

  batchWrite = ({ RequestItems }: BatchWriteItemCommandInput) => {
    for (const requests of Object.values(RequestItems ?? {}))
      for (const { DeleteRequest, PutRequest } of requests) {
        if (DeleteRequest?.Key) this.delete({ Key: DeleteRequest.Key });
        if (PutRequest?.Item) this.put({ TableName: '', Item: PutRequest.Item });
      }
    return {};
  };

  transact = ({ TransactItems = [], ClientRequestToken: token }: TransactWriteItemsCommandInput) => {
    const known = token === undefined ? undefined : this.#tokens.get(token);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(TransactItems)) return {};
    const at = (asked: Asked) => {
      const { pk, sk } = keyOf(asked.Item ?? asked.Key ?? {});
      return { pk, sk, before: this.get(pk, sk) };
    };
    const writes = writesOf(TransactItems, { at, write: (asked, isDelete) => this.#after(asked, isDelete) });
    for (const { pk, sk, after } of writes) this.#write(pk, sk, after);
    if (token !== undefined) this.#tokens.set(token, TransactItems);
    return {};
  };
}
