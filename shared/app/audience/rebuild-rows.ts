import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { IndexedItem } from './audience-index.port.ts';
import { type LabelPorts, openLabels } from './open-labels.ts';
import { type ProjectPorts, projectContact, wantedRows } from './project-contact.ts';

/** What became of an item: `made` again, `kept` as it is, or `removed`. */
export type Rebuilt = 'made' | 'kept' | 'removed';

/**
 * Makes the index right around one item, whatever its rows say: of a standing all rows of the contact, by the code that follows the
 * stream, once those of its attributes are in clear that the settings name now. A row that its contact does not have, or that says to be of a later state than there is, was not made by that
 * code: it is removed, and the contact's rows are made again. Who changes the contact meanwhile is followed as ever. Throws
 * `stored-unreadable` where the contact cannot be read.
 */
export const rebuildAround = async (
  ports: LabelPorts,
  { advertiserId, contactId, row }: IndexedItem,
): Promise<Rebuilt> => {
  const access = admit(advertiserId);
  if (row !== undefined) return checkRow(ports, access, contactId, row);
  await openLabels(ports, access, contactId);
  await projectContact(ports, { access, contactId, before: [] });
  return 'made';
};

const checkRow = async (
  ports: ProjectPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
  { list, version }: NonNullable<IndexedItem['row']>,
): Promise<Rebuilt> => {
  const contact = await ports.audienceIndex.read(access, contactId);
  const rows = await wantedRows(ports, access, contact);
  const isWanted = rows.some(({ channel, purpose }) => channel === list.channel && purpose === list.purpose);
  const seq = contact.standing?.seq ?? 0;
  const isPossible = version !== undefined && version.seq <= seq && version.revision <= contact.revision;
  if (isWanted && isPossible) return 'kept';
  await ports.audienceIndex.remove(access, list, contactId, version && { ...version, chainStart: 0 });
  await projectContact(ports, { access, contactId, before: [list] });
  return 'removed';
};
