import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { UploadId } from '#shared/domain/ids.ts';
import type { ImportKind, ImportLayout, ImportTask, Provenance } from '#shared/domain/import/import.ts';
import { shapeOf } from '#shared/domain/import/layouts.ts';
import type { Job } from '#shared/domain/job/job.ts';
import { sharedKeyIn } from '#shared/domain/opposition/shared-fingerprint.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { type BeginPorts, beginJob } from '../jobs/begin-job.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';
import type { OppositionLists } from './opposition-lists.port.ts';

/** An import as a caller asks for it. */
interface BeginImport {
  readonly access: AdvertiserAccess;
  readonly name: string;
  readonly uploadId: UploadId;
  readonly rows: ImportKind;
  readonly layout: ImportLayout;
  readonly by: ImportTask['by'];
  readonly provenance: Provenance;
  readonly sharedKey?: string | undefined;
  readonly apiKeyId: string;
  readonly request: RequestHash;
}

interface Ports extends BeginPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly formVersions: Pick<FormVersions, 'get'>;
  readonly oppositionLists: Pick<OppositionLists, 'offerKey'>;
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

/** Fingerprints need the key that they are under, and nothing else has one. */
const keyOf = (rows: ImportKind, sharedKey: string | undefined): Uint8Array | undefined => {
  const isNeeded = rows === 'opposition-fingerprints';
  const key = sharedKey === undefined ? undefined : sharedKeyIn(sharedKey);
  if ((key !== undefined) !== isNeeded)
    throw invalidRequest([{ pointer: '/sharedKey', detail: 'expected with opposition-fingerprints, and only then' }]);
  return key;
};

/**
 * Begins to check an uploaded file: what would come of each row, before anything is recorded. Throws what `beginJob` throws,
 * `advertiser-not-found`, and `invalid-request` for rows that the layout has not, and form versions that are not stored.
 */
export const beginImport = async (ports: Ports, command: BeginImport): Promise<Job> => {
  const { access, name, uploadId, request, sharedKey, ...asked } = command;
  await knownAdvertiser(ports.advertisers, access);
  if (shapeOf(asked) === undefined) throw invalidRequest([{ pointer: '/layout', detail: 'has no such rows' }]);
  await refuseUnknownForms(ports, access, asked.provenance);
  const key = keyOf(asked.rows, sharedKey);
  const keyId = key && (await ports.oppositionLists.offerKey(access, key));
  const task = { ...asked, ...(keyId && { keyId }) };
  return beginJob(ports, { access, name, uploadId, request, taskOf: () => ({ kind: 'import-check', ...task }) });
};
