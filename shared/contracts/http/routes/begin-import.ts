import * as z from 'zod/mini';
import { AddressKind } from '#shared/channels/record.ts';
import { about } from '#shared/domain/about.ts';
import { UploadId } from '#shared/domain/ids.ts';
import { ImportKind, ImportLayout, Provenance } from '#shared/domain/import/import.ts';
import { SharedKey } from '#shared/domain/opposition/shared-fingerprint.ts';
import { line } from '#shared/domain/text/text.ts';
import { document } from '../document.ts';
import { JobView, UPLOAD_PROBLEMS } from '../jobs/job-answer.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Begins to check an uploaded file before it is imported. */
export const beginImportRoute = route({
  name: 'begin-import',
  method: 'POST',
  path: '/v1/imports',
  scope: 'imports:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: AdvertiserQuery.shape.advertiserId,
    name: about('A name by which you recognise the import, 1 to 100 characters. Name no person in it.', line(100)),
    uploadId: about('The upload that has the file: it was sent already.', UploadId),
    rows: about('What the rows are. Import oppositions first, then bounces, sales, consents, activities.', ImportKind),
    layout: about(
      'Whose export the file is. Absent: own, whose columns docs/migrating.md lists.',
      z._default(ImportLayout, 'own'),
    ),
    by: about('By which address a row names its contact: email or phone.', AddressKind),
    provenance: about('Where the list comes from.', Provenance),
    sharedKey: about(
      'Of opposition-fingerprints: the key that you share with whoever made the list, 32 to 64 bytes in hexadecimal. It is kept encrypted, for 90 days until the import is committed and then for good, and shown by no call. Absent: the rows are no fingerprints.',
      z.optional(SharedKey),
    ),
  }),
});

document(beginImportRoute, () => ({
  summary: 'Counts what would come of each row of an uploaded CSV file, and records nothing',
  answers: [
    {
      status: 202,
      means: 'The job that checks it: ask for it until it is finished, read its report, then commit it',
      body: JobView,
    },
  ],
  problems: UPLOAD_PROBLEMS,
  request: {
    advertiserId: 'maison-valmy',
    name: 'Oppositions de l’ancien outil',
    uploadId: 'upl_aaaaaaaaaaaaaaaaaaaaaa',
    rows: 'oppositions',
    layout: 'own',
    by: 'email',
    provenance: {
      source: 'Registre des oppositions tenu par le service client',
      collectedFrom: '2019-03-01',
      collectedUntil: '2026-11-20',
      zone: 'Europe/Paris',
      approver: { name: 'Jeanne Roy' },
    },
  },
}));
