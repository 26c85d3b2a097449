import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant, JobId, UploadId } from '#shared/domain/ids.ts';
import type { AnyJob } from '#shared/domain/job/campaign-job.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

/** A file that a caller may upload. */
export interface OfferedUpload {
  readonly uploadId: UploadId;
  readonly bytes: number;
  readonly sha256: string;
  /** From then on the file is not kept any more. */
  readonly endsAt: Instant;
}

/** The jobs of an advertiser, and the uploads that it was offered. */
export interface Jobs {
  /** Notes what is offered. Resolves to what a first request with the same key noted. Throws `idempotency-key-reused`. */
  offer(access: AdvertiserAccess, upload: OfferedUpload, bodySha256: string): Promise<OfferedUpload>;
  /** An upload that was offered and whose file may still be there. */
  offered(access: AdvertiserAccess, uploadId: UploadId): Promise<OfferedUpload | undefined>;
  /** Stores a job. Resolves to the one that a first request with the same key stored. Throws `idempotency-key-reused`. */
  create<J extends AnyJob>(access: AdvertiserAccess, job: J, bodySha256: string): Promise<J>;
  get(access: AdvertiserAccess, jobId: JobId): Promise<AnyJob | undefined>;
  /** The latest first. */
  list(access: AdvertiserAccess, page: PageAsked): Promise<Page<AnyJob>>;
  /** Stores the next state of a job, whose `revision` is one more. False: it was changed since it was read. */
  advance(access: AdvertiserAccess, next: AnyJob): Promise<boolean>;
}

/** Which job goes on. */
export interface JobReference {
  readonly advertiserId: AdvertiserId;
  readonly jobId: JobId;
}

/** What makes a job go on: at least once. */
export interface JobQueue {
  /** `delaySeconds`: not before, fifteen minutes at most. Default 0. */
  put(job: JobReference, delaySeconds?: number): Promise<void>;
}
