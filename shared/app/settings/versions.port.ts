import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';

export interface FormVersions {
  /** Cached: a version never changes. */
  get(scope: AdvertiserScope, form: FormReference): Promise<FormVersion | undefined>;
  /** Stores it if absent; the same content again is the same version. Throws `versionImmutable`. */
  put(scope: AdvertiserScope, version: FormVersion): Promise<'stored' | 'already-stored'>;
}

export interface TemplateVersions {
  /** Cached: a version never changes. */
  get(scope: AdvertiserScope, template: TemplateReference): Promise<TemplateVersion | undefined>;
  /** Stores it if absent; the same content again is the same version. Throws `versionImmutable`. */
  put(scope: AdvertiserScope, version: TemplateVersion): Promise<'stored' | 'already-stored'>;
}
