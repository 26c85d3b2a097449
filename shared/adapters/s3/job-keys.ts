import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { JobId, UploadId } from '#shared/domain/ids.ts';

const OFFSET_DIGITS = 12;

export const CSV = 'text/csv';

/** The name of a file is made of ids alone: nobody is known by it. */
export const uploadKeyOf = ({ advertiserId }: AdvertiserAccess, uploadId: UploadId): string =>
  `uploads/${advertiserId}/${uploadId}.csv`;
export const reportKeyOf = ({ advertiserId }: AdvertiserAccess, jobId: JobId): string =>
  `reports/${advertiserId}/${jobId}.csv`;
export const pieceKeyOf = ({ advertiserId }: AdvertiserAccess, jobId: JobId, offset: number): string =>
  `reports/${advertiserId}/${jobId}/${String(offset).padStart(OFFSET_DIGITS, '0')}.csv`;
