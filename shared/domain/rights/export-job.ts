import * as z from 'zod/mini';
import { AdvertiserId, ContactId, FactId, Instant, JobId } from '../ids.ts';

/** Whose contacts are in the files: every one that is certainly of the person, or the one that the request names. */
export const ExportExtent = z.enum(['person', 'contact']);
export type ExportExtent = z.infer<typeof ExportExtent>;

/** The language of the page. */
export const ExportLanguage = z.enum(['fr', 'en']);
export type ExportLanguage = z.infer<typeof ExportLanguage>;

/** How far they are, as of other jobs; what jobs on files are is not loaded with requests. */
export const ExportState = z.enum(['waiting', 'running', 'finished', 'failed']);

/** The files of an answer. */
export const EXPORT_FORMATS = ['html', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Up to where all was gathered: what is read next, of which contact, and from where. */
export const ExportPosition = z.strictObject({
  phase: z.enum(['contacts', 'records', 'messages', 'proof', 'campaigns', 'files']),
  /** Of `records`, `messages` and `proof`: the contact, by its place in `contactIds`. */
  chapter: z.int(),
  after: z.optional(z.string()),
});
export type ExportPosition = z.infer<typeof ExportPosition>;

/**
 * Why no files are made. `contact-erased`: one of the contacts was erased meanwhile. `too-late`: what was gathered was deleted before
 * all was. `too-large`: one file cannot hold it all.
 */
export const EXPORT_FAULTS = ['contact-erased', 'too-late', 'too-large'] as const;

/** The files that answer a request of access or portability, gathered part by part. Ids alone: it holds nothing of the person. */
export const ExportJob = z.strictObject({
  advertiserId: AdvertiserId,
  jobId: JobId,
  /** The request that it answers. */
  requestId: FactId,
  extent: ExportExtent,
  language: ExportLanguage,
  /** The one that the request names first. Empty: not known yet. */
  contactIds: z.array(ContactId),
  /** Not `position`, which the indexes of the table take for a text. */
  next: ExportPosition,
  /** Parts that were written down. */
  pieces: z.int(),
  state: ExportState,
  fault: z.optional(z.enum(EXPORT_FAULTS)),
  createdAt: Instant,
  updatedAt: Instant,
  finishedAt: z.optional(Instant),
  /** Each change counts one more: of two that saw the same, one is made. */
  revision: z.int(),
  endsAt: Instant,
});
export type ExportJob = z.infer<typeof ExportJob>;
