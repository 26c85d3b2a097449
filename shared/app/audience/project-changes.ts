import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AudienceList } from '#shared/domain/audience/audience-row.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { AudienceIndex } from './audience-index.port.ts';
import { type ProjectPorts, projectContact } from './project-contact.ts';

/** Follows one change of a contact, as the stream of the table brings it. */
export const projectChange = (
  ports: ProjectPorts,
  {
    advertiserId,
    ...change
  }: { readonly advertiserId: AdvertiserId; readonly contactId: ContactId; readonly before: readonly AudienceList[] },
): Promise<void> => projectContact(ports, { ...change, access: admit(advertiserId) });

/** Notes up to where the index of each advertiser follows. What cannot be noted now is noted with the next changes. */
export const noteFollowed = async (
  index: Pick<AudienceIndex, 'follow'>,
  latest: ReadonlyMap<AdvertiserId, Instant>,
): Promise<void> => {
  await Promise.allSettled([...latest].map(([advertiserId, upTo]) => index.follow(admit(advertiserId), upTo)));
};
