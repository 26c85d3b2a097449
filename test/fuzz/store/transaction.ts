import { TransactionCanceledException, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Image, isTrue, type Placeholders } from './expressions.ts';
import { bytesOf, storable } from './limits.ts';
import { validationError } from './parse-expression.ts';

const TRANSACTION_ITEMS = 100;
const TRANSACTION_BYTES = 4 * 1024 * 1024;

/** A write or a check as its request carries it. */
export interface Asked extends Placeholders {
  readonly Key?: Image | undefined;
  readonly Item?: Image | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: string | undefined;
  readonly ReturnValues?: string | undefined;
}

/** One write: what lay under the key before, and after. */
export interface Write {
  readonly pk: string;
  readonly sk: string;
  readonly before: Image | undefined;
  readonly after: Image | undefined;
}

interface Step {
  readonly of: Asked;
  readonly isWrite: boolean;
  readonly isDelete: boolean;
}

interface Reason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError';
  readonly Item?: Image;
  readonly write?: Write | undefined;
}

const stepOf = ({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): Step => ({
  of: (Put ?? Update ?? Delete ?? ConditionCheck ?? {}) as Asked,
  isWrite: ConditionCheck === undefined,
  isDelete: Delete !== undefined,
});

/** How a table answers for one step: what lies there, and what the step would leave. */
interface Looked {
  readonly at: (asked: Asked) => { readonly pk: string; readonly sk: string; readonly before: Image | undefined };
  readonly write: (asked: Asked, isDelete: boolean) => Write;
}

const reasonOf = ({ of, isWrite, isDelete }: Step, looked: Looked): Reason => {
  const { before } = looked.at(of);
  if (!isTrue(of.ConditionExpression, before, of)) {
    const shown = of.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && before !== undefined;
    return { Code: 'ConditionalCheckFailed', ...(shown ? { Item: before } : {}) };
  }
  try {
    return { Code: 'None', write: isWrite ? looked.write(of, isDelete) : undefined };
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationException') return { Code: 'ValidationError' };
    throw error;
  }
};

/** The writes of a transaction, all of which hold. Throws what DynamoDB answers where one does not, or where it is too large. */
export const writesOf = (items: readonly TransactWriteItem[], looked: Looked): readonly Write[] => {
  if (items.length > TRANSACTION_ITEMS) throw validationError('more than 100 items in one transaction');
  const steps = items.map(stepOf);
  const keys = steps.map(({ of }) => looked.at(of)).map(({ pk, sk }) => JSON.stringify([pk, sk]));
  if (new Set(keys).size < keys.length) throw validationError('one transaction writes an item twice');
  for (const { of } of steps) if (of.Item !== undefined) storable(of.Item);
  const reasons = steps.map((step) => reasonOf(step, looked));
  if (reasons.some(({ Code }) => Code !== 'None'))
    throw new TransactionCanceledException({
      message: 'Transaction cancelled',
      $metadata: {},
      CancellationReasons: reasons.map(({ write: _, ...reason }) => reason),
    });
  const writes = reasons.flatMap(({ write }) => write ?? []);
  const bytes = writes.reduce((sum, { after }) => sum + (after === undefined ? 0 : bytesOf(after)), 0);
  if (bytes > TRANSACTION_BYTES) throw validationError('a transaction of more than 4 MB');
  return writes;
};
