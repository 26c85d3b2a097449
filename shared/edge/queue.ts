import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { Failure, isRetryable } from '../domain/failure.ts';
import { Instant } from '../domain/ids.ts';
import { MOST_RECEIVED } from '../domain/sending/most-received.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { jsonIn } from './json.ts';
import { errorFields, failureFields, log } from './log/log.ts';

/** One message of a queue, parsed. */
interface QueueCall<E extends Pick<FunctionEntry, 'env'>, S extends z.ZodMiniType> {
  readonly env: EnvironmentOf<E>;
  readonly message: z.output<S>;
  /** How often this record was received, this time included. */
  readonly receiveCount: number;
  /** Where this run fails, its queue gives it to nobody again. */
  readonly isLastTry: boolean;
  /** When SNS took it, where it came by SNS. Absent: not known. */
  readonly sentAt?: Instant | undefined;
  /** Time left to this invocation. */
  readonly remainingMs: () => number;
}

export interface Worker<E extends Pick<FunctionEntry, 'env'>, S extends z.ZodMiniType> {
  readonly message: S;
  /**
   * What carries the message: JSON by itself, an SNS notification around a text that is JSON, or either, known by that text. Default
   * `json`.
   */
  readonly envelope?: 'json' | 'sns' | 'sns-or-json';
  readonly run: (call: QueueCall<E, S>) => Promise<void>;
  /** Keeps what can never be handled, with its reason, for a human to see and redrive. */
  readonly park: (env: EnvironmentOf<E>, body: string, reason: string) => Promise<void>;
}

/**
 * The Lambda of a queue. A record is done when `run` returns; redelivered when it throws a retryable failure or crashes;
 * parked at once when its shape is wrong or `run` throws any other failure. Exactly the records to redeliver are
 * reported, so the rest of the batch is not handled twice.
 */
export const worker = <const E extends FunctionEntry, S extends z.ZodMiniType>(entry: E, work: Worker<E, S>) => {
  const env = environmentOf(entry);
  return async (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const remainingMs = () => context.getRemainingTimeInMillis();
    const outcomes = await Promise.all(event.Records.map((record) => handle(entry, env, work, record, remainingMs)));
    return {
      batchItemFailures: event.Records.filter((_, index) => outcomes[index] === 'redeliver').map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    };
  };
};

type Outcome = 'done' | 'redeliver';

const handle = async <E extends FunctionEntry, S extends z.ZodMiniType>(
  entry: E,
  env: EnvironmentOf<E>,
  work: Worker<E, S>,
  record: SQSRecord,
  remainingMs: () => number,
): Promise<Outcome> => {
  const receiveCount = Number(record.attributes.ApproximateReceiveCount);
  const fields = { function: nameOf(entry), correlationId: record.messageId, attempt: receiveCount };
  try {
    const read = readMessage(work, record.body);
    if ('fault' in read) return await park(work, env, record, read.fault, fields);
    const isLastTry = receiveCount >= MOST_RECEIVED;
    await work.run({ env, message: read.message, receiveCount, isLastTry, sentAt: read.sentAt, remainingMs });
    return 'done';
  } catch (error) {
    return settleCrash(
      error,
      () => park(work, env, record, error instanceof Failure ? error.code : 'crash', fields),
      fields,
    );
  }
};

const settleCrash = async (
  error: unknown,
  parkIt: () => Promise<Outcome>,
  fields: Parameters<typeof log>[1],
): Promise<Outcome> => {
  if (!(error instanceof Failure)) {
    log('record-failed', { ...fields, ...errorFields(error) });
    return 'redeliver';
  }
  if (isRetryable(error)) {
    log('record-redelivered', { ...fields, ...failureFields(error) });
    return 'redeliver';
  }
  return parkIt().catch((unparked: unknown) => {
    log('record-failed', { ...fields, ...errorFields(unparked) });
    return 'redeliver';
  });
};

const park = async <E extends FunctionEntry, S extends z.ZodMiniType>(
  work: Worker<E, S>,
  env: EnvironmentOf<E>,
  record: SQSRecord,
  reason: string,
  fields: Parameters<typeof log>[1],
): Promise<Outcome> => {
  await work.park(env, record.body, reason);
  log('record-parked', { ...fields, reason });
  return 'done';
};

const readMessage = <E extends FunctionEntry, S extends z.ZodMiniType>(
  { message, envelope }: Worker<E, S>,
  body: string,
): { readonly message: z.output<S>; readonly sentAt: Instant | undefined } | { readonly fault: string } => {
  const outer = jsonIn(body);
  const text = textOf(outer);
  const isWrapped = envelope === 'sns' || (envelope === 'sns-or-json' && text !== '');
  const json = isWrapped ? jsonIn(text) : outer;
  const parsed = message.safeParse(json);
  return parsed.success
    ? { message: parsed.data, sentAt: isWrapped ? sentAtOf(outer) : undefined }
    : { fault: json === undefined ? 'not-json' : 'not-its-schema' };
};

/** When SNS says that it took a message: it survives each redelivery, and a redrive of dead letters. */
const sentAtOf = (notification: unknown): Instant | undefined => Instant.safeParse(Object(notification).Timestamp).data;

/** The text around which SNS puts its envelope; empty where there is none. */
export const textOf = (notification: unknown): string =>
  typeof notification === 'object' && notification !== null && 'Message' in notification
    ? String(notification.Message)
    : '';
