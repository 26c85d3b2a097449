import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Content } from '#shared/domain/message/content.ts';
import { carriesOppositionMeans, needsNoBasis, type TemplateVersion } from '#shared/domain/message/template.ts';
import { type AskedMessage, isHopelessUnder } from '../../messages/refused-when-asked.ts';

/** What stops all others of a campaign with one of them. */
export interface StopsAll {
  /** Why. Absent: nothing does. */
  readonly stopsAll?: string | undefined;
  /** Of what settings make so: whether these do. Absent: it is for another cause. */
  readonly isSoUnder?: ((settings: Advertiser) => boolean) | undefined;
}

type Asking = Pick<Campaign, 'channel' | 'sender' | 'mergeValues'>;

/** What is asked of each message of a campaign, as of a single one. */
export const askedOfEach = (
  { channel, sender, mergeValues }: Asking,
  template: TemplateVersion,
  content: Content,
): AskedMessage => ({
  channel,
  sender,
  content,
  mergeValues,
  isService: needsNoBasis(template.class),
  fieldKinds: template.fieldKinds,
  carriesStop: carriesOppositionMeans(template.class),
  mayLoseBlocks: template.withoutBlocksSha256 !== undefined,
  isFromTemplate: true,
});

/** Would its creation be refused under these settings, for what would refuse each of its messages? */
export const isRefusedBySettings = (
  campaign: Asking,
  { template, content }: { readonly template: TemplateVersion | undefined; readonly content: Content },
  advertiser: Advertiser,
): boolean => template !== undefined && isHopelessUnder(advertiser, askedOfEach(campaign, template, content));
