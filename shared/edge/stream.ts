import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import type { Change } from '../domain/change.ts';
import { Failure, isRetryable } from '../domain/failure.ts';
import { figuresOf } from '../domain/figures.ts';
import { isUnreadable } from '../domain/unreadable.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { writeFigures } from './log/figures.ts';
import { errorFields, failureFields, log } from './log/log.ts';

/** What a stream function does with one change; images are DynamoDB's attribute values as they come. */
export interface StreamWork<E extends Pick<FunctionEntry, 'env'>> {
  /** Resolves to the change that it carried out, which is counted; to nothing where there was none. */
  readonly run: (call: {
    readonly env: EnvironmentOf<E>;
    readonly record: DynamoDBRecord;
    readonly remainingMs: () => number;
  }) => Promise<Change | undefined>;
  /** Keeps a change that can never be carried out, with its reason, for a human to see and redrive. */
  readonly park: (env: EnvironmentOf<E>, record: DynamoDBRecord, reason: string) => Promise<void>;
  /** Notes that all of these were carried out or parked, and none is taken up again. */
  readonly finish?: (env: EnvironmentOf<E>, records: readonly DynamoDBRecord[]) => Promise<void>;
}

/**
 * The Lambda of the table's stream. A change whose store, queue or bus is away is reported, the earliest of them: Lambda takes
 * the batch up again from there, so that later ones may be seen twice and none is skipped. Any other change that fails is
 * parked with its reason, since it would fail again and hold up all that follows, of every advertiser. What the changes add is
 * counted up to the one that is taken up again: nothing twice, but where Lambda brings a whole batch again.
 */
export const streamConsumer = <const E extends FunctionEntry>(entry: E, work: StreamWork<E>) => {
  const env = environmentOf(entry);
  const { STAGE } = environmentOf({ file: entry.file, env: ['STAGE'] });
  return async (
    event: DynamoDBStreamEvent,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<DynamoDBBatchResponse> => {
    const remainingMs = () => context.getRemainingTimeInMillis();
    const carryOut = async (record: DynamoDBRecord): Promise<Change | undefined> => {
      try {
        return await work.run({ env, record, remainingMs });
      } catch (error) {
        // What is stored and cannot be read waits for a human, not for another try.
        if (isRetryable(error) && !isUnreadable(error)) throw error;
        await park(entry, work, env, record, error);
        return undefined;
      }
    };
    const outcomes = await Promise.allSettled(event.Records.map(carryOut));
    const first = outcomes.findIndex(({ status }) => status === 'rejected');
    const done = first < 0 ? outcomes.length : first;
    count(STAGE, outcomes.slice(0, done));
    await work.finish?.(env, event.Records.slice(0, done));
    if (first < 0) return { batchItemFailures: [] };
    logFailure(entry, outcomes[first], event.Records[first]);
    return { batchItemFailures: [{ itemIdentifier: event.Records[first]?.dynamodb?.SequenceNumber ?? '' }] };
  };
};

const count = (stage: string, outcomes: readonly PromiseSettledResult<Change | undefined>[]): void => {
  const changes = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined));
  writeFigures(
    stage,
    changes.flatMap((change) => (change === undefined ? [] : figuresOf(change))),
  );
};

/** Of what was stored in another shape than ours: its fields are not named, they may quote it. */
const isOtherShape = (error: unknown): boolean => error instanceof Error && /ZodError$/.test(error.name);

const reasonOf = (error: unknown): string => {
  if (error instanceof Failure) return error.code;
  return isOtherShape(error) ? 'not-its-schema' : 'crash';
};

const park = async <E extends FunctionEntry>(
  entry: E,
  work: StreamWork<E>,
  env: EnvironmentOf<E>,
  record: DynamoDBRecord,
  error: unknown,
): Promise<void> => {
  const reason = reasonOf(error);
  await work.park(env, record, reason);
  const fields = reason === 'crash' ? errorFields(error) : {};
  log('record-parked', { function: nameOf(entry), correlationId: record.eventID ?? '', reason, ...fields });
};

const logFailure = (
  entry: FunctionEntry,
  outcome: PromiseSettledResult<unknown> | undefined,
  record: DynamoDBRecord | undefined,
): void => {
  const error: unknown = outcome?.status === 'rejected' ? outcome.reason : undefined;
  log('record-failed', {
    function: nameOf(entry),
    correlationId: record?.eventID ?? '',
    ...failureFields(error),
  });
};
