import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { TemplateVersionContent } from '#shared/domain/message/template.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { requestedApprover } from '../settings/approver.ts';
import { TemplateVersion, TemplateVersionPath, templateExample } from '../settings/template-version.ts';

/** Stores a version of a message template. */
export const putTemplateVersionRoute = route({
  name: 'put-template-version',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
  scope: 'templates:write',
  parameters: TemplateVersionPath,
  body: z.extend(TemplateVersionContent, {
    approver: about('The named human who judged its subject; required beside subjectJudgement.', requestedApprover()),
    draft: about(
      'True: stored as a draft, whatever it lacks beyond its schema; no message is made from it. Put it again without draft to make it final. Absent: false.',
      z._default(z.boolean(), false),
    ),
  }),
});

document(putTemplateVersionRoute, () => ({
  summary: 'Stores a version of a message template; all but prospecting waits for its approval by another key',
  answers: [
    {
      status: 201,
      means: 'Stored, under the hash of its content; a draft that it ends is replaced',
      body: TemplateVersion,
    },
    {
      status: 200,
      means: 'The same content was stored before, or a draft was replaced by another',
      body: TemplateVersion,
    },
  ],
  problems: ['advertiser-not-found', 'version-immutable'],
  request: templateExample(),
}));
