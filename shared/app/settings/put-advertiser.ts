import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Clock } from '../clock.port.ts';
import type { Advertisers } from './advertisers.port.ts';

/** Stores the next version of an advertiser's settings; the same again stores nothing. Throws `siren-taken`. */
export const putAdvertiser = (
  ports: { readonly advertisers: Advertisers; readonly clock: Clock },
  command: { readonly access: AdvertiserAccess; readonly settings: AdvertiserSettings },
): Promise<Advertiser> => ports.advertisers.put(command.access, command.settings, ports.clock.now());
