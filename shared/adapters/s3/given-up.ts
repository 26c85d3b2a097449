import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { GivenUp } from '#shared/app/parked/parked.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { StreamRecord } from '../dynamodb/stream-change.ts';
import { orUnavailable } from '../or-unavailable.ts';

const AT_ONCE = 10;

const unreachable = (cause: unknown) => dependencyUnavailable('The bucket of given-up records', cause);

const Records = z.object({
  Records: z.array(
    z.object({
      eventName: z.optional(z.string()),
      dynamodb: z.object({
        Keys: z.record(z.string(), z.object({ S: z.string() })),
        OldImage: z.optional(z.record(z.string(), z.unknown())),
      }),
    }),
  ),
});
/**
 * An invocation that Lambda gave up: the event is a text in it (AWS Lambda, "Retaining discarded batches for a DynamoDB event
 * source", S3 destination).
 */
const Discarded = z.object({
  payload: z.union([z.string(), Records]),
  requestContext: z.optional(z.object({ functionArn: z.optional(z.string()) })),
});
/** The function that gave up, by its ARN with its version: `…:function:aval-dev-project:$LATEST`. */
const OF_INDEX = /:function:aval-[a-z0-9-]+-project(?::|$)/;

/** How each function parks a record. */
type ParkedAs = Readonly<Record<'outbox' | 'project', (record: StreamRecord) => string>>;

const batchIn = (text: string, parkedAs: ParkedAs) => {
  const { payload, requestContext } = Discarded.parse(JSON.parse(text));
  const event = Records.parse(typeof payload === 'string' ? JSON.parse(payload) : payload);
  const from = OF_INDEX.test(requestContext?.functionArn ?? '') ? ('project' as const) : ('outbox' as const);
  return { from, changes: event.Records.map(parkedAs[from]) };
};

/** The objects in the bucket to which the event sources of the stream write what they gave up. Throws on one of another shape. */
export const givenUpOf = (client: S3Client, bucket: string, parkedAs: ParkedAs): GivenUp => ({
  take: async () => {
    const list = new ListObjectsV2Command({ Bucket: bucket, MaxKeys: AT_ONCE });
    const { Contents = [] } = await orUnavailable(client.send(list), unreachable);
    return Promise.all(
      Contents.map(async ({ Key }) => {
        const { Body } = await orUnavailable(client.send(new GetObjectCommand({ Bucket: bucket, Key })), unreachable);
        const text = await orUnavailable(Body?.transformToString('utf8') ?? Promise.resolve(''), unreachable);
        const remove = async () => {
          await orUnavailable(client.send(new DeleteObjectCommand({ Bucket: bucket, Key })), unreachable);
        };
        return { ...batchIn(text, parkedAs), remove };
      }),
    );
  },
});
