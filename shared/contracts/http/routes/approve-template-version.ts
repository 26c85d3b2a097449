import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { AdvertiserId, TemplateId, VersionLabel } from '#shared/domain/ids.ts';
import { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';

const { shape } = TemplateApproval;

/** Approves a version of a message template, with another key than the one that put it. */
export const approveTemplateVersionRoute = route({
  name: 'approve-template-version',
  method: 'POST',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/approval',
  scope: 'templates:approve',
  parameters: z.strictObject({
    advertiserId: about('The advertiser whose messages are made from it.', AdvertiserId),
    templateId: about('The id of the template.', TemplateId),
    version: about('The label of the version to approve.', VersionLabel),
  }),
  body: z.strictObject({ approver: shape.approver }),
});

const Approval = z.strictObject({
  advertiserId: shape.advertiserId,
  templateId: shape.templateId,
  version: shape.version,
  approver: shape.approver,
  approvedAt: shape.approvedAt,
});

/** What is answered of an approval. */
export const templateApprovalView = ({ apiKeyId: _, ...approval }: TemplateApproval): z.infer<typeof Approval> =>
  approval;

document(approveTemplateVersionRoute, () => ({
  summary: 'Approves a version of a message template: its messages may be made from then on',
  answers: [
    { status: 201, means: 'Approved', body: Approval },
    { status: 200, means: 'Approved before: the first approval stays', body: Approval },
  ],
  problems: ['advertiser-not-found', 'template-version-not-found', 'template-draft', 'second-key-expected'],
  request: { approver: { name: 'Jeanne Roy, juriste' } },
}));
