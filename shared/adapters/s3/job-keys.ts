import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { JobId, UploadId } from '#shared/domain/ids.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { unreachable } from './unreachable.ts';

const OFFSET_DIGITS = 12;

export const CSV = 'text/csv';

/** The name of a file is made of ids alone: nobody is known by it. */
export const uploadKeyOf = ({ advertiserId }: AdvertiserAccess, uploadId: UploadId): string =>
  `uploads/${advertiserId}/${uploadId}.csv`;
export const reportKeyOf = ({ advertiserId }: AdvertiserAccess, jobId: JobId): string =>
  `reports/${advertiserId}/${jobId}.csv`;
export const pieceKeyOf = ({ advertiserId }: AdvertiserAccess, jobId: JobId, offset: number): string =>
  `reports/${advertiserId}/${jobId}/${String(offset).padStart(OFFSET_DIGITS, '0')}.csv`;

/** Of a HEAD, which has no body; of a GET; of a version that its bucket deleted. */
const IS_ABSENT = ['NotFound', 'NoSuchKey', 'NoSuchVersion'];
const isAbsent = (error: unknown): boolean => error instanceof Error && IS_ABSENT.includes(error.name);

/** `undefined` where S3 has no such file. */
export const unlessAbsent = async <T>(call: Promise<T>): Promise<T | undefined> => {
  try {
    return await orUnavailable(call, unreachable, isAbsent);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};
