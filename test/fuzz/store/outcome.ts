import { inspect } from 'node:util';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

const inFull = { sorted: true, depth: null, maxArrayLength: null, maxStringLength: null } as const;

/** A batch is answered in any order, by the name of its table, and may show no keys. */
const inBatch = (responses: Readonly<Record<string, readonly object[]>>): readonly object[] =>
  Object.values(responses)
    .flat()
    .map((item) => ({ item, name: inspect(item, inFull) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ item }) => item);

/**
 * What an answer says, whoever gave it: an index shows keys alone, and of an error its name and its reasons. Whether a page that
 * is full and the last says that another may follow is left open: DynamoDB may say so, DynamoDB Local does not.
 */
export const outcomeOf = async (answer: () => unknown): Promise<unknown> => {
  try {
    const { Attributes, Item, Items, Count, Responses } = (await answer()) as {
      Attributes?: object;
      Item?: object;
      Items?: readonly { pk: object; sk: object; position?: object }[];
      Count?: number;
      Responses?: Readonly<Record<string, readonly object[]>>;
    };
    const positions = Items?.map(({ position }) => position);
    return {
      Attributes,
      Item,
      Items: positions?.every(Boolean) ? positions : Items,
      Count,
      Responses: Responses && inBatch(Responses),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : undefined;
    // DynamoDB names the write of a transaction that it cannot read; DynamoDB Local refuses the whole.
    if (reasons?.some(({ Code }) => Code === 'ValidationError')) return { error: 'ValidationException' };
    return {
      error: error.name,
      item: 'Item' in error ? error.Item : undefined,
      reasons: reasons?.map(({ Code, Item }) => ({ Code, Item })),
    };
  }
};
