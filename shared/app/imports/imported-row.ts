import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Cells, Refused } from '#shared/domain/import/cells.ts';
import type { ImportTask } from '#shared/domain/import/import.ts';
import type { TimeReading } from '#shared/domain/import/times.ts';
import type { Job } from '#shared/domain/job/job.ts';
import type { Rejection } from '#shared/domain/job/rejection.ts';
import { sha256Of, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { NamedContact } from '../contacts/contact-of.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import type { OpposingPorts } from '../oppositions/report-opposition.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { JudgingPorts } from '../records/record-fact.ts';
import type { FormerEvents } from '../retention/former-events.port.ts';
import type { OppositionLists } from './opposition-lists.port.ts';

/** What it takes to record rows of any kind. */
export type ImportPorts = OpposingPorts &
  JudgingPorts & { readonly oppositionLists: OppositionLists; readonly formerEvents: Pick<FormerEvents, 'all'> };

/** The import that a row belongs to. */
export interface ImportContext {
  readonly access: AdvertiserAccess;
  readonly job: Job;
  readonly task: ImportTask;
  /** Rows that are read with this one have dates in the order of America. */
  readonly isOrderUnknown?: true;
}

/** A row whose contact is known. */
export interface ImportedRow {
  readonly line: number;
  readonly address: Address;
  readonly contact: NamedContact;
  readonly cells: Cells;
  /** It cannot be read whole, and is tried for the opposition that it says. */
  readonly fault?: Rejection | undefined;
  /** Cells of it that are lost by that, and why. */
  readonly lost: readonly Pick<Rejection, 'column' | 'code'>[];
}

/**
 * Records what a row says. `repeated`: it was recorded before. `unusable`: recorded, and it can support no message. Done again
 * for the same job it comes to the same, and records nothing more.
 */
export type RecordRow = (
  ports: ImportPorts,
  context: ImportContext,
  row: ImportedRow,
) => Promise<'recorded' | 'repeated' | 'unusable' | Refused>;

export const actorOf = ({ task }: ImportContext): Actor => ({ by: 'api-key', apiKeyId: task.apiKeyId });

/** How the times of an import are read: what is later than the import itself has not happened. */
export const timesOf = ({ task, job, isOrderUnknown }: ImportContext): Omit<TimeReading, 'atEnd'> => ({
  ...(isOrderUnknown && { isOrderUnknown }),
  zone: task.provenance.zone ?? 'UTC',
  now: job.createdAt,
});

/**
 * The request that a row is: the same content of the same contact is the same request, whichever file brings it. Its body is
 * the job, so that this job knows what it recorded itself, before it was cut short.
 */
export const requestOf = (
  { access, job, task }: ImportContext,
  contact: NamedContact,
  content: object,
): RequestHash => ({
  requestId: sha256OfJson(['import', access.advertiserId, task.rows, contact.contactId, content]),
  bodySha256: sha256Of(`import/${job.jobId}`),
});
