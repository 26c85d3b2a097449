import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { AdvertiserId, TemplateId, VersionLabel } from '#shared/domain/ids.ts';
import {
  needsReview,
  TemplateVersion,
  TemplateVersionContent,
  templateCauseOf,
} from '#shared/domain/message/template.ts';
import { document } from '../document.ts';
import { EXAMPLE_SHA256 } from '../examples.ts';
import { route } from '../route.ts';
import { requestedApprover } from '../settings/approver.ts';

/** Stores a version of a message template. */
export const putTemplateVersionRoute = route({
  name: 'put-template-version',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
  scope: 'templates:write',
  parameters: z.strictObject({
    advertiserId: about('The advertiser whose messages are made from it.', AdvertiserId),
    templateId: about('The id that you choose for the template; all its versions share it.', TemplateId),
    version: about('The label that you choose for this version. What it names never changes.', VersionLabel),
  }),
  body: z.extend(TemplateVersionContent, { approver: requestedApprover }),
});

const { shape } = TemplateVersion;
const StoredTemplateVersion = z.strictObject({
  advertiserId: shape.advertiserId,
  templateId: shape.templateId,
  version: shape.version,
  class: shape.class,
  sha256: shape.sha256,
  contentSha256: shape.contentSha256,
  withoutBlocksSha256: shape.withoutBlocksSha256,
  offerSigns: shape.offerSigns,
  recordedAt: shape.recordedAt,
  reviewCause: about(
    'The cause under which a human must look at it before it counts as its class: see GET /v1/reviews. Absent: none.',
    z.optional(z.string()),
  ),
});

/** What is answered of a stored template version, with the cause under which a human must look at it, if any. */
export const templateVersionView = (stored: TemplateVersion): z.infer<typeof StoredTemplateVersion> => ({
  advertiserId: stored.advertiserId,
  templateId: stored.templateId,
  version: stored.version,
  class: stored.class,
  sha256: stored.sha256,
  contentSha256: stored.contentSha256,
  ...(stored.withoutBlocksSha256 === undefined ? {} : { withoutBlocksSha256: stored.withoutBlocksSha256 }),
  offerSigns: stored.offerSigns,
  recordedAt: stored.recordedAt,
  ...(needsReview(stored) ? { reviewCause: templateCauseOf(stored) } : {}),
});

document(putTemplateVersionRoute, () => ({
  summary: 'Stores a version of a message template; all but prospecting waits for its approval by another key',
  answers: [
    { status: 201, means: 'Stored, under the hash of its content', body: StoredTemplateVersion },
    { status: 200, means: 'The same content was stored before', body: StoredTemplateVersion },
  ],
  problems: ['advertiser-not-found', 'version-immutable'],
  request: {
    class: 'transactional',
    category: 'orders',
    content: {
      email: {
        subject: 'Votre commande {{numero}}',
        html: '<p>Bonjour {{prenom}}, votre commande {{numero}} est confirmée.</p>',
      },
    },
    reason: 'order',
    reference: 'CGV, article 4 : confirmation de commande',
  },
  answer: {
    advertiserId: 'maison-valmy',
    templateId: 'order-confirmation',
    version: '3',
    class: 'transactional',
    sha256: EXAMPLE_SHA256,
    contentSha256: EXAMPLE_SHA256,
    offerSigns: [],
    recordedAt: '2026-11-24T10:00:00.000Z',
  },
}));
