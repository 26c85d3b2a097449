import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant, JobId, UploadId } from '#shared/domain/ids.ts';
import type { JobFile } from '#shared/domain/job/job.ts';
import type { OfferedUpload } from './jobs.port.ts';

/** A request that its caller may send without a key, for a while. */
export interface SignedRequest {
  readonly url: string;
  /** Headers that it must have, as they are. */
  readonly headers: Readonly<Record<string, string>>;
  readonly endsAt: Instant;
}

/** The files of jobs: those that callers upload, and the reports of what was rejected. Each is deleted within seven days. */
export interface JobFiles {
  /** Signs the one request that uploads this very file. */
  signUpload(access: AdvertiserAccess, upload: OfferedUpload): Promise<SignedRequest>;
  /** The version of an upload that is there now. */
  versionOf(access: AdvertiserAccess, uploadId: UploadId): Promise<string | undefined>;
  /** `most` bytes from a position on, or fewer at its end. `undefined`: the file is not there any more. */
  read(access: AdvertiserAccess, file: JobFile, from: number, most: number): Promise<Uint8Array | undefined>;
  /** Keeps a piece of the report of a job; the part that begins at this offset has one, however often it is done. */
  putPiece(access: AdvertiserAccess, jobId: JobId, offset: number, text: string): Promise<void>;
  /** Signs the request that downloads the report. */
  signReport(access: AdvertiserAccess, jobId: JobId): Promise<SignedRequest>;
}

/** What makes reports. */
export interface JobReports {
  /** Makes the report of its pieces, in their order, after a heading. Done again it comes to the same, and nobody sees half of it. */
  join(access: AdvertiserAccess, jobId: JobId, heading: string, offsets: readonly number[]): Promise<void>;
}
