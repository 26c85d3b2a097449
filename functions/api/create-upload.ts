import { acting } from '#functions/wiring/acting.ts';
import { jobFiles, jobs } from '#functions/wiring/jobs.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { createUpload } from '#shared/app/jobs/create-upload.ts';
import { createUploadRoute, uploadView } from '#shared/contracts/http/routes/create-upload.ts';
import { created } from '#shared/edge/respond.ts';

/** Offers to take a CSV file, which is then sent to the answered address. */
export const handler = acting(createUploadRoute, async ({ env, body, accessTo, requestHashFor }) => {
  const { advertiserId, bytes, sha256 } = body;
  const access = accessTo(advertiserId);
  const ports = { advertisers: advertisers(env), jobs: jobs(env), jobFiles: jobFiles(env), clock };
  return created(uploadView(await createUpload(ports, { access, bytes, sha256, request: requestHashFor(access) })));
});
