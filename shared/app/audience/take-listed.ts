import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { Failure } from '#shared/domain/failure.ts';
import { ContactId } from '#shared/domain/ids.ts';
import type { ListedBy } from '#shared/domain/job/job.ts';
import type { CellsRow } from '#shared/domain/job/read-part.ts';
import type { RejectionCode } from '#shared/domain/job/rejection.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import type { RowOutcome, TakeRows } from '../jobs/run-job.ts';
import type { AudienceLists } from './audience-lists.port.ts';
import type { SelectedContact } from './audience-pages.port.ts';

interface Ports {
  readonly audienceLists: AudienceLists;
  readonly fingerprints: Fingerprints;
}

const READ_TOGETHER = 100;
const WRITES_AT_ONCE = 16;
/** While several keys are known, each address is looked up. */
const READS_AT_ONCE = 32;

const NO_ADDRESS: Readonly<Record<ListedBy, RejectionCode>> = {
  email: 'not-an-email',
  phone: 'not-a-phone',
  contactId: 'not-a-contact-id',
};

/** The contact that a cell names, as a look-up finds it. */
const namedIn = async (
  { fingerprints }: Ports,
  access: AdvertiserAccess,
  by: ListedBy,
  cell: string,
): Promise<ContactId | RejectionCode> => {
  if (cell === '') return 'cell-empty';
  if (by === 'contactId') return ContactId.safeParse(cell).data ?? NO_ADDRESS[by];
  try {
    const { deliverable } = normaliseAddress({ kind: by, value: cell });
    return (await fingerprints.find(access, { kind: by, value: deliverable })).contactId;
  } catch (error) {
    if (error instanceof Failure && error.code === 'invalid-request') return NO_ADDRESS[by];
    throw error;
  }
};

const isContact = (named: ContactId | RejectionCode): named is ContactId => ContactId.safeParse(named).success;

const knownOf = async (
  { audienceLists }: Ports,
  access: AdvertiserAccess,
  contactIds: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, SelectedContact>> => {
  const different = [...new Set(contactIds)];
  const known = new Map<ContactId, SelectedContact>();
  for (let from = 0; from < different.length; from += READ_TOGETHER)
    for (const contact of await audienceLists.known(access, different.slice(from, from + READ_TOGETHER)))
      known.set(contact.contactId, contact);
  return known;
};

/**
 * Puts the contacts that rows name on a list. A row that was put by an earlier try counts as accepted again, and one that
 * another line named before as repeated, whoever of the two is tried first.
 */
export const takeListed =
  (ports: Ports): TakeRows =>
  async (access, { task, endsAt }, rows) => {
    if (task.kind !== 'audience-list') throw new Error('no list');
    const named = await atMost(READS_AT_ONCE, rows, async (row) => ({
      row,
      contact: await namedIn(ports, access, task.by, row.cells[0] ?? ''),
    }));
    const contactIds = named.flatMap(({ contact }) => (isContact(contact) ? [contact] : []));
    const known = await knownOf(ports, access, contactIds);
    const rejected = ({ line, columns }: CellsRow, code: RejectionCode): RowOutcome => ({
      line,
      column: columns[0] ?? 1,
      code,
    });
    const first = new Map<ContactId, number>();
    for (const { row, contact } of named) if (isContact(contact) && !first.has(contact)) first.set(contact, row.line);
    return atMost(WRITES_AT_ONCE, named, async ({ row, contact }): Promise<RowOutcome> => {
      if (!isContact(contact)) return rejected(row, contact);
      const found = known.get(contact);
      if (found === undefined) return rejected(row, 'contact-unknown');
      if (first.get(contact) !== row.line) return 'repeated';
      const isFirst = await ports.audienceLists.put(
        access,
        { listId: task.listId, endsAt },
        { ...found, line: row.line },
      );
      return isFirst ? 'accepted' : 'repeated';
    });
  };
