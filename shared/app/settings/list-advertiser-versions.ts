import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { advertiserNotFound } from '#shared/domain/failure.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Advertisers } from './advertisers.port.ts';
import type { SeenSettings } from './get-advertiser.ts';

/** Versions of the settings, drafts among them, the newest first. Throws `advertiser-not-found`. */
export const listAdvertiserVersions = async (
  { advertisers }: { readonly advertisers: Advertisers },
  { access, page }: { readonly access: AdvertiserAccess; readonly page: PageAsked },
): Promise<Page<SeenSettings>> => {
  const inForce = (await advertisers.current(access))?.settingsVersion;
  const { items, ...position } = await advertisers.listVersions(access, page);
  if (inForce === undefined && items.length === 0) throw advertiserNotFound();
  return { items: items.map((stored) => ({ stored, inForce })), ...position };
};
