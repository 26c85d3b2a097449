import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Segment } from '#shared/domain/audience/segment.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { AudienceCount, AudiencePages } from './audience-pages.port.ts';
import { refuseEmptySegment } from './known-segment.ts';

/** Counts a segment. Throws `advertiser-not-found`, and `invalid-request` for one in which nobody can ever be. */
export const countAudience = async (
  ports: { readonly audiencePages: Pick<AudiencePages, 'count'>; readonly advertisers: Pick<Advertisers, 'get'> },
  { access, segment }: { readonly access: AdvertiserAccess; readonly segment: Segment },
): Promise<AudienceCount> => {
  refuseEmptySegment(await knownAdvertiser(ports.advertisers, access), segment);
  return ports.audiencePages.count(access, segment);
};
