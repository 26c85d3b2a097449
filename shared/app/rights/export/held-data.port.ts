import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant, JobId } from '#shared/domain/ids.ts';
import type { ExportPosition } from '#shared/domain/rights/export-job.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';

/** Some of what is held; `next`: where it goes on. */
export interface HeldPage {
  readonly records: readonly HeldRecord[];
  readonly next?: string | undefined;
}

/** A part of what is held of one contact. */
type HeldSection = Exclude<ExportPosition['phase'], 'contacts' | 'campaigns' | 'files'>;

/**
 * All that is held of contacts, decrypted, whatever its kind and whether its use has ended: for the person alone. What has expired is left
 * out. Throws `stored-unreadable` for what cannot be decrypted, and `dependency-unavailable`.
 */
export interface HeldData {
  /** `records`: everything under the key of the contact, and what names it elsewhere. `proof`: the archive, of former events and of what was sent. */
  page(access: AdvertiserAccess, contactId: ContactId, section: HeldSection, after?: string): Promise<HeldPage>;
  /** What came of these contacts in one stretch of what campaigns left, of those that are over as well. */
  outcomes(access: AdvertiserAccess, contactIds: readonly ContactId[], after?: string): Promise<HeldPage>;
  /** Notes that a job writes files with these contacts, so that whoever erases one finds them. */
  noteExport(access: AdvertiserAccess, contactIds: readonly ContactId[], jobId: JobId, until: Instant): Promise<void>;
}
