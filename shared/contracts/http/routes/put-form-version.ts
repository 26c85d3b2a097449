import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FormVersion, FormVersionContent } from '#shared/domain/consent/form-version.ts';
import { AdvertiserId, FormId, VersionLabel } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { EXAMPLE_SHA256 } from '../examples.ts';
import { route } from '../route.ts';
import { requestedApprover } from '../settings/approver.ts';

/** Stores a version of a collection form. */
export const putFormVersionRoute = route({
  name: 'put-form-version',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}',
  scope: 'advertisers:write',
  parameters: z.strictObject({
    advertiserId: about('The advertiser that shows the form.', AdvertiserId),
    formId: about('The id that you choose for the form; all its versions share it.', FormId),
    version: about('The label that you choose for this version. What it names never changes.', VersionLabel),
  }),
  body: z.extend(FormVersionContent, { approver: requestedApprover }),
});

const { advertiserId, formId, version, sha256, recordedAt } = FormVersion.shape;
const StoredFormVersion = z.strictObject({ advertiserId, formId, version, sha256, recordedAt });

/** What is answered of a stored form version. */
export const formVersionView = (stored: FormVersion): z.infer<typeof StoredFormVersion> => ({
  advertiserId: stored.advertiserId,
  formId: stored.formId,
  version: stored.version,
  sha256: stored.sha256,
  recordedAt: stored.recordedAt,
});

document(putFormVersionRoute, () => ({
  summary: 'Stores a version of a collection form exactly as shown',
  answers: [
    { status: 201, means: 'Stored, under the hash of its content', body: StoredFormVersion },
    { status: 200, means: 'The same content was stored before', body: StoredFormVersion },
  ],
  problems: ['advertiser-not-found', 'version-immutable'],
  request: {
    mode: 'web',
    wording: 'J’accepte de recevoir par e-mail les offres de Maison Valmy.',
    channels: [{ channel: 'email', words: 'par e-mail' }],
    purposes: ['own-offers'],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2026-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: EXAMPLE_SHA256, mediaType: 'image/png' },
    approver: { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' },
  },
  answer: {
    advertiserId: 'maison-valmy',
    formId: 'newsletter',
    version: '3',
    sha256: EXAMPLE_SHA256,
    recordedAt: '2026-11-24T10:00:00.000Z',
  },
}));
