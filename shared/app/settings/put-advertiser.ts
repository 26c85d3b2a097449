import { type Advertiser, type AdvertiserSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { type Precondition, refuseUnmet, refuseUnseen, tagOf } from '#shared/domain/precondition.ts';
import { type SettingsPorts, type StoredSettings, storeSettings } from './store-settings.ts';

interface PutAdvertiser {
  readonly access: AdvertiserAccess;
  readonly settings: AdvertiserSettings;
  /** What the caller saw. Empty: nothing, so that nothing may be there that differs. */
  readonly precondition: Precondition;
}

const isSame = (current: Advertiser, settings: AdvertiserSettings): boolean =>
  canonicalJson(settingsOf(current)) === canonicalJson(settings);

/**
 * Stores the whole settings of an advertiser as its next version. The same settings again store nothing, whatever the
 * precondition says: the change has been made (RFC 9110, 13.1.1). Throws `precondition-required` where it would replace
 * settings that the caller does not say to have seen, `precondition-failed` where it saw others, `siren-taken`, and
 * `invalid-request` for settings by which every message of a sender or channel would be refused.
 */
export const putAdvertiser = (
  ports: SettingsPorts,
  { access, settings, precondition }: PutAdvertiser,
): Promise<StoredSettings> =>
  storeSettings(ports, access, (current) => {
    if (current !== undefined && isSame(current, settings)) return settings;
    const tag = current && tagOf(current.settingsVersion);
    refuseUnseen(precondition, tag);
    refuseUnmet(precondition, tag);
    return settings;
  });
