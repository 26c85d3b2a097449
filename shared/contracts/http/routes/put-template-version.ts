import * as z from 'zod/mini';
import { TemplateVersionContent } from '#shared/domain/message/template.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { requestedApprover } from '../settings/approver.ts';
import {
  TemplateVersion,
  TemplateVersionPath,
  templateExample,
  unapprovedTemplateExample,
} from '../settings/template-version.ts';

/** Stores a version of a message template. */
export const putTemplateVersionRoute = route({
  name: 'put-template-version',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
  scope: 'templates:write',
  parameters: TemplateVersionPath,
  body: z.extend(TemplateVersionContent, { approver: requestedApprover }),
});

document(putTemplateVersionRoute, () => ({
  summary: 'Stores a version of a message template; all but prospecting waits for its approval by another key',
  answers: [
    { status: 201, means: 'Stored, under the hash of its content', body: TemplateVersion },
    { status: 200, means: 'The same content was stored before', body: TemplateVersion },
  ],
  problems: ['advertiser-not-found', 'version-immutable'],
  request: templateExample(),
  answer: unapprovedTemplateExample(),
}));
