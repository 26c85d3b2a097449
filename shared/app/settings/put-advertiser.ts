import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Clock } from '../clock.port.ts';
import type { Advertisers } from './advertisers.port.ts';
import { refuseFaultySettings } from './readiness-of-settings.ts';

/**
 * Stores the next version of an advertiser's settings; the same again stores nothing. Throws `siren-taken`, and
 * `invalid-request` for settings by which every message of a sender or channel would be refused.
 */
export const putAdvertiser = async (
  ports: { readonly advertisers: Advertisers; readonly clock: Clock },
  command: { readonly access: AdvertiserAccess; readonly settings: AdvertiserSettings },
): Promise<Advertiser> => {
  const now = ports.clock.now();
  refuseFaultySettings(command.settings, now);
  return ports.advertisers.put(command.access, command.settings, now);
};
