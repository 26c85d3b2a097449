import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

/** A version as it is stored. `isNew`: this put stored it, where there was none of that kind. */
export interface Put<Version> {
  readonly version: Version;
  readonly isNew: boolean;
}

export interface FormVersions {
  /** Cached: a version never changes. */
  get(access: AdvertiserAccess, form: FormReference): Promise<FormVersion | undefined>;
  /** Stores it if absent; the same content again is the same version. Throws `versionImmutable`. */
  put(access: AdvertiserAccess, version: FormVersion): Promise<Put<FormVersion>>;
}

export interface TemplateVersions {
  /** Cached, unless it is a draft: a version never changes. */
  get(access: AdvertiserAccess, template: TemplateReference): Promise<TemplateVersion | undefined>;
  /**
   * Stores it if absent, or in place of a draft; the same content again is the same version. Throws `versionImmutable` where
   * the version is no draft any more.
   */
  put(access: AdvertiserAccess, version: TemplateVersion): Promise<Put<TemplateVersion>>;
  /** The approval of a version; `undefined`: nobody approved it yet. Cached once it is there: it never changes. */
  approvalOf(access: AdvertiserAccess, template: TemplateReference): Promise<TemplateApproval | undefined>;
  /** Stores it if absent; the first one stays. */
  approve(access: AdvertiserAccess, approval: TemplateApproval): Promise<'stored' | 'already-stored'>;
}

/** Versions of one form or template, or of all of an advertiser, by id and label. */
export interface VersionList<Version> {
  list(access: AdvertiserAccess, id: string | undefined, page: PageAsked): Promise<Page<Version>>;
}

/** Form versions that can also be listed. */
export type ListedForms = FormVersions & VersionList<FormVersion>;
/** Template versions that can also be listed. */
export type ListedTemplates = TemplateVersions & VersionList<TemplateVersion>;
