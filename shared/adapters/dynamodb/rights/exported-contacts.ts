import type { ExportedContacts } from '#shared/app/erasure/erasures.port.ts';
import type { RemovedFiles } from '#shared/app/rights/export/export-files.port.ts';
import { JobId } from '#shared/domain/ids.ts';
import { contactsAway } from '../../stores-away.ts';
import { between, queryItems, type Table } from '../table.ts';
import { exportsOfContact } from './export-keys.ts';

/** Files that hold a contact. That there were some stays for the last look, which finds what a worker wrote meanwhile. */
export const exportedContactsOf = (table: Table, files: RemovedFiles): ExportedContacts => ({
  removeFiles: async (access, contactId) => {
    const items = await queryItems(table, between(exportsOfContact(access, contactId)), contactsAway);
    for (const { jobId } of items) await files.remove(access, JobId.parse(jobId));
  },
});
