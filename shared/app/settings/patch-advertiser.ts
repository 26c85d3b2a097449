import { type AdvertiserSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { advertiserNotFound } from '#shared/domain/failure.ts';
import { mergePatch } from '#shared/domain/merge-patch.ts';
import { type Precondition, refuseUnmet, tagOf } from '#shared/domain/precondition.ts';
import type { Binder } from '../identities/ensure-bound.ts';
import { type SettingsPorts, type StoredSettings, storeSettings } from './store-settings.ts';

interface PatchAdvertiser {
  readonly access: AdvertiserAccess;
  readonly by: Binder;
  /** A JSON merge patch (RFC 7396). */
  readonly patch: unknown;
  readonly precondition: Precondition;
  /** The patched settings by their schema; throws `invalid-request` with pointers into them. */
  readonly settingsFrom: (value: unknown) => AdvertiserSettings;
}

/**
 * Changes what the patch names of the settings in force, and leaves the rest, as the next version. Without `If-Match` two
 * changes at once are both made, one after the other. Throws `advertiser-not-found` before any settings were stored,
 * `precondition-failed`, `identity-not-bound`, `identity-taken`, and `invalid-request` as `putAdvertiser` does.
 */
export const patchAdvertiser = (
  ports: SettingsPorts,
  { access, by, patch, precondition, settingsFrom }: PatchAdvertiser,
): Promise<StoredSettings> =>
  storeSettings(ports, { access, by }, (current) => {
    if (current === undefined) throw advertiserNotFound();
    refuseUnmet(precondition, tagOf(current.settingsVersion));
    return settingsFrom(mergePatch(settingsOf(current), patch));
  });
