import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { advertiserNotFound, settingsVersionNotFound } from '#shared/domain/failure.ts';
import { tagOf } from '#shared/domain/precondition.ts';
import type { Advertisers } from './advertisers.port.ts';

/** A version, and the number of the one that is in force; absent: none is, for all are drafts. */
export interface SeenSettings {
  readonly stored: Advertiser;
  readonly inForce: number | undefined;
}

/** The same, with the entity tag of the version. */
interface TaggedSettings extends SeenSettings {
  readonly etag: string;
}

/** The settings in force as stored now, for what is read back. Throws `advertiser-not-found`. */
export const currentAdvertiser = async (
  advertisers: Pick<Advertisers, 'current'>,
  access: AdvertiserAccess,
): Promise<Advertiser> => {
  const found = await advertisers.current(access);
  if (found === undefined) throw advertiserNotFound();
  return found;
};

/** The settings in force, or another version. Throws `advertiser-not-found` and `settings-version-not-found`. */
export const getAdvertiser = async (
  { advertisers }: { readonly advertisers: Advertisers },
  { access, version }: { readonly access: AdvertiserAccess; readonly version?: number },
): Promise<TaggedSettings> => {
  const inForce = await advertisers.current(access);
  const stored = version === undefined ? inForce : await advertisers.getVersion(access, version);
  if (stored === undefined) throw inForce === undefined ? advertiserNotFound() : settingsVersionNotFound();
  return { stored, inForce: inForce?.settingsVersion, etag: tagOf(stored.settingsVersion) };
};
