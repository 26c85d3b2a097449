import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { UploadId } from '#shared/domain/ids.ts';
import type { ImportKind, ImportLayout, ImportTask, Provenance } from '#shared/domain/import/import.ts';
import { shapeOf } from '#shared/domain/import/layouts.ts';
import type { Job } from '#shared/domain/job/job.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { type BeginPorts, beginJob } from '../jobs/begin-job.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';

/** An import as a caller asks for it. */
interface BeginImport {
  readonly access: AdvertiserAccess;
  readonly name: string;
  readonly uploadId: UploadId;
  readonly rows: ImportKind;
  readonly layout: ImportLayout;
  readonly by: ImportTask['by'];
  readonly provenance: Provenance;
  readonly apiKeyId: string;
  readonly request: RequestHash;
}

interface Ports extends BeginPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly formVersions: Pick<FormVersions, 'get'>;
}

/** The sheet names what is stored: without its wording a form version shows nothing. */
const refuseUnknownForms = async (
  { formVersions }: Ports,
  access: AdvertiserAccess,
  { forms = [] }: Provenance,
): Promise<void> => {
  const found = await Promise.all(forms.map(({ formId, version }) => formVersions.get(access, { formId, version })));
  const unknown = found.flatMap((form, index) =>
    form === undefined ? [{ pointer: `/provenance/forms/${index}`, detail: 'unknown form version' }] : [],
  );
  if (unknown.length > 0) throw invalidRequest(unknown);
};

/**
 * Begins to check an uploaded file: what would come of each row, before anything is recorded. Throws what `beginJob` throws,
 * `advertiser-not-found`, and `invalid-request` for rows that the layout has not, and form versions that are not stored.
 */
export const beginImport = async (ports: Ports, command: BeginImport): Promise<Job> => {
  const { access, name, uploadId, request, ...task } = command;
  await knownAdvertiser(ports.advertisers, access);
  if (shapeOf(task) === undefined) throw invalidRequest([{ pointer: '/layout', detail: 'has no such rows' }]);
  await refuseUnknownForms(ports, access, task.provenance);
  return beginJob(ports, { access, name, uploadId, request, taskOf: () => ({ kind: 'import-check', ...task }) });
};
