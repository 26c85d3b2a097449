import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';

const AT_ONCE = 8;

/** What was read, and the first thing that kept some from being read. */
export interface ReadOfEach<T> {
  readonly found: readonly T[];
  readonly failure?: unknown;
}

/** Reads something of every advertiser. One of which it cannot be read keeps no other from it. Throws where the list of them cannot be read. */
export const readOfEach = async <T>(
  advertiserList: AdvertiserList,
  read: (access: AdvertiserAccess) => Promise<T>,
): Promise<ReadOfEach<T>> => {
  const all = await settleAtMost(AT_ONCE, await advertiserList.all(), (each) => read(admit(each)));
  const found = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = all.find((each) => each.status === 'rejected');
  return { found, ...(failed === undefined ? {} : { failure: failed.reason }) };
};
