import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { TemplateId } from '#shared/domain/ids.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { knownAdvertiser } from '../../contacts/contact-of.ts';
import type { Advertisers } from '../advertisers.port.ts';
import type { VersionList } from '../versions.port.ts';

/** Versions of one template, or of all, by template and label. Throws `advertiser-not-found`. */
export const listTemplateVersions = async (
  ports: { readonly advertisers: Advertisers; readonly templates: VersionList<TemplateVersion> },
  asked: { readonly access: AdvertiserAccess; readonly templateId?: TemplateId; readonly page: PageAsked },
): Promise<Page<TemplateVersion>> => {
  await knownAdvertiser(ports.advertisers, asked.access);
  return ports.templates.list(asked.access, asked.templateId, asked.page);
};
