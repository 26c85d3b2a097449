import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Clock } from '#shared/app/clock.port.ts';
import type { OfChunk, SentValues } from '#shared/app/messages/sent/sent-values.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { addMonths } from '#shared/domain/retention/months-of-values.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { unlessAbsent } from './absent.ts';

/** By contact, encrypted. */
const Holes = z.record(z.string(), z.string());

const unreachable = (cause: unknown) => dependencyUnavailable('The store of what was sent', cause);

/** The months come first: the lifecycle of the bucket deletes by them, whatever the advertiser says later. */
const keyOf = (
  { advertiserId }: AdvertiserAccess,
  months: number,
  { campaignId, scheduledAt, chunkId, settledAt }: OfChunk,
): string => `values/${months}/${advertiserId}/${campaignId}/${scheduledAt}/${chunkId}/${settledAt}`;

/** What messages of campaigns said of each reader alone, on S3: an object for a chunk. `monthsOf`: for how long its advertiser keeps it. */
export const sentValuesOf = (deps: {
  readonly client: S3Client;
  readonly bucket: string;
  readonly clock: Clock;
  readonly monthsOf: (access: AdvertiserAccess) => Promise<number>;
}): SentValues => {
  const { client, bucket: Bucket, clock } = deps;
  return {
    keep: async (access, of, holes, timeoutMs) => {
      const months = await deps.monthsOf(access);
      const Body = JSON.stringify(Object.fromEntries(holes));
      const put = new PutObjectCommand({
        Bucket,
        Key: keyOf(access, months, of),
        Body,
        ContentType: 'application/json',
      });
      const abortSignal = AbortSignal.timeout(timeoutMs);
      await orUnavailable(client.send(put, { abortSignal }), unreachable);
      return months;
    },
    of: async (access, { valuesMonths, ...of }, contactId) => {
      if (addMonths(of.settledAt, valuesMonths) <= clock.now()) return undefined;
      const get = new GetObjectCommand({ Bucket, Key: keyOf(access, valuesMonths, of) });
      const read = async () => (await client.send(get)).Body?.transformToString('utf8');
      const body = await unlessAbsent(read());
      return body === undefined ? undefined : readable(() => Holes.parse(JSON.parse(body)))[contactId];
    },
  };
};
