import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Sends } from '#shared/domain/message/message.ts';
import { changedLately } from '#shared/domain/sending/changed-lately.ts';
import type { VetInput, VetReads } from './vet-reads.port.ts';

/** Addresses of one human that are looked at: nobody changes theirs more often within so short a time. */
const MOST_ADDRESSES = 10;

/**
 * What was sent to the addresses that the person of a contact left or took of late: nobody is written to twice because they changed it. Nothing
 * is read of a contact whose address did not change within the time that counts.
 */
export const sendsBesideOf = async (
  { read }: Pick<VetReads, 'read'>,
  access: AdvertiserAccess,
  contactId: ContactId,
  { standing }: Pick<VetInput, 'standing'>,
  at: Instant,
): Promise<readonly Sends[]> => {
  const seen = new Set<ContactId>([contactId]);
  const found: Sends[] = [];
  let next = changedLately(standing, at);
  while (next.length > 0 && seen.size <= MOST_ADDRESSES) {
    for (const each of next) seen.add(each);
    const inputs = await Promise.all(next.map((each) => read(access, each, at)));
    found.push(...inputs.flatMap(({ sends }) => sends));
    const further = inputs.flatMap((each) => changedLately(each.standing, at));
    next = [...new Set(further)].filter((each) => !seen.has(each));
  }
  return found;
};
