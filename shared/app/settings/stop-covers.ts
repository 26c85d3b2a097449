import { hasReading } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import { channelsOpposedBy } from '#shared/domain/message/channel.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { Advertisers } from './advertisers.port.ts';

/** Texts, whatever else is named beside them: what a STOP ends. */
const isOfTexts = (of: OppositionScope): boolean =>
  of.scope === 'channel' && of.channels.some((channel) => channelsOpposedBy('reply').includes(channel));

/**
 * What a STOP covers at an advertiser: `of`, or everything where it recorded that reading (OPP-3), or may have. What is of calls, or of mails, is
 * no STOP, and covers `of`. Throws what can be tried again.
 */
export const coveredAt = async (
  advertisers: Pick<Advertisers, 'get'>,
  access: AdvertiserAccess,
  of: OppositionScope,
): Promise<OppositionScope> => {
  if (!isOfTexts(of)) return of;
  const [settings] = await Promise.allSettled([advertisers.get(access)]);
  if (settings.status === 'rejected') {
    if (isRetryable(settings.reason)) throw settings.reason;
    return { scope: 'global' };
  }
  const chose = settings.value !== undefined && hasReading(settings.value, 'sms-stop-covers-everything');
  return chose ? { scope: 'global' } : of;
};
