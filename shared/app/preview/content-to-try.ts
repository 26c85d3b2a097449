import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contentNotFound, faultOfMissing, invalidRequest } from '#shared/domain/failure.ts';
import type { Content } from '#shared/domain/message/content.ts';
import { type TemplateVersion, templatePut } from '#shared/domain/message/template.ts';
import type { MakingPorts } from '../send/making-steps.ts';
import { writtenContent } from '../settings/templates/get-template-version.ts';
import { templateFaults } from '../settings/templates/template-faults.ts';

/** The content that is sent, of a version of which messages can be made, draft or not. Throws `invalid-request`. */
export const contentToTry = async (
  ports: Pick<MakingPorts, 'contents'>,
  access: AdvertiserAccess,
  template: TemplateVersion,
  advertiser: Advertiser,
): Promise<Content> => {
  const faults = templateFaults(templatePut(template, await writtenContent(ports, access, template)), advertiser);
  if (faults.length > 0) throw invalidRequest(faults.map(faultOfMissing));
  const content = await ports.contents.get(access, template.contentSha256);
  if (content === undefined) throw contentNotFound('');
  return content;
};
