import { type ImportedOpposition, oppositionIn } from '#shared/domain/import/opposition-in.ts';
import { covers } from '#shared/domain/opposition/merge-oppositions.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { NamedContact } from '../contacts/contact-of.ts';
import { withContact } from '../contacts/with-contact.ts';
import { reportOpposition } from '../oppositions/report-opposition.ts';
import { isRepeated } from '../records/is-repeated.ts';
import {
  actorOf,
  type ImportContext,
  type ImportedRow,
  type ImportPorts,
  type RecordRow,
  requestOf,
  timesOf,
} from './imported-row.ts';

/** True where what is opposed is in force, and no consent can have lifted it since: nothing more would be recorded. */
const isInForce = async (
  { ledger }: ImportPorts,
  { access }: ImportContext,
  contact: NamedContact,
  of: OppositionScope,
): Promise<boolean> => {
  // What reaches other contacts of the address, or of the person, may not be in force there.
  if (contact.twinIds !== undefined) return false;
  try {
    const standing = await ledger.readStanding(access, contact.contactId);
    if (standing?.person !== undefined || standing?.movedTo !== undefined) return false;
    const { consents = [], oppositions = [] } = standing ?? {};
    const latest = Math.max(0, ...consents.map(({ seq }) => seq));
    return oppositions.some((each) => each.seq > latest && covers(each.of, of));
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
};

/**
 * Registers the opposition that a row says, by the rules of every opposition that is reported. One without a date counts from the
 * import. The same file of the same export says the same; another one that says it without a date is a new act, unless the person
 * has not agreed to anything since: a list of those who opposed is never read as older than a consent.
 */
export const registerSaid = async (
  ports: ImportPorts,
  context: ImportContext,
  row: ImportedRow,
  said: ImportedOpposition,
): Promise<'recorded' | 'repeated'> => {
  const { access, job, task } = context;
  const isDated = said.occurredAt !== undefined;
  const { exportedAt } = task.provenance;
  const content = isDated ? said : { ...said, file: job.file.sha256, ...(exportedAt && { exportedAt }) };
  const request = await withContact(ports.fingerprints, access, row.address, async (contact) => {
    const asked = requestOf(context, contact, content);
    // Read in this order: what another worker of this job writes in between is found as ours.
    const isThere = !isDated && (await isInForce(ports, context, contact, said.of));
    const isOurs = await isRepeated(ports.ledger, access, contact, asked);
    return isThere && !isOurs ? undefined : asked;
  });
  if (request === undefined) return 'repeated';
  await reportOpposition(ports, {
    access,
    address: row.address,
    of: said.of,
    via: said.via,
    receivedBy: said.receivedBy,
    fromPartner: said.fromPartner,
    occurredAt: said.occurredAt ?? job.createdAt,
    evidence: said.evidence ?? {
      sha256: job.file.sha256,
      mediaType: 'text/csv',
      reference: `import ${job.jobId}, line ${row.line}`,
    },
    actor: actorOf(context),
    ...request,
  });
  return 'recorded';
};

/** A row of a list of those who opposed. */
export const recordOppositionRow: RecordRow = (ports, context, row) =>
  registerSaid(ports, context, row, oppositionIn(row.cells, timesOf(context)));
