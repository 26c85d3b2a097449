import * as z from 'zod/mini';
import { JobId } from '#shared/domain/ids.ts';
import { ExportJob } from '#shared/domain/rights/export-job.ts';
import { item } from '../item-of.ts';

/** What the table contains of files that answer a request, item by item (`items.ts`). */

export const ExportJobItem = z.extend(ExportJob, { ...item('export-job'), expiresAt: z.int() });
/** Beside a contact: that a job writes files with it, as long as they may be there. */
export const ExportedContactItem = z.strictObject({ ...item('exported-contact'), jobId: JobId, expiresAt: z.int() });
