import { unfitKinds } from '#shared/channels/content/kinds-of-fields.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { hostsOf } from '#shared/domain/advertiser/own-hosts.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { FieldKinds } from '#shared/domain/message/fields/kinds.ts';

/** Throws `invalid-request` pointing at each value that is not what its template says that its field holds. */
export const refuseOtherKinds = (
  { fieldKinds }: { readonly fieldKinds?: FieldKinds | undefined },
  values: Readonly<Record<string, string>>,
  advertiser: Advertiser,
): void => {
  const faults = unfitKinds(fieldKinds, values, hostsOf(advertiser));
  if (faults.length > 0) throw invalidRequest(faults);
};
