import { type AdvertiserSettings, isSameSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type Precondition, refuseUnmet, refuseUnseen, tagOf } from '#shared/domain/precondition.ts';
import type { Binder } from '../identities/ensure-bound.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { type SettingsPorts, type StoredSettings, storeSettings } from './store-settings.ts';

interface PutAdvertiser {
  readonly access: AdvertiserAccess;
  readonly by: Binder;
  readonly settings: AdvertiserSettings;
  /** What the caller saw. Empty: nothing, so that nothing may be there that differs. */
  readonly precondition: Precondition;
  /** True: stored beside what is in force, whatever it lacks. */
  readonly isDraft?: boolean;
}

/** A draft is the next version, and never the one in force. It replaces nothing, so that no header is asked for. */
const storeDraft = (
  { advertisers, clock }: SettingsPorts,
  { access, settings, precondition }: PutAdvertiser,
): Promise<StoredSettings> =>
  retryOnConflict(async () => {
    const inForce = (await advertisers.current(access))?.settingsVersion;
    const etag = inForce === undefined ? undefined : tagOf(inForce);
    refuseUnmet(precondition, etag);
    const { version, isNew } = await advertisers.putDraft(access, settings, clock.now());
    return { stored: version, inForce, etag, isNew };
  });

const storeInForce = (
  ports: SettingsPorts,
  { access, by, settings, precondition }: PutAdvertiser,
): Promise<StoredSettings> =>
  storeSettings(ports, { access, by }, (current) => {
    if (current !== undefined && isSameSettings(current, settings)) return settings;
    const tag = current && tagOf(current.settingsVersion);
    refuseUnseen(precondition, tag);
    refuseUnmet(precondition, tag);
    return settings;
  });

/**
 * Stores the whole settings of an advertiser as its next version. The same settings again store nothing, whatever the
 * precondition says: the change has been made (RFC 9110, 13.1.1). Throws `precondition-required` where it would replace
 * settings that the caller does not say to have seen, `precondition-failed` where it saw others, `identity-not-bound`, `identity-taken`, and, but for
 * a draft, `invalid-request` for settings by which every message of a sender or channel would be refused.
 */
export const putAdvertiser = (ports: SettingsPorts, asked: PutAdvertiser): Promise<StoredSettings> =>
  asked.isDraft ? storeDraft(ports, asked) : storeInForce(ports, asked);
