import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { secondKeyExpected } from '#shared/domain/advertiser/key-failures.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import type { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import type { Clock } from '../../clock.port.ts';
import { knownAdvertiser } from '../../contacts/contact-of.ts';
import type { ApiKeys } from '../../keys/api-keys.port.ts';
import { isSameHand } from '../../keys/is-same-hand.ts';
import { knownTemplate } from '../../messages/resolve-content.ts';
import type { Advertisers } from '../advertisers.port.ts';
import type { TemplateVersions } from '../versions.port.ts';

/**
 * Stores that a second person approved a template version, whose messages may be made from then on (D5). Approved
 * before: the first approval stays. Throws `advertiser-not-found`, `template-version-not-found`, and
 * `second-key-expected` for the key that put the version, and for one that made or replaced it or was made or replaced by it.
 */
export const approveTemplateVersion = async (
  ports: {
    readonly advertisers: Advertisers;
    readonly templates: TemplateVersions;
    readonly apiKeys: Pick<ApiKeys, 'get'>;
    readonly clock: Clock;
  },
  command: {
    readonly access: AdvertiserAccess;
    readonly template: TemplateReference;
    readonly approver: TemplateApproval['approver'];
    readonly apiKeyId: string;
  },
): Promise<{ readonly approval: TemplateApproval; readonly isNew: boolean }> => {
  const { access, template, approver, apiKeyId } = command;
  await knownAdvertiser(ports.advertisers, access);
  const { putBy, templateId, version } = await knownTemplate(ports.templates, access, template, '');
  if (await isSameHand(ports.apiKeys, putBy, apiKeyId)) throw secondKeyExpected();
  const { advertiserId } = access;
  const approval = { advertiserId, templateId, version, approver, approvedAt: ports.clock.now(), apiKeyId };
  const isNew = (await ports.templates.approve(access, approval)) === 'stored';
  const stored = isNew ? approval : await ports.templates.approvalOf(access, template);
  return { approval: stored ?? approval, isNew };
};
