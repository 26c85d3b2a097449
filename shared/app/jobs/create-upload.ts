import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { uploadIdOf } from '#shared/domain/contact/fingerprint.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { JobFiles, SignedRequest } from './job-files.port.ts';
import type { Jobs, OfferedUpload } from './jobs.port.ts';

/** The bucket keeps a file so long at least, and seven days at most. */
const DAYS_KEPT = 4;

interface Ports {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly jobs: Pick<Jobs, 'offer'>;
  readonly jobFiles: Pick<JobFiles, 'signUpload'>;
  readonly clock: Clock;
}

/** Offers to take a file of this size and hash. A repeated request is offered the same upload, with a new signature. */
export const createUpload = async (
  { advertisers, jobs, jobFiles, clock }: Ports,
  command: Pick<OfferedUpload, 'bytes' | 'sha256'> & {
    readonly access: AdvertiserAccess;
    readonly request: RequestHash;
  },
): Promise<OfferedUpload & { readonly put: SignedRequest }> => {
  const { access, request, bytes, sha256 } = command;
  await knownAdvertiser(advertisers, access);
  const endsAt = addDays(clock.now(), DAYS_KEPT);
  const upload = await jobs.offer(
    access,
    { uploadId: uploadIdOf(request.requestId), bytes, sha256, endsAt },
    request.bodySha256,
  );
  return { ...upload, put: await jobFiles.signUpload(access, upload) };
};
