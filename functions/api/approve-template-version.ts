import { acting, keyReader } from '#functions/wiring/acting.ts';
import { advertisers, clock, templates } from '#functions/wiring.ts';
import { approveTemplateVersion } from '#shared/app/settings/templates/approve-template-version.ts';
import {
  approveTemplateVersionRoute,
  templateApprovalView,
} from '#shared/contracts/http/routes/approve-template-version.ts';
import { createdOrKnown } from '#shared/edge/respond.ts';

/** Approves a template version: 201 when new, 200 when it was approved before. */
export const handler = acting(approveTemplateVersionRoute, async ({ env, path, body, caller, accessTo }) => {
  const { approval, isNew } = await approveTemplateVersion(
    { advertisers: advertisers(env), templates: templates(env), apiKeys: keyReader(env), clock },
    {
      access: accessTo(path.advertiserId),
      template: { templateId: path.templateId, version: path.version },
      approver: body.approver,
      apiKeyId: caller.apiKeyId,
    },
  );
  return createdOrKnown(isNew, templateApprovalView(approval));
});
