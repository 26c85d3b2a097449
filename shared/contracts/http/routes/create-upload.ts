import * as z from 'zod/mini';
import type { SignedRequest } from '#shared/app/jobs/job-files.port.ts';
import type { OfferedUpload } from '#shared/app/jobs/jobs.port.ts';
import { about } from '#shared/domain/about.ts';
import { Instant, Sha256, UploadId } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { EXAMPLE_FILE } from '../examples.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

const MOST_BYTES = 100 * 1024 * 1024;

/** Offers to take a file. */
export const createUploadRoute = route({
  name: 'create-upload',
  method: 'POST',
  path: '/v1/uploads',
  scope: 'uploads:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: AdvertiserQuery.shape.advertiserId,
    bytes: about(
      'The size of the file in bytes, at most 100 MiB: no other size is taken.',
      z.int().check(z.gte(1), z.lte(MOST_BYTES)),
    ),
    sha256: about('The SHA-256 of the file: no other content is taken.', Sha256),
  }),
});

const Upload = z.strictObject({
  uploadId: about('The id of the upload: what reads the file asks for it.', UploadId),
  uploadUrl: about(
    'Where to send the file, by one PUT without a key, with the headers below as they are. It is a CSV in any usual encoding: UTF-8, UTF-16 or Windows-1252; separated by comma, semicolon, tab or bar; the first row names the columns.',
    z.string(),
  ),
  headers: about('The headers of that PUT, each with its value.', z.record(z.string(), z.string())),
  uploadUrlEndsAt: about(
    'From then on this address takes nothing any more, in UTC; repeat the request for another.',
    Instant,
  ),
  endsAt: about('From then on the file may be deleted, in UTC; it is within seven days.', Instant),
});

/** What is answered. */
export const uploadView = ({
  uploadId,
  endsAt,
  put,
}: OfferedUpload & { readonly put: SignedRequest }): z.infer<typeof Upload> => ({
  uploadId,
  uploadUrl: put.url,
  headers: put.headers,
  uploadUrlEndsAt: put.endsAt,
  endsAt,
});

document(createUploadRoute, () => ({
  summary: 'Offers to take a CSV file, which is then sent to the answered address',
  answers: [{ status: 201, means: 'Where to send the file', body: Upload }],
  problems: ['advertiser-not-found', 'idempotency-key-missing', 'idempotency-key-reused'],
  request: { advertiserId: 'maison-valmy', bytes: EXAMPLE_FILE.length, sha256: EXAMPLE_FILE.sha256 },
}));
