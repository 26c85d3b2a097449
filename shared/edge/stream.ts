import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { Failure } from '../domain/failure.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { errorFields, log } from './log.ts';

/** What a stream function does with one change; images are DynamoDB's attribute values as they come. */
export interface StreamWork<E extends Pick<FunctionEntry, 'env'>> {
  readonly run: (call: {
    readonly env: EnvironmentOf<E>;
    readonly record: DynamoDBRecord;
    readonly remainingMs: () => number;
  }) => Promise<void>;
}

/**
 * The Lambda of the table's stream. Reports the earliest record that failed: Lambda then takes the batch up again from
 * there, so later ones may be seen twice and none is skipped.
 */
export const streamConsumer = <const E extends FunctionEntry>(entry: E, { run }: StreamWork<E>) => {
  const env = environmentOf(entry);
  return async (
    event: DynamoDBStreamEvent,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<DynamoDBBatchResponse> => {
    const remainingMs = () => context.getRemainingTimeInMillis();
    const outcomes = await Promise.allSettled(event.Records.map((record) => run({ env, record, remainingMs })));
    const first = outcomes.findIndex(({ status }) => status === 'rejected');
    if (first < 0) return { batchItemFailures: [] };
    logFailure(entry, outcomes[first], event.Records[first]);
    return { batchItemFailures: [{ itemIdentifier: event.Records[first]?.dynamodb?.SequenceNumber ?? '' }] };
  };
};

const logFailure = (
  entry: FunctionEntry,
  outcome: PromiseSettledResult<void> | undefined,
  record: DynamoDBRecord | undefined,
): void => {
  const error: unknown = outcome?.status === 'rejected' ? outcome.reason : undefined;
  log('record-failed', {
    function: nameOf(entry),
    correlationId: record?.eventID ?? '',
    ...(error instanceof Failure ? { code: error.code } : errorFields(error)),
  });
};
