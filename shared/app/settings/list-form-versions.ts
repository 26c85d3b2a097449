import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { FormId } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from './advertisers.port.ts';
import type { VersionList } from './versions.port.ts';

/** Versions of one form, or of all, by form and label. Throws `advertiser-not-found`. */
export const listFormVersions = async (
  ports: {
    readonly advertisers: Advertisers;
    readonly formVersions: VersionList<FormVersion>;
  },
  { access, formId, page }: { readonly access: AdvertiserAccess; readonly formId?: FormId; readonly page: PageAsked },
): Promise<Page<FormVersion>> => {
  await knownAdvertiser(ports.advertisers, access);
  return ports.formVersions.list(access, formId, page);
};
