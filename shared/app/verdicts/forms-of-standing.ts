import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type FormVersion, formLabelOf } from '#shared/domain/consent/form-version.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { FormVersions } from '../settings/versions.port.ts';

/** Every form version that a standing cites, read once each (a version never changes, so caches serve most). */
export const formsOfStanding = async (
  forms: Pick<FormVersions, 'get'>,
  access: AdvertiserAccess,
  standing: Standing | undefined,
): Promise<VetRequest['formOf']> => {
  const cited = [...(standing?.consents ?? []), ...(standing?.sales ?? [])].flatMap(({ form }) => form ?? []);
  const distinct = [...new Map(cited.map((form) => [formLabelOf(form), form])).values()];
  const found = await Promise.all(distinct.map((form) => forms.get(access, form)));
  const byKey = new Map<string, FormVersion>();
  for (const form of found) if (form) byKey.set(formLabelOf(form), form);
  return (form) => byKey.get(formLabelOf(form));
};
