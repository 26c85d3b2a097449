import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { listIdOfJob } from '#shared/domain/contact/fingerprint.ts';
import type { UploadId } from '#shared/domain/ids.ts';
import type { Job, ListedBy } from '#shared/domain/job/job.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { type BeginPorts, beginJob } from '../jobs/begin-job.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';

/** A list of contacts, as a caller asks for it. */
interface CreateAudienceList {
  readonly access: AdvertiserAccess;
  readonly name: string;
  readonly uploadId: UploadId;
  /** What the column holds. */
  readonly by: ListedBy;
  /** The heading of the column in the first row. Absent: the word of `by`. */
  readonly heading?: string | undefined;
  readonly request: RequestHash;
}

/** Makes a list of contacts of an uploaded file, by a job. Throws what `beginJob` throws, and `advertiser-not-found`. */
export const createAudienceList = async (
  ports: BeginPorts & { readonly advertisers: Pick<Advertisers, 'get'> },
  { by, heading = by, ...command }: CreateAudienceList,
): Promise<Job> => {
  await knownAdvertiser(ports.advertisers, command.access);
  return beginJob(ports, {
    ...command,
    taskOf: (jobId) => ({ kind: 'audience-list', listId: listIdOfJob(jobId), by, heading }),
  });
};
