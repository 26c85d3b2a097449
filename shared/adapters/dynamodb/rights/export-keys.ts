import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, JobId } from '#shared/domain/ids.ts';
import { jobsPk } from '../job-keys.ts';
import { type Key, standingKey } from '../keys.ts';

/**
 * Keys of the files that answer a request. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | How far are the files of this step? | `JOBS#<advertiser>` | `EXPORT#<job>` | strong Get, conditional Put |
 * | Which files hold this contact? | `CONTACT#<advertiser>#<contact>` | `EXPORT#<job>` | strong Query |
 *
 * The second sorts after the events and before the sends: neither a timeline nor a vet's range holds any.
 */
const PREFIX = 'EXPORT#';

export const exportJobKey = (access: AdvertiserAccess, jobId: JobId): Key => ({
  pk: jobsPk(access),
  sk: `${PREFIX}${jobId}`,
});
export const exportedContactKey = (access: AdvertiserAccess, contactId: ContactId, jobId: JobId): Key => ({
  pk: standingKey(access, contactId).pk,
  sk: `${PREFIX}${jobId}`,
});
export const exportsOfContact = (access: AdvertiserAccess, contactId: ContactId) => ({
  pk: standingKey(access, contactId).pk,
  from: PREFIX,
  to: `${PREFIX}~`,
});
