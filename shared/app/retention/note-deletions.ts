import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Deleted, Deletions } from './deletions.port.ts';

/** Notes what was deleted of each advertiser. Noted again, it counts once. */
export const noteDeletions = async (deletions: Deletions, deleted: readonly Deleted[]): Promise<void> => {
  await Promise.all(deleted.map((each) => deletions.note(admit(each.advertiserId), each)));
};
