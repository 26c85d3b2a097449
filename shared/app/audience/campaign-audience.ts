import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Segment } from '#shared/domain/audience/segment.ts';
import type { CampaignContent } from '#shared/domain/campaign/campaign.ts';
import { ADDRESS_NAMES } from '#shared/domain/contact/address.ts';
import { jobIdOfList } from '#shared/domain/contact/fingerprint.ts';
import { type Fault, invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type AnyJob, isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { addressKindOf, type Channel, fitsAddress } from '#shared/domain/message/channel.ts';
import type { MessageClass } from '#shared/domain/message/template.ts';
import type { Jobs } from '../jobs/jobs.port.ts';
import { refuseEmptySegment } from './known-segment.ts';

/** What a segment is of, which is what the campaign is of. */
export const otherSegment = ({ audience, channel, purpose }: CampaignContent): readonly Fault[] => {
  if ('listId' in audience) return [];
  const { segment } = audience;
  return [
    ...(segment.channel === channel
      ? []
      : [{ pointer: '/audience/segment/channel', detail: 'the channel of the campaign' }]),
    ...(segment.purpose === purpose
      ? []
      : [{ pointer: '/audience/segment/purpose', detail: 'the purpose of the campaign' }]),
  ];
};

/** Refuses an audience in which nobody can ever be, or which may end before the campaign. Throws `invalid-request`. */
export const refuseUnfitAudience = async (
  { jobs }: { readonly jobs: Pick<Jobs, 'get'> },
  access: AdvertiserAccess,
  advertiser: Advertiser,
  { audience, channel, endsAt }: CampaignContent,
): Promise<void> => {
  if ('segment' in audience) {
    refuseEmptySegment(advertiser, audience.segment, '/audience/segment');
    return refuseLaterDays(audience.segment, endsAt);
  }
  const job = await jobs.get(access, jobIdOfList(audience.listId));
  const detail = unfitList(job, channel, endsAt);
  if (detail !== undefined) throw invalidRequest([{ pointer: '/audience/listId', detail }]);
};

/** Days from which on nobody is recorded, and nobody acts, before the campaign has ended. Throws `invalid-request`. */
const refuseLaterDays = ({ where = {} }: Segment, endsAt: Instant): void => {
  const faults = (['recordedFrom', 'lastActFrom'] as const).flatMap((name) => {
    const day = where[name];
    if (day === undefined || day < endsAt) return [];
    const detail = 'a day before the campaign ends: nobody is recorded from it on by then';
    return [{ pointer: `/audience/segment/where/${name}`, detail }];
  });
  if (faults.length > 0) throw invalidRequest(faults);
};

/** What keeps the list of a job from being an audience. */
const unfitList = (job: AnyJob | undefined, channel: Channel, endsAt: Instant): string | undefined => {
  if (job === undefined || isOfCampaign(job) || job.task.kind !== 'audience-list')
    return 'a list of this advertiser that has not ended';
  if (job.state === 'failed') return 'a list whose job did not fail';
  if (job.state !== 'finished') return 'a list whose job is finished: this one is still being made';
  if (job.counts.accepted + job.counts.repeated === 0) return 'a list that somebody is in: nobody is in this one';
  const { by } = job.task;
  const expected = addressKindOf(channel);
  if (expected !== undefined && by !== 'contactId' && !fitsAddress(channel, by))
    return `a list by ${expected} or by contactId: this channel goes to ${ADDRESS_NAMES[expected]}`;
  return job.endsAt < endsAt ? `a list that lasts as long as the campaign: this one ends at ${job.endsAt}` : undefined;
};

/**
 * Refuses a segment for what needs no basis: it holds those alone who may get offers, and a relational message may go to others. Throws
 * `invalid-request`.
 */
export const refuseSegmentWithoutBasis = (templateClass: MessageClass, { audience }: CampaignContent): void => {
  if (templateClass !== 'relational' || 'listId' in audience) return;
  const detail =
    'a list, for a relational template: a segment holds those alone who may get offers, and such a message may go to others';
  throw invalidRequest([{ pointer: '/audience/segment', detail }]);
};
