import * as z from 'zod/mini';
import { AdvertiserId, JobId } from '../../domain/ids.ts';

/** What the queue of jobs carries: which job goes on. */
export const JobRequest = z.strictObject({ advertiserId: AdvertiserId, jobId: JobId });
